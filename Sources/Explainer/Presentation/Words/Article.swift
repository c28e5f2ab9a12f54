extension Int {
  /// `a 3`, `an 8`, `an 11`, `an 80`: the article that its name asks for when it is said aloud.
  package var withArticle: String { article + " " + Number.grouped(self) }

  /// `a` or `an`.
  package var article: String {
    let first = Number.grouped(self).prefix { $0 != "," }
    return first.hasPrefix("8") || first == "11" || first == "18" ? "an" : "a"
  }
}
