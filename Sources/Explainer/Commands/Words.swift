/// A typed line cut into words: at spaces, but not inside brackets or quotes.
struct Words: RandomAccessCollection {
  /// A word and where it starts.
  struct Word: Equatable {
    /// The word, without quotes.
    var text: String
    /// The column of its first character, from 1.
    var column: Int
  }

  private var words: [Word] = []
  var startIndex: Int { words.startIndex }
  var endIndex: Int { words.endIndex }

  subscript(position: Int) -> Word { words[position] }

  /// Cuts a line; an open bracket or quote is pointed at.
  init(_ line: String) throws(Problem) {
    var word: Word?
    var openBrackets: [Int] = []
    var quote: (sign: Character, column: Int)?
    for (offset, character) in line.enumerated() {
      if let open = quote {
        if character == open.sign { quote = nil } else { word?.text.append(character) }
        continue
      }
      if character.isWhitespace && openBrackets.isEmpty {
        if let finished = word { words.append(finished) }
        word = nil
        continue
      }
      if word == nil { word = Word(text: "", column: offset + 1) }
      switch character {
      case "\"": quote = (character, offset + 1)
      case "[":
        openBrackets.append(offset + 1)
        word?.text.append(character)
      case "]":
        _ = openBrackets.popLast()
        word?.text.append(character)
      default: word?.text.append(character)
      }
    }
    if let quote { throw .unclosed(quote.sign, column: quote.column) }
    if let column = openBrackets.last { throw .unclosed("[", column: column) }
    if let word { words.append(word) }
  }
}
