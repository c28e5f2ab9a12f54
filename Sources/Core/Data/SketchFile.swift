/// Drawings as a person writes them down, so that what a hand can do, a file can do as well:
///
///     digit 3 pen 1.2
///     stroke 22,20 40,8 66,14
///     rub 60,10 70,16
///
/// Points are `x,y` on a square paper of 0…100, x to the right, y down. `digit D` begins a drawing and
/// says what it is meant to be; before the first it may be missing. `pen R` sets half the width of the
/// lines to come, in pixels, and how wide `rub` takes ink away. Lines that start with `#` are comments.
public enum SketchFile {
  /// What is read of a file at most. Each piece that is rubbed out has to be looked for in each stroke.
  public static let mostPoints = 4000

  /// The drawings in the order of the file, on a paper of 28×28; each has a stroke.
  public static func parse(_ text: [UInt8]) throws(SketchFileError) -> [Sketch] {
    var reader = Reader()
    let lines = text.split(omittingEmptySubsequences: false) { $0 == 0x0a }
    for (index, line) in lines.enumerated() {
      let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }
      guard let keyword = words.first, keyword.first != UInt8(ascii: "#") else { continue }
      guard reader.take(String(decoding: keyword, as: UTF8.self), words.dropFirst()) else {
        throw .unreadableLine(index + 1)
      }
      guard reader.points <= mostPoints else { throw .tooManyPoints(limit: mostPoints) }
    }
    if reader.sketches.isEmpty { throw .noDrawing }
    if let bare = reader.sketches.firstIndex(where: \.isEmpty) { throw .emptyDrawing(bare) }
    return reader.sketches
  }

  /// Pixels for one unit of the file.
  static let scale = Float(Digit.side) / 100

  private struct Reader {
    private(set) var sketches: [Sketch] = []
    /// How many points were read, those of the rubber too.
    private(set) var points = 0
    private var pen = Drawing.usualPen

    /// Takes a line in; false where it says nothing.
    mutating func take(_ keyword: String, _ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
      switch keyword {
      case "digit": return begin(words)
      case "pen": return words.count == 1 && setPen(words.first)
      case "stroke":
        guard let points = readPoints(words) else { return false }
        if sketches.isEmpty { sketches.append(Sketch()) }
        sketches[sketches.count - 1].strokes.append(.init(points, penRadius: pen))
      case "rub":
        guard let points = readPoints(words), let first = points.first else { return false }
        guard !sketches.isEmpty, self.points <= SketchFile.mostPoints else { return true }
        for (start, end) in zip([first] + points, points) {
          sketches[sketches.count - 1].rub(from: start, to: end, radius: pen)
        }
      default: return false
      }
      return true
    }

    private mutating func begin(_ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
      let words = Array(words)
      guard let digit = words.first.flatMap(DrawingFile.digit) else { return false }
      pen = Drawing.usualPen
      sketches.append(Sketch(label: digit))
      guard words.count > 1 else { return true }
      return words.count == 3 && words[1].elementsEqual("pen".utf8) && setPen(words[2])
    }

    private mutating func setPen(_ word: ArraySlice<UInt8>?) -> Bool {
      guard let radius = word.flatMap(DrawingFile.pen) else { return false }
      pen = radius
      return true
    }

    private mutating func readPoints(_ words: ArraySlice<ArraySlice<UInt8>>) -> [Drawing.Point]? {
      guard let read = DrawingFile.stroke(words) else { return nil }
      points += read.count
      return read.map { Drawing.Point(x: $0.x * SketchFile.scale, y: $0.y * SketchFile.scale) }
    }
  }
}

/// What is wrong with a file of strokes.
public enum SketchFileError: Error, Equatable, Sendable {
  /// A line that is none of the file's; lines count from 1.
  case unreadableLine(Int)
  /// There is no stroke in it.
  case noDrawing
  /// A drawing, counted from 0, has no ink.
  case emptyDrawing(Int)
  case tooManyPoints(limit: Int)
}
