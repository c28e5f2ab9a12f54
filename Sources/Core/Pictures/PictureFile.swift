/// Reads pictures: PNG through libpng, PGM and PPM ourselves.
public enum PictureFile {
  /// The most bytes of a file: those of 20 megapixels in colors of 16 bits.
  public static let fileLimit = 1 << 27

  /// The picture in a file's bytes, in gray.
  ///
  /// Room is made for a picture only after the file was found long enough to hold it, so that memory
  /// is bound by what a file holds, not by what it claims.
  public static func read(_ file: [UInt8]) throws(PictureError) -> GrayPicture {
    if PNGReading.isPNG(file) { return try PNGReading(file).picture() }
    if NetpbmFile.isNetpbm(file) { return try NetpbmFile(file).picture() }
    guard !file.isEmpty else { throw .empty }
    throw .notAPicture(format: knownFormat(file))
  }

  /// What other pictures, and documents, begin with.
  private static let beginnings: [(name: String, at: Int, bytes: [UInt8])] = [
    ("JPEG", 0, [0xFF, 0xD8, 0xFF]), ("GIF", 0, Array("GIF8".utf8)),
    ("WebP", 8, Array("WEBP".utf8)), ("HEIC", 4, Array("ftyphei".utf8)),
    ("HEIC", 4, Array("ftypmif1".utf8)), ("AVIF", 4, Array("ftypavif".utf8)),
    ("TIFF", 0, [0x49, 0x49, 0x2A, 0]), ("TIFF", 0, [0x4D, 0x4D, 0, 0x2A]),
    ("PDF", 0, Array("%PDF".utf8)), ("SVG", 0, Array("<svg".utf8)),
    ("SVG", 0, Array("<?xml".utf8)), ("BMP", 0, Array("BM".utf8)),
    ("PBM", 0, Array("P1".utf8)), ("PBM", 0, Array("P4".utf8)), ("PAM", 0, Array("P7".utf8)),
  ]

  private static func knownFormat(_ file: [UInt8]) -> String? {
    beginnings.first { file.dropFirst($0.at).starts(with: $0.bytes) }?.name
  }

  /// Makes sure that there may be a picture of that size.
  static func check(width: Int, height: Int) throws(PictureError) {
    guard width > 0, height > 0 else { throw .noPixels }
    guard width.multipliedClamping(by: height) <= GrayPicture.mostPixels else {
      throw .tooManyPixels(width: width, height: height)
    }
  }
}
