/// Pictures in DEC's sixel graphics: a palette, then strips of six rows, colour after colour.
///
/// A palette holds hundredths of red, green and blue; where a picture has 256 colours or fewer, each is
/// in it as nearly as that goes.
enum SixelImage {
  /// A picture at the cursor.
  ///
  /// - Parameter ground: what shows through where the picture covers a part; where it covers next to
  ///   nothing, nothing is drawn.
  static func sequence(_ pixmap: Pixmap, on ground: UInt32) -> String {
    let palette = SixelPalette(pixmap.colors(on: ground))
    var text = "\u{1B}P0;1;0q\"1;1;\(pixmap.width);\(pixmap.height)"
    for (index, color) in palette.colors.enumerated() {
      text += "#\(index);2;\(color.map(String.init).joined(separator: ";"))"
    }
    let strips = stride(from: 0, to: pixmap.height, by: 6).map { strip($0, pixmap, palette) }
    return text + strips.joined(separator: "-") + "\u{1B}\\"
  }

  /// Six rows: each colour's pixels over those of the colours before it.
  private static func strip(_ top: Int, _ pixmap: Pixmap, _ palette: SixelPalette) -> String {
    var bits: [[UInt8]] = Array(repeating: [], count: palette.colors.count)
    for row in 0..<min(6, pixmap.height - top) {
      for column in 0..<pixmap.width {
        guard let index = palette.indices[(top + row) * pixmap.width + column].map(Int.init) else {
          continue
        }
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

/// The colours of a picture, at most 256, and which of them each pixel has.
struct SixelPalette {
  /// Red, green and blue, each from 0 to 100.
  private(set) var colors: [[Int]] = []
  /// One a pixel; nil where nothing is drawn.
  private(set) var indices: [UInt8?]

  private static let most = 256

  /// All colours where they are few; else the means of those that are alike, in as fine groups as
  /// can be.
  ///
  /// - Parameter pixels: their colours, nil where nothing is drawn.
  init(_ pixels: [UInt32?]) {
    var groups: [UInt32: Int] = [:]
    for dropped in 0..<8 {
      groups = Self.groups(of: pixels, dropping: dropped)
      guard groups.count > Self.most else {
        indices = pixels.map { $0.map { UInt8(groups[Self.key($0, dropped)] ?? 0) } }
        colors = Self.means(pixels, indices, count: groups.count)
        return
      }
    }
    preconditionFailure("of one bit a part there are eight colours")
  }

  /// What alike colours have in common: their upper bits.
  private static func key(_ color: UInt32, _ dropped: Int) -> UInt32 {
    let part = UInt32((0xFF >> dropped) << dropped)
    return color & (part << 16 | part << 8 | part)
  }

  /// Numbers for the groups in the order in which they come; more than fit are not looked for.
  private static func groups(of pixels: [UInt32?], dropping dropped: Int) -> [UInt32: Int] {
    var groups: [UInt32: Int] = [:]
    var last: UInt32?
    for case let color? in pixels where color != last {
      last = color
      let key = key(color, dropped)
      if groups[key] == nil { groups[key] = groups.count }
      if groups.count > most { break }
    }
    return groups
  }

  private static func means(_ pixels: [UInt32?], _ indices: [UInt8?], count: Int) -> [[Int]] {
    var sums = Array(repeating: [0, 0, 0], count: count)
    var sizes = Array(repeating: 0, count: count)
    for (pixel, index) in zip(pixels, indices) {
      guard let pixel, let index else { continue }
      sizes[Int(index)] += 1
      for part in 0..<3 { sums[Int(index)][part] += Int(pixel >> (16 - 8 * part) & 0xFF) }
    }
    return zip(sums, sizes).map { sum, size in
      sum.map { ($0 * 100 + size * 255 / 2) / (max(size, 1) * 255) }
    }
  }
}

extension Pixmap {
  /// Below this a pixel is as good as not there.
  private static let least: UInt32 = 26

  /// The colour of each pixel with what shows through; nil where there is next to none.
  fileprivate func colors(on ground: UInt32) -> [UInt32?] {
    (0..<width * height).map { pixel in
      let place = 4 * pixel
      let cover = UInt32(bytes[place + 3])
      guard cover >= Self.least else { return nil }
      func part(_ index: Int, _ shift: UInt32) -> UInt32 {
        let below = ground >> shift & 0xFF
        let mixed = UInt32(bytes[place + index]) * cover + below * (255 - cover)
        return ((mixed + 127) / 255) << shift
      }
      return part(0, 16) | part(1, 8) | part(2, 0)
    }
  }
}
