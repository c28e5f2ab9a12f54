import CZlib

/// Reads gzip-compressed bytes, through zlib.
public enum Gzip {
  /// Whether bytes start as every gzip file does.
  public static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: magic)
  }

  /// The bytes that were compressed. Several gzip files one after another give their contents one
  /// after another, as with `gunzip`; zeros may follow, as tapes leave them, and nothing else.
  ///
  /// - Parameters:
  ///   - bytes: a gzip file.
  ///   - limit: the most bytes that may come out. Memory grows with what does come out.
  public static func inflate(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
    let output = try run(over: bytes, upTo: limit, isWhole: true)
    guard output.count <= limit else { throw .tooLarge(limit: limit) }
    return output
  }

  /// The first bytes that were compressed, at most so many. What follows them is neither inflated
  /// nor checked.
  static func beginning(of bytes: [UInt8], count: Int) throws(GzipError) -> [UInt8] {
    Array(try run(over: bytes, upTo: count, isWhole: false).prefix(count))
  }

  private static let magic: [UInt8] = [0x1F, 0x8B]

  /// Inflates until the end, or until there is a byte more than asked for.
  ///
  /// - Parameter isWhole: whether all is to be read to its end, where the check sums are; else
  ///   only until there are `most` bytes.
  private static func run(
    over bytes: [UInt8], upTo most: Int, isWhole: Bool
  ) throws(GzipError) -> [UInt8] {
    guard isCompressed(bytes) else { throw .corrupt }
    var stream = z_stream()
    // 16 asks zlib for the gzip format, 15 is the largest window.
    guard
      inflateInit2_(&stream, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .corrupt }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    output.reserveCapacity(min(most, bytes.count.multipliedClamping(by: bestRatio)))
    var consumed = 0
    while consumed < bytes.count {
      let room = min(most - output.count + 1, 1 << 16)
      let status = step(&stream, bytes, from: &consumed, appendingTo: &output, room: room)
      if output.count > most || !isWhole && output.count == most { return output }
      switch status {
      case Z_OK: continue
      case Z_STREAM_END:
        let rest = bytes[consumed...]
        if rest.allSatisfy({ $0 == 0 }) { return output }
        guard rest.starts(with: magic) else { throw .corrupt }
        inflateReset(&stream)
      case Z_BUF_ERROR: throw .truncated
      default: throw .corrupt
      }
    }
    throw .truncated
  }

  /// No byte of a deflate stream stands for more than this many.
  private static let bestRatio = 1_032

  /// Lets zlib fill one more chunk.
  private static func step(
    _ stream: inout z_stream, _ bytes: [UInt8], from consumed: inout Int,
    appendingTo output: inout [UInt8], room: Int
  ) -> Int32 {
    let available = min(bytes.count - consumed, 1 << 20)
    var status = Z_OK
    let start = consumed
    let produced = [UInt8](unsafeUninitializedCapacity: room) { space, count in
      bytes.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        stream.next_in = UnsafeMutablePointer(mutating: base + start)
        stream.avail_in = UInt32(available)
        stream.next_out = space.baseAddress
        stream.avail_out = UInt32(room)
        status = CZlib.inflate(&stream, Z_NO_FLUSH)
        count = room - Int(stream.avail_out)
      }
    }
    consumed += available - Int(stream.avail_in)
    output.append(contentsOf: produced)
    return status
  }
}

extension Int {
  /// The product, or `Int.max` where it does not fit. Both factors are 0 or more.
  func multipliedClamping(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}

/// Why compressed bytes could not be read.
public enum GzipError: Error, Equatable {
  /// The bytes are damaged: they are not gzip, or their check sum is wrong.
  case corrupt
  /// The bytes end before the compressed data does.
  case truncated
  /// They would inflate to more than the limit, in bytes.
  case tooLarge(limit: Int)
}
