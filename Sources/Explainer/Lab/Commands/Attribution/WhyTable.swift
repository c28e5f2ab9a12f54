import Core
import Presentation

/// The strongest parts of up to three layers side by side, each column adding up to what is explained.
struct WhyTable {
  private let attribution: Attribution
  private let question: WhyQuestion
  private let lab: Lab
  /// How many parts of each sign are listed.
  private let most: Int
  /// How many hidden layers are listed, the last ones.
  private let hidden: Int

  init(_ attribution: Attribution, _ question: WhyQuestion, _ lab: Lab, most: Int, hidden: Int) {
    self.attribution = attribution
    self.question = question
    self.lab = lab
    self.most = most
    self.hidden = hidden
  }

  /// The layers that are listed: the input, and the last hidden ones.
  private var listed: [Int] {
    [0] + attribution.layers.indices.dropFirst().suffix(hidden)
  }

  var table: Table {
    let columns = listed.map(column)
    var table = Table(.leading, .decimal, reading: .headed)
    table.alignments = listed.flatMap { _ in [Table.Alignment.leading, .decimal] }
    // What there is no room for: first the layer next to the pixels, then the other.
    table.spareColumns = Array(2..<max(2, 2 * listed.count))
    let height = columns.map(\.parts.count).max() ?? 0
    table.rows.append(.cells(columns.flatMap { [.text(Prose($0.title)), .text("adds")] }))
    for row in 0..<height {
      table.rows.append(.cells(columns.flatMap { Self.cells($0.parts, row) }))
    }
    for row in 0..<(columns.map(\.rest.count).max() ?? 0) {
      table.rows.append(.cells(columns.flatMap { Self.cells($0.rest, row) }))
    }
    table.rows.append(.rule)
    let total = shown(attribution.explained)
    table.rows.append(
      .cells(columns.flatMap { _ in [.text("together"), .text(Prose(total, .strong))] }))
    if question.method.hasBaseline {
      table.add(Prose("\(question.baseline.word) has"), Prose(shown(attribution.reference)))
      table.add(Prose(name), Prose(shown(attribution.value)))
    }
    return table
  }

  /// What is explained: `z3[3]`, or a gap.
  private var name: String {
    let number = question.number
    return number.rival == nil
      ? "\(number.quantity.letter)\(lab.network.outputLayer)[\(number.output)]" : "the gap"
  }

  private static func cells(_ rows: [(String, Prose)], _ row: Int) -> [Table.Cell] {
    row < rows.count ? [.text(Prose(rows[row].0)), .text(rows[row].1)] : [.text(""), .text("")]
  }

  private func shown(_ value: Double) -> String { numbers.text(value) }

  private var numbers: NumberColumn {
    NumberColumn([
      attribution.explained, attribution.value, attribution.reference,
      attribution.layers[0].map(abs).max() ?? 0,
    ])
  }

  /// What is listed of a layer.
  private struct Column {
    var title: String
    var parts: [(String, Prose)]
    /// What all others come to, and what belongs to no neuron.
    var rest: [(String, Prose)]
  }

  private func column(_ layer: Int) -> Column {
    let parts = attribution.layers[layer]
    let top = Self.top(parts, most)
    let others = parts.indices.count { parts[$0] != 0 } - top.count
    var rest: [(String, Double)] = []
    if others > 0 {
      let sum = parts.reduce(0, +) - top.reduce(0) { $0 + parts[$1] }
      rest.append((others == 1 ? "the other" : "\(Number.grouped(others)) others", sum))
    }
    if !question.method.hasBaseline {
      rest.append(("biases", attribution.biases(after: layer)))
      rest.append(("held back", attribution.stabilizers(after: layer)))
    }
    // The method's own error, where it can be seen.
    let missing =
      attribution.explained - top.reduce(0) { $0 + parts[$1] } - rest.reduce(0) { $0 + $1.1 }
    if !NumberColumn.isZero(numbers.text(missing)) { rest.append(("not found", missing)) }
    let texts = numbers.parts(
      top.map { parts[$0] } + rest.map(\.1), of: attribution.explained)
    let names = top.map { inputName($0, of: layer + 1, in: lab.network) }
    return Column(
      title: layer > 0 ? "layer \(layer)" : lab.readsDigits ? "pixel" : "input",
      parts: zip(zip(names, top), texts).map { pair, text in
        (pair.0, Prose(text, parts[pair.1] > 0 ? .positive(1) : .negative(1)))
      },
      rest: zip(rest, texts.dropFirst(top.count)).map { ($0.0, Prose($1)) })
  }

  /// The strongest parts for, strongest first, and then those against, strongest last.
  private static func top(_ parts: [Double], _ most: Int) -> [Int] {
    let ordered = parts.indices.sorted { (parts[$1], $0) < (parts[$0], $1) }
    return ordered.filter { parts[$0] > 0 }.prefix(most)
      + ordered.filter { parts[$0] < 0 }.suffix(most)
  }

  /// The strongest of all, whatever their sign.
  static func strongest(_ parts: [Double], _ count: Int) -> [Int] {
    Array(
      parts.indices.filter { parts[$0] != 0 }
        .sorted { (abs(parts[$1]), $0) < (abs(parts[$0]), $1) }.prefix(count))
  }
}
