import Core
import Presentation

/// `digit`, `pixels` and `pixel`.
let digitCommands: [LabCommand] = [
  LabCommand(
    CommandDeclaration(
      "digit", .look, .changesLab, DigitWords.formsWithSteps + [drawForm],
      summary: "show the current digit, or choose and change it",
      details: [
        "Every other command works on the current digit, so choose one here and then ask about it.",
        "The digits are drawings of our own; MNIST's come with \(code: "--data DIR").",
        "FILE is a picture of a digit of yours: PNG, PGM or PPM, to 20 megapixels. Ink may be darker than the paper or lighter, and shadows do no harm. \(code: "steps") shows how the digit is found.",
      ],
      examples: [
        "digit 7", "digit 3 2", "digit noise 4", "digit shift 3 0", "digit rotate 20",
        "digit cover 4 8 6 10", "digit photo.png steps",
      ]),
    run: { lab, arguments, host throws(LabError) in
      if let path = try arguments.value(.pictureFile) {
        let picture = try LabPicture(path, host)
        lab.current = picture.current
        return pictureReply(picture, showsSteps: arguments.has(DigitWords.steps))
      }
      if arguments.keyword == "draw" { return try lab.pad(host).reply }
      let before = lab.current.digit
      lab.current = try DigitWords.choose(arguments, in: &lab, host)
      let change = try DigitWords.change(arguments)
      return digitReply(lab.current, change.map { DigitMotion(from: before, $0, on: lab) })
    }),
  LabCommand(
    CommandDeclaration(
      "pixels", .look, .looks, summary: "the 784 numbers of the current digit",
      details: [
        "Each number is an activation, from 0 (black) to 1 (white). Only the part with ink is printed."
      ]),
    run: { lab, _, _ throws(LabError) in pixelsReply(lab.current.digit) }),
  LabCommand(
    CommandDeclaration(
      "pixel", .look, .looks, [CommandForm(.required(.row), .required(.column))],
      summary: "one pixel: its number and its place in layer 0",
      details: ["Rows and columns count from 0 at the top left, to 27."],
      examples: ["pixel 14 13"]),
    run: { lab, arguments, _ throws(LabError) in
      pixelReply(lab.current, try arguments.required(.row), try arguments.required(.column))
    }),
]

extension HeatMap {
  /// A digit as it looks.
  init(_ title: String, _ digit: Digit) {
    self.init(
      title, rows: Digit.side, columns: Digit.side, values: digit.pixels, scale: .ink)
  }

  /// The digit in front of the learner; what is covered is marked.
  init(_ current: CurrentDigit) {
    self.init(current.origin, current.digit)
    notes.marked = current.covered
  }
}

extension CurrentDigit {
  /// What programs are told of it.
  var facts: [String: Fact] {
    var facts: [String: Fact] = ["source": .text(origin)]
    if let label { facts["label"] = .integer(label) }
    return facts
  }
}

extension Digit {
  /// How many of its pixels are lit.
  fileprivate var inWords: Prose {
    litPixels == 0
      ? "No pixel is lit: all 784 activations of layer 0 are 0."
      : "\(litPixels) of its 784 pixels \(isOrAre(litPixels)) lit."
  }

  fileprivate var facts: [String: Fact] {
    ["pixels": .list((0..<Self.side).map { .numbers(row($0)) }), "lit": .integer(litPixels)]
  }
}

private func digitReply(_ current: CurrentDigit, _ motion: DigitMotion?) -> Reply {
  let sentence = current.digit.inWords
  let picture =
    motion?.block([.prose(sentence.asOutcome)])
    ?? .picture(HeatMap(current).noted { $0.hasRuler = true }, [.prose(sentence)])
  return Reply([picture], facts: current.facts.merging(current.digit.facts) { $1 })
}

private func pictureReply(_ picture: LabPicture, showsSteps: Bool) -> Reply {
  let current = picture.current
  let written = picture.stages.digit
  let words = [picture.findings(of: [written]) + " " + current.digit.inWords, picture.reminder]
    .compactMap(\.self)
  let facts = current.facts.merging(current.digit.facts) { $1 }
    .merging([
      "picture": .object(
        picture.facts.merging(["strokes": .text(written.stroke.rawValue)]) { $1 })
    ]) { $1 }
  guard !showsSteps else { return PictureSteps(picture).reply(words, facts: facts) }
  let map = HeatMap(current).noted { $0.hasRuler = true }
  return Reply([.picture(map, words.map { .prose($0) })], facts: facts)
}

private func pixelsReply(_ digit: Digit) -> Reply {
  let lit = digit.pixels.indices.filter { digit.pixels[$0] > 0 }
  let facts = digit.facts
  guard let first = lit.first, let last = lit.last,
    let left = lit.map({ $0 % Digit.side }).min(), let right = lit.map({ $0 % Digit.side }).max()
  else { return Reply([.prose("All 784 pixels are 0: the picture is black.")], facts: facts) }
  let rows = (first / Digit.side)...(last / Digit.side)
  let grid = NumberGrid(
    "\(span("row", rows)), \(span("column", left...right))",
    firstRow: rows.lowerBound, firstColumn: left,
    rows: rows.map { Array(digit.row($0)[left...right]) })
  let others = Digit.pixelCount - grid.rows.count * (right - left + 1)
  let around: Prose = others == 0 ? "" : "The other \(others) pixels, around these, are 0. "
  let sentence: Prose = around + "Row after row, all 784 are \(code: "a0")."
  return Reply([.figure(.grid(grid)), .prose(sentence)], facts: facts)
}

private func pixelReply(_ current: CurrentDigit, _ row: Int, _ column: Int) -> Reply {
  let digit = current.digit
  let value = digit[row, column]
  let index = row * Digit.side + column
  let rows = max(0, row - 2)...min(Digit.side - 1, row + 2)
  let columns = max(0, column - 2)...min(Digit.side - 1, column + 2)
  let grid = NumberGrid(
    "around it", firstRow: rows.lowerBound, firstColumn: columns.lowerBound,
    rows: rows.map { Array(digit.row($0)[columns]) })
  let look = value == 0 ? "black" : value == 1 ? "white" : "gray"
  let sentence: Prose =
    "It is \(look). Unrolled, 28 · \(row) + \(column) = \(index): it is neuron \(index) of layer 0, \(code: "a0[\(index)]")."
  let words: [Block] = [
    .heading("Pixel (\(row), \(column)) holds \(Number.precise(value))."), .figure(.grid(grid)),
    .prose(sentence),
  ]
  let picture = HeatMap(current.origin, digit).noted {
    $0.hasRuler = true
    $0.marked = .init(rows: row..<row + 1, columns: column..<column + 1)
  }
  return Reply(
    [
      .layouts([
        Layout(columns: 119, rows: 39, [.beside([[.figure(.heatMap(picture.large))], words])]),
        Layout(columns: 72, [.beside([[.figure(.heatMap(picture))], words])]),
        Layout(words),
      ])
    ],
    facts: [
      "row": .integer(row), "column": .integer(column), "index": .integer(index),
      "value": .number(value),
    ])
}

extension Digit {
  /// One row of 28 pixels.
  fileprivate func row(_ row: Int) -> [Float] {
    Array(pixels[row * Self.side..<(row + 1) * Self.side])
  }
}
