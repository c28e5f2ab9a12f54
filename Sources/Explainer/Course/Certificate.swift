import Lab
import Presentation

/// What somebody did in the course, to be shown to others: their own digit on its way through the
/// network, what they guessed and what they measured.
struct Certificate {
  /// Whose it is; nil where they did not say.
  let holder: String?
  /// Days since 1970.
  let day: Int
  let course: Course
  let progress: Progress

  private var finished: [Lesson] { course.lessons.filter { progress[$0.id].isFinished } }

  /// Whether there is anything to tell.
  var hasAnything: Bool { !progress.lessons.isEmpty }

  var title: String { "\(holder.map(\.excerpt) ?? "I") looked inside a neural network" }

  /// The whole page, with the digit of a bench.
  func reply(_ lab: Lab, _ host: any Host) -> Reply {
    var lab = lab
    let pass = lab.perform("forward", host: host)
    let verdict = lab.perform("classify", host: host)
    let picture = pass.blocks.filter { !$0.isWords }.map { $0.withoutWords.still }
    var blocks: [Block] = [.heading(Prose(title)), .prose(Prose(standing))]
    blocks += picture
    blocks += verdict.blocks.filter(\.isWords).prefix(1)
    if !guesses.isEmpty {
      blocks += [.tight([.heading("Guessed, then measured"), .table(guessTable)])]
    }
    if !finished.isEmpty {
      blocks += [.tight([.heading("Lessons taken to their end"), .table(lessonTable)])]
    }
    return Reply(blocks, facts: facts)
  }

  // MARK: What was done

  private var questions: [Progress.Question] {
    course.lessons.flatMap { progress[$0.id].questions.values }
  }

  private var answered: Int { questions.count { !$0.isOpen } }
  private var atFirstTry: Int { questions.count { $0.missed == 0 } }

  private var standing: String {
    let lessons =
      switch finished.count {
      case 0: ""
      case course.lessons.count: "all \(finished.count) lessons"
      case let count: "\(count) of \(course.lessons.count) lessons"
      }
    let questions =
      answered == 0
      ? "" : "\(counted(answered, "question")) answered, \(atFirstTry) at the first try"
    let done = [lessons, questions].filter { !$0.isEmpty }.joined(separator: ", ")
    return Day(day).text + (done.isEmpty ? "." : ": \(done).")
  }

  /// A guess of the learner's, and the step that asked for it.
  private struct Row {
    var lesson: String
    var step: String
    var guess: Progress.Guess
  }

  /// In the order of the course; those whose question is no longer there are left out.
  private var guesses: [Row] {
    course.lessons.flatMap { lesson in
      lesson.steps.flatMap { step in
        step.questions.indices.compactMap { index in
          let key = Lesson.questionKey(step: step.id, index: index)
          return progress[lesson.id].guesses[key].map {
            Row(lesson: lesson.id, step: step.title, guess: $0)
          }
        }
      }
    }
  }

  private var guessTable: Table {
    var table = Table(.leading, .leading, .decimal, .decimal, reading: .headed)
    table.spareColumns = [1]
    table.add("lesson", "step", "guessed", "measured")
    for row in guesses {
      table.add(
        Prose(row.lesson, .code), Prose(row.step), Prose(Number.readable(row.guess.said)),
        Prose(Number.readable(row.guess.measured)))
    }
    return table
  }

  private var lessonTable: Table {
    var table = Table(.trailing, .leading, .leading)
    table.spareColumns = [1]
    for (index, lesson) in course.lessons.enumerated() where progress[lesson.id].isFinished {
      table.add(Prose("\(index + 1)", .faint), Prose(lesson.id, .code), Prose(lesson.title))
    }
    return table
  }

  private var facts: [String: Fact] {
    var facts: [String: Fact] = [
      "day": .text(Day(day).text), "lessons": .integer(course.lessons.count),
      "finished": .list(finished.map { .text($0.id) }), "answered": .integer(answered),
      "atFirstTry": .integer(atFirstTry),
      "guesses": .list(
        guesses.map {
          .object([
            "lesson": .text($0.lesson), "step": .text($0.step), "guessed": .precise($0.guess.said),
            "measured": .precise($0.guess.measured),
          ])
        }),
    ]
    if let holder { facts["name"] = .text(holder) }
    return facts
  }
}
