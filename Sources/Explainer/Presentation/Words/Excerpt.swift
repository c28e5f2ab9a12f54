extension String {
  /// Enough of a word to recognise it, in one line.
  package var excerpt: String {
    // One character may be made of any number of scalars.
    let start = String(unicodeScalars.prefix(200))
    let clean = start.withoutControls
    let isWhole = start.utf8.count == utf8.count && clean.count <= 40
    // A sign for what cannot be shown at all, so that no sentence has a hole.
    if isWhole, clean.isEmpty, !isEmpty { return "\u{FFFD}" }
    return isWhole ? clean : clean.prefix(39) + "…"
  }
}
