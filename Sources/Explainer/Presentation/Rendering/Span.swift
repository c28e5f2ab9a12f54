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
  /// A part of a drawing of light, which stands on dark paper on every ground.
  case glow(Glow)
  /// Text on a field in the colour of a pixel.
  case field(Pixel)
  /// One of several curves, counted from 0.
  case series(Int)
  /// Not shown, but its room is kept.
  case hidden
  /// A row of cells that a picture made of pixels covers.
  case image(FigureImage)

  /// The look of text that is meant so.
  init(_ meaning: Prose.Style) {
    self =
      switch meaning {
      case .plain: .plain
      case .strong: .strong
      case .faint, .prompt: .faint
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

/// What a character of a drawing of light looks like.
enum Glow: Equatable {
  /// A neuron, from 0 (dark) to 1 (white).
  case lamp(Float)
  /// The number of a neuron, on a field as bright as the neuron.
  case number(Float)
  /// A line of a sign and a strength from −1 to 1.
  case line(Float)
  /// The same among many lines: in fewer colours, which take fewer bytes to say.
  case coarseLine(Float)
  case label, quiet, verdict
  /// What was asked about.
  case asked
  /// Nothing but what all of it stands on.
  case paper
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

extension [Span] {
  /// The line without spaces at its end that show nothing.
  var trimmedEnd: Line {
    var line = self
    while let last = line.last, !last.style.fillsSpaces {
      let text = last.text.reversed().drop { $0 == " " }.reversed()
      line.removeLast()
      guard text.isEmpty else {
        line.append(Span(String(text), last.style))
        break
      }
    }
    return line
  }
}

extension Style {
  /// Whether a space in this style is seen.
  fileprivate var fillsSpaces: Bool {
    switch self {
    case .pixels, .field, .glow(.number), .glow(.paper), .image: true
    case .plain, .strong, .faint, .code, .problem, .verdict, .positive, .negative, .bar, .track,
      .glow, .series, .hidden:
      false
    }
  }
}
