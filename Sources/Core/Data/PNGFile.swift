import CPng
import CZlib

/// Writes pictures as PNG, through libpng.
public enum PNGFile {
  /// A picture as a file.
  ///
  /// - Parameters:
  ///   - rgba: row after row, four bytes a pixel: red, green, blue and how much it covers. None of the
  ///     colours is multiplied by the last.
  ///   - width: pixels across, at least 1.
  ///   - height: pixels down, at least 1.
  ///   - description: what one sees in it, for those who cannot.
  public static func encoded(
    rgba: [UInt8], width: Int, height: Int, description: String
  ) -> [UInt8] {
    precondition(width > 0 && height > 0 && rgba.count == 4 * width * height)
    var image = unsafe image(width, height, PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
    // Pictures of few colours: the fast way makes them hardly larger.
    unsafe image.flags = png_uint_32(PNG_IMAGE_FLAG_FAST)
    let file = unsafe written(image, rgba, palette: nil)
    return file[..<header] + ours + chunk("iTXt", Self.text(description)) + file[header...]
  }

  /// A picture of few colours as a file that is as small as can be, with nothing in it but pixels.
  ///
  /// - Parameters:
  ///   - indices: row after row, the place of each pixel's colour in the palette.
  ///   - palette: at most 256 colours, four bytes each as above.
  ///   - width: pixels across, at least 1.
  ///   - height: pixels down, at least 1.
  public static func encoded(
    indices: [UInt8], palette: [UInt8], width: Int, height: Int
  ) -> [UInt8] {
    let colors = palette.count / 4
    precondition(width > 0 && height > 0 && indices.count == width * height)
    precondition((1...256).contains(colors) && indices.allSatisfy { $0 < colors })
    var image = unsafe image(
      width, height, PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLORMAP)
    unsafe image.colormap_entries = png_uint_32(colors)
    return unsafe written(image, indices, palette: palette)
  }

  private static func image(_ width: Int, _ height: Int, _ format: UInt32) -> png_image {
    var image = unsafe png_image()
    unsafe image.version = png_uint_32(PNG_IMAGE_VERSION)
    unsafe image.width = png_uint_32(width)
    unsafe image.height = png_uint_32(height)
    unsafe image.format = png_uint_32(format)
    return unsafe image
  }

  /// The picture as libpng writes it.
  private static func written(
    _ image: png_image, _ pixels: [UInt8], palette: [UInt8]?
  ) -> [UInt8] {
    var image = unsafe image
    // What does not shrink grows by the frames of zlib's blocks and of PNG's chunks.
    let bound = unsafe pixels.count + Int(image.height) + pixels.count / 256 + 4096
    let file = unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      var size = bound
      let isWritten = unsafe png_image_write_to_memory(
        &image, buffer.baseAddress, &size, 0, pixels, 0, palette)
      count = isWritten == 0 ? 0 : size
    }
    precondition(!file.isEmpty, "libpng could not write a picture")
    return file
  }

  /// Whether this program wrote a file.
  public static func isOurs(_ file: [UInt8]) -> Bool {
    file.starts(with: signature) && file.dropFirst(header).starts(with: ours)
  }

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// The signature and the chunk that says how large a picture is.
  private static let header = 33
  /// The chunk that says who wrote the file.
  private static let ours = chunk("tEXt", Array("Software\0nn-repl".utf8))

  /// A description in UTF-8: not compressed, in no language that is named.
  private static func text(_ description: String) -> [UInt8] {
    Array("Description\0\0\0\0\0".utf8) + Array(description.utf8)
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    let check = unsafe crc32(0, body, uInt(body.count))
    return bigEndian(UInt32(data.count)) + body + bigEndian(UInt32(truncatingIfNeeded: check))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
