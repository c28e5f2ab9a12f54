/// Bars in half columns, thin, on a track that shows how long a full one is.
///
/// What is not 0 is never drawn as nothing, and what is not all never as all. The track has a glyph of
/// its own, so that a bar is told from it by whoever sees no colours, or too few.
struct Bar {
  private let full: String
  private let half: String
  private let halfAtStart: String
  private let opposite: String
  private let rest: String

  init(_ renderer: TextRenderer) {
    if renderer.capabilities.hasFineMarks {
      (full, half, halfAtStart, opposite, rest) = ("━", "╸", "╺", "╍", "·")
    } else {
      (full, half, halfAtStart, opposite, rest) = ("=", "-", "-", "~", ".")
    }
  }

  /// A bar for a share from −1 to 1 on its track; one below 0 has a glyph and a colour of its own.
  func line(_ share: some BinaryFloatingPoint, length: Int, _ style: Style = .bar) -> Line {
    let isBelow = share < 0
    let halves = Self.halves(abs(Double(share)), of: length)
    let shown =
      isBelow
      ? String(repeating: opposite, count: (halves + 1) / 2) : text(halves: halves)
    return [
      Span(shown, isBelow ? .negative(1) : style),
      Span(String(repeating: rest, count: length - (halves + 1) / 2), .track),
    ]
  }

  /// A bar for a share from 0 to 1 without a track.
  func text(_ share: some BinaryFloatingPoint, length: Int) -> String {
    text(halves: Self.halves(Double(share), of: length))
  }

  /// The same that ends where others begin: spaces stand before it.
  func textToLeft(_ share: some BinaryFloatingPoint, length: Int) -> String {
    let halves = Self.halves(Double(share), of: length)
    return String(repeating: " ", count: length - (halves + 1) / 2)
      + (halves % 2 > 0 ? halfAtStart : "") + String(repeating: full, count: halves / 2)
  }

  private func text(halves: Int) -> String {
    String(repeating: full, count: halves / 2) + (halves % 2 > 0 ? half : "")
  }

  /// How many half columns a share takes.
  private static func halves(_ share: Double, of length: Int) -> Int {
    let all = 2 * max(length, 0)
    // No number has no bar.
    guard share > 0 else { return 0 }
    guard share < 1 else { return all }
    return min(max(Int(nearest: share * Double(all)), 1), max(all - 1, 0))
  }
}
