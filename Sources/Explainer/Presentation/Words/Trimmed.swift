extension String {
  /// The text without white space at its ends.
  package var trimmed: String {
    if let first = utf8.first, let last = utf8.last, 33...126 ~= first, 33...126 ~= last {
      return String(self)
    }
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last].drop { $0.isWhitespace })
  }
}
