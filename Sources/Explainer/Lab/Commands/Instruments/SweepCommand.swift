import Core
import Formulas
import Presentation

/// `sweep`: how many digits it still reads when all of them are changed, by more and more.
let sweepCommand = LabCommand(
  CommandDeclaration(
    "sweep", .learn, .changesLab,
    DigitAlteration.allCases.map { kind in
      CommandForm(
        .word(kind.rawValue, note: kind.note), .required(kind.from), .required(kind.to),
        adding: [.plain(.digitSet), .setting(points)])
    },
    summary: "how many digits it reads when they are shifted, turned, ...",
    details: [
      "Every digit is changed by the same amount, then read; the next point has a larger amount. \(code: "shift") is in pixels to the right, \(code: "rotate") in degrees clockwise, \(code: "scale") in times the size, \(code: "noise") in how far each pixel is off at most, \(code: "thickness") in steps wider.",
      "Without a data set it takes MNIST where it is there, else our own drawings; of a set's digits the first \(Number.grouped(Sweep.mostDigits)).",
      "\(code: "ans") holds the shares, from the first amount to the last.",
    ],
    examples: ["sweep shift -4 4", "sweep rotate -60 60 drawn", "sweep noise 0 1 drawn points=6"]),
  run: { lab, arguments, host throws(LabError) in
    let kind = arguments.keyword.flatMap { DigitAlteration(rawValue: $0) } ?? .shift
    let (from, to) = (try arguments.required(kind.from), try arguments.required(kind.to))
    guard from < to else {
      let ends = (from.brief, to.brief)
      throw from == to
        ? .rangeTooNarrow(from: ends.0, to: ends.1) : .reversedSweep(from: ends.0, to: ends.1)
    }
    guard to - from >= 0.001 else { throw .rangeTooNarrow(from: from.brief, to: to.brief) }
    let set = try arguments.value(.digitSet, orElse: .best(host))
    let count = try arguments.value(points) ?? Sweep.usualPoints(from, to)
    var sweep = Sweep(kind, Sweep.amounts(from, to, count), set)
    try sweep.measure(&lab, host)
    lab.answer(.vector(sweep.shares))
    return SweepReport(sweep, lab).reply
  })

private let points = Parameter.whole(WholeNumber("points", .setting, 2...41), as: "N")
  .noted("how many amounts are measured")

extension DigitAlteration {
  fileprivate var from: Parameter<Float> { end("first", as: "FROM") }
  fileprivate var to: Parameter<Float> { end("last", as: "TO") }

  /// Each kind has ends of its own, so that what is out of bounds is told in its words.
  private func end(_ name: String, as placeholder: String) -> Parameter<Float> {
    .real(RealNumber("\(name) \(noun)", .amount, range), as: placeholder)
  }

  /// What is done, as a thing.
  var noun: String {
    switch self {
    case .shift: "shift"
    case .rotate: "angle"
    case .scale: "factor"
    case .noise: "noise"
    case .thickness: "thickness"
    }
  }

  fileprivate var note: String {
    switch self {
    case .shift: "pixels to the right"
    case .rotate: "degrees clockwise"
    case .scale: "times the size"
    case .noise: "how far each pixel is off at most"
    case .thickness: "steps wider"
    }
  }

  /// What was done to the digits, with the unit of the axis.
  var heading: String {
    switch self {
    case .shift: "shifted by so many pixels to the right"
    case .rotate: "turned by so many degrees clockwise"
    case .scale: "made so many times as large"
    case .noise: "with every pixel off by up to so much"
    case .thickness: "with lines so many steps wider"
    }
  }

