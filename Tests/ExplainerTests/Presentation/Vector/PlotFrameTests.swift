import Testing

@testable import Presentation

struct PlotFrameTests {
  @Test(arguments: [
    (-6.0, 6.0), (0, 1), (0.3, 1.7), (1, 1.0000001), (1e10, 1.0000001e10), (-1e300, 1e300),
    (-2e-9, 7e-9), (0, 30), (123_456, 123_987),
  ])
  func `ticks are round, even, inside, and their labels do not touch`(from: Double, to: Double) {
    let length = 480.0
    let axis = PlotAxis(from: from, to: to, length: length)
    let places = axis.ticks.map { axis.share($0.value) * length }
    #expect(axis.ticks.count >= 2)
    #expect(places.allSatisfy { -0.01 <= $0 && $0 <= length + 0.01 })
    let steps = zip(places, places.dropFirst()).map { $1 - $0 }
    for step in steps { #expect(abs(step - steps[0]) < 0.01 * length) }
    #expect((steps.first ?? 0) >= axis.labelWidth + 10)
  }

  @Test func `places are in points from the top left`() {
    let frame = PlotFrame(
      x: PlotAxis(from: 0, to: 10, length: 100), y: PlotAxis(.covering(0, 10)), width: 100,
      height: 50)
    #expect(frame.position(0, 10) == .init(frame.field.left, frame.field.top))
    #expect(frame.position(10, 0) == .init(frame.field.right, frame.field.bottom))
    #expect(frame.position(5, 5) == .init(frame.field.left + 50, frame.field.top + 25))
  }

  @Test func `a curve is interrupted at gaps and at poles`() {
    let frame = PlotFrame(
      x: PlotAxis(from: -3, to: 3, length: 100), y: PlotAxis(.covering(-2, 2)), width: 100,
      height: 50)
    func lines(_ heights: [Double?], showsPoles: Bool = true) -> [Int] {
      let points = heights.enumerated().map {
        Curve.Point(x: Double($0) - 3, y: $1)
      }
      return frame.lines(
        Curve(points), .init(.init(0), width: 1), showsPoles: showsPoles
      ).map { shape in
        if case .line(let places, _) = shape { places.count } else { 0 }
      }
    }
    #expect(lines([0, 1, nil, 1, 0]) == [2, 2])
    #expect(lines([-0.3, -0.5, -2, 2, 0.5, 0.3]) == [3, 3])
    #expect(lines([-0.3, -0.5, -2, 2, 0.5, 0.3], showsPoles: false) == [6])
    #expect(lines([nil, 1, nil]) == [1])
  }
}
