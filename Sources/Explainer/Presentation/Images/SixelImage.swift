/// Pictures in DEC's sixel graphics: a palette, then strips of six rows, colour after colour.
///
/// A palette holds hundredths of red, green and blue.
enum SixelImage {
  /// A picture at the cursor.
  ///
  /// - Parameters:
  ///   - pixmap: the picture.
  ///   - ground: what shows through where the picture covers a part; where it covers next to
  ///     nothing, nothing is drawn.
  ///   - most: the most colours, from 2 to 256.
  static func sequence(_ pixmap: Pixmap, on ground: UInt32, colors most: Int = 256) -> String {
    let palette = ImagePalette(pixmap.colors(on: ground), most: most)
    var text = "\u{1B}P0;1;0q\"1;1;\(pixmap.width);\(pixmap.height)"
    for (index, color) in palette.colors.enumerated() where index != palette.clear {
      let hundredths = color.prefix(3).map { String((Int($0) * 100 + 127) / 255) }
      text += "#\(index);2;\(hundredths.joined(separator: ";"))"
    }
    let strips = stride(from: 0, to: pixmap.height, by: 6).map { strip($0, pixmap, palette) }
    return text + strips.joined(separator: "-") + "\u{1B}\\"
  }

  /// Six rows: each colour's pixels over those of the colours before it.
  private static func strip(_ top: Int, _ pixmap: Pixmap, _ palette: ImagePalette) -> String {
    var bits: [[UInt8]] = Array(repeating: [], count: palette.colors.count)
    for row in 0..<min(6, pixmap.height - top) {
      for column in 0..<pixmap.width {
        let index = Int(palette.indices[(top + row) * pixmap.width + column])
        guard index != palette.clear else { continue }
        if bits[index].isEmpty { bits[index] = Array(repeating: 0, count: pixmap.width) }
        bits[index][column] |= 1 << row
      }
    }
    return bits.enumerated().filter { !$0.element.isEmpty }
      .map { "#\($0.offset)" + runs($0.element) }.joined(separator: "$")
  }

  /// Columns of six pixels, equal ones counted; nothing where no more is drawn.
  private static func runs(_ columns: [UInt8]) -> String {
    var text = ""
    var start = 0
    let end = (columns.lastIndex { $0 != 0 } ?? -1) + 1
    while start < end {
      var next = start + 1
      while next < end, columns[next] == columns[start] { next += 1 }
      let sign = String(Unicode.Scalar(columns[start] + 0x3F))
      let count = next - start
      text += count > 3 ? "!\(count)\(sign)" : String(repeating: sign, count: count)
      start = next
    }
    return text
  }
}

extension Pixmap {
  /// Below this a pixel is as good as not there.
  private static let least: UInt32 = 26

  /// The colour of each pixel with what shows through; clear where there is next to none.
  fileprivate func colors(on ground: UInt32) -> [UInt32] {
    (0..<width * height).map { pixel in
      let offset = 4 * pixel
      let cover = UInt32(bytes[offset + 3])
      guard cover >= Self.least else { return 0 }
      func part(_ index: Int, _ shift: UInt32) -> UInt32 {
        let below = ground >> shift & 0xFF
        let mixed = UInt32(bytes[offset + index]) * cover + below * (255 - cover)
        return (mixed + 127) / 255
      }
      return part(0, 16) << 24 | part(1, 8) << 16 | part(2, 0) << 8 | 255
    }
  }
}
