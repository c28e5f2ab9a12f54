import Core
import Lessons
import Testing

@testable import Course
@testable import Explainer

/// A lesson in which nothing is wrong, with a question of each kind. Tests break it.
let soundLesson = """
  ---
  lesson: sample
  title: A sample
  minutes: 3
  needs:
  teaches: digit, params, nudge, b1, pixel
  video: 11:34
  ---

  # A sample

  It begins with prose.

  ## Numbers {#numbers}

  The *weights* are counted here: `params` does it.

  ```run
  params
  ```

  ```ask number
  question: How many weights lead into layer 1?
  answer: count(W1)
  wrong count(W1) + count(b1): That counts the 16 biases as well.
  wrong rows(W1) + columns(W1): Each of the 16 neurons has its own 784.
  hint: How many pixels feed one neuron?
  hint: 784 for each of 16 neurons.
  right: That is most of them.
  solution: 784*16
  ```

  ## Choices {#choices}

  ```ask choice
  question: How many outputs are there?
  option: nine
  option: ten
  option: eleven
  answer: 2
  wrong 1: Zero is a digit, too.
  wrong 3: Which digit would the eleventh be?
  hint: One for each digit.
  hint: Count from 0 to 9.
  ```

  ## Guesses {#guesses}

  ```run
  digit 3
  ```

  ```ask predict
  question: What share of the picture is lit?
  reveal: digit 7
  answer: mean(a0)
  tolerance: 0.05
  wrong 0.5: Most of it is black.
  hint: Less than half.
  hint: About a tenth.
  ```

  ## Deeds {#deeds}

  ```ask do
  question: Make the first bias of layer 1 large.
  start: digit 3
  expect: b1[0] > 50
  wrong b1[0] < -50: The other way.
  slip: set b1[0] = -100
  wrong b1[0] <= 50: A little is not enough.
  hint: It is a knob.
  hint: Use nudge.
  solution: digit 7
  solution: nudge b1[0] 100
  ```
  """

/// A lesson's file of that text.
func file(_ text: String, _ name: String = "01-sample.md") -> LessonFile {
  LessonFile(name: name, bytes: Array(text.utf8))
}

/// A session whose course is these lessons.
func session(with lessons: LessonFile...) throws -> Session { try session(with: lessons) }

/// A session whose course is these lessons.
func session(with lessons: [LessonFile]) throws -> Session {
  Session(
    content: Session.Content(
      network: try NetworkFile(Lessons.network),
      drawings: try DrawingFile.parse(Lessons.drawings), lessons: lessons))
}

/// What is wrong with lessons, as `check` tells it.
func problems(in files: LessonFile...) throws -> [String] {
  let session = try session()
  return LessonChecker(session.classroom, ScriptedHost()).check(files).errors.map(\.sentence)
}

extension Session {
  /// Carries out lines one after another; the replies as they are shown.
  mutating func play(_ lines: String..., host: ScriptedHost = ScriptedHost()) -> String {
    lines.map { text(reply(to: $0, host: host)) }.joined()
  }
}
