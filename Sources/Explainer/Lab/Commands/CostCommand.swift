import Core
import Presentation

/// `cost`: how wrong the outputs are, in one number.
let costCommand = LabCommand(
  CommandDeclaration(
    "cost", .learn, .looks,
    [
      CommandForm(adding: TargetWords.additions),
      CommandForm(.required(.digitSet), adding: [.plain(TargetWords.kind)]),
    ],
    summary: "how wrong the outputs are, in one number",
    details: [
      "See how far each output is from what's wanted, square that, and add it all up: that's the cost, and 0 is perfect. \(code: "cross-entropy") is another cost. It punishes being sure and wrong much harder.",
      "For our drawings and for MNIST the program knows what's wanted. For a picture of your own, say it: \(code: "cost 3").",
      "Name a data set, and you get the average over all its digits. That's the number training makes small.",
    ],
    examples: ["cost", "cost 7", "cost cross-entropy", "cost drawn"]),
  run: { lab, arguments, host throws(LabError) in
    if let set = try arguments.value(.digitSet) {
      let kind = try arguments.value(TargetWords.kind, orElse: .squares)
      let examples = try set.examples(&lab, host)
      return try AverageCost(lab.network, examples, set, kind).reply
    }
    let target = try TargetOutputs(arguments, lab)
    return try CostReport(lab, try lab.pass(), target).reply
  })

/// The cost of one example, output by output.
private struct CostReport {
  private let lab: Lab
  private let outputs: [Float]
  private let target: TargetOutputs
  private let terms: [Double]
  private let cost: Double

  /// As many outputs as are shown one by one.
  private static let most = 10

  init(_ lab: Lab, _ pass: ForwardPass, _ target: TargetOutputs) throws(LabError) {
    self.lab = lab
    self.target = target
    outputs = pass.output
    terms = zip(outputs, target.values).map { target.kind.preciseTerm($0, $1) }
    cost = terms.reduce(0, +)
    guard Float(cost).isFinite else { throw .tooLarge(what: "The cost") }
  }

  var reply: Reply {
    Reply(
      [
        .heading("Cost of \(lab.subject); \(target.phrase)"), .table(table),
        .prose(sentence),
      ], facts: facts)
  }

  /// The outputs that cost most, in order of their numbers.
  private var shown: [Int] {
    terms.indices.sorted { terms[$0] > terms[$1] }.prefix(Self.most).sorted()
  }

  private var table: Table {
    var table = Table(.leading, .decimal, .trailing, .decimal, .decimal, .leading, reading: .headed)
    table.spareColumns = [3]
    let last: Prose = target.kind == .squares ? "squared" : "−ln"
    table.add("output", "is", "wanted", "off by", last, "")
    let shown = shown
    let others = terms.count - shown.count
    let column = NumberColumn([cost])
    let largest = max(1, terms.max() ?? 1)
    let rest = others > 0 ? [cost - shown.reduce(0) { $0 + terms[$1] }] : []
    let parts = column.parts(shown.map { terms[$0] } + rest, of: cost)
    for (output, part) in zip(shown, parts) {
      let cells: [Prose] = [
        Prose(String(output)), Prose(Number.shown(outputs[output])),
        Prose(Number.readable(target.values[output])),
        Prose(Number.shown(outputs[output] - target.values[output])), Prose(part),
      ]
      table.rows.append(
        .cells(
          cells.map { .text($0) } + [
            .bar(NumberColumn.isZero(part) ? 0 : Float(terms[output] / largest))
          ]))
    }
    if let rest = parts.last, others > 0 { table.add("others", "", "", "", Prose(rest), "") }
    table.rows.append(.rule)
    table.add("cost", "", "", "", Prose(column.text(cost), .strong), "")
    return table
  }

  private var sentence: Prose {
    let start: Prose = "The cost is \(strong: NumberColumn.alone(cost))"
    if target.kind == .crossEntropy, let outside {
      return start
        + ". Cross-entropy is meant for outputs from 0 to 1, and some of these are \(outside), so it says little here."
    }
    guard cost > 0 else { return start + ": perfect." }
    return start + best + share
  }

  /// On which side outputs lie that can't be chances.
  private var outside: String? {
    switch (outputs.contains { $0 < 0 }, outputs.contains { $0 > 1 }) {
    case (false, false): nil
    case (true, false): "below"
    case (false, true): "above"
    case (true, true): "outside"
    }
  }

  /// What the best possible cost would be.
  private var best: Prose {
    switch target.kind {
    case .squares: return "; 0 would be perfect."
    case .crossEntropy:
      let least = target.values.reduce(0) { $0 + Cost.crossEntropy.preciseTerm($1, $1) }
      return least == 0
        ? "; 0 would be perfect. Each term is −ln(1 − |off by|), so being sure and wrong costs most."
        : "; with these wanted it can't be less than \(NumberColumn.alone(least))."
    }
  }

