import Presentation

// The words for numbers that do not fit where they stand.

extension NumberBounds {
  /// What is said of a word that should have been a whole number.
  func wording(notWhole word: String) -> ErrorMessage {
    let subject: Prose = role == .setting ? "\(code: name)" : "The \(name)"
    guard !word.isEmpty else {
      return ErrorMessage("A number is missing after \(name)=.", subject + rule)
    }
    return ErrorMessage("'\(word)' isn't a whole number.", subject + rule)
  }

  /// What is said of a number that is too large or too small.
  func wording(outside word: String) -> ErrorMessage {
    switch role {
    case .index: ErrorMessage("There's no \(name) \(word)\(owner).", range)
    case .amount: ErrorMessage("The \(name) can't be \(word).", range)
    case .setting: ErrorMessage("\(name) can't be \(word).", "It" + rule)
    }
  }

  private var rule: Prose {
    low == high
      ? " can only be \(low)." : " is a \(isWhole ? "whole " : "")number from \(low) to \(high)."
  }

  private var range: Prose { low == high ? "There's only \(low)." : "Use \(low) to \(high)." }
}
