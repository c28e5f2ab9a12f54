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
    columnBytes = Self.columnBytes(first)
    nonzero = [NonzeroInput](
      repeating: NonzeroInput(offset: 0, value: 0), count: capacity * first.inputs)
    ends = [Int](repeating: 0, count: capacity)
    staged = [UInt16](repeating: 0, count: capacity * Digit.pixelCount)
    targets = [Vector](repeating: .zero, count: capacity * outputVectors)
  }

  /// From one column of weights to the next, in bytes; an offset to the last of them has to fit as
  /// many bits.
  private static func columnBytes(_ layer: ParameterLayout.LayerSlice) -> Int32 {
    let bytes = layer.stride * MemoryLayout<Vector>.stride
    let (end, overflow) = bytes.multipliedReportingOverflow(by: layer.inputs)
    precondition(!overflow && end <= Int(Int32.max), "layer 1 is too large for offsets of 32 bits")
    return Int32(bytes)
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
    unsafe staged.withUnsafeMutableBufferPointer { staged in
      unsafe pictures.withEntries { entries in
        for position in positions {
          let list = unsafe UnsafeBufferPointer(rebasing: entries[pictures.range(Int(position))])
          _ = unsafe UnsafeMutableBufferPointer(rebasing: staged[filled...]).update(
            fromContentsOf: list)
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
    unsafe nonzero.withUnsafeMutableBufferPointer { nonzero in
      unsafe staged.withUnsafeBufferPointer { staged in
        unsafe Self.activations.withUnsafeBufferPointer { activations in
          unsafe Kernels.unpack(
            UnsafeBufferPointer(rebasing: staged[list]), activations, columnBytes: columnBytes,
            into: UnsafeMutableBufferPointer(rebasing: nonzero[start...]))
        }
      }
    }
    finish(at: start + list.count, label)
  }

  /// Adds a picture of activations, most of which may be 0.
  mutating func append(_ pixels: [Float], label: UInt8) {
    let start = end
    let columnBytes = columnBytes
    let length = unsafe nonzero.withUnsafeMutableBufferPointer { nonzero in
      unsafe pixels.withUnsafeBufferPointer { pixels in
        unsafe Kernels.list(
          pixels, columnBytes: columnBytes,
          into: UnsafeMutableBufferPointer(rebasing: nonzero[start...]))
      }
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
    for k in 0..<pixels.count {
      let value = unsafe pixels[k]
      unsafe list[count] = NonzeroInput(offset: offset, value: value)
      count &+= value != 0 ? 1 : 0
      offset &+= columnBytes
    }
    return count
  }

  /// The reference implementation of `list`.
  static func referenceList(_ pixels: [Float], columnBytes: Int32) -> [NonzeroInput] {
    pixels.enumerated().filter { $0.element != 0 }.map {
      NonzeroInput(offset: Int32($0.offset) * columnBytes, value: $0.element)
    }
  }

  /// Turns a listed picture into activations, those of its bytes.
  static func unpack(
    _ picture: UnsafeBufferPointer<UInt16>, _ activations: UnsafeBufferPointer<Float>,
    columnBytes: Int32,
    into nonzero: UnsafeMutableBufferPointer<NonzeroInput>
  ) {
    precondition(nonzero.count >= picture.count && activations.count == 256)
    guard let list = nonzero.baseAddress, let activations = activations.baseAddress else { return }
    var offset: Int32 = 0
    for k in 0..<picture.count {
      unsafe offset &+= Int32(picture[k] & 0xFF) &* columnBytes
      unsafe list[k] = unsafe NonzeroInput(offset: offset, value: activations[Int(picture[k] >> 8)])
    }
  }
}

extension MiniBatch {
  /// Hands out the nonzero inputs, their ends and the targets.
  func withInputs<Result>(
    _ body: (UnsafePointer<NonzeroInput>, UnsafePointer<Int>, UnsafePointer<Vector>) -> Result
  ) -> Result {
    unsafe nonzero.withUnsafeBufferPointer { nonzero in
      unsafe ends.withUnsafeBufferPointer { ends in
        unsafe targets.withUnsafeBufferPointer { targets in
          guard let nonzero = nonzero.baseAddress, let ends = ends.baseAddress,
            let targets = targets.baseAddress
          else { preconditionFailure("a mini-batch has room for an example") }
          return unsafe body(nonzero, ends, targets)
        }
      }
    }
  }
}

extension MiniBatch {
  /// The same examples for a network whose first layer has another width.
  func readdressed(for layout: ParameterLayout) -> MiniBatch {
    var result = self
    result.readdress(columnBytes: Self.columnBytes(layout.layers[0]))
    return result
  }

  private mutating func readdress(columnBytes: Int32) {
    for k in 0..<(count == 0 ? 0 : ends[count - 1]) {
      nonzero[k].offset = nonzero[k].offset / self.columnBytes * columnBytes
    }
  }
}
