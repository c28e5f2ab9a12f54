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
    guard isCompressed(bytes), let stream = InflateStream() else { throw .corrupt }
    var output: [UInt8] = []
    output.reserveCapacity(min(most, bytes.count.multipliedClamping(by: bestRatio)))
    var consumed = 0
    while consumed < bytes.count {
      let room = min(most - output.count + 1, 1 << 16)
      let status = stream.step(bytes, from: &consumed, appendingTo: &output, room: room)
      if output.count > most || !isWhole && output.count == most { return output }
      switch status {
      case Z_OK: continue
      case Z_STREAM_END:
        let rest = bytes[consumed...]
        if rest.allSatisfy({ $0 == 0 }) { return output }
        guard rest.starts(with: magic) else { throw .corrupt }
        stream.reset()
      case Z_BUF_ERROR: throw .truncated
      default: throw .corrupt
      }
    }
    throw .truncated
  }

  /// No byte of a deflate stream stands for more than this many.
  private static let bestRatio = 1_032
}

/// zlib's state between two chunks. It keeps one address for as long as it lives, as zlib remembers
/// where it was first seen and refuses it elsewhere.
@safe private struct InflateStream: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil where zlib has no memory for it.
  init?() {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 16 asks zlib for the gzip format, 15 is the largest window.
    guard
      unsafe inflateInit2_(stream, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else {
      unsafe stream.deallocate()
      return nil
    }
    unsafe self.stream = unsafe stream
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Begins another file.
  func reset() { unsafe inflateReset(stream) }

  /// Lets zlib fill one more chunk of at most `room` bytes, which fit 32 bits.
  func step(
    _ bytes: [UInt8], from consumed: inout Int, appendingTo output: inout [UInt8], room: Int
  ) -> Int32 {
    let available = min(bytes.count - consumed, 1 << 20)
    var status = Z_OK
    let start = consumed
    let produced = unsafe [UInt8](unsafeUninitializedCapacity: room) { space, count in
      unsafe bytes.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: base + start)
        unsafe stream.pointee.avail_in = UInt32(available)
        unsafe stream.pointee.next_out = space.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        count = unsafe room - Int(stream.pointee.avail_out)
      }
    }
    unsafe consumed += available - Int(stream.pointee.avail_in)
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
