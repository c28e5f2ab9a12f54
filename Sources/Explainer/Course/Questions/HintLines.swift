import Presentation

/// The lines that a text tells the learner to type, in order.
struct HintLines {
  let lines: [String]

  private static let counts = [
    "once": 1, "twice": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
  ]

  init(_ text: Prose) {
    var lines: [String] = []
    for (index, span) in text.spans.enumerated() where span.style == .code && index > 0 {
      let before = text.spans[index - 1].text.split { !$0.isLetter }.last?.lowercased()
      let after = index + 1 < text.spans.count ? text.spans[index + 1].text : ""
      guard ["type", "then", "try"].contains(before), Self.isWhole(span.text, after) else {
        continue
      }
      let word = after.split { !$0.isLetter }.first?.lowercased() ?? ""
      let isCount = after.contains("times") || word == "twice" || word == "once"
      lines += Array(repeating: span.text, count: isCount ? Self.counts[word] ?? 1 : 1)
    }
    self.lines = lines
  }

  /// Whether it is a line, rather than the beginning of one or its pattern.
  private static func isWhole(_ line: String, _ after: String) -> Bool {
    let words = line.split { !$0.isLetter && $0 != "-" }
    let isPattern = words.contains { $0.count > 2 && $0.allSatisfy(\.isUppercase) }
    let continuations = [
      " or ", ", for instance", " and a ", " with a ", " and the ", " and an ", " and its ",
      " and two ", " and four ",
    ]
    let isOpen = "=(-".contains(line.last ?? " ") || line.contains("…")
    return !isPattern && !isOpen && !continuations.contains(where: after.hasPrefix)
  }
}
