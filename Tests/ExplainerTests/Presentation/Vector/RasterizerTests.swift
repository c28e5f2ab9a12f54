import Testing

@testable import Presentation

/// Shapes as pixels: how much of each is covered, against counting many places in it.
struct RasterizerTests {
  private let red = Graphic.Paint(0xff0000)

  private func coverage(
    _ shape: Graphic.Shape, scale: Double = 1, _ width: Double = 20, _ height: Double = 20
  ) -> Pixmap {
    Graphic(Graphic.Size(width, height), [shape]).pixmap(scale: scale)
  }

  private func alphas(_ pixmap: Pixmap) -> [Double] {
    stride(from: 3, to: pixmap.bytes.count, by: 4).map { Double(pixmap.bytes[$0]) / 255 }
  }

  /// The part of every pixel that lies inside, by 16 times 16 places in it.
  private func expect(
    _ shape: Graphic.Shape, scale: Double = 1, within: Double = 0.13,
    inside: (Double, Double) -> Bool, at location: SourceLocation = #_sourceLocation
  ) {
    let pixmap = coverage(shape, scale: scale)
    let found = alphas(pixmap)
    var total = (found: 0.0, counted: 0.0)
    for y in 0..<pixmap.height {
      for x in 0..<pixmap.width {
        var count = 0
        for place in 0..<256 {
          let px = (Double(x) + (Double(place % 16) + 0.5) / 16) / scale
          let py = (Double(y) + (Double(place / 16) + 0.5) / 16) / scale
          if inside(px, py) { count += 1 }
        }
        let counted = Double(count) / 256
        let one = found[y * pixmap.width + x]
        #expect(abs(one - counted) < within, "at \(x), \(y)", sourceLocation: location)
        total = (total.found + one, total.counted + counted)
      }
    }
    #expect(abs(total.found - total.counted) < 0.02 * total.counted, sourceLocation: location)
  }

  private func distance(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }

  @Test func `an upright rectangle covers exactly its part of each pixel`() {
    let pixmap = coverage(.box(.init(0.25, 0.5, 1, 1), red), 2, 2)
    #expect(alphas(pixmap).map { Int(nearest: $0 * 1000) } == [376, 125, 376, 125])
    #expect(Array(pixmap.bytes[..<4]) == [255, 0, 0, 96])
  }

  @Test(arguments: [1.0, 2, 1.5])
  func `discs, rings and round corners cover what lies inside`(scale: Double) {
    expect(.disc(.init(9.3, 10.1), radius: 6.2, fill: red), scale: scale) {
      distance($0 - 9.3, $1 - 10.1) < 6.2
    }
    expect(
      .disc(.init(9.3, 10.1), radius: 6.2, fill: nil, rim: .init(red, width: 2)), scale: scale
    ) { abs(distance($0 - 9.3, $1 - 10.1) - 6.2) < 1 }
    expect(.box(.init(2, 3, 14, 11), red, corner: 4), scale: scale) { x, y in
      let (a, b) = (max(abs(x - 9) - 3, 0), max(abs(y - 8.5) - 1.5, 0))
      return distance(a, b) < 4
    }
  }

  @Test(arguments: [(3.0, 4.0, 16.0, 9.0), (4, 17, 5, 3), (3, 10, 17, 10), (8, 3, 8, 16)])
  func `a line covers what lies near it, with round ends`(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
  ) {
    expect(.line([.init(x1, y1), .init(x2, y2)], .init(red, width: 3))) { x, y in
      let (dx, dy) = (x2 - x1, y2 - y1)
      let along = min(max(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy), 0), 1)
      return distance(x - x1 - along * dx, y - y1 - along * dy) < 1.5
    }
  }

  @Test func `a thin line covers as much of a pixel as it is wide`() {
    let found = alphas(coverage(.line([.init(0, 10.5), .init(20, 10.5)], .init(red, width: 0.5))))
    #expect(abs(found[10 * 20 + 10] - 0.5) < 0.01)
    #expect(abs(found.reduce(0, +) - 10) < 0.2)
  }

  @Test func `a line that crosses itself covers no pixel twice`() {
    let half = Graphic.Paint(0xff0000, opacity: 0.5)
    let way = [(2.0, 2.0), (18, 18), (18, 2), (2, 18)].map { Graphic.Point($0.0, $0.1) }
    let found = alphas(coverage(.line(way, .init(half, width: 4))))
    #expect(found.max() == 128.0 / 255)
  }

  @Test func `dashes lie where SVG has them`() {
    let dash = Graphic.Stroke(red, width: 2, dash: .init(on: 4, off: 6))
    // The line turns a corner; dashes go on behind it: 0 to 4, 10 to 14, 20 to 24.
    let way = [(1.0, 5.0), (13, 5), (13, 19)].map { Graphic.Point($0.0, $0.1) }
    expect(.line(way, dash)) { x, y in
      func near(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Bool {
        let (px, py) = (min(max(x, ax), bx), min(max(y, ay), by))
        return distance(x - px, y - py) < 1
      }
      return near(1, 5, 5, 5) || near(11, 5, 13, 5) || near(13, 5, 13, 7) || near(13, 13, 13, 17)
    }
  }

  @Test func `what covers half lets the ground shine through`() {
    let half = Graphic.Paint(0xff0000, opacity: 0.5)
    let pixmap = Graphic(
      .init(1, 1), on: .init(0xffffff), [.box(.init(0, 0, 1, 1), half)]
    ).pixmap(scale: 1)
    #expect(pixmap.bytes == [255, 128, 128, 255])
  }

  @Test func `squares touch without a seam`() {
    let squares = Graphic.Squares(
      at: .init(1, 1), side: 3, columns: 2, [0x010203, 0x040506, 0x070809, 0x0a0b0c])
    let pixmap = coverage(.squares(squares), scale: 2, 8, 8)
    func pixel(_ x: Int, _ y: Int) -> [UInt8] {
      Array(pixmap.bytes[4 * (y * pixmap.width + x)..<4 * (y * pixmap.width + x) + 4])
    }
    #expect(pixel(1, 1) == [0, 0, 0, 0])
    #expect(pixel(2, 2) == [1, 2, 3, 255])
    #expect(pixel(7, 2) == [1, 2, 3, 255])
    #expect(pixel(8, 2) == [4, 5, 6, 255])
    #expect(pixel(13, 13) == [10, 11, 12, 255])
  }

  @Test func `a huge picture has fewer pixels`() {
    let pixmap = Graphic(.init(30_000, 20_000)).pixmap()
    #expect(pixmap.width * pixmap.height < 21_000_000)
    #expect(pixmap.width > 5_000)
  }
}
