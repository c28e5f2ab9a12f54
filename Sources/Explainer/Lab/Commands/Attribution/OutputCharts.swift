import Core
import Presentation

/// The outputs of several passes side by side, on one scale.
struct OutputCharts {
  private let lab: Lab
  private let passes: [(title: String, outputs: [Float])]

  /// As many outputs as are drawn one by one.
  private static let most = 16

  init(_ lab: Lab, _ passes: [(title: String, outputs: [Float])]) {
    self.lab = lab
    self.passes = passes
  }

  /// Bars beside one another, or a column of numbers for each where there is no room for that.
  var block: Block {
    .layouts([
      Layout(columns: 72, [.beside(passes.map { [.figure(.barChart(chart($0, $1)))] })]),
      Layout([.table(table)]),
    ])
  }

  private func chart(_ title: String, _ outputs: [Float]) -> BarChart {
    let activation = lab.network.layer(lab.network.outputLayer).activation
    let largest = passes.flatMap(\.outputs).reduce(0) { max($0, Double(abs($1))) }
    let shown = shown
    var chart = BarChart(
      title, shown.map { BarChart.Bar(String($0), outputs[$0]) },
      highlighted: Brightest(outputs).only.flatMap { shown.firstIndex(of: $0) },
      length: activation.barLength ?? largest)
    chart.longestBar = passes.count > 2 ? 8 : 16
    return chart
  }

  private var table: Table {
    var table = Table(.leading, reading: .headed)
    table.alignments += passes.map { _ in .decimal }
    table.rows.append(.cells([.text("")] + passes.map { .text(Prose($0.title)) }))
    for output in shown {
      let cells = passes.map { pass -> Table.Cell in
        let isAnswer = Brightest(pass.outputs).only == output
        return .text(Prose(Number.shown(pass.outputs[output]), isAnswer ? .verdict : .plain))
      }
      table.rows.append(.cells([.text(Prose(String(output)))] + cells))
    }
    return table
  }

  /// All outputs, or the brightest of them.
  private var shown: [Int] {
    let count = passes.first?.outputs.count ?? 0
    guard count > Self.most else { return Array(0..<count) }
    let peaks = (0..<count).map { index in passes.map { $0.outputs[index] }.max() ?? 0 }
    return (0..<count).sorted { (peaks[$1], $0) < (peaks[$0], $1) }.prefix(Self.most).sorted()
  }
}

/// What changes most from one row of outputs to another.
struct OutputShift {
  private let before: [Float]
  private let after: [Float]

  init(_ before: [Float], _ after: [Float]) { (self.before, self.after) = (before, after) }

  /// The output that changes most, and how.
  var sentence: Prose {
    let changes = zip(before, after).map { abs($0 - $1) }
    guard let most = changes.max(), most > 0 else { return "No output changes." }
    let moved = changes.indices.filter { changes[$0] == most }
    guard moved.count == 1, let output = moved.first else {
      return "\(moved.count) outputs change most, by \(Number.precise(most)) each."
    }
    let (from, to) = Contrast.shown(before[output], after[output])
    return before.count == 1
      ? "The output goes from \(from) to \(to)."
      : "Output \(output) changes most, from \(from) to \(to)."
  }

  /// What the network says afterwards; for ten outputs.
  static func verdict(_ before: [Float], _ after: [Float], _ when: String) -> Prose {
    let (first, second) = (Brightest(before), Brightest(after))
    guard let answer = second.only else { return " \(when) the network can't say." }
    return first.only == answer
      ? " \(when) the network still says \(strong: answer)."
      : " \(when) the network says \(strong: answer)."
  }
}

/// Neurons by some number, a list for each layer.
struct NeuronRanking {
  /// A neuron and its number.
  struct Entry {
    let layer: Int
    let name: String
    let value: Double

    init(_ layer: Int, _ name: String, _ value: Double) {
      (self.layer, self.name, self.value) = (layer, name, value)
    }
  }

  let title: String
  /// In the order in which they are to stand.
  let entries: [Entry]
  /// Whether the numbers are counts.
  var areCounts = false

  /// As many neurons of a layer as are drawn, and as many of all where there is less room.
  private static let most = 16
  private static let fewest = 10
  /// As many layers as stand side by side.
  private static let mostLayers = 2

  var block: Block {
    let layers = Array(Set(entries.map(\.layer))).sorted()
    func few(_ count: Int) -> [Block] { list(title, Array(entries.prefix(count)), 16) }
    guard layers.count <= Self.mostLayers else {
      return .layouts([Layout(rows: 24, few(Self.most)), Layout(few(Self.fewest))])
    }
    func all(_ count: Int) -> Block {
      .beside(
        layers.map { layer in
          list(
            "layer \(layer): \(title)",
            Array(entries.filter { $0.layer == layer }.prefix(count)), 12)
        })
    }
    return .layouts([
      Layout(columns: 72, rows: 30, [all(Self.most)]),
      Layout(columns: 72, rows: 22, [all(Self.fewest)]), Layout(few(Self.fewest)),
    ])
  }

  /// Bars on the scale of all; counts have no decimals.
  private func list(_ title: String, _ entries: [Entry], _ longest: Int) -> [Block] {
    let length = max(self.entries.map { abs($0.value) }.max() ?? 0, .leastNormalMagnitude)
    guard areCounts else {
      var chart = BarChart(
        title, entries.map { BarChart.Bar($0.name, $0.value) }, length: length)
      chart.longestBar = longest
      return [.figure(.barChart(chart))]
    }
    var table = Table(.trailing, .trailing, .leading)
    for entry in entries {
      table.rows.append(
        .cells([
          .text(Prose(entry.name)), .text(Prose(Number.readable(entry.value))),
          .bar(Float(max(entry.value, 0) / length)),
        ]))
    }
    return [.tight([.lines([Prose(title, .faint)]), .table(table)])]
  }
}
