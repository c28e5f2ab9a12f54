/// What a piece of a drawn line looks like.
enum Style: Equatable {
  case plain, strong, faint, code, problem
  /// Of a positive or negative number; the strength goes from 0 to 1.
  case positive(Float), negative(Float)
  /// A field of a picture of signed numbers, from −1 to 1.
  case field(Float)
  /// One character that shows two pixels, one above the other, from 0 (black) to 1 (white).
  case pixels(top: Float, bottom: Float)
  /// One of several curves, counted from 0.
  case series(Int)
  /// Not shown, but its room is kept.
  case hidden

  /// The look of text that is meant so.
  init(_ meaning: Prose.Style) {
    self =
      switch meaning {
      case .plain: .plain
      case .strong: .strong
      case .faint: .faint
      case .code: .code
      case .problem: .problem
      case .positive(let strength): .positive(strength)
      case .negative(let strength): .negative(strength)
      case .hidden: .hidden
      }
  }
}

/// A piece of a drawn line, all of one look.
struct Span: Equatable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
