import Core
import Presentation

/// `ideal`: the picture that lights a neuron most.
let idealCommand = LabCommand(
  CommandDeclaration(
    "ideal", .learn, .changesLab,
    [
      CommandForm(
        .required(.neuron), .optional(.digitSet),
        adding: [.plain(keepIdeal), .plain(keepSmooth), .setting(idealStart)])
    ],
    summary: "the picture that lights a neuron most",
    details: [
      "Gradient ascent: step by step, every pixel moves the way that raises the neuron's weighted input, and stays between 0 and 1 (Simonyan and others, 2013). It starts once from gray and once from the digit that lights the neuron most, and keeps the better picture; \(code: "from=gray") climbs from gray alone, where it may get stuck lower.",
      "The smooth one is found with a penalty for speckle: neighbors that differ cost something. It usually lights the neuron less, and its shapes are easier to see.",
      "\(code: "take") makes the plain one the current digit, \(code: "smooth") the smooth one; \(code: "classify") then tells what the network says.",
      "Beside it you see how bright the neuron gets for the digits of a data set, or for our drawings.",
    ],
    examples: ["ideal 1.5", "ideal 3.3", "ideal 3.3 smooth"]),
  run: { lab, arguments, host throws(LabError) in
    let (layer, neuron) = try NeuronLocation.one(arguments.required(.neuron), in: lab.network)
    let set = try arguments.value(.digitSet, orElse: .best(host))
    let best = try bestPicture(for: layer, neuron, set, &lab, host)
    var starts = [[Float](repeating: 0.5, count: lab.network.sizes[0])]
    if let best, try arguments.value(idealStart, orElse: .best) == .best {
      starts.append(best.picture)
    }
    let ideals = try IdealSearch(layer, neuron, from: starts, lab, host)
    let report = IdealReport(ideals, best.map { ($0.liking, set) }, layer, neuron, lab)
    guard arguments.has(keepIdeal) || arguments.has(keepSmooth) else { return report.reply }
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
    let isSmooth = arguments.has(keepSmooth)
    lab.current = CurrentDigit(
      Digit(pixels: (isSmooth ? ideals.smooth : ideals.plain).last ?? []), label: nil,
      origin: "the \(isSmooth ? "smooth " : "")ideal of neuron \(layer).\(neuron)")
    return report.reply
  })

private let keepIdeal = Parameter.flag("take", note: "as the current digit")
private let keepSmooth = Parameter.flag("smooth", note: "the smooth one as the current digit")

private let idealStart = Parameter<IdealStart>.oneOf("from", note: \.note) { word, choices in
  .unknownChoice(word, setting: "start", choices: choices)
}.noted("where it begins").usually(IdealStart.best.rawValue)

/// Where the way up begins.
private enum IdealStart: String, CaseIterable {
  case best, gray

  /// What it is, in a few words.
  var note: String {
    switch self {
    case .best: "gray, and the digit that lights it most"
    case .gray: "gray alone"
    }
  }
}

/// The picture of a data set that lights a neuron most; nil where the network reads none.
private func bestPicture(
  for layer: Int, _ neuron: Int, _ set: DigitSet, _ lab: inout Lab, _ host: any Host
) throws(LabError) -> (liking: NeuronLikes.Liking, picture: [Float])? {
  guard lab.readsDigits else { return nil }
  let examples = try set.digits(&lab, host)
  let likes = try NeuronLikes(of: layer, neuron, in: lab, keeping: 1, among: examples, host)
  return likes.most.first.map { liking in
    let place = examples.index(examples.startIndex, offsetBy: liking.index)
    return (liking, examples[place].digit.pixels)
  }
}

/// Both ways up, without the penalty and with it, and what was found on them.
private struct IdealSearch {
  /// A way up, a picture every few steps, and where it ends.
  struct Way {
    var pictures: [[Float]]
    var first: Double
    var end: IdealInput
  }

  private let plainWay: Way
  private let smoothWay: Way?

  /// From the start to the end.
  var plain: [[Float]] { plainWay.pictures }
  var smooth: [[Float]] { smoothWay?.pictures ?? [] }
  /// The neuron's weighted input at the ends.
  var plainSum: Double { plainWay.end.weightedInput }
  var smoothSum: Double { smoothWay?.end.weightedInput ?? plainSum }

  private static let moments = 12
  /// What all speckle of the plain picture would cost of what it has gained.
  private static let share = 0.5

  init(
    _ layer: Int, _ neuron: Int, from starts: [[Float]], _ lab: Lab, _ host: any Host
  ) throws(LabError) {
    let network = lab.network
    var work = LongWork(2 * starts.count * IdealInput.usualSteps * 200, for: host)
    func climb(_ start: [Float], _ penalty: Double) throws(LabError) -> Way {
      var ideal = IdealInput(
        layer: layer, neuron: neuron, in: network, from: start, penalty: penalty)
      var way = Way(pictures: [start], first: ideal.weightedInput, end: ideal)
      for step in 1...IdealInput.usualSteps {
        _ = ideal.advance()
        try work.step(200)
        if step % (IdealInput.usualSteps / Self.moments) == 0 {
          way.pictures.append(ideal.activations)
        }
      }
      way.end = ideal
      guard Float(ideal.weightedInput).isFinite else {
        throw .tooLarge(what: "The weighted input of neuron \(layer).\(neuron)")
      }
      return way
    }
    func highest(_ penalty: Double) throws(LabError) -> Way {
      var best = try climb(starts[0], penalty)
      for start in starts.dropFirst() {
        let way = try climb(start, penalty)
        if way.end.height > best.end.height { best = way }
      }
      return best
    }
    let plain = try highest(0)
    plainWay = plain
    let speckle = plain.end.speckle
    let gain = plain.end.weightedInput - plain.first
    let penalty = speckle > 0 && gain > 0 ? Self.share * gain / speckle : 0
    smoothWay = lab.readsDigits ? try highest(penalty) : nil
  }
}

