/// A drawn line: pieces of text that stand next to each other.
typealias Line = [Span]

extension Line {
  /// How many columns the line takes.
  var width: Int { reduce(0) { $0 + $1.text.displayWidth } }

  /// The line with spaces up to a width.
  func padded(to width: Int) -> Line {
    let missing = width - self.width
    return missing > 0 ? self + [Span(String(repeating: " ", count: missing))] : self
  }
}

extension Span {
  /// As many spaces as the text takes columns.
  fileprivate var blank: String { String(repeating: " ", count: text.displayWidth) }
}

extension Line {
  /// The line with spaces in place of what is hidden.
  var blanked: Line { map { $0.style == .hidden ? Span($0.blank) : $0 } }
}

/// Turns styled lines into the characters of one terminal.
struct Painter {
  let colors: TerminalCapabilities.ColorDepth

  /// The line with its colours; runs of the same style share one escape sequence, and none is left
  /// open at the end.
  func paint(_ line: Line) -> String {
    var result = ""
    var open = ""
    for span in line where !span.text.isEmpty {
      let sequence = self.sequence(for: span.style)
      if sequence != open {
        if !open.isEmpty { result += "\u{1B}[0m" }
        if !sequence.isEmpty { result += "\u{1B}[\(sequence)m" }
        open = sequence
      }
      result += span.style == .hidden ? span.blank : span.text
    }
    return open.isEmpty ? result : result + "\u{1B}[0m"
  }

  /// The numbers of the "select graphic rendition" sequence; empty for the terminal's own look.
  private func sequence(for style: Style) -> String {
    guard colors != .none else { return "" }
    switch style {
    case .plain, .hidden: return ""
    case .strong: return "1"
    case .faint: return "2"
    case .code:
      return colors == .sixteen ? "36" : foreground(Color(red: 110, green: 190, blue: 255))
    case .problem:
      return colors == .sixteen ? "91" : foreground(Color(red: 255, green: 110, blue: 90))
    case .positive(let strength): return signed(strength, weak: "32", strong: "92", .positive)
    case .negative(let strength): return signed(strength, weak: "31", strong: "91", .negative)
    case .field(let strength): return field(strength)
    case .pixels(let top, let bottom):
      guard colors != .sixteen else { return "" }
      return foreground(.gray(top)) + ";" + background(.gray(bottom))
    case .series(let index):
      let number = index % Color.series.count
      return colors == .sixteen
        ? ["96", "93", "95", "92"][number] : foreground(Color.series[number])
    }
  }

  private func signed(_ strength: Float, weak: String, strong: String, _ full: Color) -> String {
    guard colors != .sixteen else { return strength < 0.6 ? weak : strong }
    // Even the weakest must be seen on black and on white.
    return foreground(full.dimmed(to: 0.35 + 0.65 * min(max(strength, 0), 1)))
  }

  /// Fields are filled; the strokes on negative ones are a darker shade, so that they stay legible
  /// without drowning the colour.
  private func field(_ strength: Float) -> String {
    let size = min(abs(strength), 1)
    guard colors != .sixteen else {
      return signed(
        size, weak: strength > 0 ? "32" : "31", strong: strength > 0 ? "92" : "91", .gray(1))
    }
    if colors == .twoHundredFiftySix {
      let shades = strength > 0 ? Self.greens : Self.reds
      let shade = Int(nearest: size * Float(shades.count - 1))
      return "38;5;\(shades[shade > 1 ? shade - 2 : 0]);48;5;\(shades[shade])"
    }
    let full = strength > 0 ? Color.positive : .negative
    return foreground(full.dimmed(to: size * 0.45)) + ";" + background(full.dimmed(to: size))
  }

  /// From dark to bright in the palette of 256, without a change of hue.
  private static let greens = [16, 22, 22, 28, 34, 40]
  private static let reds = [16, 52, 52, 88, 124, 160]

  private func foreground(_ color: Color) -> String { "38;" + code(color) }
  private func background(_ color: Color) -> String { "48;" + code(color) }

  private func code(_ color: Color) -> String {
    colors == .trueColor
      ? "2;\(color.red);\(color.green);\(color.blue)" : "5;\(color.paletteIndex)"
  }
}

/// A colour in three bytes.
private struct Color {
  var red: Int
  var green: Int
  var blue: Int

  /// The film's green and red, moved a little apart in blue for eyes that do not tell them.
  static let positive = Color(red: 60, green: 220, blue: 130)
  static let negative = Color(red: 255, green: 85, blue: 60)

  /// Curves in one plot: blue, amber, violet, green, which differ in brightness too.
  static let series = [
    Color(red: 110, green: 190, blue: 255), Color(red: 255, green: 190, blue: 80),
    Color(red: 200, green: 130, blue: 255), Color(red: 110, green: 220, blue: 130),
  ]

  static func gray(_ level: Float) -> Color {
    let byte = Int(nearest: min(max(level, 0), 1) * 255)
    return Color(red: byte, green: byte, blue: byte)
  }

  func dimmed(to strength: Float) -> Color {
    func part(_ value: Int) -> Int { Int(nearest: Float(value) * strength) }
    return Color(red: part(red), green: part(green), blue: part(blue))
  }

  /// The nearest of the 256 colours: 24 greys from 232, or the 6×6×6 cube from 16.
  var paletteIndex: Int {
    if red == green, green == blue {
      return red < 4 ? 16 : red > 246 ? 231 : 232 + min(max((red - 3) / 10, 0), 23)
    }
    func step(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
    return 16 + 36 * step(red) + 6 * step(green) + step(blue)
  }
}
