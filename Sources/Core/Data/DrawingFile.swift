/// Drawings as text, one paragraph each:
///
///     digit 3 pen 1.2
///     stroke 22,20 40,8 66,14
///
/// Points are `x,y` in a square of 0…100, or not far from it. `pen` may be left out. Lines that start with `#` are
/// comments.
public enum DrawingFile {
  /// The drawings in the order of the file.
  ///
  /// Works on bytes: the program reads the file each time it starts, and characters take longer.
  public static func parse(_ text: [UInt8]) throws(DrawingFileError) -> [Drawing] {
    var drawings: [Drawing] = []
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let words = line.split(separator: UInt8(ascii: " "))
      guard let keyword = words.first, keyword.first != UInt8(ascii: "#") else { continue }
      if keyword.elementsEqual("digit".utf8), let drawing = heading(words) {
        drawings.append(drawing)
      } else if keyword.elementsEqual("stroke".utf8), !drawings.isEmpty,
        let points = stroke(words.dropFirst())
      {
        drawings[drawings.count - 1].strokes.append(points)
      } else {
        throw .unreadableLine(index + 1)
      }
    }
    return drawings
  }

  private static func heading(_ words: [ArraySlice<UInt8>]) -> Drawing? {
    guard words.count == 2 || words.count == 4 && words[2].elementsEqual("pen".utf8),
      let digit = digit(words[1])
    else { return nil }
    guard words.count == 4 else { return Drawing(digit: digit, strokes: []) }
    return pen(words[3]).map { Drawing(digit: digit, penRadius: $0, strokes: []) }
  }

  /// Which digit a word names.
  static func digit(_ word: ArraySlice<UInt8>) -> Int? {
    guard let digit = number(word), (0...9).contains(digit), digit == digit.rounded() else {
      return nil
    }
    return Int(digit)
  }

  /// The radius of a pen.
  static func pen(_ word: ArraySlice<UInt8>) -> Float? {
    number(word).flatMap { $0 > 0 && $0 < 5 ? $0 : nil }
  }

  /// The points of a stroke; nil where a word is none, or there is no word.
  static func stroke(_ words: ArraySlice<ArraySlice<UInt8>>) -> [Drawing.Point]? {
    let points = words.compactMap { word -> Drawing.Point? in
      guard let comma = word.firstIndex(of: UInt8(ascii: ",")), let x = number(word[..<comma]),
        let y = number(word[(comma + 1)...]), reach.contains(x), reach.contains(y)
      else { return nil }
      return Drawing.Point(x: x, y: y)
    }
    return points.count == words.count && !points.isEmpty ? points : nil
  }

  /// How far a pen may leave the square: nothing is drawn out there, and it has to be walked over.
  private static let reach: ClosedRange<Float> = -100...200

  private static func number(_ word: ArraySlice<UInt8>) -> Float? {
    if let short = shortNumber(word) { return short }
    return Float(String(decoding: word, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A number such as 66 or 66.25, with so few digits that it and its power of ten are `Float`s
  /// exactly, and their quotient is what the digits mean, rounded once.
  private static func shortNumber(_ word: ArraySlice<UInt8>) -> Float? {
    guard !word.isEmpty, word.count <= 7 else { return nil }
    var digits: Int32 = 0
    var divisor: Int32 = 0
    for byte in word {
      switch byte {
      case 0x30...0x39:
        digits = digits * 10 + Int32(byte - 0x30)
        divisor *= 10
      case 0x2e where divisor == 0 && byte != word.first: divisor = 1
      default: return nil
      }
    }
    return Float(digits) / Float(max(divisor, 1))
  }
}

/// What is wrong with a line of the file.
public enum DrawingFileError: Error, Equatable {
  /// Neither `digit D`, `digit D pen R` nor `stroke x,y …`; lines count from 1.
  case unreadableLine(Int)
}
