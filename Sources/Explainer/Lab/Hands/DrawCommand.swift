import Core
import Presentation

/// `draw`.
let drawCommand = LabCommand(drawDeclaration) { lab, arguments, host throws(LabError) in
  guard let path = try arguments.value(strokesFile) else { return try lab.pad(host).reply }
  _ = try lab.digitPass()
  let sketches = try readSketches(path, host)
  let range = WholeNumber("drawing", .index, 0...sketches.count - 1, of: path.excerpt)
  let number = try arguments.value(drawing, within: range) ?? 0
  let isRaw = arguments.has(raw)
  let sketch = sketches[number]
  lab.current = CurrentDigit(
    isRaw ? sketch.asDrawn() : sketch.normalized().digit, label: sketch.label,
    origin: sketches.count > 1
      ? "drawing \(number) of \(path.excerpt)" : "the drawing in \(path.excerpt)")
  return try lab.drawnReply(sketch, isRaw: isRaw)
}

let drawDeclaration = CommandDeclaration(
  "draw", .look, .changesLab,
  [CommandForm(), CommandForm(.required(strokesFile), .optional(drawing), adding: [.plain(raw)])],
  summary: "draw a digit yourself, with the mouse or the keys",
  details: [
    "On a terminal a sheet of 28×28 pixels comes up, and beside it what the network makes of your drawing as you draw. Enter makes it the current digit; Escape leaves all as it was.",
    "With keys alone: \(Prose(keys: DrawingPad.bindings())).",
    "Your drawing is scaled and centered as MNIST's digits are; \(code: "n") leaves it as it lies on the sheet, and so does \(code: "raw").",
    "A file does the same without a terminal. Each line is a touch of the pen, \(code: "stroke 22,20 40,8 66,14"): points from 0 to 100, across and down. \(code: "digit 3") before them says what is meant, \(code: "pen 1.5") how wide the pen is, and \(code: "rub 60,10 70,16") rubs out.",
  ],
  examples: ["draw", "draw three.strokes", "draw digits.strokes 2 raw"])

/// The same as a way to choose a digit.
let drawForm = CommandForm(.word("draw", note: "one of your own"))

private let strokesFile = Parameter.text("file", as: "FILE.strokes")
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

extension Lab {
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
