import Core
import Presentation

/// What a neuron of layer 1 does with a picture, as pictures: weights × digit = products.
struct NeuronPictures {
  let weights: HeatMap
  let digit: HeatMap
  let products: HeatMap

  init(_ weights: HeatMap, digit: [Float]) {
    func map(_ title: String, _ values: [Float], _ scale: HeatMap.Scale) -> HeatMap {
      HeatMap(title, rows: weights.rows, columns: weights.columns, values: values, scale: scale)
    }
    self.weights = map("its weights w", weights.values, .signed)
    self.digit = map("× digit a", digit, .ink)
    products = map("= products w·a", zip(weights.values, digit).map(*), .signed)
  }
}

/// The numbers of a neuron's work: its strongest terms, and the way from their sum to its activation.
struct NeuronTable {
  private let work: NeuronWork
  private let terms: [NeuronWork.Term]
  private let shown: ShownSum

  init(_ work: NeuronWork, _ terms: [NeuronWork.Term]) {
    self.work = work
    self.terms = terms
    shown = work.shown(terms)
  }

  /// The terms and what the others add.
  func terms(from: String) -> Table {
    var table = Table(.leading, .decimal, .leading, reading: .headed)
    table.add("  weight × activation", "w·a", Prose(from))
    for (term, product) in zip(terms, shown.terms) {
      table.add(Prose(term.factors), signed(product, term.product), Prose(term.from, .faint))
    }
    if let others = work.nameOfOthers(terms.count) {
      table.add(Prose(others), Prose(shown.others), "")
    }
    return table
  }

  /// From the weighted sum to the activation.
  func sum(hasRule: Bool = true, hasBar: Bool = true, isShort: Bool = false) -> Table {
    var table = Table(.leading, .decimal, .leading)
    table.add(isShort ? "sum" : "weighted sum", Prose(shown.sum), "")
    table.add("bias", Prose(shown.bias), "")
    if hasRule { table.rows.append(.rule) }
    table.add("z", Prose(shown.z), "")
    let a = Prose(Number.shown(work.a), .strong)
    let bar: [Table.Cell] =
      hasBar ? [.bar(Number.asShown(work.a) / Float(work.activation.barLength ?? 1))] : []
    let name = isShort ? "a" : work.activation.shortFormula
    table.rows.append(.cells([.text(Prose(name)), .text(a)] + bar))
    return table
  }

  private func signed(_ text: String, _ value: Float) -> Prose {
    Prose(text, value > 0 ? .positive(1) : value < 0 ? .negative(1) : .plain)
  }
}

/// A neuron's pictures and numbers in windows of several sizes.
struct NeuronLayouts {
  let heading: Prose
  let pictures: NeuronPictures
  let work: NeuronWork
  let sentence: Prose

  var block: Block {
    .layouts([
      Layout(columns: 119, rows: 39, large),
      Layout(columns: 88, rows: 26, [.tight([.heading(heading), row(three)] + numbers(4))]),
      // A row less than a usual window has: the line that was typed stays in sight, and in a lesson
      // the step's title.
      Layout(
        columns: 80, rows: 22,
        [.tight([.heading(heading), .spare([row(threeOrTwo)])] + numbers(3))]),
      Layout(
        columns: 72, rows: 22,
        [
          .tight(
            [.heading(heading), .spare([row(cut([pictures.weights, pictures.products]))])]
              + numbers(3))
        ]),
      Layout(
        rows: 17, [.fitting([[.tight(narrow)], [.tight([.heading(heading)] + numbersBelow(3))]])]),
      Layout([.tight([.heading(heading)] + numbersBelow(3))]),
    ])
  }

  /// The weights at twice the size, and beside them what they are multiplied by.
  private var large: [Block] {
    let table = NeuronTable(work, work.top)
    let weights = pictures.weights.large.noted { $0.legend = .likes }
    return [
      .heading(heading),
      .beside([
        [figure(weights)],
        [
          row([pictures.digit, pictures.products]), .table(table.terms(from: "(row, column)")),
          .table(table.sum()),
        ],
      ]),
      .prose(sentence),
    ]
  }

  /// The products where the digit is, the sum beside them and the terms below.
  private var narrow: [Block] {
    let table = NeuronTable(work, work.strongest(3))
    var products = pictures.products.around(pictures.digit)
    products.title = ""
    let legend: Prose = "products w·a: \(PictureNotes.Legend.votes.prose)"
    return [
      .heading(heading), .lines([legend]),
      .beside([[figure(products)], [.table(table.sum(hasBar: false, isShort: true))]]),
      .table(table.terms(from: "pixel")), .prose(sentence),
    ]
  }

  private var three: [HeatMap] { [pictures.weights, pictures.digit, pictures.products] }

  /// Where the digit leaves its rim empty all three fit without it.
  private var threeOrTwo: [HeatMap] {
    pictures.digit.hasEmptyRim ? cut(three) : [pictures.weights, pictures.products]
  }

  /// Without the rim, if the digit leaves it empty: nothing is weighed there.
  private func cut(_ maps: [HeatMap]) -> [HeatMap] {
    pictures.digit.hasEmptyRim ? maps.map(\.withoutRim) : maps
  }

  private func row(_ maps: [HeatMap]) -> Block { .beside(maps.map { [figure($0)] }) }

  private func figure(_ map: HeatMap) -> Block { .figure(.heatMap(map)) }

  /// Terms on the left, their sum on the right.
  private func numbers(_ count: Int) -> [Block] {
    let table = NeuronTable(work, work.strongest(count))
    return [
      .beside([
        [.table(table.terms(from: "pixel"))],
        [.table(table.sum())],
      ]), .prose(sentence + "  " + PictureNotes.Legend.votes.prose),
    ]
  }

  private func numbersBelow(_ count: Int) -> [Block] {
    let table = NeuronTable(work, work.strongest(count))
    var numbers = table.terms(from: "pixel")
    numbers.rows += [.rule] + table.sum(hasRule: false, hasBar: false).rows
    return [.table(numbers), .prose(sentence)]
  }
}
