import Core
import Presentation

/// A tiny convolutional network, trained on the spot and shifted beside the network on the bench.
struct ConvolveTraining {
  /// What it learns from: our own drawings, unless MNIST is asked for.
  static let source = Parameter<DigitSet>.oneOf(
    "source", [.drawn, .train], note: { $0 == .drawn ? "our drawings, bent and shifted" : $0.title }
  ) { word, _ in .noSuchSet(word) }

  /// How far digits are shifted, in pixels to the right.
  private static let shifts: [Float] = [-6, -4, -2, 0, 2, 4, 6]
  /// How many digits judge both.
  private static let judges = 500
  /// Where MNIST's digits that are held out begin.
  private static let heldOut = 50_000

  private let source: DigitSet
  private let training: ConvolutionTraining
  private let ours: Network
  private let correct: [(ours: Int, tiny: Int)]
  private let judged: Int

  init(
    _ source: DigitSet, _ count: Int, seed: UInt64, _ lab: inout Lab, _ host: any Host
  ) throws(LabError) {
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
    guard lab.tellsDigits else {
      throw .training(.outputsDoNotFit(lab.network.sizes[lab.network.outputLayer]))
    }
    self.source = source
    ours = lab.network
    var examples = try Examples(source, count, seed: seed, &lab, host)
    // A picture that is shown costs about three that are judged.
    let shown = examples.shown
    var work = LongWork(3 * shown + Self.judges * Self.shifts.count, for: host)
    var training = ConvolutionTraining(seed: seed)
    while training.examplesSeen < shown {
      let size = min(ConvolutionTraining.miniBatch, shown - training.examplesSeen)
      let batch = (0..<size).map { _ in examples.next() }
      training.train(
        on: batch, progress: Double(training.examplesSeen) / Double(shown))
      try work.step(3 * size)
    }
    self.training = training
    let judges = examples.judges(Self.judges)
    judged = judges.count
    var correct: [(ours: Int, tiny: Int)] = []
    for shift in Self.shifts {
      let alteration = PreparedAlteration(.shift, by: shift)
      var right = (ours: 0, tiny: 0)
      for judge in judges {
        let digit = alteration.applied(to: judge.digit, noise: 0)
        if lab.network.forward(digit.pixels).answer == judge.label { right.ours += 1 }
        if training.network.answer(digit.pixels) == judge.label { right.tiny += 1 }
        try work.step()
      }
      correct.append(right)
    }
    self.correct = correct
  }

  /// Where examples come from, and those that judge.
  private struct Examples {
    /// How many are shown: no more than there are.
    let shown: Int
    private var drawn: DrawnDigits
    private var generator: SeededGenerator
    private let seed: UInt64
    private var digits: Dataset?
    private var order: [Int] = []
    private var position = 0

    init(
      _ source: DigitSet, _ count: Int, seed: UInt64, _ lab: inout Lab, _ host: any Host
    ) throws(LabError) {
      drawn = DrawnDigits(lab.content.drawings)
      generator = SeededGenerator(seed: seed)
      self.seed = seed
      guard source == .train else {
        guard drawn.canDraw else { throw .training(.noDrawings) }
        shown = count
        return
      }
      let all = try lab.dataset(.train, host)
      // Half of a small file, all but the last ten thousand of MNIST itself.
      let most = max(min(all.count / 2, ConvolveTraining.heldOut), all.count - 10_000)
      guard most > 0, most < all.count else {
        throw .training(.tooFewExamples(all.count, heldOut: 1))
      }
      order = Array(0..<most)
      generator.shuffle(&order)
      shown = count
      digits = all
    }

    mutating func next() -> Dataset.Example {
      guard let digits else { return drawn.example(using: &generator) }
      defer { position = (position + 1) % order.count }
      return digits[order[position]]
    }

    /// Digits that it did not learn from.
    func judges(_ count: Int) -> [Dataset.Example] {
      guard let digits else { return Array(drawn.dataset(count, seed: ~seed)) }
      return Array(digits[max(order.count, digits.count - count)..<digits.count])
    }
  }

