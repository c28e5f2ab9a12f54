/// Drawings as text, one paragraph each:
///
///     digit 3 pen 1.2
///     stroke 22,20 40,8 66,14
///
/// Points are `x,y` in a square of 0…100. `pen` may be left out. Lines that start with `#` are
/// comments.
public enum DrawingFile {
  /// What is wrong with a line of the file.
  public enum Mistake: Error, Equatable {
    /// Neither `digit D`, `digit D pen R` nor `stroke x,y …`; lines count from 1.
    case unreadableLine(Int)
  }

  /// The drawings in the order of the file.
  public static func parse(_ text: String) throws(Mistake) -> [Drawing] {
    var drawings: [Drawing] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.split(separator: " ")
      guard let keyword = words.first, !keyword.hasPrefix("#") else { continue }
      if keyword == "digit", let drawing = heading(words) {
        drawings.append(drawing)
      } else if keyword == "stroke", !drawings.isEmpty, let points = stroke(words.dropFirst()) {
        drawings[drawings.count - 1].strokes.append(points)
      } else {
        throw .unreadableLine(index + 1)
      }
    }
    return drawings
  }

  private static func heading(_ words: [Substring]) -> Drawing? {
    guard words.count == 2 || words.count == 4 && words[2] == "pen", let digit = Int(words[1]),
      (0...9).contains(digit)
    else { return nil }
    guard words.count == 4 else { return Drawing(digit: digit, strokes: []) }
    guard let pen = Float(words[3]), pen > 0, pen < 5 else { return nil }
    return Drawing(digit: digit, penRadius: pen, strokes: [])
  }

  private static func stroke(_ words: ArraySlice<Substring>) -> [Drawing.Point]? {
    let points = words.compactMap { word -> Drawing.Point? in
      let parts = word.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count == 2, let x = Float(parts[0]), let y = Float(parts[1]) else { return nil }
      return x.isFinite && y.isFinite ? Drawing.Point(x: x, y: y) : nil
    }
    return points.count == words.count && !points.isEmpty ? points : nil
  }
}
