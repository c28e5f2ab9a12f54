import CZlib

/// Writes PNG files of every kind, and broken ones, as the format's description has them.
struct TestPNG {
  var width: Int
  var height: Int
  var bits = 8
  /// 0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha.
  var kind = 0
  var isInterlaced = false
  /// Chunks before the pixels.
  var chunks: [(name: String, bytes: [UInt8])] = []
  /// Rows of bytes, without filters; of all passes where it is interlaced.
  var rows: [[UInt8]]

  /// The file.
  var file: [UInt8] {
    let header =
      Self.number(width) + Self.number(height) + [UInt8(bits), UInt8(kind), 0, 0]
      + [isInterlaced ? 1 : 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", header)
      + chunks.flatMap { Self.chunk($0.name, $0.bytes) }
      + Self.chunk("IDAT", Self.packed(rows.flatMap { [0] + $0 })) + Self.chunk("IEND", [])
  }

  private static func number(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + bytes
    return number(bytes.count) + body + number(Int(crc32(0, body, uInt(body.count))))
  }

  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    precondition(compress(&packed, &size, bytes, uLong(bytes.count)) == Z_OK)
    return Array(packed.prefix(Int(size)))
  }
}
