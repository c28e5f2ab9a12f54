import Core
import Formulas
import Presentation

/// `attend`: one attention head over the rows of the picture, or over a sequence.
let attendCommand = LabCommand(
  CommandDeclaration(
    "attend", .learn, .changesLab,
    [
      CommandForm(adding: [.named(.seed)]),
      CommandForm(.line(sequence), adding: [.named(.seed)]),
    ],
    summary: "one attention head over the rows of the digit",
    details: [
      "Each row asks every row: how well do you fit me? The answer is a product, row times row, divided by √d for d numbers a row; softmax makes the answers of one row add up to 1.",
      "Here each row asks with itself, answers with itself and gives itself. A trained head first multiplies each by a matrix that it has learned; \(code: "seed N") multiplies by random ones.",
      "Or type a sequence of numbers instead. \(code: "ans") holds the weights, a row for each that asks.",
    ],
    examples: ["attend", "attend [1, 3, 2, 3]", "attend seed 1"]),
  run: { lab, arguments, _ throws(LabError) in
    let vectors: [[Double]]
    let isPicture: Bool
    if let text = try arguments.value(sequence) {
      vectors = try lab.sequence(text).map { [$0] }
      isPicture = false
    } else {
      let pixels = lab.current.digit.pixels
      vectors = (0..<Digit.side).map { row in
        pixels[row * Digit.side..<(row + 1) * Digit.side].map { Double($0) }
      }
      isPicture = true
    }
    let seed = try arguments.value(.seed)
    let report = AttentionReport(vectors, isPicture: isPicture, seed: seed, lab.current)
    lab.answer(Value(rows: report.weights))
    return report.reply
  })

private let sequence = Parameter.formula("sequence", as: "[X, ...]").suggesting { tab in
  tab.words.isEmpty
    ? [.init("[", note: "numbers instead of the picture's rows", isComplete: false)] : []
}

/// A head over some places, and what it attends to.
private struct AttentionReport {
  private let vectors: [[Double]]
  private let isPicture: Bool
  private let seed: Int?
  private let current: CurrentDigit
  private let head: AttentionHead

  init(_ vectors: [[Double]], isPicture: Bool, seed: Int?, _ current: CurrentDigit) {
    (self.vectors, self.isPicture, self.seed, self.current) = (vectors, isPicture, seed, current)
    guard let seed else {
      head = AttentionHead(queries: vectors, keys: vectors, values: vectors)
      return
    }
    var generator = SeededGenerator(seed: UInt64(seed))
    let depth = min(vectors[0].count, 8)
    let matrices = (0..<2).map { _ in
      RandomProjection(from: vectors[0].count, to: depth, using: &generator)
    }
    head = AttentionHead(
      queries: vectors.map(matrices[0].applied(to:)), keys: vectors.map(matrices[1].applied(to:)),
      values: vectors)
  }

  /// For each place that asks, how much of it goes to each place.
  var weights: [[Double]] { head.weights }

  private var name: String { isPicture ? "row" : "place" }

  private var map: HeatMap {
    HeatMap(
      "who asks (down), whom (across)", rows: vectors.count,
      columns: vectors.count, values: head.weights.joined().map { Float($0 / largest) }, scale: .ink
    ).noted {
      $0.hasRuler = isPicture
      $0.isWhole = true
    }
  }

  /// White stands for this.
  private var largest: Double { head.weights.joined().max() ?? 1 }

  var reply: Reply {
    let heading = Block.heading(
      isPicture
        ? "One attention head over the 28 rows of \(current.origin)"
        : "One attention head over \(counted(vectors.count, "number"))")
    let words: [Block] = [.prose(sentence)]
    guard isPicture else {
      return Reply([heading, .table(table)] + words, facts: facts)
    }
    var digit = HeatMap(current)
    digit.title = "the digit"
    func row(_ digit: HeatMap, _ map: HeatMap) -> Block {
      .beside([[.spare([.figure(.heatMap(digit))])], [.figure(.heatMap(map))]])
    }
    return Reply(
      [
        .layouts([
          Layout(columns: 130, rows: 39, [heading, row(digit.large, map.large)] + words),
          Layout(
            columns: 72, [.tight([heading, row(digit, map.noted { $0.hasRuler = false })] + words)]),
          Layout([heading, .figure(.heatMap(map.noted { $0.hasRuler = false }))] + words),
        ])
      ], facts: facts)
  }

  /// For numbers the weights themselves, and what comes out.
  private var table: Table {
    var table = Table(reading: .headed)
    table.alignments = [Table.Alignment](repeating: .decimal, count: vectors.count + 2)
    // What comes out stays.
    table.spareColumns = Array((1...vectors.count).reversed())
    func row(_ cells: [Prose]) { table.rows.append(.cells(cells.map { .text($0) })) }
    row(["asks"] + vectors.map { Prose(NumberColumn.alone($0[0]), .faint) } + ["gets"])
    for (index, weights) in head.weights.enumerated() {
      let most = weights.max()
      row(
        [Prose(NumberColumn.alone(vectors[index][0]), .faint)]
          + weights.map { Prose(Self.short($0), $0 == most ? .verdict : .plain) }
          + [Prose(Number.shown(head.results[index][0]), .strong)])
    }
    return table
  }

  private static func short(_ value: Double) -> String {
    Number.decimal(Int(nearest: value * 1000), places: 3)
  }

  private var sentence: Prose {
    let sharpest = head.weights.indices.max { first, second in
      (head.weights[first].max() ?? 0) < (head.weights[second].max() ?? 0)
    }
    guard let asks = sharpest, let most = head.weights[asks].max() else { return "" }
    let answers = head.weights[asks].indices.filter { head.weights[asks][$0] == most }
    guard most > 1.001 / Double(vectors.count) else {
      return
        "Every \(name) attends to all \(vectors.count) alike, \(Number.percent(most)) each: the scores don't differ."
    }
    let share = Number.percent(most)
    let name = name.capitalized
    let start: Prose =
      answers.count == 1
      ? "\(name) \(asks) attends most sharply: \(strong: share) goes to \(answers[0] == asks ? "itself" : "\(self.name) \(answers[0])"). "
      : "\(name) \(asks) attends most sharply: \(strong: share) goes to each of \(answers.count). "
    return start
      + (seed == nil
        ? "Nothing is learned: a product finds what is alike."
        : "The matrices are random: what to look for has to be learned.")
  }

  private var facts: [String: Fact] {
    [
      "places": .integer(vectors.count), "over": .text(isPicture ? "rows" : "numbers"),
      "scores": .list(head.scores.map(Fact.preciseNumbers)),
      "weights": .list(head.weights.map(Fact.preciseNumbers)),
      "results": .list(head.results.map(Fact.preciseNumbers)),
    ]
  }
}

/// A matrix of chance, as a head has before it learns.
private struct RandomProjection {
  private let rows: [[Double]]

  init(from inputs: Int, to outputs: Int, using generator: inout SeededGenerator) {
    let deviation = 1 / Double(inputs).squareRoot()
    var rows: [[Double]] = []
    for _ in 0..<outputs {
      rows.append((0..<inputs).map { _ in Double(generator.nextNormal()) * 4 * deviation })
    }
    self.rows = rows
  }

  func applied(to place: [Double]) -> [Double] {
    rows.map { row in zip(row, place).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
