/// The pictures of a data set as lists of the pixels that are not black: a fifth of MNIST's, which
/// is all that training multiplies. Two bytes a listed pixel; 18 MB for 60,000 digits.
struct SparsePictures: Sendable {
  /// One picture's list: for each pixel above 0 how many pixels it is past the one before (the low
  /// byte), and its byte, 1 to 255 (the high byte). A step of more than 255 pixels is
  /// made of several, to pixels that are named though they are black.
  typealias Picture = ArraySlice<UInt16>

  private var entries: [UInt16] = []
  /// Where each picture starts, and where the last one ends.
  private var starts: [Int] = [0]

  /// What each picture is.
  private(set) var labels: [UInt8] = []

  /// How many pictures there are.
  var count: Int { labels.count }

  /// Lists part of a data set.
  init(_ examples: Slice<Dataset>) {
    list(examples.base.pictures(examples.indices))
    labels = examples.indices.map { UInt8(examples.base.label(at: $0)) }
  }

  /// Lists pictures of 784 bytes each.
  init(pictures: [UInt8], labels: [UInt8]) {
    precondition(pictures.count == labels.count * Digit.pixelCount)
    list(pictures[...])
    self.labels = labels
  }

  private mutating func list(_ pictures: ArraySlice<UInt8>) {
    unsafe pictures.withUnsafeBufferPointer { unsafe list($0) }
  }

  private mutating func list(_ pictures: UnsafeBufferPointer<UInt8>) {
    let count = pictures.count / Digit.pixelCount
    let longest = unsafe Kernels.countOfNonzero(pictures) + count * (Digit.pixelCount / 255)
    starts.reserveCapacity(count + 1)
    entries = unsafe [UInt16](unsafeUninitializedCapacity: longest + 1) { entries, filled in
      for start in stride(from: 0, to: pictures.count, by: Digit.pixelCount) {
        filled = unsafe Kernels.list(
          UnsafeBufferPointer(rebasing: pictures[start..<start + Digit.pixelCount]), at: filled,
          in: entries)
        starts.append(filled)
      }
    }
  }

  /// One picture's list.
  subscript(position: Int) -> Picture { entries[range(position)] }

  /// Where a picture's list stands among all.
  @inline(__always)
  func range(_ position: Int) -> Range<Int> { starts[position]..<starts[position &+ 1] }

  /// All lists, one after another.
  @inline(__always)
  func withEntries<Result>(_ body: (UnsafeBufferPointer<UInt16>) -> Result) -> Result {
    unsafe entries.withUnsafeBufferPointer(body)
  }

  /// A picture with its black pixels.
  func digit(_ position: Int) -> Digit {
    var bytes = [UInt8](repeating: 0, count: Digit.pixelCount)
    var pixel = 0
    for entry in self[position] {
      pixel += Int(entry & 0xFF)
      bytes[pixel] = UInt8(entry >> 8)
    }
    return Digit(bytes: bytes)
  }
}

extension Kernels {
  /// How many bytes are not 0; their number is a multiple of 8.
  static func countOfNonzero(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var count = 0
    for group in stride(from: 0, to: raw.count, by: 8) {
      let word = unsafe raw.loadUnaligned(fromByteOffset: group, as: UInt64.self)
      // The top bit of each byte becomes 1 unless the byte is 0.
      if word != 0 { count &+= (((word & low) &+ low | word) & ~low).nonzeroBitCount }
    }
    return count
  }

  /// Lists the pixels above 0 of one picture from position `start` on; returns where the list ends. Eight
  /// black pixels in a row are passed over at once, others without a branch a pixel.
  static func list(
    _ picture: UnsafeBufferPointer<UInt8>, at start: Int,
    in entries: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    precondition(picture.count % 8 == 0 && start + picture.count / 255 < entries.count)
    guard let list = entries.baseAddress else { return start }
    let raw = UnsafeRawBufferPointer(picture)
    var end = start
    var last = 0
    for group in stride(from: 0, to: picture.count, by: 8)
    where unsafe raw.loadUnaligned(fromByteOffset: group, as: UInt64.self) != 0 {
      while group &+ 7 &- last > 255 {
        let step = min(group &- last, 255)
        unsafe list[end] = UInt16(truncatingIfNeeded: step)
        last &+= step
        end &+= 1
      }
      for pixel in group..<group &+ 8 {
        let byte = unsafe raw[pixel]
        unsafe list[end] = UInt16(truncatingIfNeeded: pixel &- last) | UInt16(byte) << 8
        end &+= byte != 0 ? 1 : 0
        last = byte != 0 ? pixel : last
      }
    }
    return end
  }
}
