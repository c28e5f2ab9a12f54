/// Text as strokes: the letters of `Alphabet`, set in a size and at a place.
enum Lettering {
  /// How wide a stroke is for a size of 1.
  static let usualWidth = 0.09
  static let boldWidth = 0.135

  /// How long a text is. Letters are as wide as those of the most common typefaces without serifs, so
  /// that the same text has about this length wherever it is shown.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    letters(of: text).reduce(0) { $0 + $1.width } * step(size, isBold)
  }

  /// How far on a unit of a letter's width leads. Bold letters stand further apart.
  private static func step(_ size: Double, _ isBold: Bool) -> Double {
    size / Alphabet.unit * (isBold ? 1.06 : 1)
  }

  /// The lines that make a text.
  static func strokes(of text: Graphic.Text) -> [[Graphic.Point]] {
    let scale = text.size / Alphabet.unit
    var left = text.position.x - text.anchor.share * text.width
    return letters(of: text.content).flatMap { letter -> [[Graphic.Point]] in
      defer { left += letter.width * step(text.size, text.isBold) }
      return letter.strokes.map { stroke in
        stroke.map {
          Graphic.Point(left + $0.x * scale, text.position.y - $0.y * scale)
        }
      }
    }
  }

  /// The letters of a text; one that there is none for is spelled out.
  private static func letters(of text: String) -> [Alphabet.Letter] {
    text.flatMap { character -> [Alphabet.Letter] in
      if let letter = Alphabet.letters[character] { return [letter] }
      return String(character).spelledInASCII.compactMap { Alphabet.letters[$0] }
    }
  }
}

extension Graphic.Text.Anchor {
  /// How much of a text lies before its place.
  fileprivate var share: Double {
    switch self {
    case .start: 0
    case .middle: 0.5
    case .end: 1
    }
  }
}
