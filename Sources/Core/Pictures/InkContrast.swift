/// How much darker than its paper each pixel is, as a share, and what of that is ink.
struct InkContrast {
  /// The contrast, without the finest noise.
  private let contrast: Plane
  /// In pixels, wider than a stroke.
  private let window: Int
  /// From here on a pixel has more ink than paper.
  let threshold: Float
  /// The contrast of full ink.
  private let full: Float
  /// How far paper alone strays.
  private let noise: Float

  /// Fainter than that, on paper without noise, nothing is called ink.
  private static let faintest: Float = 0.04
  /// Ink stands out from what the paper strays by: among nothing but stains, those that are called ink
  /// are hardly more than twice the others.
  private static let separation: Float = 3.5
  /// Ink stands out from the grain by that many of its deviations.
  private static let clearance: Float = 4

  /// Nil where nothing stands out.
  init?(_ rough: Plane, window: Int) {
    let radius = min(window / 16, Int(Float(rough.side) * 0.004))
    let smooth = rough.mean(radius: radius)
    let grain = rough.grain / Float(2 * radius + 1)
    // Noise makes the lightest of a window lighter than the paper is.
    let bias = smooth.values(upTo: smooth.halfOfStrongest).median
    contrast = smooth.map { $0 - bias }
    self.window = window
    let threshold = contrast.halfOfStrongest
    self.threshold = threshold
    let inked = contrast.values.filter { $0 > threshold }
    guard !inked.isEmpty else { return nil }
    full = inked.median
    noise = 1.48 * contrast.values(upTo: threshold).map(abs).median
    guard full >= max(Self.faintest, Self.clearance * grain, Self.separation * noise) else {
      return nil
    }
  }

  /// A picture with paper painted over its ink.
  func painting(_ picture: Plane, with paper: Plane) -> Plane {
    let isInk = contrast.values.map { $0 > threshold / 2 }
    var result = picture
    for index in isInk.indices where isInk[index] { result.values[index] = paper.values[index] }
    return result
  }

  /// Below this share of full ink there is none.
  private static let least: Float = 0.2
  /// From this share on it is full.
  private static let most: Float = 0.95

  /// How much ink each pixel has, 0 to 1: grey at the edges of strokes, as pens and lenses leave it.
  var ink: Plane {
    contrast.joined(with: fullAround) { contrast, full in
      let least = min(max(Self.least * full, 3 * noise), full / 2)
      return min(max((contrast - least) / (Self.most * full - least), 0), 1)
    }
  }

  /// Full ink near each pixel: in a shadow the same ink stands out less.
  private var fullAround: Plane {
    let near = contrast.map { min($0, 1.2 * full) }.highest(window: window)
    return near.mean(radius: window / 2).map { min(max($0, full / 2), full) }
  }
}

extension Plane {
  fileprivate func values(upTo limit: Float) -> [Float] { values.filter { $0 <= limit } }

  /// The deviation of noise that differs from pixel to pixel.
  fileprivate var grain: Float {
    let steps = values.indices.dropFirst().map { abs(values[$0] - values[$0 - 1]) }
    return 1.48 * steps.median / Float(2).squareRoot()
  }

  /// Half of what the strongest pixels have, which are as many as even a small digit's.
  fileprivate var halfOfStrongest: Float { values.strongest(share: InkSearch.strongest) / 2 }
}

extension [Float] {
  /// An even sample of them, in order.
  private var ordered: [Float] {
    stride(from: 0, to: count, by: Swift.max(1, count / 50_000)).map { self[$0] }.sorted()
  }

  /// The middle one in order; 0 where there are none.
  var median: Float {
    let sample = ordered
    return sample.isEmpty ? 0 : sample[sample.count / 2]
  }

  /// The mean of a share of them, the largest, and of eight at least.
  func strongest(share: Float) -> Float {
    let top = ordered.suffix(Swift.max(8, Int(Float(Swift.min(count, 50_000)) * share)))
    return top.reduce(0, +) / Float(Swift.max(top.count, 1))
  }
}
