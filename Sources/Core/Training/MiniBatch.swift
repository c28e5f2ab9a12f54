/// The examples of one step of training, in the form the kernels read: inputs that are not 0, and
/// what each output should be.
struct MiniBatch: Sendable {
  /// How many examples there is room for.
  let capacity: Int
  /// How many there are.
  private(set) var count = 0
  /// The nonzero inputs of all examples, one example after another.
  var nonzero: [NonzeroInput]
  /// Where each example's nonzero inputs end.
  var ends: [Int]
  /// The lists of a data set's pictures, copied together.
  private var staged: [UInt16]
  /// What activation a byte stands for.
  private static let activations = (0...255).map { Float($0) / 255 }
  /// What each output should be, `outputVectors` vectors an example.
  var targets: [Vector]
  /// How many vectors of four hold an example's outputs.
  let outputVectors: Int
  /// From one input's weights to the next one's, in bytes.
  let columnBytes: Int32

  init(capacity: Int, layout: ParameterLayout) {
    let first = layout.layers[0]
    self.capacity = capacity
    outputVectors = layout.layers[layout.layers.count - 1].vectors
    columnBytes = Int32(first.stride * MemoryLayout<Vector>.stride)
    nonzero = [NonzeroInput](
      repeating: NonzeroInput(offset: 0, value: 0), count: capacity * first.inputs)
    ends = [Int](repeating: 0, count: capacity)
    staged = [UInt16](repeating: 0, count: capacity * Digit.pixelCount)
    targets = [Vector](repeating: .zero, count: capacity * outputVectors)
  }

  /// Empties it.
  mutating func removeAll() { count = 0 }

  /// Where the next example's nonzero inputs start.
  private var end: Int { count == 0 ? 0 : ends[count - 1] }

  /// Adds some of the pictures of a data set.
  ///
  /// Their lists are copied together first: pictures in random order lie far apart in memory, and a
  /// row of short copies lets the processor wait for all of them at once.
  mutating func append(_ pictures: SparsePictures, _ positions: ArraySlice<Int32>) {
    var filled = 0
    staged.withUnsafeMutableBufferPointer { staged in
      pictures.withEntries { entries in
        for position in positions {
          let list = UnsafeBufferPointer(rebasing: entries[pictures.range(Int(position))])
          _ = UnsafeMutableBufferPointer(rebasing: staged[filled...]).update(fromContentsOf: list)
          filled &+= list.count
        }
      }
    }
    var start = 0
    for position in positions {
      let length = pictures.range(Int(position)).count
      append(start..<start &+ length, label: pictures.labels[Int(position)])
      start &+= length
    }
  }

  /// Adds a picture whose list stands among those copied.
  private mutating func append(_ list: Range<Int>, label: UInt8) {
    let start = end
    let columnBytes = columnBytes
    nonzero.withUnsafeMutableBufferPointer { nonzero in
      staged.withUnsafeBufferPointer { staged in
        Self.activations.withUnsafeBufferPointer { activations in
          Kernels.unpack(
            UnsafeBufferPointer(rebasing: staged[list]), activations, columnBytes: columnBytes,
            into: UnsafeMutableBufferPointer(rebasing: nonzero[start...]))
        }
      }
    }
    finish(at: start + list.count, label)
  }

  /// Adds a picture of activations, most of which may be 0.
  mutating func append(_ pixels: UnsafeBufferPointer<Float>, label: UInt8) {
    let start = end
    let columnBytes = columnBytes
    let length = nonzero.withUnsafeMutableBufferPointer { nonzero in
      Kernels.list(
        pixels, columnBytes: columnBytes,
        into: UnsafeMutableBufferPointer(rebasing: nonzero[start...]))
    }
    finish(at: start + length, label)
  }

  private mutating func finish(at end: Int, _ label: UInt8) {
    precondition(count < capacity)
    ends[count] = end
    for vector in 0..<outputVectors { targets[count &* outputVectors &+ vector] = .zero }
    let neuron = Int(label)
    targets[count &* outputVectors &+ neuron / 4][neuron % 4] = 1
    count &+= 1
  }
}

extension Kernels {
  /// Lists the inputs that are not 0, without a branch a pixel; returns how many there are.
  static func list(
    _ pixels: UnsafeBufferPointer<Float>, columnBytes: Int32,
    into nonzero: UnsafeMutableBufferPointer<NonzeroInput>
  ) -> Int {
    precondition(nonzero.count >= pixels.count)
    guard let list = nonzero.baseAddress else { return 0 }
    var count = 0
    var offset: Int32 = 0
    for value in pixels {
      list[count] = NonzeroInput(offset: offset, value: value)
      count &+= value != 0 ? 1 : 0
      offset &+= columnBytes
    }
    return count
  }

  /// Turns a listed picture into activations, those of its bytes.
  static func unpack(
    _ picture: SparsePictures.Picture, _ activations: UnsafeBufferPointer<Float>,
    columnBytes: Int32,
    into nonzero: UnsafeMutableBufferPointer<NonzeroInput>
  ) {
    precondition(nonzero.count >= picture.count && activations.count == 256)
    guard let list = nonzero.baseAddress, let activations = activations.baseAddress else { return }
    var offset: Int32 = 0
    for k in 0..<picture.count {
      offset &+= Int32(picture[k] & 0xFF) &* columnBytes
      list[k] = NonzeroInput(offset: offset, value: activations[Int(picture[k] >> 8)])
    }
  }
}

extension MiniBatch {
  /// Hands out the nonzero inputs, their ends and the targets.
  func withInputs<Result>(
    _ body: (UnsafePointer<NonzeroInput>, UnsafePointer<Int>, UnsafePointer<Vector>) -> Result
  ) -> Result {
    nonzero.withUnsafeBufferPointer { nonzero in
      ends.withUnsafeBufferPointer { ends in
        targets.withUnsafeBufferPointer { targets in
          guard let nonzero = nonzero.baseAddress, let ends = ends.baseAddress,
            let targets = targets.baseAddress
          else { preconditionFailure("a mini-batch has room for an example") }
          return body(nonzero, ends, targets)
        }
      }
    }
  }
}

extension MiniBatch {
  /// The same examples for a network whose first layer has another width.
  func readdressed(for layout: ParameterLayout) -> MiniBatch {
    var result = self
    result.readdress(columnBytes: Int32(layout.layers[0].stride * MemoryLayout<Vector>.stride))
    return result
  }

  private mutating func readdress(columnBytes: Int32) {
    for k in 0..<(count == 0 ? 0 : ends[count - 1]) {
      nonzero[k].offset = nonzero[k].offset / self.columnBytes * columnBytes
    }
  }
}
