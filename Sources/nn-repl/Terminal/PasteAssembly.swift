/// The bytes of one bracketed paste, up to `ESC [ 2 0 1 ~`.
struct PasteAssembly {
  /// More than this is not kept, so that a runaway paste cannot fill the memory.
  static let limit = 1 << 20

  private static let ending: [UInt8] = [0x1b, 0x5b, 0x32, 0x30, 0x31, 0x7e]
  private var bytes: [UInt8] = []
  private var matched = 0

  /// Takes the next byte in; the text when it was the last.
  mutating func take(_ byte: UInt8) -> String? {
    if byte == Self.ending[matched] {
      matched += 1
      return matched == Self.ending.count ? text : nil
    }
    keep(Self.ending.prefix(matched))
    matched = byte == Self.ending[0] ? 1 : 0
    if matched == 0 { keep([byte]) }
    return nil
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    if bytes.count < Self.limit { bytes.append(contentsOf: more) }
  }

  /// What was pasted, with line feeds for line ends, spaces for tabs, and no other controls.
  var text: String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      // One line end, the second half of which the terminal's driver may have put first.
      case 0x0a where previous == "\r", 0x0d where previous == "\n":
        previous = " "
        continue
      case 0x0a, 0x0d: scalars.append("\n")
      case 0x09: scalars.append(" ")
      case 0x00..<0x20, 0x7f..<0xa0: break
      default: scalars.append(scalar)
      }
      previous = scalar
    }
    return String(scalars)
  }
}