/// The ideal pictures, and how far others get.
private struct IdealReport {
  private let search: IdealSearch
  private let best: (liking: NeuronLikes.Liking, set: DigitSet)?
  private let layer: Int
  private let neuron: Int
  private let lab: Lab

  private static let pause = Duration.milliseconds(90)

  init(
    _ search: IdealSearch, _ best: (NeuronLikes.Liking, DigitSet)?, _ layer: Int, _ neuron: Int,
    _ lab: Lab
  ) {
    (self.search, self.best, self.layer, self.neuron, self.lab) = (search, best, layer, neuron, lab)
  }

  var reply: Reply {
    let heading = Block.heading("What lights neuron \(layer).\(neuron) most")
    let words = Block.prose(sentence.asOutcome)
    guard lab.readsDigits else {
      let values = search.plain.last ?? []
      let row = HeatMap(
        "the inputs", rows: 1, columns: values.count, values: values, scale: .ink
      ).noted { $0.hasNumbers = true }
      return Reply([heading, .figure(.heatMap(row)), words], facts: facts)
    }
    let titles = (plain: "what lights \(layer).\(neuron) most", smooth: "the same, smooth")
    func pair(_ look: (HeatMap) -> HeatMap) -> Block {
      .beside([
        [figure(titles.plain, search.plain, look)], [figure(titles.smooth, search.smooth, look)],
      ])
    }
    return Reply(
      [
        .layouts([
          Layout(columns: 119, rows: 39, [heading, pair(\.large), words]),
          Layout(columns: 60, [.tight([pair(\.withoutRim), words])]),
          Layout([figure(titles.smooth, search.smooth) { $0 }, words]),
        ])
      ], facts: facts)
  }

  private func figure(
    _ title: String, _ way: [[Float]], _ look: (HeatMap) -> HeatMap
  ) -> Block {
    func picture(_ pixels: [Float]) -> Figure {
      .heatMap(look(HeatMap(title, Digit(pixels: pixels))))
    }
    // On the way nobody sees more shades, and fewer take fewer bytes.
    let moments = way.dropLast().map { picture($0.map { ($0 * 4).rounded() / 4 }) }
    return .figure(picture(way.last ?? []).moving(from: moments, pause: Self.pause))
  }

  private var plainSum: Float { Float(search.plainSum) }

  private var sentence: Prose {
    let activation = lab.network.layer(layer).activation
    let value = activation.value(plainSum)
    let start: Prose =
      "z is \(strong: Number.shown(plainSum)) for it, and its activation \(Number.precise(value))"
    guard lab.readsDigits else { return start + "." }
    let smooth: Prose = "; for the smooth one z is \(Number.shown(Float(search.smoothSum)))."
    return start + smooth + comparison + verdict
  }

  /// How far the best of the data set gets.
  private var comparison: Prose {
    guard let best else { return "" }
    let z = Number.shown(best.liking.z)
    return
      " Of \(best.set.title) \(best.liking.label.withArticle) gets furthest: \(z)."
  }

  /// What the network says of it.
  private var verdict: Prose {
    guard lab.tellsDigits, let pixels = search.plain.last else { return "" }
    guard let answer = Brightest(lab.network.forward(pixels).output).only else {
      return " The network can't say what the plain one is."
    }
    return " The network says the plain one is \(answer.article) \(strong: answer)."
  }

  private var facts: [String: Fact] {
    var facts: [String: Fact] = [
      "layer": .integer(layer), "neuron": .integer(neuron), "z": .number(plainSum),
      "activation": .number(lab.network.layer(layer).activation.value(plainSum)),
      "ideal": .numbers(search.plain.last ?? []),
    ]
    if lab.readsDigits {
      facts["smooth"] = .numbers(search.smooth.last ?? [])
      facts["smoothZ"] = .number(Float(search.smoothSum))
    }
    if let best {
      facts["best"] = .object([
        "set": .text(best.set.rawValue), "index": .integer(best.liking.index),
        "label": .integer(best.liking.label), "z": .number(best.liking.z),
      ])
    }
    return facts
  }
}

extension NeuronLikes {
  /// Finds them among the pictures of a set.
  init(
    of layer: Int, _ neuron: Int, in lab: Lab, keeping kept: Int,
    among examples: some Collection<Dataset.Example>, _ host: any Host
  ) throws(LabError) {
    self.init(layer: layer, neuron: neuron, in: lab.network, keeping: kept)
    var work = LongWork(examples.count, for: host)
    for (index, example) in examples.enumerated() {
      add(example, at: index)
      try work.step()
    }
  }
}
