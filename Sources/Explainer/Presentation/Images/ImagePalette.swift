/// The colours of a picture, at most 256, and which of them each pixel has.
struct ImagePalette {
  /// Red, green, blue and how much it covers, each from 0 to 255.
  let colors: [[UInt8]]
  /// One a pixel.
  let indices: [UInt8]
  /// The colour that shows nothing, if there is one.
  let clear: Int?

  /// All colours where they are few; else the means of those that are alike.
  ///
  /// - Parameters:
  ///   - pixels: their colours, four bytes each, red the highest; what covers nothing is clear.
  ///   - most: the most colours, from 2 to 256.
  init(_ pixels: [UInt32], most: Int) {
    precondition((2...256).contains(most))
    let counts = Self.counts(pixels)
    let isClear = counts[0] != nil
    var boxes = [ColorBox(counts.filter { $0.key != 0 })].filter { !$0.isEmpty }
    while boxes.count < most - (isClear ? 1 : 0) {
      guard let widest = boxes.indices.max(by: { boxes[$0].spread < boxes[$1].spread }),
        let (low, high) = boxes[widest].split
      else { break }
      boxes[widest] = low
      boxes.append(high)
    }
    clear = isClear ? boxes.count : nil
    colors = boxes.map(\.mean) + (isClear ? [[0, 0, 0, 0]] : [])
    var indexOf: [UInt32: UInt8] = [0: UInt8(boxes.count & 0xFF)]
    for (index, box) in boxes.enumerated() {
      for entry in box.entries { indexOf[entry.color] = UInt8(index) }
    }
    indices = Self.runs(of: pixels) { indexOf[$0] ?? 0 }
  }

  /// How often each colour is there.
  private static func counts(_ pixels: [UInt32]) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    var start = 0
    while start < pixels.count {
      var end = start + 1
      while end < pixels.count, pixels[end] == pixels[start] { end += 1 }
      counts[shown(pixels[start]), default: 0] += end - start
      start = end
    }
    return counts
  }

  /// What each pixel's colour stands for, looked up once where neighbours are equal.
  private static func runs(of pixels: [UInt32], _ lookup: (UInt32) -> UInt8) -> [UInt8] {
    var last: (color: UInt32, index: UInt8)?
    return pixels.map { color in
      if let last, last.color == color { return last.index }
      let index = lookup(shown(color))
      last = (color, index)
      return index
    }
  }

  /// Nobody sees the colour of what covers nothing.
  private static func shown(_ color: UInt32) -> UInt32 { color & 0xFF == 0 ? 0 : color }
}

/// Colours that may become one.
private struct ColorBox {
  let entries: [(color: UInt32, count: Int)]
  /// How far the colours lie apart in the part where that is most, and which part it is.
  private let longest: (length: Int, shift: UInt32)
  private let count: Int

  init(_ counts: [UInt32: Int]) {
    self.init(entries: counts.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 })
  }

  private init(entries: [(color: UInt32, count: Int)]) {
    self.entries = entries
    count = entries.reduce(0) { $0 + $1.count }
    longest =
      [24, 16, 8, 0].map { (shift: UInt32) -> (length: Int, shift: UInt32) in
        let parts = entries.map { Int($0.color >> shift & 0xFF) }
        return ((parts.max() ?? 0) - (parts.min() ?? 0), shift)
      }.max { $0.length < $1.length } ?? (0, 0)
  }

  var isEmpty: Bool { entries.isEmpty }

  /// How much is lost where its colours become one: few pixels of a far colour count as well.
  var spread: Double {
    Double(longest.length) * Double(longest.length) * Double(count).squareRoot()
  }

  /// Two boxes, cut half way between the farthest colours; nil where there is but one colour.
  var split: (ColorBox, ColorBox)? {
    guard longest.length > 0 else { return nil }
    let parts = entries.map { Int($0.color >> longest.shift & 0xFF) }
    let middle = ((parts.min() ?? 0) + (parts.max() ?? 0) + 1) / 2
    let low = entries.indices.filter { parts[$0] < middle }.map { entries[$0] }
    let high = entries.indices.filter { parts[$0] >= middle }.map { entries[$0] }
    return (ColorBox(entries: low), ColorBox(entries: high))
  }

  /// The mean of its pixels; where one colour is most of them, that colour.
  var mean: [UInt8] {
    if let most = entries.max(by: { $0.count < $1.count }), 2 * most.count > count {
      return [24, 16, 8, 0].map { UInt8(most.color >> $0 & 0xFF) }
    }
    return [24, 16, 8, 0].map { (shift: UInt32) in
      let sum = entries.reduce(0) { $0 + Int($1.color >> shift & 0xFF) * $1.count }
      return UInt8((sum + count / 2) / max(count, 1))
    }
  }
}
