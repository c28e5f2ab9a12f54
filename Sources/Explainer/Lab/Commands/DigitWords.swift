import Core
import Presentation

/// The words that choose a digit: shared by `digit` and `classify`.
enum DigitWords {
  /// What is shown where nothing is said, then each way to say another.
  static let forms = ways(adding: [])
  /// The same with what `digit` alone can show.
  static let formsWithSteps = ways(adding: [.plain(steps)])

  /// Every stage on the way from a picture.
  static let steps = Parameter.flag("steps", note: "every stage on the way")

  private static func ways(adding ofPictures: [CommandForm.Addition]) -> [CommandForm] {
    [
      CommandForm(), CommandForm(.required(digit), .optional(drawing)),
      CommandForm(.required(.pictureFile), adding: ofPictures),
    ] + others
  }

  private static let others = [
    CommandForm(.required(half), .required(index)),
    CommandForm(.word("blank", note: "nothing but black")),
    CommandForm(.word("noise", note: "random pixels"), .optional(seed)),
    CommandForm(.word("invert", note: "black becomes white")),
    CommandForm(.word("shift", note: "move it"), .required(right), .required(down)),
    CommandForm(.word("rotate", note: "turn it"), .required(angle)),
    CommandForm(.word("scale", note: "make it larger or smaller"), .required(factor)),
    CommandForm(
      .word("cover", note: "make a rectangle of it black"), .required(.row), .required(.column),
      .required(height), .required(width)),
  ]

  private static let digit = Parameter.text("digit", as: "D") {
    number($0) != nil || WholeReading($0) != .noNumber
  }
  .suggesting { _ in (0...9).map { .init(String($0), note: "our drawings of it") } }
  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  /// A digit as a number or a word.
  private static func number(_ word: String) -> Int? {
    if case .whole(let number) = WholeReading(word) { return number }
    return words.firstIndex(of: word.lowercased())
  }

  private static let drawing = Parameter.text("drawing", as: "NUMBER").suggesting { tab in
    guard let digit = tab.words.first.flatMap({ Int($0) }) else { return [] }
    let count = tab.lab.content.drawings.count { $0.digit == digit }
    return (0..<count).map { .init(String($0), note: "our drawing \($0)") }
  }
  private static let half = Parameter<DigitSet>.oneOf(
    "half", [.train, .test], note: { "one of \($0.title)" }
  ) { word, _ in .noSuchSet(word) }
  private static let index = Parameter.text("index", as: "INDEX")
  private static let seed = Parameter.whole(.seed(.amount), as: "SEED")
  private static let right = Parameter.real(shift("shift to the right"), as: "RIGHT")
  private static let down = Parameter.real(shift("shift down"), as: "DOWN")
  private static let angle = Parameter.real(
    RealNumber("angle", .amount, -360...360), as: "DEGREES")
  private static let factor = Parameter.real(
    RealNumber("factor", .amount, 0.05...20), as: "FACTOR")
  private static let height = Parameter.whole(extent("height", from: 0), as: "HEIGHT")
  private static let width = Parameter.whole(extent("width", from: 0), as: "WIDTH")

  /// Further, and nothing would be left to see.
  private static func shift(_ name: String) -> RealNumber {
    RealNumber(name, .amount, -Float(Digit.side)...Float(Digit.side))
  }

  /// How many rows or columns there are from one on.
  private static func extent(_ name: String, from first: Int) -> WholeNumber {
    WholeNumber(name, .amount, 1...Digit.side - first)
  }

  /// What the words say, or the current digit where there are none.
  static func choose(
    _ arguments: Arguments, in lab: inout Lab, _ host: some Host
  ) throws(LabError) -> CurrentDigit {
    let current = lab.current
    if let change = try change(arguments) {
      return current.changed(to: change.applied(to: current.digit), change.words)
    }
    if let set = try arguments.value(half) { return try example(of: set, arguments, &lab, host) }
    if let path = try arguments.value(.pictureFile) { return try LabPicture(path, host).current }
    if let word = try arguments.value(digit) { return try drawing(word, arguments, lab) }
    switch arguments.keyword {
    case "blank": return CurrentDigit(.blank, label: nil, origin: "a blank")
    case "noise": return noise(try arguments.value(seed), &lab)
    case "invert": return current.changed(to: current.digit.inverted, "inverted")
    case "cover": return try covered(current, arguments)
    default: return current
    }
  }

  /// The change of the current digit that the words ask for, where it is one that can be followed.
  static func change(_ arguments: Arguments) throws(LabError) -> DigitChange? {
    switch arguments.keyword {
    case "shift":
      .shift(right: try arguments.required(right), down: try arguments.required(down))
    case "rotate": .rotate(degrees: try arguments.required(angle))
    case "scale": .scale(try arguments.required(factor))
    default: nil
    }
  }

  private static func drawing(
    _ word: String, _ arguments: Arguments, _ lab: Lab
  ) throws(LabError) -> CurrentDigit {
    let drawings = lab.content.drawings
    guard let digit = Self.number(word), (0...9).contains(digit),
      let first = drawings.firstIndex(where: { $0.digit == digit })
    else { throw .unknownDigit(word) }
    let count = drawings.count { $0.digit == digit }
    let range = WholeNumber("drawing", .index, 0...count - 1, of: digit.withArticle)
    let number = try arguments.value(drawing, within: range) ?? 0
    return Lab.drawing(first + number, of: lab.content)
  }

  private static func example(
    of set: DigitSet, _ arguments: Arguments, _ lab: inout Lab, _ host: some Host
  ) throws(LabError) -> CurrentDigit {
    let data = try set.digits(&lab, host)
    let range = WholeNumber("digit", .index, 0...data.count - 1, of: set.title)
    let index = try arguments.value(index, within: range) ?? 0
    let example = data[data.index(data.startIndex, offsetBy: index)]
    return CurrentDigit(
      example.digit, label: example.label,
      origin: "digit \(index) of \(set.title), \(example.label.withArticle)")
  }

  private static func noise(_ seed: Int?, _ lab: inout Lab) -> CurrentDigit {
    guard let seed else {
      return CurrentDigit(.noise(using: &lab.generator), label: nil, origin: "noise")
    }
    var generator = SeededGenerator(seed: UInt64(seed))
    return CurrentDigit(.noise(using: &generator), label: nil, origin: "noise from seed \(seed)")
  }

  private static func covered(
    _ current: CurrentDigit, _ arguments: Arguments
  ) throws(LabError) -> CurrentDigit {
    let (row, column) = (try arguments.required(.row), try arguments.required(.column))
    let height = try arguments.required(height, within: extent("height", from: row))
    let width = try arguments.required(width, within: extent("width", from: column))
    let rows = row..<row + height
    let columns = column..<column + width
    var changed = current.changed(
      to: current.digit.covered(rows: rows, columns: columns),
      "\(span("row", row...rows.upperBound - 1)), \(span("column", column...columns.upperBound - 1)) covered"
    )
    changed.covered = PictureNotes.Rectangle(rows: rows, columns: columns)
    return changed
  }
}

/// `row 3`, `rows 3 to 5`
func span(_ thing: String, _ range: ClosedRange<Int>) -> String {
  range.count == 1
    ? "\(thing) \(range.lowerBound)"
    : "\(thing)s \(range.lowerBound) to \(range.upperBound)"
}

extension Float {
  /// Without decimals where there are none: 3, 0.5.
  var brief: String {
    self == rounded() && abs(self) < 1e6
      ? String(Int(nearest: self)) : description.replacing("e+", with: "e")
  }
}
