import Lessons
import Testing

@testable import Core

struct SketchTests {
  private func points(_ pairs: (Float, Float)...) -> [Drawing.Point] {
    pairs.map { Drawing.Point(x: $0.0, y: $0.1) }
  }

  @Test func `bundled drawings look as they always did`() throws {
    for drawing in try DrawingFile.parse(Lessons.drawings) {
      #expect(Sketch(drawing).normalized().digit == drawing.rasterized())
      // The size of the paper does not matter, but for the last bits.
      let small = Sketch(drawing).scaled(by: 0.28).normalized().digit
      let off = zip(small.pixels, drawing.rasterized().pixels).map { abs($0 - $1) }.max() ?? 1
      #expect(off < 1e-3)
    }
  }

  @Test func `as drawn it stays where it is`() {
    let sketch = Sketch([.init(points((3.5, 4.5), (3.5, 10.5)))])
    let digit = sketch.asDrawn()
    #expect(digit[4, 3] == 1 && digit[10, 3] == 1 && digit[7, 6] == 0)
    #expect(Sketch().asDrawn() == .blank && Sketch().normalized().digit == .blank)
  }

  @Test func `a placement finds a point of the paper in the picture`() {
    let sketch = Sketch([.init(points((2, 3), (2, 9), (6, 9)))])
    let (digit, placement) = sketch.normalized()
    let point = placement.point(of: Drawing.Point(x: 2, y: 3))
    #expect(digit[Int(point.y), Int(point.x)] > 0.5)
    #expect(placement.scale > 2)
  }

  @Test func `the rubber parts a stroke and leaves nothing under it`() {
    var sketch = Sketch([.init(points((2, 14), (26, 14)))])
    let before = sketch.asDrawn()
    sketch.rub(from: .init(x: 14, y: 10), to: .init(x: 14, y: 18), radius: 2)
    #expect(sketch.strokes.count == 2)
    let after = sketch.asDrawn()
    for column in 0..<28 {
      let middle = Float(column) + 0.5
      if abs(middle - 14) <= 2 {
        #expect(after[13, column] == 0 && after[14, column] == 0)
      } else if abs(middle - 14) > 5.5 {
        #expect(abs(after[14, column] - before[14, column]) < 1e-3)
      }
    }
  }

  @Test func `what was rubbed out no longer counts for the size`() {
    let line = Sketch.Stroke(points((10, 5), (10, 20)))
    let clean = Sketch([line])
    var sketch = Sketch([line, .init(points((24, 24), (25, 25)))])
    #expect(sketch.normalized().digit != clean.normalized().digit)
    sketch.rub(from: .init(x: 24, y: 24), to: .init(x: 25, y: 25), radius: 1.1)
    #expect(sketch == clean)
    sketch.rub(from: .init(x: 0, y: 0), to: .init(x: 28, y: 28), radius: 28)
    #expect(sketch.isEmpty)
  }
}
