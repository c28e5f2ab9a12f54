/// A typed line cut into words: at spaces, but not inside brackets or quotes. A backslash takes the
/// meaning from a space, a quote, a bracket or another backslash.
package struct Words: RandomAccessCollection {
  /// A word and where it starts.
  package struct Word: Equatable {
    /// The word, without quotes.
    var text: String
    /// The column of its first character, from 1.
    var column: Int
    /// Whether any of it stood in quotes.
    var isQuoted = false
  }

  private var words: [Word]
  package var startIndex: Int { words.startIndex }
  package var endIndex: Int { words.endIndex }

  package subscript(position: Int) -> Word { words[position] }

  /// Cuts a line; an open bracket or quote is pointed at.
  init(_ line: String) throws(LabError) {
    var cutter = WordCutter()
    for character in line { cutter.take(character) }
    cutter.takeHeldBackslash()
    if let column = cutter.quote { throw .unclosed("\"", column: column) }
    if let column = cutter.brackets.last { throw .unclosed("[", column: column) }
    words = cutter.finished + (cutter.current.map { [$0] } ?? [])
  }

  /// A word in quotes, so that it is one word whatever it holds.
  ///
  /// - Parameter isFinished: whether the quote is closed again.
  static func quoted(_ text: String, isFinished: Bool = true) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + escaped + (isFinished ? "\"" : "")
  }

  /// A text as one word of a line: in quotes where it would be several words, or another.
  package static func quotedIfNeeded(_ text: String) -> String {
    needsQuotes(text) ? quoted(text) : text
  }

  /// Whether a text is one word, and itself, only in quotes.
  static func needsQuotes(_ text: String) -> Bool {
    text.isEmpty || text.contains { $0.isWhitespace || "\"\\[]".contains($0) }
  }
}

/// A line cut as far as it has been typed.
package struct TypedWords {
  /// The words that are over.
  package let finished: [String]
  /// The word at the end, without its quotes; empty after a space.
  package let last: String
  /// How many characters of the line that word takes, quotes and all.
  package let lastLength: Int
  /// Whether a quote is open.
  package let isQuoted: Bool

  package init(_ line: String) {
    var cutter = WordCutter()
    for character in line { cutter.take(character) }
    cutter.takeHeldBackslash()
    finished = cutter.finished.map(\.text)
    last = cutter.current?.text ?? ""
    lastLength = cutter.current.map { cutter.length - $0.column + 1 } ?? 0
    isQuoted = cutter.quote != nil
  }
}

/// Cuts a line into words, a character at a time.
private struct WordCutter {
  private(set) var finished: [Words.Word] = []
  private(set) var current: Words.Word?
  /// Characters taken.
  private(set) var length = 0
  /// The columns of the brackets that are open.
  private(set) var brackets: [Int] = []
  /// The column of the quote that is open.
  private(set) var quote: Int?
  /// A backslash that has not met what it may stand before.
  private var hasBackslash = false

  mutating func take(_ character: Character) {
    length += 1
    if hasBackslash, isEscapable(character) {
      hasBackslash = false
      current?.text.append(character)
      return
    }
    takeHeldBackslash()
    if current == nil, !character.isWhitespace { current = Words.Word(text: "", column: length) }
    switch character {
    case "\\": hasBackslash = true
    case "\"":
      quote = quote == nil ? length : nil
      current?.isQuoted = true
    case _ where quote != nil: current?.text.append(character)
    case _ where character.isWhitespace && brackets.isEmpty:
      if let word = current { finished.append(word) }
      current = nil
    case "[":
      brackets.append(length)
      current?.text.append(character)
    case "]":
      _ = brackets.popLast()
      current?.text.append(character)
    default: current?.text.append(character)
    }
  }

  /// A backslash that stands before nothing special is one.
  mutating func takeHeldBackslash() {
    guard hasBackslash else { return }
    hasBackslash = false
    current?.text.append("\\")
  }

  private func isEscapable(_ character: Character) -> Bool {
    let always = character == "\"" || character == "\\"
    return always || quote == nil && (character.isWhitespace || "[]".contains(character))
  }
}
