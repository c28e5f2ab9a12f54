import Core
import Formulas
import Presentation

/// `map`: digits as points in the plane, by what a layer holds of them.
let mapCommand = LabCommand(
  CommandDeclaration(
    "map", .learn, .changesLab,
    [CommandForm(.optional(layer), adding: [.plain(.digitSet), .setting(count)])],
    summary: "digits as points, by what a layer holds of them",
    details: [
      "A layer of 16 neurons holds 16 numbers of each digit: a point in a space of 16 dimensions. The map looks at it from the side where the points differ most: the two principal components.",
      "Each point is drawn as the digit that it is; \(code: "@") is the current one. Digits that the layer has pulled apart lie apart. What lies together here may still be apart in a direction that no map shows.",
      "Layer 0 is the picture itself; without a number it is the last layer before the output. \(code: "ans") holds the share that have one of their own kind as nearest neighbor.",
    ],
    examples: ["map", "map 0", "map 3 drawn"]),
  run: { lab, arguments, host throws(LabError) in
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
    let last = lab.network.outputLayer
    let layer =
      try arguments.value(layer, within: WholeNumber("layer", .index, 0...last))
      ?? max(last - 1, 0)
    let set = try arguments.value(.digitSet, orElse: .best(host))
    let most = try arguments.value(count) ?? DigitMap.mostPoints
    let map = try DigitMap(layer, set, most, &lab, host)
    lab.answer(.number(map.sameNearest))
    return map.reply
  })

private let layer = Parameter.whole(WholeNumber("layer", .index, 0...10_000), as: "LAYER")
  .suggesting { tab in
    guard tab.words.isEmpty else { return [] }
    return tab.lab.network.sizes.enumerated().map { index, size in
      .init(String(index), note: counted(size, index == 0 ? "input" : "neuron"))
    }
  }

private let count = Parameter.whole(
  WholeNumber("digits", .setting, 10...DigitMap.mostPoints), as: "N"
).noted("how many become points")

/// Digits of a set as points.
struct DigitMap {
  /// More could not be told apart.
  static let mostPoints = 2000
  /// Numbers in all that are looked at, so that wide layers do not take too long.
  private static let mostNumbers = 4_000_000

  private let layer: Int
  private let set: DigitSet
  private let network: Network
  private let current: CurrentDigit
  private let components: PrincipalComponents
  private let points: [ScatterPlot.Point]
  private let mark: [Double]
  private let nearest: Nearest

  init(
    _ layer: Int, _ set: DigitSet, _ most: Int, _ lab: inout Lab, _ host: any Host
  ) throws(LabError) {
    let network = lab.network
    let count = min(most, max(Self.mostNumbers / network.sizes[layer], 10))
    let digits = try set.digits(&lab, host).prefix(count)
    var held: [[Float]] = []
    var work = LongWork(digits.count * 3, for: host)
    for example in digits {
      let pass = try lab.pass(of: example.digit.pixels)
      held.append(pass.activations(layer))
      try work.step()
    }
    let components = PrincipalComponents(of: held)
    try work.step(digits.count * 2)
    let labels = digits.map(\.label)
    points = zip(held, labels).map { activations, label in
      let coordinates = components.coordinates(of: activations)
      return ScatterPlot.Point(x: coordinates[0], y: coordinates[1], kind: label)
    }
    let own = try lab.pass().activations(layer)
    mark = components.coordinates(of: own)
    nearest = Nearest(held, labels)
    (self.layer, self.set, self.network, self.components) = (layer, set, network, components)
    current = lab.current
  }

  /// For how many points the nearest other one, all of the layer's numbers taken, is the same digit.
  private struct Nearest {
    let same: Int
    let asked: Int

    /// So many are asked, among as many.
    private static let most = 400

    init(_ held: [[Float]], _ labels: [Int]) {
      let count = min(held.count, Self.most)
      // In wide layers fewer, so that it takes no time.
      asked = held.first.map { min(count, max(40_000_000 / max($0.count * count, 1), 10)) } ?? 0
      same = (0..<asked).count { index in
        var best: (distance: Float, label: Int) = (.infinity, -1)
        for other in 0..<count where other != index {
          var distance: Float = 0
          for (one, two) in zip(held[index], held[other]) {
            let apart = one - two
            distance += apart * apart
            if distance >= best.distance { break }
          }
          if distance < best.distance { best = (distance, labels[other]) }
        }
        return best.label == labels[index]
      }
    }
  }

  private var plot: ScatterPlot {
    var plot = ScatterPlot(
      points,
      across: "component 1, \(Number.percent(components.shares[0])) of the variance",
      up: "component 2, \(Number.percent(components.shares[1])) of the variance")
    plot.marked = (mark[0], mark[1])
    return plot
  }

  /// How many have one of their own kind as their nearest neighbor, as a share.
  var sameNearest: Double { Double(nearest.same) / Double(max(nearest.asked, 1)) }

  var reply: Reply {
    let heading = Block.heading(
      Prose(
        "\(Number.grouped(points.count)) digits of \(set.title), by the \(counted(network.sizes[layer], "number")) that layer \(layer) holds"
      ))
    return Reply(
      [
        .fitting([
          [heading, .figure(.scatterPlot(plot)), .prose(sentence)],
          [.tight([heading, .figure(.scatterPlot(plot)), .prose(sentence)])],
          [.tight([heading, .figure(.scatterPlot(plot).low), .prose(sentence)])],
        ])
      ], facts: facts)
  }

  private var sentence: Prose {
    guard components.shares[0] > 0 else {
      return
        "Layer \(layer) holds the same numbers of every digit, so all points lie on one another."
    }
    let both = components.shares[0] + components.shares[1]
    return
      "\(code: "@") is the current digit. These two directions hold \(strong: Number.percent(both)) of all differences; the rest can't be drawn. With all \(Number.grouped(network.sizes[layer])) numbers, \(strong: Number.percent(sameNearest)) of \(Number.grouped(nearest.asked)) digits have one of their own kind as nearest neighbor."
  }

  private var facts: [String: Fact] {
    [
      "layer": .integer(layer), "set": .text(set.rawValue), "digits": .integer(points.count),
      "shares": .preciseNumbers(components.shares),
      "points": .list(
        points.map {
          .object(["x": .precise($0.x), "y": .precise($0.y), "label": .integer($0.kind)])
        }),
      "current": .preciseNumbers(mark),
      "sameNearest": .precise(sameNearest),
      "asked": .integer(nearest.asked),
    ]
  }
}
