import Lab
import Presentation

/// What a question wants, and everything that depends on that: how it is written in a lesson, asked,
/// answered, and proved.
///
/// A new kind is a file with a type of this protocol and a line in `QuestionKinds`.
protocol QuestionKind: Equatable, Sendable {
  // MARK: In a lesson's file

  /// The word after `ask`.
  static var name: String { get }
  /// The keys of its block, in the order in which an author would write them.
  static var keys: [AskKey] { get }
  /// Reads what is its own from a block.
  init(_ fields: LessonFields) throws(LessonLineError)
  /// Reads what stands between `wrong` and the colon.
  static func sample(
    _ sample: Lesson.Located<String>, _ fields: LessonFields
  ) throws(LessonLineError) -> Question.Wrong.Sample

  // MARK: Asking

  /// How it is answered.
  var answering: Answering { get }
  /// How to answer, to stand below the question.
  var instruction: String { get }
  /// What is said when Enter alone is pressed before it is answered.
  var reminder: Prose { get }
  /// What is told of a line that is no answer at all.
  func notUnderstood(_ line: String) -> ErrorMessage
  /// What there is to choose from.
  var options: [Prose] { get }
  /// What stands before one of them, counted from 0.
  func mark(ofOption index: Int) -> String
  /// Whether a line can only be an answer, whatever else its words might mean.
  func isAnswer(_ line: String) -> Bool
  /// Whether a line that is neither a command nor a formula can be read as an answer.
  func reads(_ line: String) -> Bool
  /// Whether a name that gets the value asked for answers the question.
  var takesNamed: Bool { get }
  /// A hint as it is told, where the order of the options is the learner's own.
  func told(_ hint: Prose) -> Prose
  /// Lines to run before it is asked.
  var preparation: [Lesson.Command] { get }
  /// Lines that make of the bench what it is after the question, for those who pass it by.
  var consequences: [Lesson.Command] { get }

  // MARK: Answering

  /// Judges an answer.
  ///
  /// - Parameters:
  ///   - answer: the line.
  ///   - lab: the bench, on which the kind may show something.
  /// - Throws: where the line is no answer; that is no wrong answer, only a slip.
  func judge(
    _ answer: FormulaLine, to question: Question, on lab: inout Lab, _ model: LessonModel
  ) throws(CourseError) -> AnswerVerdict
  /// Whether the bench is as it should be; only of those that are answered by commands.
  func isFulfilled(on lab: Lab) -> Bool
  /// Lines that answer it.
  func modelAnswer(_ solution: Lesson.Expression?) -> [String]
  /// What it is about, where an expression says so.
  var about: Lesson.Expression? { get }
  /// What is right, where a few words say it.
  func truth(on lab: Lab) -> Prose?
  /// What the command `solution` says.
  func solutionBlocks(_ lines: [String], on lab: Lab) -> [Block]

  // MARK: Proving

  /// Whether its author has to say what is answered to misconceptions.
  var needsMisconceptions: Bool { get }
  /// What is wrong with it.
  ///
  /// - Parameter lab: the bench on which it is asked; afterwards that of somebody who answered.
  func errors(_ check: QuestionCheck, _ lab: inout Lab) -> [LessonError]
  /// The part of a hint that gives the answer away.
  func leak(in hint: Prose, on lab: Lab) -> String?
}

/// All kinds of questions.
enum QuestionKinds {
  static let all: [any QuestionKind.Type] = [
    NumberQuestion.self, ChoiceQuestion.self, YesNoQuestion.self, PredictQuestion.self,
    DoQuestion.self, DrawQuestion.self, OrderQuestion.self,
  ]

  /// What may stand after `ask`, as a list in a sentence.
  static var names: String {
    listed(all.map { $0.name }, "or")
  }

  /// The kind of that name.
  static func named(_ name: String) -> (any QuestionKind.Type)? { all.first { $0.name == name } }
}

/// A key of an `ask` block.
struct AskKey {
  let name: String
  /// Whether it may stand more than once.
  let repeats: Bool

  init(_ name: String, repeats: Bool = false) {
    self.name = name
    self.repeats = repeats
  }
}

/// How a question is answered.
enum Answering: Equatable {
  /// By a line that has a value.
  case byValue
  /// By a line that has a value, or by words.
  case byWords
  /// By what the learner does on the bench, with any lines.
  case byCommands
}

extension QuestionKind {
  static func sample(
    _ sample: Lesson.Located<String>, _ fields: LessonFields
  ) throws(LessonLineError) -> Question.Wrong.Sample {
    .value(try AskParser.expression(sample.content, at: sample.location))
  }

  var answering: Answering { .byValue }
  var reminder: Prose {
    "Answer first. Stuck? Type \(code: "hint") or \(code: "skip")."
  }
  func notUnderstood(_ line: String) -> ErrorMessage {
    ErrorMessage(
      "'\(line.trimmed.excerpt)' isn't a number or a formula.",
      "Type one of those. Stuck? Type \(code: "hint") or \(code: "skip").")
  }
  var options: [Prose] { [] }
  func mark(ofOption index: Int) -> String { String(index + 1) }
  func isAnswer(_ line: String) -> Bool { false }
  func reads(_ line: String) -> Bool { AnswerReading(line).isSpoken }
  var takesNamed: Bool { false }
  func told(_ hint: Prose) -> Prose { hint }
  var preparation: [Lesson.Command] { [] }
  var consequences: [Lesson.Command] { [] }
  func isFulfilled(on lab: Lab) -> Bool { false }
  var about: Lesson.Expression? { nil }
  func truth(on lab: Lab) -> Prose? { nil }
  var needsMisconceptions: Bool { true }

  /// Whether two questions want the same.
  func isEqual(to other: any QuestionKind) -> Bool { (other as? Self) == self }
}
