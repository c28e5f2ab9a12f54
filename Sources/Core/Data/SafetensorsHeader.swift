import FoundationEssentials

/// The header of a safetensors file: which tensors there are, and where.
struct SafetensorsHeader {
  /// Where a tensor lies; names as in the format.
  struct Location: Codable {
    var dtype: String
    var shape: [Int]
    var data_offsets: [Int]
  }

  /// The tensors by name.
  var locations: [String: Location]
  /// Notes by name.
  var metadata: [String: String]

  private static let metadataName = "__metadata__"

  init(locations: [String: Location], metadata: [String: String]) {
    self.locations = locations
    self.metadata = metadata
  }

  /// Reads the header's text.
  init(_ text: ArraySlice<UInt8>) throws(SafetensorsError) {
    let outline = try HeaderOutline(text)
    let entries: [String: Entry]
    do { entries = try JSONDecoder().decode([String: Entry].self, from: Data(text)) } catch {
      throw .unreadableHeader
    }
    locations = [:]
    metadata = [:]
    for (name, entry) in entries {
      switch entry {
      case .metadata(let notes): metadata = notes
      case .tensor(let location): locations[name] = location
      }
    }
    // The decoder keeps one of two entries of the same name; which, nobody says.
    guard entries.count == outline.names, locations.count * 3 + metadata.count == outline.innerNames
    else { throw .repeatedName }
  }

  /// The header's text: names in order, so that the same contents give the same bytes.
  var encoded: [UInt8] {
    var entries = locations.mapValues { Entry.tensor($0) }
    if !metadata.isEmpty { entries[Self.metadataName] = .metadata(metadata) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(entries) else {
      preconditionFailure("strings and whole numbers are always JSON")
    }
    return [UInt8](data)
  }

  /// One entry: a tensor, or the notes under `__metadata__`.
  private enum Entry: Codable {
    case tensor(Location)
    case metadata([String: String])

    init(from decoder: any Decoder) throws {
      if decoder.codingPath.last?.stringValue == SafetensorsHeader.metadataName {
        self = .metadata(try [String: String](from: decoder))
      } else {
        self = .tensor(try Location(from: decoder))
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .tensor(let location): try location.encode(to: encoder)
      case .metadata(let notes): try notes.encode(to: encoder)
      }
    }
  }
}

/// What a header is made of, counted before any of it is decoded: a decoder makes tens of bytes of
/// each byte of a hostile one.
struct HeaderOutline {
  /// Bytes of the longest header that is read.
  static let longest = 1 << 22
  /// The most names and values in it: those of 8,000 tensors.
  static let mostParts = 1 << 16

  /// Names in the outermost object, and in the objects in it.
  private(set) var names = 0
  private(set) var innerNames = 0
  private var depth = 0
  private var parts = 0

  /// Counts what a header is made of.
  init(_ text: ArraySlice<UInt8>) throws(SafetensorsError) {
    guard text.count <= Self.longest else { throw .headerTooLarge(limit: Self.longest) }
    guard text.first == UInt8(ascii: "{") else { throw .unreadableHeader }
    var isString = false
    var isEscaped = false
    for byte in text {
      // With these the decoder might take the text for one in another encoding than UTF-8.
      guard byte >= 0x20 || [0x09, 0x0A, 0x0D].contains(byte) else { throw .unreadableHeader }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\"") {
        isString.toggle()
      } else if isString {
        isEscaped = byte == UInt8(ascii: "\\")
      } else {
        try count(byte)
      }
    }
  }

  /// Takes note of a byte that stands in no string.
  private mutating func count(_ byte: UInt8) throws(SafetensorsError) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      // {"layers.1.bias": {"shape": [16]}}
      guard depth <= 3 else { throw .unreadableHeader }
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    case UInt8(ascii: ":"):
      if depth == 1 { names += 1 } else { innerNames += 1 }
      parts += 1
    case UInt8(ascii: ","): parts += 1
    default: return
    }
    guard parts <= Self.mostParts else { throw .tooManyParts(limit: Self.mostParts) }
  }
}
