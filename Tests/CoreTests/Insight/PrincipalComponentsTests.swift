import Testing

@testable import Core

struct PrincipalComponentsTests {
  @Test(arguments: ["narrow", "wide"])
  func `axes, shares and places are NumPy's`(name: String) throws {
    let fixture = try #require(try FailureFixtures.load().numbers[name])
    let cloud = fixture.cloud
    let components = PrincipalComponents(of: cloud)
    for axis in 0..<2 {
      #expect(abs(components.shares[axis] - fixture.shares[axis]) < 1e-6)
      for (ours, theirs) in zip(components.axes[axis], fixture.axes[axis]) {
        #expect(abs(ours - theirs) < 1e-4, "axis \(axis): \(ours), NumPy has \(theirs)")
      }
    }
    for (point, place) in zip(cloud, fixture.places) {
      for (ours, theirs) in zip(components.coordinates(of: point), place) {
        #expect(abs(ours - theirs) < 1e-3)
      }
    }
  }

  @Test func `points on a line have one direction, and equal points have none`() {
    let line = (0..<20).map { [Float($0), -2 * Float($0), 0] }
    let components = PrincipalComponents(of: line)
    #expect(abs(components.shares[0] - 1) < 1e-9 && components.shares[1] == 0)
    #expect(components.axes[1].allSatisfy { $0 == 0 })
    // The entry of the largest size is above 0.
    #expect(components.axes[0][1] > 0.89 && components.axes[0][0] < 0)
    let same = PrincipalComponents(of: [[Float]](repeating: [3, 1, 4], count: 5))
    #expect(same.shares == [0, 0] && same.coordinates(of: [9, 9, 9]) == [0, 0])
    let one = PrincipalComponents(of: [[1], [2], [4]])
    #expect(abs(one.shares[0] - 1) < 1e-12 && one.axes == [[1], [0]])
  }

  @Test func `eigenvectors turn a matrix into its eigenvalues`() {
    let matrix: [[Double]] = [[4, 1, -2], [1, 2, 0], [-2, 0, 3]]
    let eigen = SymmetricEigen(matrix)
    for (value, vector) in zip(eigen.values, eigen.vectors) {
      for row in 0..<3 {
        let image = (0..<3).reduce(0.0) { $0 + matrix[row][$1] * vector[$1] }
        #expect(abs(image - value * vector[row]) < 1e-12)
      }
    }
    #expect(eigen.values == eigen.values.sorted(by: >))
  }
}
