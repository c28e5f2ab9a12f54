import Presentation

extension Prose {
  /// Text in which backticks stand around what is to be typed. Nothing else is marked up, so that
  /// a sum such as 16*16*10 stays as it is.
  init(inline text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    // Of an odd number of backticks the last is a plain character.
    let isOdd = parts.count.isMultiple(of: 2)
    let spans = parts.enumerated().compactMap { index, part -> Prose.Span? in
      let isCode = !index.isMultiple(of: 2) && !(isOdd && index == parts.count - 1)
      let text = isOdd && index == parts.count - 1 ? "`" + part : String(part)
      return text.isEmpty ? nil : Prose.Span(text, isCode ? .code : .plain)
    }
    self.init(spans)
  }
}
