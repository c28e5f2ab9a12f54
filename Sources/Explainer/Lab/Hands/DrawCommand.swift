import Core
import Presentation

/// `draw`.
let drawCommand = LabCommand(drawDeclaration) { lab, arguments, host throws(LabError) in
  if let sketch = try Sketch(arguments) {
    _ = try lab.digitPass()
    return try lab.draw(sketch, isRaw: arguments.has(raw), origin: "your drawing")
  }
  guard let path = try arguments.value(strokesFile) else { return try lab.pad(host).reply }
  _ = try lab.digitPass()
  let sketches = try readSketches(path, host)
  let range = WholeNumber("drawing", .index, 0...sketches.count - 1, of: path.excerpt)
  let number = try arguments.value(drawing, within: range) ?? 0
  return try lab.draw(
    sketches[number], isRaw: arguments.has(raw),
    origin: sketches.count > 1
      ? "drawing \(number) of \(path.excerpt)" : "the drawing in \(path.excerpt)")
}

let drawDeclaration = CommandDeclaration(
  "draw", .look, .changesLab,
  [
    CommandForm(), CommandForm(.repeated(.points), adding: [.plain(raw)]),
    CommandForm(.required(strokesFile), .optional(drawing), adding: [.plain(raw)]),
  ],
  summary: "draw a digit yourself, with the mouse or the keys",
  details: [
    "On a terminal a sheet of 28×28 pixels comes up, and beside it what the network makes of your drawing as you draw. Enter makes it the current digit; Escape leaves all as it was, and asks before a drawing is lost.",
    "With keys alone: \(Prose(keys: DrawingPad.bindings())).",
    "Your drawing is scaled and centered as MNIST's digits are; \(code: "n") leaves it as it lies on the sheet, and so does \(code: "raw").",
    "A line does the same without a terminal: points from 0 to 100, across and down; \(code: "/") lifts the pen.",
    "So does a file. Each line is a touch of the pen, \(code: "stroke 22,20 40,8 66,14"). \(code: "digit 3") before them says what is meant, \(code: "pen 1.5") how wide the pen is, and \(code: "rub 60,10 70,16") rubs out.",
  ],
  examples: [
    "draw", "draw 30,20 70,20 50,90 / 40,55 65,55", "draw three.strokes",
    "draw digits.strokes 2 raw",
  ])

/// The same as a way to choose a digit.
let drawForm = CommandForm(.word("draw", note: "one of your own"))

private let strokesFile = Parameter.text("file", as: "FILE.strokes") { !$0.isOfPoints }
  .suggesting(fileSuggestions([".strokes"]))
private let drawing = Parameter.text("drawing", as: "NUMBER") { WholeReading($0) != .noNumber }
private let raw = Parameter.flag("raw", note: "as it lies on the sheet")

/// 1 MB: far above any drawing.
private let largestStrokesFile = 1 << 20

/// Reads a file of strokes.
private func readSketches(_ path: String, _ host: any Host) throws(LabError) -> [Sketch] {
  let bytes = try host.contents(of: path, limit: largestStrokesFile)
  do { return try SketchFile.parse(bytes) } catch {
    throw .unreadableStrokes(file: path, error)
  }
}

extension String {
  /// Whether it is a point, or some, such as `22,20` or `22,20/40,8`, or the sign between strokes.
  fileprivate var isOfPoints: Bool {
    let isPlain = allSatisfy { $0.isASCIIDigit || ",./-".contains($0) }
    return self == "/" || isPlain && contains(",") && contains(where: \.isASCIIDigit)
  }
}

extension Parameter where Value == String {
  /// Points of a drawing, and signs that part its strokes.
  static let points = text("point", as: "X,Y") { $0.isOfPoints }
}

extension Sketch {
  /// What points draw that were typed; nil where there are none.
  init?(_ arguments: Arguments) throws(LabError) {
    let points = try arguments.values(.points).joined(separator: " ")
    guard !points.isEmpty else { return nil }
    let text = points.split(separator: "/").map { "stroke \($0)\n" }.joined()
    guard let sketch = try? SketchFile.parse(Array(text.utf8)).first else {
      throw .unreadablePoints(points)
    }
    self = sketch
  }
}

extension Lab {
  /// Takes a drawing for the current digit.
  fileprivate mutating func draw(
    _ sketch: Sketch, isRaw: Bool, origin: String
  ) throws(LabError) -> Reply {
    current = CurrentDigit(
      isRaw ? sketch.asDrawn() : sketch.normalized().digit, label: sketch.label, origin: origin)
    return try drawnReply(sketch, isRaw: isRaw)
  }

  /// A sheet of paper to draw on.
  func pad(_ host: any Host) throws(LabError) -> DrawingPad {
    guard readsDigits else { throw .inputDoesNotFit(inputs: network.sizes[0]) }
    guard host.hasScreen else { throw .needsScreen(.draw) }
    return DrawingPad(on: self)
  }

  /// What the network makes of a drawing that is the current digit now.
  func drawnReply(_ sketch: Sketch, isRaw: Bool) throws(LabError) -> Reply {
    var reply = Verdict(try digitPass(), self).reply
    let rows = stride(from: 0, to: Digit.pixelCount, by: Digit.side).map {
      Fact.numbers(Array(current.digit.pixels[$0..<$0 + Digit.side]))
    }
    reply.facts.merge([
      "pixels": .list(rows), "lit": .integer(current.digit.litPixels),
      "strokes": .integer(sketch.strokes.count), "raw": .flag(isRaw),
    ]) { $1 }
    return reply
  }
}
