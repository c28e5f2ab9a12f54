/// Digits that were written side by side, from left to right.
///
/// - Parts of the ink that lie over one another are one digit, as the two strokes of a 5: parts of
///   similar size where a third of the narrower one lies over the other, much smaller ones where a
///   tenth does.
/// - A digit at least 1.3 times as wide as high is clearly two that touch where one column between
///   them has little ink: at most a quarter of the height, and half of the columns on either side.
struct DigitRow {
  /// The parts of each digit.
  private(set) var groups: [[InkPart]] = []
  private let written: Plane

  private static let overlap = 1.0 / 3
  private static let smallOverlap = 0.1
  private static let small: Float = 0.4

  /// - Parameter parts: from the left.
  init(_ parts: [InkPart], of written: Plane) {
    self.written = written
    for part in parts { add(part) }
    groups = groups.flatMap { separated($0) }
  }

  /// What was found, each on its way to 28×28 pixels.
  var digits: [WrittenDigit] { groups.map { WrittenDigit($0, of: written) } }

  // MARK: Parts that belong together

  /// Adds a part, to a digit where it lies over one; two digits that it joins become one.
  private mutating func add(_ part: InkPart) {
    var joined = [part]
    groups.removeAll { group in
      guard Self.belong(group, [part]) else { return false }
      joined += group
      return true
    }
    groups.append(joined)
    groups.sort { Self.columns($0).lowerBound < Self.columns($1).lowerBound }
  }

  private static func belong(_ first: [InkPart], _ second: [InkPart]) -> Bool {
    let (columns, others) = (columns(first), columns(second))
    let shared =
      min(columns.upperBound, others.upperBound) - max(columns.lowerBound, others.lowerBound) + 1
    let (mass, otherMass) = (mass(first), mass(second))
    let isSmall = min(mass, otherMass) < small * max(mass, otherMass)
    let least = Double(min(columns.count, others.count)) * (isSmall ? smallOverlap : overlap)
    return shared > 0 && Double(shared) >= least
  }

  private static func columns(_ parts: [InkPart]) -> ClosedRange<Int> {
    parts.dropFirst().reduce(parts[0].columns) {
      min($0.lowerBound, $1.columns.lowerBound)...max($0.upperBound, $1.columns.upperBound)
    }
  }

  private static func rows(_ parts: [InkPart]) -> ClosedRange<Int> {
    parts.dropFirst().reduce(parts[0].rows) {
      min($0.lowerBound, $1.rows.lowerBound)...max($0.upperBound, $1.rows.upperBound)
    }
  }

  private static func mass(_ parts: [InkPart]) -> Float { parts.reduce(0) { $0 + $1.mass } }

  // MARK: Digits that touch

  private static let wide = 1.3
  private static let thin: Float = 0.25
  private static let thinBeside: Float = 0.5
  /// Each of two digits has at least so much of both.
  private static let least: Float = 0.15

  private func separated(_ parts: [InkPart]) -> [[InkPart]] {
    guard let column = column(between: parts) else { return [parts] }
    let sides = [
      parts.compactMap { part($0) { $0 < column } }, parts.compactMap { part($0) { $0 >= column } },
    ]
    let all = Self.mass(parts)
    guard sides.allSatisfy({ Self.mass($0) >= Self.least * all }) else { return [parts] }
    return sides.flatMap { separated($0) }
  }

  /// The first column of the right one of two digits that touch; nil where it is hardly two.
  private func column(between parts: [InkPart]) -> Int? {
    let (columns, rows) = (Self.columns(parts), Self.rows(parts))
    guard Double(columns.count) >= Self.wide * Double(rows.count) else { return nil }
    var ink = [Float](repeating: 0, count: columns.count)
    for pixel in parts.flatMap(\.pixels) {
      ink[pixel % written.width - columns.lowerBound] += written.values[pixel]
    }
    // A digit is hardly narrower than a quarter of its height, but a 1.
    let margin = max(1, rows.count / 4)
    guard columns.count > 2 * margin else { return nil }
    let inner = margin..<columns.count - margin
    guard let thinnest = inner.min(by: { ink[$0] < ink[$1] }) else { return nil }
    let sides = min(ink[..<thinnest].sorted().middle, ink[thinnest...].sorted().middle)
    let isThin =
      ink[thinnest] <= Self.thin * Float(rows.count) && ink[thinnest] <= Self.thinBeside * sides
    return isThin ? columns.lowerBound + thinnest : nil
  }

  /// What of a part lies in some columns; nil where nothing does.
  private func part(_ part: InkPart, where isInside: (Int) -> Bool) -> InkPart? {
    InkPart(part.pixels.filter { isInside($0 % written.width) }, of: written)
  }
}

extension [Float] {
  fileprivate var middle: Float { isEmpty ? 0 : self[count / 2] }
}
