/// Finds the ink of a picture whose paper is lighter than its ink, however unevenly it is lit.
///
/// The paper's own lightness is that of the picture without whatever is dark and narrower than a
/// window (`Plane.closed`): strokes vanish, while shadows, which are wider, stay, edges and all. How
/// much darker than its paper a pixel is says how much ink there is.
struct InkSearch {
  /// Light to dark, 1 to 0, paper lighter than ink.
  private let gray: Plane
  /// The same without the finest noise.
  private let smooth: Plane

  init(_ gray: Plane) {
    self.gray = gray
    let radius = Int(Float(gray.side) * 0.004)
    smooth = gray.mean(radius: radius).mean(radius: radius)
  }

  /// How much ink each pixel has, 0 (paper) to 1; nil where nothing stands out from the paper.
  var ink: Plane? {
    let window = window
    // A stroke wider than the window was taken for paper in its middle: with the ink that was found
    // painted over, the rest is narrower.
    var picture = smooth
    var found: InkContrast?
    for _ in 0..<Self.rounds {
      let paper = paper(of: picture, window)
      found = contrast(with: paper, window)
      guard let found else { return nil }
      picture = picture.joined(with: paper, found.painting)
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
    let square = max(1, gray.side / 100)
    let small = smooth.coarse(square)
    let sizes = Self.shares.map { max(3, Int(Float(small.side) * $0) | 1) }
    let contrasts = sizes.map { size in Self.strongContrast(small, small.closed(window: size)) }
    let wanted = Self.enough * (contrasts.max() ?? 0)
    let found = zip(sizes, contrasts).first { $0.1 >= wanted }?.0 ?? 3
    return Int(Float(found * square) * Self.room) | 1
  }

  /// The mean contrast of the pixels that stand out most.
  private static func strongContrast(_ gray: Plane, _ paper: Plane) -> Float {
    paper.joined(with: gray, contrast).values.strongest(share: strongest)
  }

  /// The share of the paper's light that is missing; of very dark paper less is certain.
  private static func contrast(paper: Float, gray: Float) -> Float {
    (paper - gray) / max(paper, 0.1)
  }

  // MARK: How dark ink is

  private func paper(of picture: Plane, _ window: Int) -> Plane {
    picture.closed(window: window).mean(radius: max(1, window / 4))
  }

  private func contrast(with paper: Plane, _ window: Int) -> InkContrast? {
    let contrast = paper.joined(with: gray) { Self.contrast(paper: $0, gray: $1) }
    return InkContrast(contrast, window: window)
  }
}
