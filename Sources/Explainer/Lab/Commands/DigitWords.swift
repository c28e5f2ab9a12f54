import Core
import Presentation

/// The words that choose a digit: shared by `digit` and `classify`.
enum DigitWords {
  static let usages = [
    "digit", "digit D [NUMBER]", "digit train|test INDEX", "digit blank", "digit noise [SEED]",
    "digit invert", "digit shift RIGHT DOWN", "digit rotate DEGREES", "digit scale FACTOR",
    "digit cover ROW COLUMN HEIGHT WIDTH",
  ]

  /// What the words say, or the current digit where there are none.
  static func choose(
    _ arguments: inout Arguments, in lab: inout Lab, _ host: some Host
  ) throws(LabError) -> CurrentDigit {
    guard let word = arguments.nextIfAny() else { return lab.current }
    let chosen = try digit(word, &arguments, &lab, host)
    try arguments.end()
    return chosen
  }

  static let suggestions: @Sendable (TabContext) -> [Completions.Candidate] = { tab in
    if let digit = tab.words.first.flatMap({ Int($0) }), tab.words.count == 1 {
      let count = tab.lab.content.drawings.count { $0.digit == digit }
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
    _ word: String, _ arguments: inout Arguments, _ lab: inout Lab, _ host: some Host
  ) throws(LabError) -> CurrentDigit {
    let current = lab.current
    switch word {
    case "train": return try example(of: .train, &arguments, &lab, host)
    case "test": return try example(of: .test, &arguments, &lab, host)
    case "blank": return CurrentDigit(.blank, label: nil, origin: "a blank")
    case "noise": return try noise(&arguments, &lab)
    case "invert": return current.changed(to: current.digit.inverted, "inverted")
    case "shift":
      let right = try arguments.next(shift("shift to the right"))
      let down = try arguments.next(shift("shift down"))
      return current.changed(
        to: current.digit.shifted(right: right, down: down),
        "shifted by \(right.brief) to the right and \(down.brief) down")
    case "rotate":
      let degrees = try arguments.next(RealNumber("angle", .amount, -360...360))
      return current.changed(
        to: current.digit.rotated(degrees: degrees), "turned by \(degrees.brief) degrees")
    case "scale":
      let factor = try arguments.next(RealNumber("factor", .amount, 0.05...20))
      return current.changed(
        to: current.digit.scaled(by: factor), "scaled by \(factor.brief)")
    case "cover": return try covered(current, &arguments)
    default: return try drawing(word, &arguments, lab)
    }
  }

  private static func drawing(
    _ word: String, _ arguments: inout Arguments, _ lab: Lab
  ) throws(LabError) -> CurrentDigit {
    let drawings = lab.content.drawings
    guard case .whole(let digit) = WholeReading(word), (0...9).contains(digit),
      let first = drawings.firstIndex(where: { $0.digit == digit })
    else { throw .unknownDigit(word) }
    let count = drawings.count { $0.digit == digit }
    let number =
      arguments.isEmpty
      ? 0 : try arguments.nextPlace("drawing", 0...count - 1, of: digit.withArticle)
    return Lab.drawing(first + number, of: lab.content)
  }

  private static func example(
    of set: DigitSet, _ arguments: inout Arguments, _ lab: inout Lab, _ host: some Host
  ) throws(LabError) -> CurrentDigit {
    let data = try set.digits(&lab, host)
    let index = try arguments.nextPlace("digit", 0...data.count - 1, of: set.title)
    let example = data[data.index(data.startIndex, offsetBy: index)]
    return CurrentDigit(
      example.digit, label: example.label,
      origin: "digit \(index) of \(set.title), \(example.label.withArticle)")
  }

  private static func noise(
    _ arguments: inout Arguments, _ lab: inout Lab
  ) throws(LabError) -> CurrentDigit {
    guard !arguments.isEmpty else {
      return CurrentDigit(.noise(using: &lab.generator), label: nil, origin: "noise")
    }
    let seed = try arguments.next(WholeNumber.seed(.amount))
    var generator = SeededGenerator(seed: UInt64(seed))
    return CurrentDigit(.noise(using: &generator), label: nil, origin: "noise from seed \(seed)")
  }

  private static func covered(
    _ current: CurrentDigit, _ arguments: inout Arguments
  ) throws(LabError) -> CurrentDigit {
    let row = try arguments.nextPlace("row", 0...Digit.side - 1)
    let column = try arguments.nextPlace("column", 0...Digit.side - 1)
    let height = try arguments.next(WholeNumber("height", .amount, 1...Digit.side - row))
    let width = try arguments.next(WholeNumber("width", .amount, 1...Digit.side - column))
    let rows = row..<row + height
    let columns = column..<column + width
    var changed = current.changed(
      to: current.digit.covered(rows: rows, columns: columns),
      "rows \(row) to \(rows.upperBound - 1), columns \(column) to \(columns.upperBound - 1) covered"
    )
    changed.covered = PictureNotes.Rectangle(rows: rows, columns: columns)
    return changed
  }

  /// Further, and nothing would be left to see.
  private static func shift(_ name: String) -> RealNumber {
    RealNumber(name, .amount, -Float(Digit.side)...Float(Digit.side))
  }
}

extension Float {
  /// Without decimals where there are none: 3, 0.5.
  var brief: String {
    self == rounded() && abs(self) < 1e6
      ? String(Int(nearest: self)) : description.replacing("e+", with: "e")
  }
}
