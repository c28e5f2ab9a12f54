/// Makes shapes into pixels. How much of a pixel a shape covers follows from how far its middle lies
/// from the shape's edge; of an upright rectangle it is computed exactly.
struct Rasterizer {
  private(set) var pixmap: Pixmap
  /// Pixels a point.
  private let scale: Double
  /// How much of each pixel of a row is covered.
  private var row: [Float]

  /// - Parameters:
  ///   - ground: what is behind all shapes.
  ///   - scale: pixels a point.
  init(_ size: Graphic.Size, on ground: Graphic.Paint?, scale: Double) {
    self.scale = scale
    pixmap = Pixmap(
      width: max(Int(nearest: (size.width * scale).rounded(.up)), 1),
      height: max(Int(nearest: (size.height * scale).rounded(.up)), 1), ground)
    row = Array(repeating: 0, count: pixmap.width)
  }

  mutating func draw(_ shape: Graphic.Shape) {
    switch shape {
    case .box(let box, let paint, let corner):
      if corner > 0 { fill(box, corner, paint) } else { fill(box, paint) }
    case .line(let points, let stroke): draw(points, stroke)
    case .disc(let center, let radius, let fill, let rim): draw(center, radius, fill, rim)
    case .squares(let squares): draw(squares)
    case .text(let text): draw(text)
    }
  }
}

// MARK: Areas

extension Rasterizer {
  /// The pixels between two places, as many as there are.
  private func pixels(_ from: Double, _ to: Double, of count: Int) -> Range<Int> {
    let low = Int(nearest: min(max(from.rounded(.down), 0), Double(count)))
    let high = Int(nearest: min(max(to.rounded(.up), 0), Double(count)))
    return low..<max(low, high)
  }

  /// The part of a pixel that lies between two places.
  private func overlap(_ pixel: Int, _ from: Double, _ to: Double) -> Float {
    Float(max(min(Double(pixel + 1), to) - max(Double(pixel), from), 0))
  }

  private mutating func fill(_ box: Graphic.Box, _ paint: Graphic.Paint) {
    let (left, right) = (box.left * scale, box.right * scale)
    let (top, bottom) = (box.top * scale, box.bottom * scale)
    let columns = pixels(left, right, of: pixmap.width)
    for y in pixels(top, bottom, of: pixmap.height) {
      let down = overlap(y, top, bottom)
      for x in columns { pixmap.blend(paint, down * overlap(x, left, right), x: x, y: y) }
    }
  }

  /// Their edges are those of pixels, or what is behind them would show between them.
  private mutating func draw(_ squares: Graphic.Squares) {
    func edge(_ start: Double, _ index: Int) -> Double {
      ((start + Double(index) * squares.side) * scale).rounded() / scale
    }
    for (index, color) in squares.colors.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: squares.columns)
      let (left, top) = (edge(squares.corner.x, column), edge(squares.corner.y, row))
      let (right, bottom) = (edge(squares.corner.x, column + 1), edge(squares.corner.y, row + 1))
      fill(Graphic.Box(left, top, right - left, bottom - top), Graphic.Paint(color))
    }
  }

  /// A rectangle with round corners: how far a place lies from a smaller one, less the radius.
  private mutating func fill(_ box: Graphic.Box, _ corner: Double, _ paint: Graphic.Paint) {
    let radius = Float(min(corner, box.width / 2, box.height / 2) * scale)
    let (halfWidth, halfHeight) = (Float(box.width * scale) / 2, Float(box.height * scale) / 2)
    let (x0, y0) = (Float(box.left * scale) + halfWidth, Float(box.top * scale) + halfHeight)
    let columns = pixels(box.left * scale, box.right * scale, of: pixmap.width)
    for y in pixels(box.top * scale, box.bottom * scale, of: pixmap.height) {
      let down = abs(Float(y) + 0.5 - y0) - halfHeight + radius
      for x in columns {
        let across = abs(Float(x) + 0.5 - x0) - halfWidth + radius
        let (a, b) = (max(across, 0), max(down, 0))
        let outside = (a * a + b * b).squareRoot() + min(max(across, down), 0) - radius
        pixmap.blend(paint, min(max(0.5 - outside, 0), 1), x: x, y: y)
      }
    }
  }

  private mutating func draw(
    _ center: Graphic.Point, _ radius: Double, _ fill: Graphic.Paint?, _ rim: Graphic.Stroke?
  ) {
    let (x0, y0, r) = (Float(center.x * scale), Float(center.y * scale), Float(radius * scale))
    let half = Float((rim?.width ?? 0) * scale) / 2
    let reach = Double(r + half + 1)
    let columns = pixels(center.x * scale - reach, center.x * scale + reach, of: pixmap.width)
    for y in pixels(center.y * scale - reach, center.y * scale + reach, of: pixmap.height) {
      for x in columns {
        let (a, b) = (Float(x) + 0.5 - x0, Float(y) + 0.5 - y0)
        let distance = (a * a + b * b).squareRoot()
        if let fill { pixmap.blend(fill, min(max(r + 0.5 - distance, 0), 1), x: x, y: y) }
        if let rim {
          pixmap.blend(rim.paint, Self.coverage(abs(distance - r), half), x: x, y: y)
        }
      }
    }
  }
}

