import Testing

@testable import Core

struct SparsePicturesTests {
  @Test func `a list gives its picture back, however far apart the pixels are`() {
    var generator = SeededGenerator(seed: 2)
    var pictures: [UInt8] = []
    for share in [0, 1, 2, 40, 600, 784] {
      pictures += (0..<784).map { _ in
        generator.next(below: 784) < share ? UInt8(1 + generator.next(below: 255)) : 0
      }
    }
    pictures += (0..<784).map { $0 == 783 ? 9 : 0 }
    pictures += (0..<784).map { $0 == 0 || $0 == 700 ? 255 : 0 }
    let list = SparsePictures(pictures: pictures, labels: [UInt8](repeating: 0, count: 8))
    #expect(list.count == 8)
    for k in 0..<8 {
      #expect(list.digit(k) == Digit(bytes: pictures[784 * k..<784 * (k + 1)]), "picture \(k)")
    }
  }
}
