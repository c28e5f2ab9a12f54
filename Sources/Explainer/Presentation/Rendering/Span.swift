/// What a piece of a drawn line looks like.
enum Style: Equatable {
  case plain, strong, faint, code, problem
  /// Of a positive or negative number; the strength goes from 0 to 1.
  case positive(Float), negative(Float)
  /// The verdict, or what is pointed out.
  case verdict
  /// A bar, and what it lies on.
  case bar, track
  /// Characters that show two pixels each, one above the other.
  case pixels(top: Pixel, bottom: Pixel)
  /// Text on a field in the colour of a pixel.
  case field(Pixel)
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
      case .verdict: .verdict
      case .hidden: .hidden
      }
  }
}

/// What a pixel of a picture looks like.
enum Pixel: Equatable {
  /// From 0 (black) to 1 (white).
  case ink(Float)
  /// Of signed numbers, from −1 to 1.
  case signed(Float)
  /// The same among many pictures: in fewer colours, which take fewer bytes to say.
  case coarse(Float)
  /// As ink, and pointed out.
  case marked(Float)
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
