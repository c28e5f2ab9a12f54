import Presentation

/// A word that stands for a line of the history: `!!` for the last one, `!5` for the fifth.
enum HistoryRecall: Equatable {
  case last
  /// Counted from 1, as `history` numbers them.
  case number(Int)

  /// - Parameter line: As typed; nothing else may stand in it.
  init?(_ line: String) {
    let word = line.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    guard word.hasPrefix("!"),
      !line.drop(while: \.isWhitespace).dropFirst(word.count).contains(where: { !$0.isWhitespace })
    else { return nil }
    let digits = word.dropFirst()
    if digits == "!" {
      self = .last
    } else if !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit), let number = Int(digits) {
      self = .number(number)
    } else {
      return nil
    }
  }

  /// The line that is meant, if there is one.
  func line(in entries: [String]) -> String? {
    switch self {
    case .last: entries.last
    case .number(let number): number > 0 && number <= entries.count ? entries[number - 1] : nil
    }
  }
}

extension Program {
  /// What a typed line stands for, which is shown as if it had been typed.
  func recalled(_ typed: String) -> String {
    guard let line = HistoryRecall(typed)?.line(in: history.entries) else { return typed }
    output.show(
      Reply([.lines(line.split(separator: "\n").map { Prose(String($0), .code) })]), to: "")
    return line
  }
}
