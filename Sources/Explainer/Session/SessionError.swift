import Lab
import Presentation

/// What can be wrong with a line about the prompt itself.
public enum SessionError: Error, Equatable, Sendable {
  case lineTooLong(limit: Int)
  case noSuchTopic(String, nearest: String?)
  /// A command that needs a figure, before there is one.
  case noFigure(to: FigureUse)
  /// A name for a picture whose ending says nothing of how to write it.
  case unknownPicture(String)
  case lab(LabError)
}

/// What can be done with a figure.
public enum FigureUse: String, Equatable, Sendable {
  case describe, save

  /// What to type for it.
  fileprivate var command: String {
    switch self {
    case .describe: "describe"
    case .save: "figure save FILE"
    }
  }
}

extension SessionError: ExplainedError {
  /// What the person is told.
  public var explanation: ErrorMessage {
    switch self {
    case .lineTooLong(let limit):
      ErrorMessage(
        "That line is longer than \(Number.grouped(limit)) bytes, so it was not read.",
        "Put long lists of numbers into a file, or split the line.")
    case .noSuchTopic(let word, let nearest):
      ErrorMessage(
        "There is no help on '\(word.excerpt)'.",
        nearest.map { "Did you mean '\(code: "help \($0)")'?" }
          ?? "Type \(code: "help") for the list.")
    case .noFigure(let use):
      ErrorMessage(
        "There's no figure to \(use.rawValue) yet.",
        "Type \(code: "digit") to see one, then \(code: use.command).")
    case .unknownPicture(let path):
      ErrorMessage(
        path.isEmpty
          ? "A picture needs a name." : "'\(path.excerpt)' doesn't say which kind of picture.",
        "End its name with \(code: ".svg"), \(code: ".png") or \(code: ".txt").")
    case .lab(let error): error.explanation
    }
  }
}

extension Arguments {
  /// The value of a parameter; what is wrong with it is an error of the prompt's, too.
  func given<Value>(_ parameter: Parameter<Value>) throws(SessionError) -> Value? {
    do { return try value(parameter) } catch { throw .lab(error) }
  }
}
