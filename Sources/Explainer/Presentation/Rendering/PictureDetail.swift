/// How finely the numbers of a picture are told apart. A picture of noise has hardly two neighbours of
/// one colour, and each colour takes bytes to say: where that is too much to send, it has fewer.
struct PictureDetail: Equatable {
  /// The most colours there are.
  let depth: TerminalCapabilities.ColorDepth
  /// The steps from nothing to full; nil for as many as there are colours.
  let steps: Float?

  /// All that the terminal can show.
  static let full = PictureDetail(depth: .trueColor, steps: nil)

  /// From the finest to the coarsest.
  static let all = [
    full, PictureDetail(depth: .trueColor, steps: 16), PictureDetail(depth: .trueColor, steps: 10),
    PictureDetail(depth: .twoHundredFiftySix, steps: 10),
    PictureDetail(depth: .twoHundredFiftySix, steps: 6),
    PictureDetail(depth: .twoHundredFiftySix, steps: 4),
    PictureDetail(depth: .twoHundredFiftySix, steps: 3),
    PictureDetail(depth: .twoHundredFiftySix, steps: 2),
    PictureDetail(depth: .sixteen, steps: nil),
  ]

  /// The pixel that stands for another one.
  func pixel(_ pixel: Pixel) -> Pixel {
    guard let steps else { return pixel }
    func stepped(_ value: Float) -> Float { (value * steps).rounded() / steps }
    return switch pixel {
    case .ink(let level): .ink(stepped(level))
    case .signed(let strength): .signed(stepped(strength))
    case .coarse(let strength): .coarse(stepped(strength))
    case .marked(let level): .marked(stepped(level))
    }
  }
}

extension Painter {
  /// The most bytes that a reply with pictures takes.
  static let mostBytes = 20_000

  /// Lines as they are sent, in the finest detail that is not too much; and who painted them.
  ///
  /// Images keep to that by themselves.
  static func painted(
    _ lines: [Line], _ capabilities: TerminalCapabilities
  ) -> (lines: [String], by: Painter) {
    func painted(_ detail: PictureDetail) -> (lines: [String], by: Painter) {
      let painter = Painter(capabilities, detail)
      return (lines.map(painter.paint), painter)
    }
    // Each line ends with a line feed.
    func fits(_ lines: [String]) -> Bool {
      lines.reduce(0) { $0 + $1.utf8.count + 1 } <= mostBytes
    }
    let finest = painted(.full)
    guard capabilities.colors >= .twoHundredFiftySix, capabilities.images == nil,
      !fits(finest.lines)
    else { return finest }
    // The finest that fits, by halves: each coarser one takes fewer bytes. Where none fits, the last that
    // is tried is the coarsest.
    var candidates = PictureDetail.all.dropFirst()
    var best = finest
    var hasFitted = false
    while !candidates.isEmpty {
      let middle = candidates.startIndex + candidates.count / 2
      let next = painted(candidates[middle])
      if fits(next.lines) {
        (best, hasFitted, candidates) = (next, true, candidates[..<middle])
      } else {
        if !hasFitted { best = next }
        candidates = candidates[(middle + 1)...]
      }
    }
    return best
  }
}
