import Lessons
import Testing

@testable import Core

struct StrokeSpecimensTests {
  private func specimens() throws -> StrokeSpecimens {
    StrokeSpecimens(try DrawingFile.parse(Lessons.drawings))
  }

  /// How many dark areas ink goes all around.
  private func holes(_ digit: Digit) -> Int {
    var seen = digit.pixels.map { $0 > 0 }
    var areas = 0
    for start in seen.indices where !seen[start] {
      areas += 1
      var queue = [start]
      seen[start] = true
      while let index = queue.popLast() {
        let (row, column) = (index / 28, index % 28)
        for (y, x) in [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
        where 0..<28 ~= y && 0..<28 ~= x && !seen[y * 28 + x] {
          seen[y * 28 + x] = true
          queue.append(y * 28 + x)
        }
      }
    }
    return areas - 1
  }

  @Test func `closed loops enclose something, and cut ones do not`() throws {
    let specimens = try specimens()
    #expect(specimens.areComplete)
    var generator = SeededGenerator(seed: 5)
    for isHeldOut in [false, true] {
      let loops = specimens.loops(200, heldOut: isHeldOut, using: &generator)
      #expect(loops.count { $0.label == 1 } == 100)
      let closed = loops.count { $0.label == 1 && holes($0.digit) > 0 }
      let cut = loops.count { $0.label == 0 && holes($0.digit) == 0 }
      #expect(closed == 100 && cut == 100, "\(closed) closed, \(cut) cut")
    }
  }

  @Test func `straight pieces run as they are labelled`() throws {
    let specimens = try specimens()
    var generator = SeededGenerator(seed: 6)
    let edges = specimens.edges(400, heldOut: true, using: &generator)
    var right = 0
    for edge in edges {
      // The direction in which the ink is spread most.
      var (mass, x, y) = (Float(0), Float(0), Float(0))
      for (index, ink) in edge.digit.pixels.enumerated() {
        (mass, x, y) = (mass + ink, x + ink * Float(index % 28), y + ink * Float(index / 28))
      }
      var (xx, xy, yy) = (Float(0), Float(0), Float(0))
      for (index, ink) in edge.digit.pixels.enumerated() {
        let (dx, dy) = (Float(index % 28) - x / mass, Float(index / 28) - y / mass)
        (xx, xy, yy) = (xx + ink * dx * dx, xy + ink * dx * dy, yy + ink * dy * dy)
      }
      let isSlanted = 2 * xy.magnitude > (xx - yy).magnitude
      let direction = isSlanted ? (xy > 0 ? 1 : 3) : (xx > yy ? 0 : 2)
      if direction == edge.label { right += 1 }
    }
    #expect(right >= 380, "\(right) of 400")
  }
}
