/// The last word of an earlier line, inserted where the cursor was.
struct LastWord {
  /// Which of the history's entries it is from.
  var entry: Int
  var word: String
  /// The line that it stands in.
  var line: EditLine.Buffer

  /// The last word of the nearest entry before one.
  static func before(_ entry: Int, in entries: [String]) -> (entry: Int, word: String)? {
    for index in entries.indices.prefix(entry).reversed() {
      if let word = entries[index].split(whereSeparator: \.isWhitespace).last {
        return (index, String(word))
      }
    }
    return nil
  }
}

extension EditLineEditor {
  /// Alt-.: inserts the last word of the line before; again, of the one before that.
  func insertLastWord() -> EditLine.Verdict {
    let entries = history.entries
    let again = lastWord.flatMap { $0.line == editLine.buffer ? $0 : nil }
    guard let (entry, word) = LastWord.before(again?.entry ?? entries.count, in: entries) else {
      return .beep
    }
    if let again {
      editLine.deleteBeforeCursor(TextWidth.editable(again.word).unicodeScalars.count)
    }
    editLine.insert(word)
    lastWord = LastWord(entry: entry, word: word, line: editLine.buffer)
    return .refresh
  }
}
