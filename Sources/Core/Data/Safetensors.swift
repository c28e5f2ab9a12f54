/// The safetensors format: a length, a JSON header that names tensors and where their bytes lie,
/// then the bytes. Little-endian 32-bit floats only, which is what PyTorch saves by default.
public struct Safetensors: Equatable, Sendable {
  /// A named block of numbers.
  public struct Tensor: Equatable, Sendable {
    /// The size of each dimension: [16, 784] for the weights of layer 1.
    public var shape: [Int]
    /// Row after row; as many as the product of the shape.
    public var values: [Float]

    /// A tensor from its numbers, row after row.
    public init(shape: [Int], values: [Float]) {
      precondition(shape.reduce(1, *) == values.count)
      self.shape = shape
      self.values = values
    }
  }

  /// The tensors by name.
  public var tensors: [String: Tensor]
  /// Notes by name, free text.
  public var metadata: [String: String]

  /// The contents of a file to be.
  public init(tensors: [String: Tensor], metadata: [String: String]) {
    self.tensors = tensors
    self.metadata = metadata
  }
}

// MARK: Reading

extension Safetensors {
  /// Reads a file's contents. Nothing is set aside on the header's word: every promise is held
  /// against the bytes that are there.
  public init(_ file: [UInt8]) throws(SafetensorsError) {
    guard file.count >= 8 else { throw .tooShort }
    let promised = file[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard promised <= UInt64(file.count - 8) else {
      throw .headerTooLong(promised: promised, held: file.count - 8)
    }
    let body = 8 + Int(promised)
    let header = try SafetensorsHeader(file[8..<body])
    var spans: [Span] = []
    for (name, location) in header.locations.sorted(by: { $0.key < $1.key }) {
      let range = try Self.range(of: name, location, within: file.count - body)
      spans.append(Span(name: name, shape: location.shape, range: range))
    }
    try Self.checkCover(spans, of: file.count - body)
    metadata = header.metadata
    tensors = [:]
    for span in spans {
      let range = body + span.range.lowerBound..<body + span.range.upperBound
      tensors[span.name] = try Self.tensor(span.name, span.shape, file[range])
    }
  }

  /// Where the bytes of a tensor lie, from the end of the header.
  private struct Span {
    var name: String
    var shape: [Int]
    var range: Range<Int>
  }

  private static func range(
    of name: String, _ location: SafetensorsHeader.Location, within length: Int
  ) throws(SafetensorsError) -> Range<Int> {
    guard location.dtype == "F32" else {
      throw .unsupportedType(tensor: name, type: location.dtype)
    }
    guard location.data_offsets.count == 2, location.data_offsets[0] >= 0,
      location.data_offsets[0] <= location.data_offsets[1], location.data_offsets[1] <= length
    else { throw .outsideFile(tensor: name) }
    let range = location.data_offsets[0]..<location.data_offsets[1]
    var count = MemoryLayout<Float>.size
    for size in location.shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard size >= 0, !overflow else {
        throw .wrongLength(tensor: name, shape: location.shape, bytes: range.count)
      }
      count = product
    }
    guard count == range.count else {
      throw .wrongLength(tensor: name, shape: location.shape, bytes: range.count)
    }
    return range
  }

  private static func tensor(
    _ name: String, _ shape: [Int], _ bytes: ArraySlice<UInt8>
  ) throws(SafetensorsError) -> Tensor {
    let values = stride(from: bytes.startIndex, to: bytes.endIndex, by: 4).map { at -> Float in
      let low = UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8
      let high = UInt32(bytes[at + 2]) | UInt32(bytes[at + 3]) << 8
      return Float(bitPattern: low | high << 16)
    }
    if let entry = values.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(tensor: name, entry: entry)
    }
    return Tensor(shape: shape, values: values)
  }

  /// Makes sure that every byte belongs to one tensor, as the format's own readers do. So what is
  /// decoded is never more than the file.
  private static func checkCover(_ spans: [Span], of length: Int) throws(SafetensorsError) {
    let ordered = spans.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var end = 0
    var before = ""
    for span in ordered {
      guard span.range.lowerBound >= end else { throw .overlap(before, span.name) }
      guard span.range.lowerBound == end else {
        throw .unusedBytes(count: span.range.lowerBound - end)
      }
      end = span.range.upperBound
      before = span.name
    }
    guard end == length else { throw .unusedBytes(count: length - end) }
  }
}

// MARK: Writing

extension Safetensors {
  /// The file's bytes: tensors in the order of their names, the header padded with spaces to a
  /// multiple of 8, so that the same contents give the same bytes.
  public var encoded: [UInt8] {
    var locations: [String: SafetensorsHeader.Location] = [:]
    var body: [UInt8] = []
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let start = body.count
      for value in tensor.values {
        let bits = value.bitPattern
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
          body.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
      }
      locations[name] = SafetensorsHeader.Location(
        dtype: "F32", shape: tensor.shape, data_offsets: [start, body.count])
    }
    var text = SafetensorsHeader(locations: locations, metadata: metadata).encoded
    while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
    let length = (0..<8).map { UInt8(truncatingIfNeeded: text.count >> ($0 * 8)) }
    return length + text + body
  }
}

/// Why bytes are not a usable safetensors file.
public enum SafetensorsError: Error, Equatable {
  /// Shorter than the 8 bytes that hold the header's length.
  case tooShort
  /// The header would be longer than the file.
  case headerTooLong(promised: UInt64, held: Int)
  /// The header is not the JSON that the format asks for.
  case unreadableHeader
  /// The header is longer than any that is read, in bytes.
  case headerTooLarge(limit: Int)
  /// The header holds more names and values than any that is read.
  case tooManyParts(limit: Int)
  /// The header has two entries of one name, or a tensor more entries than the format's three.
  case repeatedName
  /// A tensor of another type than F32.
  case unsupportedType(tensor: String, type: String)
  /// A tensor's bytes would lie outside the file, or end before they start.
  case outsideFile(tensor: String)
  /// A tensor has another number of bytes than its shape needs.
  case wrongLength(tensor: String, shape: [Int], bytes: Int)
  /// Two tensors share bytes.
  case overlap(String, String)
  /// Bytes between tensors, or behind the last, that belong to none.
  case unusedBytes(count: Int)
  /// An entry that is NaN or infinite, counted from 0, row after row.
  case notFinite(tensor: String, entry: Int)
}
