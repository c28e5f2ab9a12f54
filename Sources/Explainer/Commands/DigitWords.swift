import Core

/// The words that choose a digit: shared by `digit` and `classify`.
enum DigitWords {
  static let usages = [
    "digit", "digit D [COPY]", "digit train|test INDEX", "digit blank", "digit noise [SEED]",
    "digit invert", "digit shift RIGHT DOWN", "digit rotate DEGREES", "digit scale FACTOR",
    "digit cover ROW COLUMN HEIGHT WIDTH",
  ]

  /// What the words say, or the current digit where there are none.
  static func choose(
    _ arguments: inout Arguments, in session: inout Session, _ host: some Host
  ) throws(Problem) -> CurrentDigit {
    guard let word = arguments.nextIfAny() else { return session.current }
    let chosen = try digit(word, &arguments, &session, host)
    try arguments.end()
    return chosen
  }

  static let suggestions: @Sendable (TabContext) -> [Completions.Candidate] = { tab in
    if let digit = tab.words.first.flatMap({ Int($0) }), tab.words.count == 1 {
      let count = tab.session.content.drawings.count { $0.digit == digit }
      return (0..<count).map { .init(String($0), note: "our drawing \($0)") }
    }
    guard tab.words.isEmpty else { return [] }
    return (0...9).map { .init(String($0), note: "our drawings of it") } + [
      .init("train", note: "one of MNIST's training half"),
      .init("test", note: "one of MNIST's test half"), .init("blank", note: "nothing but black"),
      .init("noise", note: "random pixels"), .init("invert", note: "black becomes white"),
      .init("shift", note: "move it"), .init("rotate", note: "turn it"),
      .init("scale", note: "make it larger or smaller"),
      .init("cover", note: "make a rectangle of it black"),
    ]
  }

  private static func digit(
    _ word: String, _ arguments: inout Arguments, _ session: inout Session, _ host: some Host
  ) throws(Problem) -> CurrentDigit {
    let current = session.current
    switch word {
    case "train", "test":
      return try example(of: word, &arguments, &session, host)
    case "blank": return CurrentDigit(.blank, label: nil, origin: "a blank")
    case "noise": return try noise(&arguments, &session)
    case "invert": return current.changed(to: current.digit.inverted, "inverted")
    case "shift":
      let right = try bounded(arguments.nextNumber("The shift to the right"))
      let down = try bounded(arguments.nextNumber("The shift down"))
      return current.changed(
        to: current.digit.shifted(right: right, down: down),
        "shifted by \(right.brief) to the right and \(down.brief) down")
    case "rotate":
      let degrees = try arguments.nextNumber("The angle")
      return current.changed(
        to: current.digit.rotated(degrees: degrees), "turned by \(degrees.brief) degrees")
    case "scale":
      let factor = try arguments.nextNumber("The factor")
      guard factor >= 0.05, factor <= 20 else {
        throw .outOfBounds("The factor", low: "0.05", high: "20")
      }
      return current.changed(
        to: current.digit.scaled(by: factor), "scaled by \(factor.brief)")
    case "cover": return try covered(current, &arguments)
    default: return try drawing(word, &arguments, session)
    }
  }

  private static func drawing(
    _ word: String, _ arguments: inout Arguments, _ session: Session
  ) throws(Problem) -> CurrentDigit {
    let drawings = session.content.drawings
    guard let digit = Int(word), (0...9).contains(digit),
      let first = drawings.firstIndex(where: { $0.digit == digit })
    else { throw .unknownDigit(word) }
    let count = drawings.count { $0.digit == digit }
    let copy = arguments.isEmpty ? 0 : try arguments.nextInteger("Copy", in: 0...Int.max)
    guard copy < count else { throw .noSuchDrawing(digit: digit, copy: copy, count: count) }
    return Session.drawing(first + copy, of: session.content)
  }

  private static func example(
    of set: String, _ arguments: inout Arguments, _ session: inout Session, _ host: some Host
  ) throws(Problem) -> CurrentDigit {
    let index = try arguments.nextInteger("Index", in: 0...Int.max)
    let data = try session.dataset(set, host)
    guard index < data.count else { throw .noSuchExample(index, set: set, count: data.count) }
    let example = data[index]
    return CurrentDigit(
      example.digit, label: example.label,
      origin:
        "digit \(index) of MNIST's \(set == "test" ? "test" : "training") half, a \(example.label)")
  }

  private static func noise(
    _ arguments: inout Arguments, _ session: inout Session
  ) throws(Problem) -> CurrentDigit {
    guard !arguments.isEmpty else {
      return CurrentDigit(.noise(using: &session.generator), label: nil, origin: "noise")
    }
    let seed = try arguments.nextInteger("Seed", in: 0...Int.max)
    var generator = SeededGenerator(seed: UInt64(seed))
    return CurrentDigit(.noise(using: &generator), label: nil, origin: "noise from seed \(seed)")
  }

  private static func covered(
    _ current: CurrentDigit, _ arguments: inout Arguments
  ) throws(Problem) -> CurrentDigit {
    let row = try arguments.nextInteger("Row", in: 0...Digit.side - 1)
    let column = try arguments.nextInteger("Column", in: 0...Digit.side - 1)
    let height = try arguments.nextInteger("Height", in: 1...Digit.side - row)
    let width = try arguments.nextInteger("Width", in: 1...Digit.side - column)
    let rows = row..<row + height
    let columns = column..<column + width
    return current.changed(
      to: current.digit.covered(rows: rows, columns: columns),
      "rows \(row) to \(rows.upperBound - 1), columns \(column) to \(columns.upperBound - 1) covered"
    )
  }

  private static func bounded(_ pixels: Float) throws(Problem) -> Float {
    guard abs(pixels) <= Float(Digit.side) else {
      throw .outOfBounds("A shift", low: "-28", high: "28")
    }
    return pixels
  }
}

extension Float {
  /// Without decimals where there are none: 3, 0.5.
  var brief: String {
    self == rounded() && magnitude < 1e6 ? String(Int(nearest: self)) : description
  }
}