  /// Which output adds most, where there are several.
  private var share: Prose {
    guard terms.count > 1 else { return "" }
    let worst = terms.indices.max { terms[$0] < terms[$1] } ?? 0
    let equals = terms.indices.filter { terms[$0] == terms[worst] }
    let share = Number.percent(terms[worst] / cost)
    switch equals.count {
    case 1: return " Output \(worst) adds most: \(share) of it."
    case terms.count: return " Every output adds as much as the others."
    case let count: return " \(Number.grouped(count)) outputs add most, \(share) each."
    }
  }

  private var facts: [String: Fact] {
    target.facts.merging([
      "cost": .precise(cost), "examples": .integer(1),
      "terms": .list(
        terms.indices.map {
          .object([
            "output": .number(outputs[$0]), "wanted": .number(target.values[$0]),
            "difference": .number(outputs[$0] - target.values[$0]), "term": .precise(terms[$0]),
          ])
        }),
    ]) { $1 }
  }
}

/// The average cost over many digits.
private struct AverageCost {
  private let set: DigitSet
  private let kind: Cost
  private var sums = [Double](repeating: 0, count: 10)
  private var counts = [Int](repeating: 0, count: 10)
  /// Whether the outputs are such as the cost takes.
  private var areChances = true
  private var examples: Int { counts.reduce(0, +) }
  private var cost: Double { sums.reduce(0, +) / Double(max(examples, 1)) }

  init(
    _ network: Network, _ examples: some Collection<Dataset.Example>, _ set: DigitSet, _ kind: Cost
  ) throws(LabError) {
    self.set = set
    self.kind = kind
    for example in examples {
      let outputs = network.forward(example.digit.pixels).output
      areChances = areChances && (kind == .squares || outputs.allSatisfy { (0...1).contains($0) })
      sums[example.label] += zip(outputs, example.target).reduce(0) {
        $0 + kind.preciseTerm($1.0, $1.1)
      }
      counts[example.label] += 1
    }
    guard Float(sums.reduce(0, +)).isFinite else { throw .tooLarge(what: "The cost") }
  }

  /// The average over one digit's examples.
  private func average(_ digit: Int) -> Double { sums[digit] / Double(max(counts[digit], 1)) }

  private var present: [Int] { (0..<10).filter { counts[$0] > 0 } }

  /// What a picture costs where all ten outputs are 0.5.
  private var shrug: Double { kind == .squares ? 2.5 : 6.9315 }

  /// A bar is full at what a shrug costs, or at what costs more: so those of a good network are short.
  private var table: Table {
    var table = Table(.leading, .decimal, .leading, reading: .headed)
    let averages = present.map(average)
    let column = NumberColumn(averages)
    let full = max(averages.max() ?? 0, shrug)
    table.add("digit", "average", "0 to \(Number.shown(Float(full)))")
    for (digit, average) in zip(present, averages) {
      table.rows.append(
        .cells([
          .text(Prose(String(digit))), .text(Prose(column.text(average))),
          .bar(Float(average / full)),
        ]))
    }
    return table
  }

  /// Which digits cost most and least, where one of each stands out.
  private var extremes: String {
    let averages = present.map(average)
    guard let most = averages.max(), let least = averages.min() else { return "" }
    let (first, last) = (
      present.filter { average($0) == most }, present.filter { average($0) == least }
    )
    guard first.count == 1, last.count == 1, most > least else { return "" }
    return ": \(first[0])s cost most, \(last[0])s least"
  }

  var reply: Reply {
    let present = present
    let sentence: Prose =
      "The average cost of \(counted(examples, "digit")) is \(strong: NumberColumn.alone(cost))\(extremes). Ten outputs of 0.5 each would cost \(Number.shown(Float(shrug)))."
      + (areChances ? "" : " Some outputs lie outside 0 to 1, so cross-entropy says little here.")
    return Reply(
      [.heading("The cost on \(set.title)"), .table(table), .prose(sentence)],
      facts: [
        "set": .text(set.rawValue), "cost": .precise(cost), "kind": .text(kind.rawValue),
        "examples": .integer(examples),
        "digits": .list(
          present.map {
            .object([
              "digit": .integer($0), "examples": .integer(counts[$0]),
              "cost": .precise(average($0)),
            ])
          }),
      ])
  }
}

extension Cost {
  /// One output's part of the cost, in Double: the square of what a Float holds need not fit one.
  fileprivate func preciseTerm(_ a: Float, _ y: Float) -> Double {
    switch self {
    case .squares: (Double(a) - Double(y)) * (Double(a) - Double(y))
    case .crossEntropy: Double(term(a, y))
    }
  }
}
