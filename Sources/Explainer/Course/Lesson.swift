import Formulas
import Lab
import Presentation

/// One lesson: steps of prose, of commands that run, and of questions.
public struct Lesson: Equatable, Sendable {
  /// What progress is kept by, and what is typed after `lesson`.
  public let id: String
  /// As a list of lessons shows it.
  public let title: String
  /// The question that it answers, as a list of lessons shows it.
  public let question: String?
  /// How long it takes, where the author says so.
  public let minutes: Int?
  /// What to know before: commands and terms that other lessons teach, or other lessons' ids.
  public let needs: [String]
  /// Commands and terms that later lessons may use.
  public let teaches: [String]
  /// Where in the film it belongs: minutes and seconds.
  public let video: String?
  /// At least one.
  public internal(set) var steps: [Step]
  /// The step whose question shows whether somebody may begin after this lesson.
  let placement: String?
  /// What it is for.
  var purpose = Purpose.course
  /// The file it is from, for messages.
  public let file: String
  /// Where the values of the front matter stand, by key.
  let frontMatter: [String: Location]

  /// The id of the step that stands before the first heading.
  public static let openingStep = "start"
}

extension Lesson {
  /// What a row of steps is for.
  enum Purpose: Equatable {
    /// A lesson of the course; progress is kept.
    case course
    /// To ask again what was missed.
    case review
    /// To find where somebody who knows a part of it should begin; the first miss ends it.
    case placement
  }

  /// Where something stands in a lesson's file, both from 1.
  public struct Location: Equatable, Sendable {
    /// Lines of the file.
    public var line: Int
    /// Characters of the line.
    public var column: Int
  }

  /// Something and where it stands.
  public struct Located<Content: Equatable & Sendable>: Equatable, Sendable {
    /// What stands there.
    public let content: Content
    /// Where.
    public let location: Location
  }

  /// An expression that has been read.
  public struct Expression: Equatable, Sendable {
    /// As the author wrote it.
    public let text: String
    /// What it says.
    public let syntax: Syntax
    /// Where it stands.
    public let location: Location
  }

  /// A line to carry out: a command or an expression.
  package typealias Command = Located<String>

  /// What stands under one heading.
  public struct Step: Equatable, Sendable {
    /// Stable, so that lessons may be reordered and mended without losing anybody's progress.
    public let id: String
    /// The heading.
    public let title: String
    /// The heading's line in the file.
    public let line: Int
    /// In reading order.
    var parts: [Part]
    /// For a review: the lesson that the step is from.
    var origin: Origin?
  }

  /// Where a step of a review comes from.
  struct Origin: Equatable {
    let lesson: String
    let step: String
    /// Which of the step's questions, from 0.
    let question: Int
  }

  /// A part of a step.
  enum Part: Equatable {
    case prose([Block], line: Int)
    case run([Command])
    case ask(Question)
  }
}

extension Lesson.Step {
  var questions: [Question] {
    parts.compactMap { if case .ask(let question) = $0 { question } else { nil } }
  }
}

/// A lesson's bytes, and the name to call them by in messages.
public struct LessonFile: Equatable, Sendable {
  /// As in its folder: `08-counting.md`.
  public let name: String
  /// Not yet understood.
  public let bytes: [UInt8]
  /// Why there are no bytes.
  public let problem: FileError?

  /// A file of the course.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    problem = nil
  }

  /// A file that could not be read.
  public init(name: String, problem: FileError) {
    self.name = name
    bytes = []
    self.problem = problem
  }
}
