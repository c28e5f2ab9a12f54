import Presentation

/// A question, and all that may be said to its answers.
struct Question: Sendable {
  /// A misconception and what to say to it.
  struct Wrong: Equatable {
    /// How the misconception shows.
    enum Sample: Equatable {
      /// By the value of an answer, or by a predicate of the bench.
      case value(Lesson.Expression)
      /// By the words of an answer, of which the kind of question knows what they mean.
      case words(Lesson.Located<String>)
    }

    let sample: Sample
    let message: Prose
    /// Of a `do`: whether it is no mistake, but a part of what is asked.
    var isHalfway = false
    /// Of a `do`: lines that lead to the mistake, for the checker.
    var slips: [Lesson.Command] = []

    /// Where the sample stands.
    var location: Lesson.Location {
      switch sample {
      case .value(let expression): expression.location
      case .words(let words): words.location
      }
    }

    /// The sample as the author wrote it.
    var text: String {
      switch sample {
      case .value(let expression): expression.text
      case .words(let words): words.content
      }
    }
  }

  /// What it wants.
  var kind: any QuestionKind
  let text: Prose
  let wrongs: [Wrong]
  /// The last may contain the answer.
  let hints: [Lesson.Located<Prose>]
  /// An expression that shows how to get the answer, where the author gives one.
  let solution: Lesson.Expression?
  /// What to add once it is answered.
  let praise: Prose?
  /// A command whose picture stands beside the question while it is open.
  let picture: Lesson.Command?
  /// What the answer must be made of.
  let sources: AnswerSources
  /// The line of the fence.
  let line: Int

  /// Lines that answer the question.
  var modelAnswer: [String] { kind.modelAnswer(solution) }
}

extension Question: Equatable {
  static func == (first: Question, second: Question) -> Bool {
    first.kind.isEqual(to: second.kind) && first.text == second.text
      && first.wrongs == second.wrongs && first.hints == second.hints
      && first.solution == second.solution && first.praise == second.praise
      && first.picture == second.picture && first.sources == second.sources
      && first.line == second.line
  }
}
