import Testing

@testable import Core

struct DatasetTests {
  private let picture = [UInt8](repeating: 7, count: 784)

  @Test func `pictures and labels go together`() throws {
    let data = try Dataset(
      images: idx([2, 28, 28], bytes: picture + picture), labels: idx([2], bytes: [4, 9]))
    #expect(data.count == 2)
    #expect(data[1].label == 9)
    #expect(data[0].digit[27, 27] == Float(7) / 255)
    #expect(data[0].target == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
  }

  @Test func `files that do not fit each other are refused`() {
    let one = idx([1, 28, 28], bytes: picture)
    #expect(throws: DatasetError.countsDiffer(images: 1, labels: 2)) {
      try Dataset(images: one, labels: idx([2], bytes: [1, 2]))
    }
    #expect(throws: DatasetError.badLabel(12, at: 0)) {
      try Dataset(images: one, labels: idx([1], bytes: [12]))
    }
    #expect(throws: DatasetError.badLabel(10, at: 1)) {
      try Dataset(
        images: idx([2, 28, 28], bytes: picture + picture), labels: idx([2], bytes: [9, 10]))
    }
    #expect(throws: DatasetError.wrongShape([784])) {
      try Dataset(images: idx([784], bytes: picture), labels: idx([1], bytes: [1]))
    }
    #expect(throws: DatasetError.wrongLabelShape([1, 1])) {
      try Dataset(images: one, labels: idx([1, 1], bytes: [1]))
    }
    #expect(throws: DatasetError.images(.notIDX)) { try Dataset(images: [], labels: []) }
    #expect(throws: DatasetError.empty) {
      try Dataset(images: idx([0, 28, 28], bytes: []), labels: idx([0], bytes: []))
    }
    for sizes in [[1, 27, 28], [1, 14, 56], [1, 28, 29], [1, 784], [1, 28, 28, 1]] {
      let bytes = [UInt8](repeating: 7, count: sizes.reduce(1, *))
      #expect(throws: DatasetError.wrongShape(sizes)) {
        try Dataset(images: idx(sizes, bytes: bytes), labels: idx([1], bytes: [1]))
      }
    }
  }

  @Test func `what the files promise is weighed before either is unpacked`() {
    let damaged = stored(idx([2, 28, 28], bytes: picture + picture), checksum: 1)
    #expect(throws: DatasetError.countsDiffer(images: 2, labels: 1)) {
      try Dataset(images: damaged, labels: idx([1], bytes: [1]))
    }
    #expect(throws: DatasetError.images(.compression(.corrupt))) {
      try Dataset(images: damaged, labels: idx([2], bytes: [1, 1]))
    }
    #expect(throws: DatasetError.countsDiffer(images: 2, labels: 100_000_000)) {
      try Dataset(images: damaged, labels: stored(idx([100_000_000], bytes: [])))
    }
  }
}
