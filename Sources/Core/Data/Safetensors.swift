import FoundationEssentials

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

  /// Why bytes are not a usable safetensors file.
  public enum Failure: Error, Equatable {
    /// Shorter than the 8 bytes that hold the header's length.
    case tooShort
    /// The header would be longer than the file.
    case headerTooLong(promised: UInt64, held: Int)
    /// The header is not the JSON that the format asks for.
    case unreadableHeader
    /// A tensor of another type than F32.
    case unsupportedType(tensor: String, type: String)
    /// A tensor's bytes would lie outside the file, or end before they start.
    case outsideFile(tensor: String)
    /// A tensor has another number of bytes than its shape needs.
    case wrongLength(tensor: String, shape: [Int], bytes: Int)
    /// Two tensors share bytes.
    case overlap(String, String)
    /// An entry that is NaN or infinite, counted from 0, row after row.
    case notFinite(tensor: String, entry: Int)
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
  public init(_ file: [UInt8]) throws(Failure) {
    guard file.count >= 8 else { throw .tooShort }
    let promised = file[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard promised <= UInt64(file.count - 8) else {
      throw .headerTooLong(promised: promised, held: file.count - 8)
    }
    let body = 8 + Int(promised)
    let header: [String: HeaderEntry]
    do {
      header = try JSONDecoder().decode([String: HeaderEntry].self, from: Data(file[8..<body]))
    } catch {
      throw .unreadableHeader
    }
    metadata = [:]
    tensors = [:]
    var spans: [(name: String, range: Range<Int>)] = []
    for (name, entry) in header.sorted(by: { $0.key < $1.key }) {
      switch entry {
      case .metadata(let notes): metadata = notes
      case .tensor(let place):
        let range = try Self.range(of: name, place, within: file.count - body)
        spans.append((name, range))
        tensors[name] = try Self.tensor(
          name, place.shape, file[body + range.lowerBound..<body + range.upperBound])
      }
    }
    try Self.checkOverlap(spans)
  }

  private static func range(
    of name: String, _ place: Place, within length: Int
  ) throws(Failure) -> Range<Int> {
    guard place.dtype == "F32" else { throw .unsupportedType(tensor: name, type: place.dtype) }
    guard place.data_offsets.count == 2, place.data_offsets[0] >= 0,
      place.data_offsets[0] <= place.data_offsets[1], place.data_offsets[1] <= length
    else { throw .outsideFile(tensor: name) }
    let range = place.data_offsets[0]..<place.data_offsets[1]
    var count = MemoryLayout<Float>.size
    for size in place.shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard size >= 0, !overflow else {
        throw .wrongLength(tensor: name, shape: place.shape, bytes: range.count)
      }
      count = product
    }
    guard count == range.count else {
      throw .wrongLength(tensor: name, shape: place.shape, bytes: range.count)
    }
    return range
  }

  private static func tensor(
    _ name: String, _ shape: [Int], _ bytes: ArraySlice<UInt8>
  ) throws(Failure) -> Tensor {
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

  private static func checkOverlap(_ spans: [(name: String, range: Range<Int>)]) throws(Failure) {
    let ordered = spans.filter { !$0.range.isEmpty }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    for (before, after) in zip(ordered, ordered.dropFirst())
    where after.range.lowerBound < before.range.upperBound {
      throw .overlap(before.name, after.name)
    }
  }
}

// MARK: Writing

extension Safetensors {
  /// The file's bytes: tensors in the order of their names, the header padded with spaces to a
  /// multiple of 8, so that the same contents give the same bytes.
  public var encoded: [UInt8] {
    var header: [String: HeaderEntry] = [:]
    var body: [UInt8] = []
    if !metadata.isEmpty { header["__metadata__"] = .metadata(metadata) }
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let start = body.count
      for value in tensor.values {
        let bits = value.bitPattern
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
          body.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
      }
      header[name] = .tensor(
        Place(dtype: "F32", shape: tensor.shape, data_offsets: [start, body.count]))
    }
    var text = Self.json(header)
    while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
    let length = (0..<8).map { UInt8(truncatingIfNeeded: text.count >> ($0 * 8)) }
    return length + text + body
  }

  private static func json(_ header: [String: HeaderEntry]) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(header) else {
      preconditionFailure("strings and whole numbers are always JSON")
    }
    return [UInt8](data)
  }
}

/// Where a tensor lies; names as in the format.
private struct Place: Codable {
  var dtype: String
  var shape: [Int]
  var data_offsets: [Int]
}

/// One entry of the header: a tensor, or the notes under `__metadata__`.
private enum HeaderEntry: Codable {
  case tensor(Place)
  case metadata([String: String])

  init(from decoder: any Decoder) throws {
    if decoder.codingPath.last?.stringValue == "__metadata__" {
      self = .metadata(try [String: String](from: decoder))
    } else {
      self = .tensor(try Place(from: decoder))
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .tensor(let place): try place.encode(to: encoder)
    case .metadata(let notes): try notes.encode(to: encoder)
    }
  }
}
