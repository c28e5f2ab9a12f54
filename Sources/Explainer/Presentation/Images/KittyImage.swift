import Core

/// Pictures for kitty's graphics protocol.
enum KittyImage {
  /// More must not be in one piece.
  private static let pieceLength = 4096

  /// A picture that is sent and shown at once over so many cells, without a word in return; the cursor
  /// stays.
  static func sequence(_ pixmap: Pixmap, columns: Int, rows: Int, colors: Int) -> String {
    let data = Array(Base64.encoded(pixmap.png(colors: colors)).utf8)
    let starts = stride(from: 0, to: data.count, by: pieceLength)
    return starts.reduce(into: "") { text, start in
      let end = min(start + pieceLength, data.count)
      let more = end < data.count ? 1 : 0
      let keys = start == 0 ? "a=T,f=100,q=2,C=1,c=\(columns),r=\(rows),m=\(more)" : "q=2,m=\(more)"
      text += "\u{1B}_G\(keys);\(String(decoding: data[start..<end], as: UTF8.self))\u{1B}\\"
    }
  }
}

/// Pictures as iTerm2 takes them.
enum ITermImage {
  /// A picture within the text, over so many cells.
  static func sequence(_ pixmap: Pixmap, columns: Int, rows: Int, colors: Int) -> String {
    let file = pixmap.png(colors: colors)
    let keys =
      "inline=1;size=\(file.count);width=\(columns);height=\(rows);preserveAspectRatio=0;"
      + "doNotMoveCursor=1"
    return "\u{1B}]1337;File=\(keys):\(Base64.encoded(file))\u{07}"
  }
}

extension Pixmap {
  /// The picture as a file with so many colours at most.
  func png(colors most: Int) -> [UInt8] {
    let pixels = (0..<width * height).map { pixel in
      (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[4 * pixel + $1]) }
    }
    let palette = ImagePalette(pixels, most: most)
    return PNGFile.encoded(
      indices: palette.indices, palette: Array(palette.colors.joined()), width: width,
      height: height)
  }
}

/// Bytes as text of 64 characters.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text, filled up with `=`.
  static func encoded(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      let group = (0..<3).reduce(0) { $0 << 8 | ($1 < count ? Int(bytes[start + $1]) : 0) }
      for digit in 0..<4 {
        text.append(
          digit <= count ? alphabet[group >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
