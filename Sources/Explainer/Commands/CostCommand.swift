import Core

/// `cost`: how wrong the outputs are, in one number.
let costCommand = Command(
  "cost", .learn,
  usages: ["cost \(WantedOutputs.usage)", "cost train|test|drawn [squares|cross-entropy]"],
  summary: "how wrong the outputs are, in one number",
  details: [
    "Each output's difference from what it should be is squared; the cost is the sum: 0 is perfect. \(code: "cross-entropy") is another cost, which punishes certain mistakes harder.",
    "What is wanted is known for drawings and data sets; else say it: \(code: "cost 3").",
    "With the name of a data set it is the average over all of its digits, which is what learning makes small.",
  ],
  examples: ["cost", "cost 7", "cost cross-entropy", "cost drawn"],
  suggestions: { tab in
    (tab.words.isEmpty ? ["train", "test", "drawn"] : []).map { .init($0) }
      + WantedOutputs.suggestions.filter { !tab.words.contains($0.text) }
  },
  run: { session, arguments, host throws(Problem) in
    var arguments = arguments
    if let set = arguments.peek, let name = DigitSet(set) {
      _ = arguments.nextIfAny()
      var kind = Cost.squares
      if let word = arguments.nextIfAny() {
        guard let named = Cost(rawValue: word) else {
          throw .unexpectedWord(word, usage: costCommand.usages[1])
        }
        kind = named
      }
      try arguments.end()
      return AverageCost(&session, try name.examples(&session, host), name, kind).reply
    }
    let wanted = try WantedOutputs(&arguments, session)
    return CostReport(session, try session.pass(), wanted).reply
  })

/// The cost of one example, output by output.
private struct CostReport {
  private let session: Session
  private let outputs: [Float]
  private let wanted: WantedOutputs
  private let terms: [Double]
  private let cost: Double

  /// As many outputs as are shown one by one.
  private static let most = 10

  init(_ session: Session, _ pass: ForwardPass, _ wanted: WantedOutputs) {
    self.session = session
    self.wanted = wanted
    outputs = pass.output
    terms = zip(outputs, wanted.target).map { Double(wanted.kind.term($0, $1)) }
    cost = terms.reduce(0, +)
  }

  var reply: Reply {
    Reply(
      [
        .heading("What \(session.subject) costs; \(wanted.phrase)"), .table(table),
        .prose(sentence),
      ], facts: facts)
  }

  /// The outputs that cost most, in order of their numbers.
  private var shown: [Int] {
    terms.indices.sorted { terms[$0] > terms[$1] }.prefix(Self.most).sorted()
  }

  private var table: Table {
    var table = Table(.leading, .decimal, .trailing, .decimal, .decimal, .leading)
    table.spareColumn = 5
    let last: Prose = wanted.kind == .squares ? "squared" : "−ln"
    table.add("out", "is", "wanted", "off by", last, "")
    let shown = shown
    let others = terms.count - shown.count
    let column = NumberColumn([cost])
    let largest = max(1, terms.max() ?? 1)
    let rest = others > 0 ? [cost - shown.reduce(0) { $0 + terms[$1] }] : []
    let parts = column.parts(shown.map { terms[$0] } + rest, of: cost)
    for (output, part) in zip(shown, parts) {
      let cells: [Prose] = [
        Prose(String(output)), Prose(Number.shown(outputs[output])),
        Prose(Number.readable(wanted.target[output])),
        Prose(Number.shown(outputs[output] - wanted.target[output])), Prose(part),
      ]
      table.rows.append(
        .cells(cells.map { .text($0) } + [.bar(Float(terms[output] / largest))]))
    }
    if let rest = parts.last, others > 0 { table.add("others", "", "", "", Prose(rest), "") }
    table.rows.append(.rule)
    table.add("cost", "", "", "", Prose(column.text(cost), .strong), "")
    return table
  }

  private var sentence: Prose {
    let worst = terms.indices.max { terms[$0] < terms[$1] } ?? 0
    let explained: Prose =
      wanted.kind == .squares
      ? "" : " Each term is −ln(1 − |off by|): to be sure and wrong costs most."
    guard cost > 0, terms.count > 1 else {
      return "The cost is \(strong: NumberColumn.alone(cost)); 0 would be perfect."
        + explained
    }
    let share = Number.percent(terms[worst] / cost)
    return
      "The cost is \(strong: NumberColumn.alone(cost)); 0 would be perfect. Output \(worst) is furthest off and makes \(share) of it."
      + explained
  }

  private var facts: [String: Fact] {
    wanted.facts.merging([
      "cost": .precise(cost), "examples": .integer(1),
      "terms": .list(
        terms.indices.map {
          .object([
            "output": .number(outputs[$0]), "wanted": .number(wanted.target[$0]),
            "difference": .number(outputs[$0] - wanted.target[$0]), "term": .precise(terms[$0]),
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
  private var examples: Int { counts.reduce(0, +) }
  private var cost: Double { sums.reduce(0, +) / Double(max(examples, 1)) }

  init(
    _ session: inout Session, _ examples: some Collection<Dataset.Example>, _ set: DigitSet,
    _ kind: Cost
  ) {
    self.set = set
    self.kind = kind
    for example in examples {
      let outputs = session.network.forward(example.digit.pixels).output
      sums[example.label] += Double(kind.value(outputs, target: example.target))
      counts[example.label] += 1
    }
  }

  /// The average over one digit's examples.
  private func average(_ digit: Int) -> Double { sums[digit] / Double(max(counts[digit], 1)) }

  private var present: [Int] { (0..<10).filter { counts[$0] > 0 } }

  private var table: Table {
    var table = Table(.leading, .decimal, .leading)
    let averages = present.map(average)
    let column = NumberColumn(averages)
    let largest = averages.max() ?? 0
    table.add("digit", "average", "")
    for (digit, average) in zip(present, averages) {
      table.rows.append(
        .cells([
          .text(Prose(String(digit))), .text(Prose(column.text(average))),
          .bar(largest > 0 ? Float(average / largest) : 0),
        ]))
    }
    return table
  }

  var reply: Reply {
    let present = present
    let most = present.max { average($0) < average($1) } ?? 0
    let least = present.min { average($0) < average($1) } ?? 0
    let clueless = kind == .squares ? 2.5 : 6.9315
    let sentence: Prose =
      "The average cost of \(Number.grouped(examples)) digits is \(strong: NumberColumn.alone(cost)): \(most)s cost most, \(least)s least. Ten outputs of 0.5 each would cost \(Number.shown(Float(clueless)))."
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