  /// What was done by an amount, after "the digits".
  func words(_ amount: Float) -> String {
    let size = amount.magnitude.brief
    switch self {
    case .shift:
      let pixels = "\(size) \(amount.magnitude == 1 ? "pixel" : "pixels")"
      return amount == 0
        ? "not shifted" : "shifted \(pixels) to the \(amount < 0 ? "left" : "right")"
    case .rotate:
      return amount == 0
        ? "not turned"
        : "turned \(size) \(amount.magnitude == 1 ? "degree" : "degrees") \(amount < 0 ? "counterclockwise" : "clockwise")"
    case .scale: return amount == 1 ? "at their own size" : "at \(size) times their size"
    case .noise: return amount == 0 ? "without noise" : "with noise of \(size)"
    case .thickness:
      return amount == 0
        ? "with lines as they are"
        : "with lines \(size) \(amount.magnitude == 1 ? "step" : "steps") \(amount < 0 ? "thinner" : "wider")"
    }
  }
}

/// How many digits of a set a network reads, changed by one amount after another.
struct Sweep {
  let kind: DigitAlteration
  let amounts: [Float]
  let set: DigitSet
  /// How many digits were changed.
  private(set) var examples = 0
  /// How many of them are read right, for each amount.
  private(set) var correct: [Int] = []

  /// More would take longer than one waits for.
  static let mostDigits = 10_000

  init(_ kind: DigitAlteration, _ amounts: [Float], _ set: DigitSet) {
    (self.kind, self.amounts, self.set) = (kind, amounts, set)
  }

  /// A point for each whole number where there are few, else nine.
  static func usualPoints(_ from: Float, _ to: Float) -> Int {
    let span = to - from
    let isWhole = from == from.rounded() && to == to.rounded()
    return isWhole && (4...12).contains(span) ? Int(nearest: span) + 1 : 9
  }

  /// Evenly spaced, the ends included.
  static func amounts(_ from: Float, _ to: Float, _ count: Int) -> [Float] {
    (0..<count).map { index in
      index == count - 1
        ? to : Float(Double(from) + Double(to - from) * Double(index) / Double(count - 1))
    }
  }

  /// Shares of what was measured, for each amount.
  var shares: [Double] { correct.map { Double($0) / Double(max(examples, 1)) } }

  mutating func measure(_ lab: inout Lab, _ host: any Host) throws(LabError) {
    let digits = try set.examples(&lab, host).prefix(Self.mostDigits)
    let network = lab.network
    examples = digits.count
    var work = LongWork(examples * amounts.count, for: host)
    let prepared = amounts.map { PreparedAlteration(kind, by: $0) }
    var correct = [Int](repeating: 0, count: amounts.count)
    for (index, example) in digits.enumerated() {
      for (point, alteration) in prepared.enumerated() {
        let digit = alteration.applied(to: example.digit, noise: UInt64(index))
        if network.forward(digit.pixels).answer == example.label { correct[point] += 1 }
        try work.step()
      }
    }
    self.correct = correct
  }
}

/// What a sweep is shown as: the share over the amount, and what becomes of the current digit.
struct SweepReport {
  private let sweep: Sweep
  private let current: CurrentDigit
  /// What the network says of the current digit, for each amount; nil where outputs are equal.
  private let answers: [Int?]

  init(_ sweep: Sweep, _ lab: Lab) {
    self.sweep = sweep
    current = lab.current
    answers = sweep.amounts.map { amount in
      let digit = PreparedAlteration(sweep.kind, by: amount).applied(
        to: lab.current.digit, noise: 0)
      return Brightest(lab.network.forward(digit.pixels).output).only
    }
  }

  var reply: Reply {
    let heading = Block.heading(
      Prose("How much of \(sweep.set.title) it reads, \(sweep.kind.heading)"))
    let plot = Figure.linePlot(plot)
    let numbers = Block.table(table)
    return Reply(
      [
        .fitting([
          [heading, .figure(plot), numbers, .prose(sentence)],
          [.tight([heading, .figure(plot.low), numbers]), .prose(sentence)],
          [.tight([heading, numbers]), .prose(sentence)],
        ])
      ], facts: facts)
  }

