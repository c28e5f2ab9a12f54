import Testing

@testable import Core

/// Tables of Doubles, of every height and length around the sizes that are handled at once.
struct DoubleProductTests {
  @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 9], [1, 2, 3, 31, 32, 33, 63, 64, 65, 129, 200])
  func `a product is what its sums are`(rows: Int, inner: Int) {
    // Whole numbers, so that no sum rounds.
    var generator = SeededGenerator(seed: UInt64(rows * 1000 + inner))
    func whole(_ count: Int) -> [Double] {
      (0..<count).map { _ in Double(generator.next(below: 2001) - 1000) }
    }
    let (left, right) = (whole(rows * inner), whole(inner * 3))
    let truth = (0..<3).flatMap { column in
      (0..<rows).map { row in
        (0..<inner).reduce(0.0) { $0 + left[row + $1 * rows] * right[$1 + column * inner] }
      }
    }
    let ours = product(left, rows: rows, right, inner: inner, columns: 3)
    #expect(ours == truth)
    let row = (0..<inner).map { left[rows - 1 + $0 * rows] }
    #expect(dotProduct(row, Array(right[..<inner])) == truth[rows - 1])
  }

  @Test(arguments: [1, 3, 4, 5, 6])
  func `each entry has the bits of its row's product alone`(rows: Int) {
    var generator = SeededGenerator(seed: 9)
    let left = (0..<rows * 500).map { _ in Double(generator.nextNormal()) * 1e3 + 1e-9 }
    let right = (0..<500).map { _ in Double(generator.nextNormal()) + 1e-12 }
    let ours = product(left, rows: rows, right, inner: 500, columns: 1)
    for row in 0..<rows {
      #expect(ours[row] == dotProduct((0..<500).map { left[row + $0 * rows] }, right))
    }
  }

  @Test func `what rounding loses of a block is carried into the next`() {
    // A block with a large number, and many whose sums alone would be lost beside it.
    let ones = Kernels.blockLength * 800
    for large in [0x1p60, -0x1p60] {
      var left = [Double](repeating: 0, count: Kernels.blockLength)
      left[0] = large
      left += [Double](repeating: 1, count: ones)
      let ours = dotProduct(left, [Double](repeating: 1, count: left.count))
      #expect(abs(ours - large - Double(ones)) <= large.ulp)
    }
  }

  @Test func `nothing times nothing is a table of zeros`() {
    #expect(product([], rows: 2, [], inner: 0, columns: 3) == [0, 0, 0, 0, 0, 0])
    #expect(product([], rows: 0, [1, 2], inner: 2, columns: 1) == [])
  }

  @Test func `the smallest and the largest are found wherever they stand`() {
    #expect(extremes([]) == nil)
    for count in 1...13 {
      for place in 0..<count {
        for (number, low, high) in [(-3.0, -3.0, 1.0), (5, 1, 5)] {
          var entries = [Double](repeating: 1, count: count)
          entries[place] = number
          let found = extremes(entries)
          #expect(found?.low == (count == 1 ? number : low))
          #expect(found?.high == (count == 1 ? number : high))
        }
      }
    }
  }
}
