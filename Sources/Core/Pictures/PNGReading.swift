import CPng

/// Reads a PNG file through libpng's simplified interface, which keeps its own errors to itself:
/// nothing jumps across our frames.
struct PNGReading {
  private let file: [UInt8]
  private let chunks: PNGChunks

  /// Whether a file begins as a PNG file does.
  static func isPNG(_ file: [UInt8]) -> Bool { file.starts(with: PNGFile.signature) }

  init(_ file: [UInt8]) throws(PictureError) {
    chunks = try PNGChunks(file)
    self.file = file
    try PictureFile.check(width: chunks.width, height: chunks.height)
    guard chunks.canHoldPixels else { throw chunks.failure }
  }

  func picture() throws(PictureError) -> GrayPicture {
    var image = unsafe png_image()
    unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
    defer { unsafe png_image_free(&image) }
    let hasBegun = unsafe file.withUnsafeBytes {
      unsafe png_image_begin_read_from_memory(&image, $0.baseAddress, $0.count)
    }
    guard hasBegun != 0 else { throw chunks.failure }
    let (width, height) = unsafe (Int(image.width), Int(image.height))
    guard (width, height) == (chunks.width, chunks.height) else { throw .damaged }
    let hasAlpha = unsafe image.format & png_uint_32(PNG_FORMAT_FLAG_ALPHA) != 0
    unsafe image.format = hasAlpha ? png_uint_32(PNG_FORMAT_FLAG_ALPHA) : 0
    let size = width * height * (hasAlpha ? 2 : 1)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      // libpng still holds the address of the file's bytes.
      let isRead = unsafe file.withUnsafeBytes { _ in
        unsafe png_image_finish_read(&image, nil, buffer.baseAddress, 0, nil)
      }
      count = isRead == 0 ? 0 : size
    }
    guard !bytes.isEmpty else { throw chunks.failure }
    let lightness = hasAlpha ? AlphaPicture(bytes).flattened : bytes
    return GrayPicture(width: width, height: height, lightness: lightness)
  }
}

/// What the frames of a PNG file say, before any of it is unpacked.
struct PNGChunks {
  let width: Int
  let height: Int
  private let bitsPerPixel: Int
  /// Bytes of packed pixels.
  private var packed = 0
  /// Whether the chunk is there that ends every file.
  private var isComplete = false

  init(_ file: [UInt8]) throws(PictureError) {
    let header = PNGFile.signature.count
    guard file.count >= header + 25 else { throw .truncated }
    func number(_ at: Int) -> Int { file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard number(header) == 13, file[header + 4..<header + 8].elementsEqual("IHDR".utf8) else {
      throw .badHeader
    }
    (width, height) = (number(header + 8), number(header + 12))
    let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][file[header + 17]]
    guard let channels, [1, 2, 4, 8, 16].contains(file[header + 16]) else { throw .badHeader }
    bitsPerPixel = channels * Int(file[header + 16])
    var at = header
    while at + 12 <= file.count {
      let (length, type) = (number(at), file[at + 4..<at + 8])
      let room = file.count - at - 12
      if type.elementsEqual("IDAT".utf8) { packed += min(length, room) }
      if type.elementsEqual("IEND".utf8) { isComplete = true }
      guard length <= room else { break }
      at += 12 + length
    }
  }

  /// No byte of a packed stream stands for more bytes than that (zlib's own technical notes).
  private static let bestRatio = 1032

  /// Whether the packed pixels can be as many as the header claims.
  var canHoldPixels: Bool {
    let rowBytes = (width * bitsPerPixel + 7) / 8
    return packed.multipliedClamping(by: Self.bestRatio) >= rowBytes.multipliedClamping(by: height)
  }

  /// Why the pixels cannot be had.
  var failure: PictureError { isComplete ? .damaged : .truncated }
}
