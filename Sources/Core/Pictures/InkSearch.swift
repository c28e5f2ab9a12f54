/// Finds the ink of a picture whose paper is lighter than its ink, however unevenly it is lit.
///
/// The paper's own lightness is that of the picture without whatever is dark and narrower than a
/// window (`Plane.closed`): strokes vanish, while shadows, which are wider, stay, edges and all. How
/// much darker than its paper a pixel is says how much ink there is.
///
/// It is asked of the picture and of the same with its light evened out, and the lesser answer holds:
/// where the window is wide, a hollow of slow light looks like ink in the one, and beside the edge of a
/// shadow evened light does in the other.
struct InkSearch {
  /// Light to dark, 1 to 0, paper lighter than ink: as it was, and in even light.
  private let grays: [Plane]
  /// The same without the finest noise.
  private let smooth: [Plane]
  /// How many pixels away a pixel still counts in the smooth ones.
  private let reach: Int

  init(_ gray: Plane) {
    grays = [gray, gray.inEvenLight]
    let radius = Int(Float(gray.side) * 0.004)
    smooth = grays.map { $0.mean(radius: radius).mean(radius: radius) }
    reach = 2 * radius
  }

  /// How much ink each pixel has, 0 (paper) to 1; nil where nothing stands out from the paper.
  var ink: Plane? {
    let window = window
    // The middle of a stroke wider than the window looks like paper. With the ink found so far painted
    // over, the rest is narrower.
    var pictures = smooth
    var found: InkContrast?
    for _ in 0..<Self.rounds {
      let papers = pictures.map { paper(of: $0, window) }
      found = InkContrast(Self.contrast(papers, grays), window: window)
      guard let found else { return nil }
      pictures = zip(pictures, papers).map { found.painting($0, with: $1) }
    }
    return found?.ink
  }

  private static let rounds = 3

  // MARK: How wide strokes are

  /// Windows to try, as shares of the shorter side.
  private static let shares: [Float] = [
    0.03, 0.06, 0.09, 0.125, 0.155, 0.2, 0.25, 0.33, 0.42, 0.5, 0.7,
  ]
  /// As large a share of the pixels as even a small digit has.
  static let strongest: Float = 0.004
  /// From this share of the most contrast on there is hardly more to come.
  private static let enough: Float = 0.88
  /// The window for the whole, against the one that strokes begin to fit into.
  private static let room: Float = 2

  /// The window's side in pixels: the smallest in which the strongest strokes stand out, and more.
  private var window: Int {
    let square = max(1, grays[0].side / 100)
    let small = smooth.map { $0.coarse(square) }
    let sizes = Self.shares.map { max(3, Int(Float(small[0].side) * $0) | 1) }
    // The pixels that stand out most.
    let contrasts = sizes.map { size in
      Self.contrast(small.map { $0.closed(window: size) }, small).values
        .strongest(share: Self.strongest)
    }
    let wanted = Self.enough * (contrasts.max() ?? 0)
    let found = zip(sizes, contrasts).first { $0.1 >= wanted }?.0 ?? 3
    return Int(Float(found * square) * Self.room) | 1
  }

  // MARK: How dark ink is

  /// Without the grain that closing leaves. At the edge of a shadow neither that mean nor the smooth
  /// picture may lighten the dark side.
  private func paper(of picture: Plane, _ window: Int) -> Plane {
    let closed = picture.highest(window: window).lowest(window: window + 2 * reach)
    return closed.mean(radius: max(1, window / 4)).joined(with: closed, min)
  }

  /// The share of the papers' light that is missing, at least; of very dark paper less is certain.
  private static func contrast(_ papers: [Plane], _ grays: [Plane]) -> Plane {
    zip(papers, grays)
      .map { $0.joined(with: $1) { paper, gray in (paper - gray) / max(paper, 0.1) } }
      .reduce(Plane(like: papers[0], .infinity)) { $0.joined(with: $1, min) }
  }
}
