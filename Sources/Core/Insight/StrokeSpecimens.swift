/// Pictures of pieces of our own drawings. They are strokes, so that it is known how each piece runs and
/// whether it closes.
public struct StrokeSpecimens: Sendable {
  /// A picture of a piece, and which kind of piece it is.
  public struct Specimen: Equatable, Sendable {
    /// The piece alone.
    public let digit: Digit
    /// Which kind: for an edge its direction, for a loop 1 where it is closed and 0 where it is cut.
    public let label: Int
  }

  /// How a short piece runs: from side to side, down to the right, down, down to the left.
  public static let directions = 4

  /// Pieces in pixels, as they lie in their drawing: short straight ones by direction, closed ones.
  private struct Pieces {
    var straight: [[[Drawing.Point]]] = Array(repeating: [], count: StrokeSpecimens.directions)
    var closed: [[Drawing.Point]] = []
  }

  private var learned = Pieces()
  private var heldOut = Pieces()

  /// Every third drawing of a digit is held out: pieces to judge by are never cut from one that
  /// pieces to learn from are cut from.
  public init(_ drawings: [Drawing]) {
    var copies: [Int: Int] = [:]
    for drawing in drawings {
      let copy = copies[drawing.digit, default: 0]
      copies[drawing.digit] = copy + 1
      let paths = Self.paths(drawing)
      if copy % 3 == 2 {
        Self.collect(paths, &heldOut)
      } else {
        Self.collect(paths, &learned)
      }
    }
  }

  /// Whether there are pieces of every kind, to learn from and to judge by.
  public var areComplete: Bool {
    [learned, heldOut].allSatisfy { pieces in
      pieces.straight.allSatisfy { !$0.isEmpty } && !pieces.closed.isEmpty
    }
  }

  /// Short straight pieces, of every direction equally many, each somewhere near where it was drawn.
  public func edges(
    _ count: Int, heldOut isHeldOut: Bool, using generator: inout SeededGenerator
  ) -> [Specimen] {
    let pieces = isHeldOut ? heldOut : learned
    return (0..<count).map { index in
      let label = index % Self.directions
      let kind = pieces.straight[label]
      return specimen(kind[generator.next(below: kind.count)], label, &generator)
    }
  }

  /// Closed pieces, and as many that a third of the way around was cut out of; only such whose ink goes
  /// all around something, or does not, as the stroke does: a thick pen fills small loops and gaps.
  public func loops(
    _ count: Int, heldOut isHeldOut: Bool, using generator: inout SeededGenerator
  ) -> [Specimen] {
    let pieces = (isHeldOut ? heldOut : learned).closed
    return (0..<count).map { index in
      let label = index % 2
      var piece = loop(of: pieces, label, &generator)
      for _ in 0..<Self.mostTries where piece.digit.isClosed != (label == 1) {
        piece = loop(of: pieces, label, &generator)
      }
      return piece
    }
  }

  /// Nearly all are right at once.
  private static let mostTries = 100

  private func loop(
    of pieces: [[Drawing.Point]], _ label: Int, _ generator: inout SeededGenerator
  ) -> Specimen {
    var path = pieces[generator.next(below: pieces.count)]
    if label == 0 {
      let start = generator.next(below: path.count)
      let turned = Array(path[start...] + path[..<start])
      path = Self.prefix(of: turned + [turned[0]], share: 2.0 / 3)
    } else {
      path.append(path[0])
    }
    return specimen(path, label, &generator)
  }

  private func specimen(
    _ path: [Drawing.Point], _ label: Int, _ generator: inout SeededGenerator
  ) -> Specimen {
    let (right, down) = (generator.next(in: -3...3), generator.next(in: -3...3))
    let pen = generator.next(in: 0.9...1.6)
    let moved = path.map { Drawing.Point(x: $0.x + right, y: $0.y + down) }
    var ink = [Float](repeating: 0, count: Digit.pixelCount)
    Drawing.addInk(along: moved, penRadius: pen, to: &ink)
    return Specimen(digit: Digit(pixels: ink), label: label)
  }
}

extension Digit {
  /// Whether ink goes all around some dark pixel: from it no way of rows and columns leads to the rim.
  ///
  /// A row is a word of bits, with a margin of dark pixels around the picture: so a whole row goes on
  /// to the next at once.
  fileprivate var isClosed: Bool {
    let side = Self.side + 2
    var dark = [UInt32](repeating: 1 << side - 1, count: side)
    for index in pixels.indices where pixels[index] > 0 {
      dark[index / Self.side + 1] &= ~(1 << (index % Self.side + 1))
    }
    var reached = [UInt32](repeating: 0, count: side)
    reached[0] = dark[0]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for row in 0..<side {
        var bits = reached[row]
        if row > 0 { bits |= reached[row - 1] & dark[row] }
        if row + 1 < side { bits |= reached[row + 1] & dark[row] }
        while case let wider = bits | (bits << 1 | bits >> 1) & dark[row], wider != bits {
          bits = wider
        }
        if bits != reached[row] { (reached[row], isGrowing) = (bits, true) }
      }
    }
    return reached != dark
  }
}

