/// How wide the strokes of a digit are, and the same digit with strokes as the network was taught them:
/// a pen of another width is what it reads worst.
struct Strokes {
  /// The digit, from rim to rim.
  let ink: Plane

  init(_ ink: Plane) { self.ink = ink }

  /// Widths that need no change, where the digit's longer side is 20: those of the middle half of
  /// MNIST's training digits are 1.9 to 2.7, and thicker ones are read better than thinner.
  private static let usual: ClosedRange<Float> = 2.4...3.0

  /// The mean width in pixels: a stroke's surface is its width times half its outline, which is the sum
  /// of all changes from pixel to pixel.
  private var width: Float {
    var (surface, outline): (Float, Float) = (0, 0)
    func value(_ row: Int, _ column: Int) -> Float {
      row < 0 || column < 0 || row >= ink.height || column >= ink.width
        ? 0 : ink.values[row * ink.width + column]
    }
    for row in 0...ink.height {
      for column in 0...ink.width {
        let here = value(row, column)
        let (across, down) = (here - value(row, column - 1), here - value(row - 1, column))
        surface += here
        outline += (across * across + down * down).squareRoot()
      }
    }
    return 2 * surface / max(outline, .leastNormalMagnitude)
  }

  /// By how many pixels strokes are too wide; below 0 where they are too thin.
  var excess: Float {
    let unit = Float(max(ink.width, ink.height)) / Float(Digit.inkSide)
    let width = width
    return width - min(max(width, Self.usual.lowerBound * unit), Self.usual.upperBound * unit)
  }

  /// A digit whose strokes were thinned is smaller, so that they are still too wide for it, if less so.
  private static let rounds = 2

  /// With strokes of a usual width; nil where they have it to the pixel, and where nothing would be
  /// left.
  var asTaught: Plane? {
    var result: Plane?
    for _ in 0..<Self.rounds { result = Strokes(result ?? ink).nearer ?? result }
    return result
  }

  private var nearer: Plane? {
    let excess = excess
    let radius = Int((abs(excess) / 2).rounded())
    guard radius > 0 else { return nil }
    let roomy = ink.surrounded(by: radius)
    let window = 2 * radius + 1
    let changed = excess < 0 ? roomy.highest(window: window) : roomy.lowest(window: window)
    return InkImage(changed).cropped()
      .map { Plane(width: $0.width, height: $0.height, values: $0.ink) }
  }
}

extension Plane {
  /// With so many rows and columns of 0 on all sides.
  fileprivate func surrounded(by margin: Int) -> Plane {
    var result = [Float](repeating: 0, count: (width + 2 * margin) * (height + 2 * margin))
    for row in 0..<height {
      let start = (row + margin) * (width + 2 * margin) + margin
      result.replaceSubrange(start..<start + width, with: values[row * width..<(row + 1) * width])
    }
    return Plane(width: width + 2 * margin, height: height + 2 * margin, values: result)
  }
}
