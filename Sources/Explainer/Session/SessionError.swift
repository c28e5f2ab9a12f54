import Lab
import Presentation

/// What can be wrong with a line about the prompt itself.
public enum SessionError: Error, Equatable, Sendable {
  case lineTooLong(limit: Int)
  case noSuchTopic(String, nearest: String?)
  case noFigure
  case lab(LabError)
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
    case .noFigure:
      ErrorMessage(
        "There's no figure to describe yet.",
        "Type \(code: "digit") to see one, then \(code: "describe").")
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