  /// How much each network reads at each shift, the one on the bench first.
  var shares: [[Double]] {
    [correct.map { share($0.ours) }, correct.map { share($0.tiny) }]
  }

  var reply: Reply {
    let plot = Figure.linePlot(plot)
    let heading = Block.heading(
      "Digits shifted to the right by so many pixels: how many each network reads")
    return Reply(
      [
        .fitting([
          [heading, .figure(plot), .spare([.figure(kernels)]), .table(table), .prose(sentence)],
          [heading, .figure(plot), .table(table), .prose(sentence)],
          [.tight([heading, .figure(plot.low), .table(table)]), .prose(sentence)],
          [.tight([heading, .table(table)]), .prose(sentence)],
        ])
      ], facts: facts)
  }

  private func share(_ right: Int) -> Double { Double(right) / Double(max(judged, 1)) }

  private var plot: LinePlot {
    func curve(_ right: (Int) -> Int) -> Curve {
      Curve(
        Self.shifts.indices.map {
          Curve.Point(x: Double(Self.shifts[$0]), y: share(right($0)) * 100)
        })
    }
    var plot = LinePlot(
      [
        .init("yours, in %", curve { correct[$0].ours }),
        .init("the convolutional one, in %", curve { correct[$0].tiny }),
      ], from: Double(Self.shifts[0]), to: Double(Self.shifts[Self.shifts.count - 1]))
    plot.reachesZero = true
    return plot
  }

  /// What its first layer has learned to look for.
  private var kernels: Figure {
    let side = training.network.firstReach
    return .gallery(
      training.network.firstKernels.enumerated().map { index, weights in
        HeatMap("\(index)", rows: side, columns: side, values: weights, scale: .signed)
      })
  }

  private var table: Table {
    var table = Table(.leading, .trailing, .trailing, .trailing, .trailing, reading: .headed)
    let middle = Self.shifts.count / 2
    table.add("", "knobs", "as they are", "4 left", "4 right")
    func row(_ name: String, _ knobs: Int, _ right: (Int) -> Int) {
      let shares = [middle, 1, Self.shifts.count - 2].map { Number.percent(share(right($0))) }
      table.add(
        Prose(name), Prose(Number.grouped(knobs)), Prose(shares[0]), Prose(shares[1]),
        Prose(shares[2]))
    }
    row("yours", ours.parameters.total) { correct[$0].ours }
    row("convolutional", training.network.parameters) { correct[$0].tiny }
    return table
  }

  private var sentence: Prose {
    let middle = Self.shifts.count / 2
    func kept(_ right: (Int) -> Int) -> Double {
      let sides = right(1) + right(Self.shifts.count - 2)
      return Double(sides) / Double(max(2 * right(middle), 1))
    }
    let (yours, tiny) = (kept { correct[$0].ours }, kept { correct[$0].tiny })
    let start: Prose =
      "It learned from \(Number.grouped(training.examplesSeen)) digits just now. Four pixels to a side, yours keeps \(strong: Number.percent(yours)) of what it reads and the convolutional one \(strong: Number.percent(tiny)). "
    return tiny > yours + 0.05
      ? start
        + "Its kernels look everywhere, and only the brightest place of each counts, wherever it is."
      : start
        + "So this time the kernels are no clear help: show it more with \(code: "examples=8000")."
  }

  private var facts: [String: Fact] {
    [
      "source": .text(source.rawValue), "examples": .integer(training.examplesSeen),
      "judged": .integer(judged),
      "parameters": .object([
        "network": .integer(ours.parameters.total),
        "convolutional": .integer(training.network.parameters),
      ]),
      "points": .list(
        Self.shifts.indices.map { index in
          .object([
            "amount": .number(Self.shifts[index]), "network": .precise(share(correct[index].ours)),
            "convolutional": .precise(share(correct[index].tiny)),
          ])
        }),
      "kernels": .list(training.network.firstKernels.map(Fact.numbers)),
    ]
  }
}
