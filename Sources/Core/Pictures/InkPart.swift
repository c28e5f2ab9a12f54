/// Ink that hangs together.
struct InkPart: Equatable {
  /// Where its pixels are: row · width + column.
  let pixels: [Int]
  /// From its leftmost pixel to its rightmost.
  let columns: ClosedRange<Int>
  /// From its topmost row to its lowest.
  let rows: ClosedRange<Int>
  /// All of its ink: 1 for each pixel that is full.
  let mass: Float
  /// The ink of the pixel that has most.
  let darkest: Float
  /// How many of its pixels lie at the picture's rim.
  let rimPixels: Int
  /// Whether it goes along a side of the picture from end to end, as a shadow does and no digit.
  let fillsSide: Bool

  /// Some pixels of a picture; nil where there are none.
  init?(_ pixels: [Int], of picture: Plane) {
    let (width, height) = (picture.width, picture.height)
    let (columns, rows) = (pixels.map { $0 % width }, pixels.map { $0 / width })
    guard let left = columns.min(), let right = columns.max(), let top = rows.min(),
      let bottom = rows.max()
    else { return nil }
    self.pixels = pixels
    self.columns = left...right
    self.rows = top...bottom
    mass = pixels.reduce(0) { $0 + picture.values[$1] }
    darkest = pixels.reduce(0) { max($0, picture.values[$1]) }
    rimPixels = zip(columns, rows).count { column, row in
      row == 0 || row == height - 1 || column == 0 || column == width - 1
    }
    let sides = [
      rows.count { $0 == 0 } == width, rows.count { $0 == height - 1 } == width,
      columns.count { $0 == 0 } == height, columns.count { $0 == width - 1 } == height,
    ]
    fillsSide = width > 1 && height > 1 && sides.contains(true)
  }

  /// Whether it runs along the rim, as the edge of a table does and a digit does not: at the rim lie
  /// six tenths as many pixels as its box is wide and high together.
  var isRim: Bool { Float(rimPixels) >= 0.6 * Float(columns.count + rows.count) }
}

extension Plane {
  /// The parts of a picture's ink, from the left; pixels hang together also by their corners.
  ///
  /// - Parameter least: a pixel with less ink parts what is beside it.
  func parts(from least: Float) -> [InkPart] {
    var isFree = values.map { $0 >= least }
    var parts: [InkPart] = []
    // Column after column, so that parts come from the left.
    for column in 0..<width {
      for row in 0..<height where isFree[row * width + column] {
        let pixels = connected(to: row * width + column, &isFree)
        if let part = InkPart(pixels, of: self) { parts.append(part) }
      }
    }
    return parts
  }

  /// A pixel and all that hangs together with it; they are free no longer.
  private func connected(to start: Int, _ isFree: inout [Bool]) -> [Int] {
    var pixels = [start]
    isFree[start] = false
    var next = 0
    while next < pixels.count {
      for neighbor in neighbors(pixels[next]) where isFree[neighbor] {
        isFree[neighbor] = false
        pixels.append(neighbor)
      }
      next += 1
    }
    return pixels
  }

  private func neighbors(_ pixel: Int) -> [Int] {
    let (row, column) = (pixel / width, pixel % width)
    var found: [Int] = []
    for y in max(0, row - 1)...min(height - 1, row + 1) {
      for x in max(0, column - 1)...min(width - 1, column + 1) { found.append(y * width + x) }
    }
    return found
  }
}
