import CZlib

/// Reads gzip-compressed bytes, through zlib.
public enum Gzip {
  /// Why compressed bytes could not be read.
  public enum Failure: Error, Equatable {
    /// The bytes are damaged: they are not gzip, or their check sum is wrong.
    case corrupt
    /// The bytes end before the compressed data does.
    case truncated
    /// They would inflate to more than the limit, in bytes.
    case tooLarge(limit: Int)
  }

  /// Whether bytes start as every gzip file does.
  public static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }

  /// The bytes that were compressed. Several gzip files one after another give their contents one
  /// after another, as with `gunzip`.
  ///
  /// - Parameters:
  ///   - bytes: a gzip file.
  ///   - limit: the most bytes that may come out. Memory grows with what does come out.
  public static func inflate(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    guard isCompressed(bytes) else { throw .corrupt }
    var stream = z_stream()
    // 16 asks zlib for the gzip format, 15 is the largest window.
    guard
      inflateInit2_(&stream, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .corrupt }
    defer { inflateEnd(&stream) }
    return try run(&stream, over: bytes, limit: limit)
  }

  private static func run(
    _ stream: inout z_stream, over bytes: [UInt8], limit: Int
  ) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    var consumed = 0
    while consumed < bytes.count {
      let status = step(&stream, bytes, from: &consumed, appendingTo: &output)
      guard output.count <= limit else { throw .tooLarge(limit: limit) }
      switch status {
      case Z_OK: continue
      case Z_STREAM_END:
        guard consumed < bytes.count, bytes[consumed] == 0x1F else { return output }
        inflateReset(&stream)
      case Z_BUF_ERROR: throw .truncated
      default: throw .corrupt
      }
    }
    throw .truncated
  }

  /// Lets zlib fill one more chunk.
  private static func step(
    _ stream: inout z_stream, _ bytes: [UInt8], from consumed: inout Int,
    appendingTo output: inout [UInt8]
  ) -> Int32 {
    let chunk = 1 << 20
    let available = min(bytes.count - consumed, chunk)
    var status = Z_OK
    let start = consumed
    let produced = [UInt8](unsafeUninitializedCapacity: chunk) { space, count in
      bytes.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        stream.next_in = UnsafeMutablePointer(mutating: base + start)
        stream.avail_in = UInt32(available)
        stream.next_out = space.baseAddress
        stream.avail_out = UInt32(chunk)
        status = CZlib.inflate(&stream, Z_NO_FLUSH)
        count = chunk - Int(stream.avail_out)
      }
    }
    consumed += available - Int(stream.avail_in)
    output.append(contentsOf: produced)
    return status
  }
}