// MARK: Lines

/// A straight piece of a line, in pixels.
private struct Piece {
  let x: Float
  let y: Float
  let dx: Float
  let dy: Float
  let length: Float

  init(_ from: Graphic.Point, _ to: Graphic.Point, _ scale: Double) {
    (x, y) = (Float(from.x * scale), Float(from.y * scale))
    (dx, dy) = (Float(to.x * scale) - x, Float(to.y * scale) - y)
    length = (dx * dx + dy * dy).squareRoot()
  }

  var top: Float { min(y, y + dy) }
  var bottom: Float { max(y, y + dy) }

  /// How far a place lies from it.
  func distance(_ px: Float, _ py: Float) -> Float {
    let (a, b) = (px - x, py - y)
    let along = length > 0 ? min(max((a * dx + b * dy) / (length * length), 0), 1) : 0
    let (c, d) = (a - along * dx, b - along * dy)
    return (c * c + d * d).squareRoot()
  }

  /// From where to where it may be nearer than so much, in a row.
  func columns(at py: Float, within reach: Float) -> (from: Float, to: Float) {
    let ends = (min(x, x + dx) - reach, max(x, x + dx) + reach)
    guard abs(dy) > 1e-3 * length, length > 0 else { return ends }
    let middle = x + (py - y) / dy * dx
    let half = reach * length / abs(dy)
    return (max(ends.0, middle - half), min(ends.1, middle + half))
  }
}

extension Rasterizer {
  /// How much a line of half a width covers of a pixel so far from its middle.
  private static func coverage(_ distance: Float, _ half: Float) -> Float {
    // A line thinner than a pixel never covers one.
    min(max(half + 0.5 - distance, 0), min(2 * half, 1))
  }

  private mutating func draw(_ points: [Graphic.Point], _ stroke: Graphic.Stroke) {
    for run in stroke.dash.map({ Self.dashes(points, $0) }) ?? [points] {
      cover(run, width: stroke.width, stroke.paint)
    }
  }

  /// Covers what is near a line, each pixel once however often the line passes.
  private mutating func cover(
    _ points: [Graphic.Point], width: Double, _ paint: Graphic.Paint
  ) {
    guard let first = points.first else { return }
    let pieces =
      points.count > 1
      ? zip(points, points.dropFirst()).map { Piece($0, $1, scale) }
      : [Piece(first, first, scale)]
    let half = Float(width * scale) / 2
    let reach = half + 1
    let top = pieces.map(\.top).min() ?? 0
    let bottom = pieces.map(\.bottom).max() ?? 0
    for y in pixels(Double(top - reach), Double(bottom + reach), of: pixmap.height) {
      let middle = Float(y) + 0.5
      var (low, high) = (pixmap.width, 0)
      for piece in pieces where piece.top - reach < middle && middle < piece.bottom + reach {
        let ends = piece.columns(at: middle, within: reach)
        let columns = pixels(Double(ends.from), Double(ends.to), of: pixmap.width)
        for x in columns {
          row[x] = max(
            row[x], Self.coverage(piece.distance(Float(x) + 0.5, middle), half))
        }
        if !columns.isEmpty {
          (low, high) = (min(low, columns.lowerBound), max(high, columns.upperBound))
        }
      }
      guard low < high else { continue }
      for x in low..<high {
        pixmap.blend(paint, row[x], x: x, y: y)
        row[x] = 0
      }
    }
  }

  /// The pieces of a line between its gaps.
  private static func dashes(
    _ points: [Graphic.Point], _ dash: Graphic.Stroke.Dash
  ) -> [[Graphic.Point]] {
    var runs: [[Graphic.Point]] = []
    var (isOn, left) = (true, dash.on)
    for (from, to) in zip(points, points.dropFirst()) {
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let length = (dx * dx + dy * dy).squareRoot()
      var done = 0.0
      if isOn, runs.isEmpty { runs.append([from]) }
      while length - done > left {
        done += left
        let point = Graphic.Point(from.x + dx * done / length, from.y + dy * done / length)
        if isOn { runs[runs.count - 1].append(point) } else { runs.append([point]) }
        isOn.toggle()
        left = isOn ? dash.on : dash.off
      }
      left -= length - done
      if isOn { runs[runs.count - 1].append(to) }
    }
    return runs
  }
}

// MARK: Text

extension Rasterizer {
  private mutating func draw(_ text: Graphic.Text) {
    let width = text.size * (text.isBold ? Lettering.boldWidth : Lettering.usualWidth)
    for stroke in Lettering.strokes(of: text) { cover(stroke, width: width, text.paint) }
  }
}

extension Graphic {
  private static let mostPixels = 2e7

  /// The picture in pixels.
  ///
  /// - Parameter scale: pixels a point; fewer where there would be very many pixels.
  package func pixmap(scale: Double = 2) -> Pixmap {
    let pixels = size.width * size.height * scale * scale
    let scale = pixels > Self.mostPixels ? scale * (Self.mostPixels / pixels).squareRoot() : scale
    var rasterizer = Rasterizer(size, on: ground, scale: scale)
    for shape in shapes { rasterizer.draw(shape) }
    return rasterizer.pixmap
  }
}
