import Core
import Presentation

/// `neuron L.N --likes`: the pictures that light a neuron most and least.
struct LikesReport {
  private let likes: NeuronLikes
  private let pictures: (most: [HeatMap], least: [HeatMap])
  private let name: String
  private let location: (layer: Int, neuron: Int)
  private let set: DigitSet
  private let activation: Activation

  /// The word that asks for it.
  static let flag = Parameter.flag("--likes", note: "the pictures that light it most and least")
  /// How it is written.
  static let form = CommandForm(.required(.neuron), .required(flag), .optional(.digitSet))

  /// As many of either end are shown.
  private static let shown = 5

  init(
    _ layer: Int, _ neuron: Int, _ set: DigitSet, _ lab: inout Lab, _ host: any Host
  ) throws(LabError) {
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
    let examples = try set.digits(&lab, host)
    likes = try NeuronLikes(of: layer, neuron, in: lab, keeping: Self.shown, among: examples, host)
    func pictures(_ list: [NeuronLikes.Liking]) -> [HeatMap] {
      list.map { liking in
        let example = examples[examples.index(examples.startIndex, offsetBy: liking.index)]
        return HeatMap("\(liking.label) at \(Number.shown(liking.a))", example.digit)
      }
    }
    self.pictures = (pictures(likes.most), pictures(likes.least))
    (location, self.set) = ((layer, neuron), set)
    name = "\(layer).\(neuron)"
    activation = lab.network.layer(layer).activation
  }

  var reply: Reply {
    let words = Block.prose(sentence)
    func gallery(_ title: Prose, _ maps: [HeatMap], _ count: Int) -> [Block] {
      [.tight([.lines([title]), .figure(.gallery(Array(maps.prefix(count))))])]
    }
    func both(_ count: Int) -> [Block] {
      gallery("lights neuron \(name) most", pictures.most, count)
        + gallery("least", pictures.least, count)
    }
    return Reply(
      [
        .layouts([
          Layout(
            columns: 116, rows: 26, [.beside([both(5), [.figure(.barChart(chart))]]), words]),
          Layout(columns: 74, [.tight(both(5) + [words])]),
          // One gallery: on its own each would be drawn twice as large.
          Layout([
            .tight([
              .lines(["lights neuron \(name) most; below, least"]),
              .figure(.gallery(Array(pictures.most.prefix(2) + pictures.least.prefix(2)))), words,
            ])
          ]),
        ])
      ], facts: facts)
  }

  private var means: [(digit: Int, mean: Double)] {
    (0..<10).compactMap { digit in likes.mean(digit).map { (digit, $0) } }
  }

  private var chart: BarChart {
    var chart = BarChart(
      "mean activation for each digit", means.map { BarChart.Bar(String($0.digit), $0.mean) },
      length: activation.barLength)
    chart.longestBar = 16
    return chart
  }

  private var sentence: Prose {
    let means = means.sorted { ($1.mean, $0.digit) < ($0.mean, $1.digit) }
    let asked: Prose = "\(counted(likes.count, "picture")) from \(set.title): on average it's "
    guard let first = means.first, let last = means.last, first.mean > last.mean else {
      return asked + "as bright for every digit."
    }
    let next =
      means.count > 2 ? ", then for \(means[1].digit)s, at \(Number.shown(means[1].mean))" : ""
    return asked
      + "brightest for \(strong: "\(first.digit)s"), at \(Number.shown(first.mean))\(next), and darkest for \(last.digit)s, at \(Number.shown(last.mean))."
  }

  private var facts: [String: Fact] {
    func list(_ likings: [NeuronLikes.Liking]) -> Fact {
      .list(
        likings.map {
          .object([
            "index": .integer($0.index), "label": .integer($0.label), "z": .number($0.z),
            "activation": .number($0.a),
          ])
        })
    }
    return [
      "layer": .integer(location.layer), "neuron": .integer(location.neuron),
      "set": .text(set.rawValue), "examples": .integer(likes.count), "most": list(likes.most),
      "least": list(likes.least),
      "means": .list(
        means.map { .object(["digit": .integer($0.digit), "mean": .precise($0.mean)]) }),
    ]
  }
}