  private var plot: LinePlot {
    let points = zip(sweep.amounts, sweep.shares).map {
      Curve.Point(x: Double($0), y: $1 * 100)
    }
    var plot = LinePlot(
      [.init("read right, in %", Curve(points))], from: Double(sweep.amounts[0]),
      to: Double(sweep.amounts[sweep.amounts.count - 1]))
    plot.reachesZero = true
    return plot
  }

  private var table: Table {
    var table = Table(.leading, reading: .named)
    table.alignments += [Table.Alignment](repeating: .trailing, count: sweep.amounts.count)
    // Where there is too little room, every other amount goes first; both ends stay.
    let last = sweep.amounts.count
    table.spareColumns =
      Array(stride(from: 2, to: last, by: 2)) + Array(stride(from: 3, to: last, by: 4))
      + Array(stride(from: 5, to: last, by: 4))
    func row(_ title: String, _ cells: [Prose]) {
      table.rows.append(.cells(([Prose(title, .faint)] + cells).map { .text($0) }))
    }
    row(sweep.kind.noun, sweep.amounts.map { Prose(Self.brief($0), .faint) })
    row("read right", sweep.shares.map { Prose(Self.percent($0)) })
    row(
      "this digit",
      answers.map { answer in
        guard let answer else { return Prose("?", .faint) }
        guard let label = current.label else { return Prose("\(answer)") }
        return Prose("\(answer)", label == answer ? .positive(1) : .negative(1))
      })
    return table
  }

  /// With two decimals at most.
  private static func brief(_ amount: Float) -> String {
    let hundredths = Int(nearest: Double(amount) * 100)
    if hundredths % 100 == 0 { return String(hundredths / 100) }
    return Number.decimal(
      hundredths % 10 == 0 ? hundredths / 10 : hundredths, places: hundredths % 10 == 0 ? 1 : 2)
  }

  private static func percent(_ share: Double) -> String {
    let whole = Int(nearest: share * 100)
    return share < 1 && whole == 100 ? ">99%" : share > 0 && whole == 0 ? "<1%" : "\(whole)%"
  }

  private var sentence: Prose {
    let shares = sweep.shares
    let counts = sweep.correct
    guard let most = counts.max(), let least = counts.min(),
      let worst = counts.firstIndex(of: least),
      // Of equals the one that changes the digits least.
      let best = counts.indices.filter({ counts[$0] == most }).min(by: { change($0) < change($1) })
    else { return "" }
    guard most > least else {
      return
        "The change makes no difference to the count: it reads \(Number.percent(shares[0])) at every point."
    }
    func words(_ index: Int) -> String { sweep.kind.words(sweep.amounts[index]) }
    let first: Prose =
      "It reads most, \(strong: Number.percent(shares[best])), \(words(best)), and fewest, \(strong: Number.percent(shares[worst])), \(words(worst))."
    return first + half(shares[best], best)
  }

  private func change(_ index: Int) -> Float {
    (sweep.amounts[index] - sweep.kind.neutral).magnitude
  }

  /// How far from the best one has to go, either way, to lose half of it.
  private func half(_ most: Double, _ best: Int) -> Prose {
    let shares = sweep.shares
    let below = shares[..<best].lastIndex { $0 <= most / 2 }
    let above = shares[best...].firstIndex { $0 <= most / 2 }
    let ends = [below, above].compactMap { $0 }.map { Self.brief(sweep.amounts[$0]) }
    guard !ends.isEmpty else { return " It keeps more than half of that everywhere here." }
    return " Half of that is lost at \(listed(ends))."
  }

  private var facts: [String: Fact] {
    [
      "change": .text(sweep.kind.rawValue), "set": .text(sweep.set.rawValue),
      "examples": .integer(sweep.examples),
      "points": .list(
        sweep.amounts.indices.map { index in
          .object([
            "amount": .number(sweep.amounts[index]), "correct": .integer(sweep.correct[index]),
            "accuracy": .precise(sweep.shares[index]),
            "digit": answers[index].map(Fact.integer) ?? .null,
          ])
        }),
    ]
  }
}
