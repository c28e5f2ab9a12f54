extension String {
  /// Enough of a word to recognise it, in one line.
  package var excerpt: String { excerpt(upTo: 40) }

  /// As much of it as fits into so many characters, in one line.
  package func excerpt(upTo most: Int) -> String {
    // One character may be made of any number of scalars.
    let start = String(unicodeScalars.prefix(200))
    let clean = start.withoutControls
    let isWhole = start.utf8.count == utf8.count && clean.count <= most
    // A sign for what cannot be shown at all, so that no sentence has a hole.
    if isWhole, clean.isEmpty, !isEmpty { return "\u{FFFD}" }
    return isWhole ? clean : clean.prefix(most - 1) + "…"
  }
}
