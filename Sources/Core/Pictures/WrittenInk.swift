/// What was written in a picture: its ink, without specks and without what runs along the rim.
///
/// A part of the ink (pixels that hang together) is a speck where it has less than a 25th of the ink
/// of the largest, or where none of its pixels is at least half ink. A part that runs along the rim is
/// left out where another one is at least a quarter as large: it is a shadow or the edge of a table. So
/// is one that fills a side, whatever else there is.
/// Where specks make up more than half of the ink, nothing was written: it is noise.
struct WrittenInk {
  /// The ink of the parts that are left.
  let ink: Plane
  /// These parts, from the left.
  let parts: [InkPart]
  /// How many parts were too small.
  let specks: Int
  /// How many ran along the rim.
  let atRim: Int

  /// Less ink parts what is beside it.
  private static let least: Float = 0.15
  private static let speck: Float = 0.04
  private static let rival: Float = 0.25
  private static let writing: Float = 0.5

  /// - Parameter ink: of all of the picture, at least half in one of its pixels.
  init(_ ink: Plane) {
    let all = ink.parts(from: Self.least).filter { $0.darkest > 0.5 }
    let open = all.filter { !$0.fillsSide }
    let inner = open.filter { !$0.isRim }
    let hasRival = Self.most(inner) >= Self.rival * Self.most(open)
    let candidates = hasRival ? inner : open
    let least = Self.speck * Self.most(candidates)
    let large = candidates.filter { $0.mass >= least }
    let share = Self.mass(large) / max(Self.mass(candidates), .leastNormalMagnitude)
    parts = share >= Self.writing ? large : []
    atRim = all.count - candidates.count
    specks = candidates.count - parts.count
    var kept = [Float](repeating: 0, count: ink.values.count)
    for part in parts {
      for pixel in part.pixels { kept[pixel] = ink.values[pixel] }
    }
    self.ink = Plane(width: ink.width, height: ink.height, values: kept)
  }

  private static func mass(_ parts: [InkPart]) -> Float { parts.reduce(0) { $0 + $1.mass } }

  private static func most(_ parts: [InkPart]) -> Float { parts.map(\.mass).max() ?? 0 }
}
