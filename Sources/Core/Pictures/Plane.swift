/// A number for each pixel of a picture, and what is asked of the surroundings of each.
struct Plane: Equatable, Sendable {
  let width: Int
  let height: Int
  /// Row after row from the top left.
  var values: [Float]

  init(width: Int, height: Int, values: [Float]) {
    precondition(width > 0 && height > 0 && values.count == width * height)
    self.width = width
    self.height = height
    self.values = values
  }

  /// As large as another, with the same number everywhere.
  init(like other: Plane, _ value: Float) {
    self = other.map { _ in value }
  }

  /// The shorter side, in pixels.
  var side: Int { min(width, height) }

  /// Each number changed by itself.
  func map(_ change: (Float) -> Float) -> Plane {
    Plane(width: width, height: height, values: values.map(change))
  }

  /// Each number joined with that of the same pixel of another plane of this size.
  func joined(with other: Plane, _ join: (Float, Float) -> Float) -> Plane {
    precondition(other.width == width && other.height == height)
    return Plane(width: width, height: height, values: zip(values, other.values).map(join))
  }

  /// Rows as columns.
  var transposed: Plane {
    var result = [Float](repeating: 0, count: values.count)
    for row in 0..<height {
      for column in 0..<width { result[column * height + row] = values[row * width + column] }
    }
    return Plane(width: height, height: width, values: result)
  }

  /// The same in squares of `side` by `side` pixels, each with its mean; what fills no square at the
  /// right and at the bottom is left out.
  ///
  /// - Parameter side: at least 1, at most the shorter side.
  func coarse(_ side: Int) -> Plane {
    let (columns, rows) = (width / side, height / side)
    var sums = [Float](repeating: 0, count: columns * rows)
    for row in 0..<rows * side {
      for column in 0..<columns * side {
        sums[row / side * columns + column / side] += values[row * width + column]
      }
    }
    return Plane(width: columns, height: rows, values: sums.map { $0 / Float(side * side) })
  }

  // MARK: Windows

  /// The mean of the square that reaches `radius` pixels each way; beyond the rim the outermost pixel
  /// goes on.
  func mean(radius: Int) -> Plane {
    radius > 0 ? meanAlongRows(radius).transposed.meanAlongRows(radius).transposed : self
  }

  private func meanAlongRows(_ radius: Int) -> Plane {
    var result = self
    let count = Double(2 * radius + 1)
    for row in 0..<height {
      let start = row * width
      func value(_ column: Int) -> Double {
        Double(values[start + min(max(column, 0), width - 1)])
      }
      var sum = (-radius...radius).reduce(0) { $0 + value($1) }
      for column in 0..<width {
        result.values[start + column] = Float(sum / count)
        sum += value(column + radius + 1) - value(column - radius)
      }
    }
    return result
  }

  /// The largest number of the square around each pixel, as far as it lies in the picture.
  ///
  /// - Parameter window: the square's side in pixels, odd.
  func highest(window: Int) -> Plane {
    highestAlongRows(window).transposed.highestAlongRows(window).transposed
  }

  /// The smallest number of the square around each pixel.
  func lowest(window: Int) -> Plane { map(-).highest(window: window).map(-) }

  /// Without whatever is darker than its surroundings and nowhere as wide as the window: the
  /// morphological closing. A dark half of a picture stays as it is, up to its edge.
  func closed(window: Int) -> Plane { highest(window: window).lowest(window: window) }

  /// The largest of ever longer stretches, each from two shorter ones, to the window's length.
  private func highestAlongRows(_ window: Int) -> Plane {
    precondition(window > 0 && window % 2 == 1)
    var result = self
    let radius = window / 2
    var line = [Float](repeating: -.infinity, count: width + 2 * radius)
    for row in 0..<height {
      let start = row * width
      for index in line.indices { line[index] = -.infinity }
      for column in 0..<width { line[radius + column] = values[start + column] }
      var length = 1
      while length < window {
        let step = min(length, window - length)
        for index in 0..<line.count - step { line[index] = max(line[index], line[index + step]) }
        length += step
      }
      for column in 0..<width { result.values[start + column] = line[column] }
    }
    return result
  }
}
