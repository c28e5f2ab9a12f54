/// The characters of pictures where there are no colours: what one shows of a pixel, or of two, one
/// above the other.
struct HeatMapGlyphs {
  let unicode: Bool

  /// Filled for what is above 0, hollow for what is below; the larger, the stronger. In ASCII the
  /// strokes are those of plus and minus.
  ///
  /// - Parameter top: A strength from −1 to 1.
  func signed(_ top: Float, _ bottom: Float) -> String {
    // Edges are where opposite weights meet: neither may hide the other.
    if min(abs(top), abs(bottom)) >= Self.strong, (top < 0) != (bottom < 0) {
      return Self.cross
    }
    return signed(abs(bottom) > abs(top) ? bottom : top)
  }

  /// Stands for two strong pixels of opposite signs.
  static let cross = "x"
  /// What it says in a legend.
  static let both = "\(cross) both"

  /// The character of one signed pixel.
  func signed(_ strength: Float) -> String {
    switch abs(strength) {
    case ..<Self.weak: unicode ? "·" : " "
    case ..<Self.strong: strength > 0 ? (unicode ? "▪" : "+") : unicode ? "▫" : "-"
    default: strength > 0 ? positive : negative
    }
  }

  /// The strongest of each sign, as legends show them.
  var positive: String { unicode ? "■" : "#" }
  var negative: String { unicode ? "□" : "=" }

  private static let weak: Float = 0.25
  private static let strong: Float = 0.55

  /// Light on dark.
  func ink(_ top: Float, _ bottom: Float) -> String {
    guard unicode else { return Self.ramp[Self.step((clamped(top) + clamped(bottom)) / 2)] }
    switch (top > 0.5, bottom > 0.5) {
    case (true, true): return "█"
    case (true, false): return "▀"
    case (false, true): return "▄"
    case (false, false): return max(top, bottom) > 0.25 ? "░" : " "
    }
  }

  /// The character of one pixel of light.
  func ink(_ level: Float) -> String {
    let level = clamped(level)
    return unicode
      ? (level > 0.75 ? "█" : level > 0.5 ? "▓" : level > 0.25 ? "▒" : level > 0 ? "░" : "·")
      : Self.ramp[Self.step(level)]
  }

  /// What is pointed out.
  var mark: String { unicode ? "╱" : "/" }

  private func clamped(_ level: Float) -> Float { min(max(level.isNaN ? 0 : level, 0), 1) }

  private static let ramp = " .:-=+*#%@".map { String($0) }

  /// The first for nothing alone.
  private static func step(_ level: Float) -> Int {
    Int(nearest: (level * Float(ramp.count - 1)).rounded(.up))
  }
}
