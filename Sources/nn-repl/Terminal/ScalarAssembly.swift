/// One character's UTF-8 bytes, as they come in.
struct ScalarAssembly {
  enum Progress {
    case more
    case done(Unicode.Scalar)
    /// The byte does not continue the character; it may begin the next.
    case broken
  }

  private var bytes: [UInt8]
  private let length: Int

  /// Nil if no character begins with this byte.
  init?(leading byte: UInt8) {
    switch byte {
    case 0xc2..<0xe0: length = 2
    case 0xe0..<0xf0: length = 3
    case 0xf0..<0xf5: length = 4
    default: return nil
    }
    bytes = [byte]
  }

  mutating func take(_ byte: UInt8) -> Progress {
    guard byte & 0xc0 == 0x80 else { return .broken }
    bytes.append(byte)
    guard bytes.count == length else { return .more }
    // Overlong forms and surrogates come out as several replacement characters; one is enough.
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return .done(scalars.count == 1 ? scalars.first ?? "\u{FFFD}" : "\u{FFFD}")
  }
}
