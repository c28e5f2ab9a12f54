import Core
import Presentation

/// `confusion`: which digits are mistaken for which.
let confusionCommand = LabCommand(
  CommandDeclaration(
    "confusion", .learn, .looks, [CommandForm(.optional(.digitSet))],
    summary: "which digits it mistakes for which others",
    details: [
      "A row for each digit, a column for what the network says: the diagonal is right.",
      "Without MNIST it is asked our own drawings.",
    ],
    examples: ["confusion", "confusion drawn"]),
  run: { lab, arguments, host throws(LabError) in
    let set = try arguments.value(.digitSet, orElse: .best(host))
    let examples = try set.examples(&lab, host)
    return ConfusionReport(lab.network, examples, set).reply
  })

/// How often each digit was read as each.
private struct ConfusionReport {
  /// A digit that was mistaken for another, and how often.
  private struct Pair {
    var label: Int
    var readAs: Int
    var count: Int
  }

  private let set: DigitSet
  /// A row for each digit, a column for each as which it was read.
  private var matrix = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 10)

  /// As many pairs as are listed.
  private static let most = 5

  init(_ network: Network, _ examples: some Collection<Dataset.Example>, _ set: DigitSet) {
    self.set = set
    for example in examples {
      matrix[example.label][network.forward(example.digit.pixels).answer] += 1
    }
  }

  private var examples: Int { matrix.joined().reduce(0, +) }
  private var correct: Int { matrix.indices.reduce(0) { $0 + matrix[$1][$1] } }

  /// The mistakes, the most frequent first.
  private var pairs: [Pair] {
    matrix.indices.flatMap { label in
      matrix.indices.map { Pair(label: label, readAs: $0, count: matrix[label][$0]) }
    }
    .filter { $0.label != $0.readAs && $0.count > 0 }
    .sorted { ($1.count, $0.label, $0.readAs) < ($0.count, $1.label, $1.readAs) }
  }

  var reply: Reply {
    let heading = Block.heading(
      "A row for each digit of \(set.title), a column for what the network says")
    let (grid, shares) = (Block.table(grid), Block.table(shares))
    return Reply(
      [
        .fitting([
          [heading, .beside([[grid], [.spare([shares])]]), .prose(sentence)],
          [heading, grid, .prose(sentence)], [.tight([heading, grid, .prose(sentence)])],
          [.heading("How \(set.title) are read"), .table(readings), .prose(sentence)],
        ])
      ], facts: facts)
  }

  /// A line a digit, where the counts would be too wide: how many are right, and as what it reads
  /// the others.
  private var readings: Table {
    var table = Table(.leading, .decimal, .leading, reading: .headed)
    table.add("", "right", "else read as")
    for label in matrix.indices where matrix[label].contains(where: { $0 > 0 }) {
      let others = pairs.filter { $0.label == label }
      let named = others.prefix(3).map { "\($0.readAs) (\(Number.grouped($0.count)))" }
      let rest = others.count > named.count ? [", …"] : [""]
      table.add(
        Prose("\(label)", .faint), Prose(Number.percent(share(label)), .positive(1)),
        Prose(named.joined(separator: ", ") + rest[0], .negative(1)))
    }
    return table
  }

  /// The counts; those on the diagonal stand out, and where there is none is a point.
  private var grid: Table {
    var table = Table(.trailing, reading: .headed)
    table.alignments = [Table.Alignment](repeating: .trailing, count: 11)
    table.rows.append(.cells([.text("")] + matrix.indices.map { .text(Prose("\($0)", .faint)) }))
    let worst = Float(pairs.first?.count ?? 1)
    // Columns of one width.
    let width = matrix.joined().map { String($0).count }.max() ?? 1
    func padded(_ text: String) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    for (label, row) in matrix.enumerated() {
      let cells = row.enumerated().map { readAs, count -> Table.Cell in
        let style: Prose.Style =
          count == 0
          ? .faint : label == readAs ? .positive(1) : .negative(Float(count) / worst)
        return .text(Prose(padded(count == 0 ? "·" : String(count)), style))
      }
      table.rows.append(.cells([.text(Prose("\(label)", .faint))] + cells))
    }
    return table
  }

  private func share(_ label: Int) -> Double {
    let count = matrix[label].reduce(0, +)
    return count == 0 ? 0 : Double(matrix[label][label]) / Double(count)
  }

  /// How many of each digit are right.
  private var shares: Table {
    var table = Table(.leading, .decimal, reading: .headed)
    table.add("", "right")
    for label in matrix.indices where matrix[label].contains(where: { $0 > 0 }) {
      table.add(Prose("\(label)"), Prose(Number.percent(share(label))))
    }
    return table
  }

  private var sentence: Prose {
    let right: Prose =
      "It reads \(Number.grouped(correct)) of \(Number.grouped(examples)): \(strong: Number.percent(Double(correct) / Double(examples)))."
    let pairs = pairs
    guard let first = pairs.first else { return right + " It mistakes none for another." }
    let isOnce = first.count == 1
    let named = pairs.prefix(Self.most).map {
      "\($0.label) for \($0.readAs)" + (isOnce ? "" : " (\($0.count))")
    }
    let others = pairs.count - named.count
    let list =
      isOnce && others > 0
      ? listed(named + ["\(Number.grouped(others)) more"]) : named.joined(separator: ", ")
    let start: Prose =
      switch (pairs.count, isOnce) {
      case (1, true): " Its only mistake: "
      case (1, false): " Its only kind of mistake: "
      case (_, true): " Its mistakes, each made once: "
      case (_, false): " Its commonest mistakes: "
      }
    return right + start + Prose(list + ".")
  }

  private var facts: [String: Fact] {
    [
      "set": .text(set.rawValue), "examples": .integer(examples), "correct": .integer(correct),
      "matrix": .list(matrix.map { .list($0.map { .integer($0) }) }),
      "accuracy": .list(matrix.indices.map { .precise(share($0)) }),
      "pairs": .list(
        pairs.map {
          .object([
            "label": .integer($0.label), "readAs": .integer($0.readAs), "count": .integer($0.count),
          ])
        }),
    ]
  }
}
