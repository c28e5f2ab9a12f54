import Presentation

/// What somebody says in words, rather than with a command or a formula.
struct Sentence: Equatable, Sendable {
  /// What it wants.
  enum Intent: String, CaseIterable, Sendable {
    /// They don't know what to answer, or what to do.
    case stuck
    case solution
    case why
    case next
    case skip
    case back
    /// The same once more.
    case again
    /// Where in the lesson they are.
    case whereAmI
    /// What can be typed.
    case commands
    /// To begin with the course.
    case begin
    case leave
    case agree
    case yes
    case no
    case thanks
    case greeting
    /// Something was typed by mistake.
    case slip
    /// What a word means.
    case meaning
    /// To see something.
    case show
    /// Words that are not in the table.
    case other
  }

  let intent: Intent
  /// What it is about, of `meaning` and `show`: as typed, without articles.
  let subject: String
  /// Whether it is known word for word, so that it is meant even where it begins like a command:
  /// "keep going", "why?".
  let isListed: Bool

  init(_ intent: Intent, _ subject: String = "", isListed: Bool = false) {
    self.intent = intent
    self.subject = subject
    self.isListed = isListed
  }

  /// Reads a line; nil where it does not read as words.
  init?(_ line: String) {
    let words = SentenceReading.words(line)
    guard !words.isEmpty else {
      guard line.contains("?") else { return nil }
      self.init(.stuck)
      return
    }
    let forms = SentenceReading.forms(words)
    if let intent = forms.lazy.compactMap({ SentenceTable.intents[$0] }).first {
      let isExact = SentenceTable.intents[words] != nil
      self.init(intent, isListed: isExact && (words.count > 1 || intent == .why))
    } else if let asked = forms.lazy.compactMap(Self.asked).first {
      self = asked
    } else if words.count == 1, line.trimmed.hasSuffix("?") {
      self.init(.meaning, words[0])
    } else {
      guard SentenceReading.isTalk(line) else { return nil }
      self.init(.other)
    }
  }

  /// A question about something: what it is, or to see it.
  private static func asked(_ words: [String]) -> Sentence? {
    for pattern in SentenceTable.patterns
    where words.count > pattern.before.count + pattern.after.count
      && words.starts(with: pattern.before)
      && words.reversed().starts(with: pattern.after.reversed())
    {
      let subject = Array(words.dropFirst(pattern.before.count).dropLast(pattern.after.count))
      let plain = subject.filter { !SentenceTable.fillers.contains($0) }
      return Sentence(pattern.intent, (plain.isEmpty ? subject : plain).joined(separator: " "))
    }
    return nil
  }
}

/// How a line is cut into words, and which of them say nothing.
enum SentenceReading {
  /// The words of a line without the signs around them. What people shorten is shortened, without
  /// its mark.
  static func words(_ line: String) -> [String] {
    let all = line.split(whereSeparator: \.isWhitespace).compactMap { part -> String? in
      let word = part.trimmingSigns.filter { !"'’‘`".contains($0) }
      return word.isEmpty ? nil : isPlain(word) ? word.lowercased() : word
    }
    return all.reduce(into: []) { words, word in
      if let last = words.last, let short = SentenceTable.contractions[[last, word]] {
        words[words.count - 1] = short
      } else {
        words.append(word)
      }
    }
  }

  private static func isPlain(_ word: String) -> Bool {
    word.allSatisfy { $0.isLetter || $0 == "-" }
  }

  /// A sentence as it is, then without what is only polite or hesitant, then without what opens a
  /// request and what trails after it.
  static func forms(_ words: [String]) -> [[String]] {
    let plain = words.filter { !SentenceTable.fillers.contains($0) }
    var forms = [words]
    if !plain.isEmpty, plain != words { forms.append(plain) }
    var rest = plain.isEmpty ? words : plain
    while let shorter = withoutFrame(rest) {
      rest = shorter
      forms.append(rest)
    }
    return forms
  }

  private static func withoutFrame(_ words: [String]) -> [String]? {
    for opening in SentenceTable.openings
    where words.count > opening.count && words.starts(with: opening) {
      return Array(words.dropFirst(opening.count))
    }
    for ending in SentenceTable.endings
    where words.count > ending.count && words.reversed().starts(with: ending.reversed()) {
      return Array(words.dropLast(ending.count))
    }
    return nil
  }

  /// Whether a line is words throughout, and some of them are such as only a sentence has.
  static func isTalk(_ line: String) -> Bool {
    let words = words(line)
    let isWords = words.allSatisfy { word in
      word.allSatisfy { $0.isLetter || $0.isNumber || "-,".contains($0) }
    }
    let plain = words.filter(isPlain)
    guard isWords, let last = line.trimmed.last, !plain.isEmpty else { return false }
    let isCalled = "?!".contains(last) && plain.count == words.count
    return isCalled || plain.contains(where: CommonWords.all.contains)
      || plain.count == words.count && plain.count > 2 && plain.allSatisfy { $0.count > 1 }
  }
}

extension Substring {
  /// Without the signs that stand around a word in a sentence.
  fileprivate var trimmingSigns: String {
    let signs = "?!.,;:…\"'’‘“”«»()"
    guard let last = lastIndex(where: { !signs.contains($0) }) else { return "" }
    let text = self[...last].drop { signs.contains($0) }
    // A bracket of a formula is no sign of the sentence.
    let open = text.count { $0 == "(" }
    let closed = text.count { $0 == ")" }
    return String(text) + String(repeating: ")", count: Swift.max(0, open - closed))
  }
}