// MARK: Cutting drawings up

extension StrokeSpecimens {
  /// The strokes of a drawing where they lie in its picture.
  private static func paths(_ drawing: Drawing) -> [[Drawing.Point]] {
    let sketch = Sketch(drawing)
    let placement = sketch.normalized().placement
    return sketch.strokes.map { $0.path.map(placement.point) }
  }

  private static func collect(_ paths: [[Drawing.Point]], _ pieces: inout Pieces) {
    for path in paths {
      for piece in straightPieces(path) { pieces.straight[piece.direction].append(piece.path) }
      pieces.closed += closedPieces(path)
    }
  }

  /// How long a straight piece is, in pixels, and how much longer its path may be than the way between
  /// its ends.
  private static let pieceLength: Float = 7
  private static let straightness: Float = 1.03

  private static func straightPieces(
    _ path: [Drawing.Point]
  ) -> [(path: [Drawing.Point], direction: Int)] {
    let along = lengths(path)
    var pieces: [(path: [Drawing.Point], direction: Int)] = []
    var start = 0
    while let end = (start..<path.count).first(where: { along[$0] - along[start] >= pieceLength }) {
      let piece = Array(path[start...end])
      let (dx, dy) = (path[end].x - path[start].x, path[end].y - path[start].y)
      let chord = (dx * dx + dy * dy).squareRoot()
      if chord * straightness >= along[end] - along[start], let direction = direction(dx, dy) {
        pieces.append((piece, direction))
      }
      start =
        (start + 1..<path.count).first { along[$0] - along[start] >= pieceLength / 2 } ?? path.count
      guard start < path.count else { break }
    }
    return pieces
  }

  /// The nearest of four directions; nil halfway between two, where eyes would not agree.
  private static func direction(_ dx: Float, _ dy: Float) -> Int? {
    // tan of 15° and of 30°: within 15° of one of the four.
    let (near, far) = (Float(0.268), Float(0.577))
    if dy.magnitude <= near * dx.magnitude { return 0 }
    if dx.magnitude <= near * dy.magnitude { return 2 }
    let ratio = min(dx.magnitude, dy.magnitude) / max(dx.magnitude, dy.magnitude)
    guard ratio >= far else { return nil }
    return (dx > 0) == (dy > 0) ? 1 : 3
  }

  /// A loop is at least so long around and encloses at least so much, in pixels.
  private static let leastLength: Float = 14
  private static let leastArea: Float = 12

  /// The parts of a stroke that come back to where they began.
  private static func closedPieces(_ path: [Drawing.Point]) -> [[Drawing.Point]] {
    let along = lengths(path)
    var pieces: [[Drawing.Point]] = []
    var start = 0
    while start < path.count {
      let end = (start..<path.count).first { index in
        let (dx, dy) = (path[index].x - path[start].x, path[index].y - path[start].y)
        return along[index] - along[start] >= leastLength && dx * dx + dy * dy < 1.5
      }
      if let end, case let piece = Array(path[start..<end]), area(piece) >= leastArea {
        pieces.append(piece)
        start = end
      } else {
        start += 1
      }
    }
    return pieces
  }

  private static func lengths(_ path: [Drawing.Point]) -> [Float] {
    var sum: Float = 0
    return path.indices.map { index in
      if index > 0 { sum += distance(path[index - 1], path[index]) }
      return sum
    }
  }

  private static func distance(_ one: Drawing.Point, _ other: Drawing.Point) -> Float {
    let (dx, dy) = (one.x - other.x, one.y - other.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// What a polygon encloses (Gauss's shoelace).
  private static func area(_ polygon: [Drawing.Point]) -> Float {
    var twice: Float = 0
    for index in polygon.indices {
      let (one, next) = (polygon[index], polygon[(index + 1) % polygon.count])
      twice += one.x * next.y - next.x * one.y
    }
    return twice.magnitude / 2
  }

  /// The beginning of a path, as far as a share of its length.
  private static func prefix(of path: [Drawing.Point], share: Float) -> [Drawing.Point] {
    let along = lengths(path)
    let end = share * (along.last ?? 0)
    return Array(path.prefix(max(along.prefix { $0 <= end }.count, 2)))
  }
}
