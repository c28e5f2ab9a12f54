import Core
import Formulas
import Presentation

/// `probe`: whether a layer finds edges, and a later one loops, measured.
let probeCommand = LabCommand(
  CommandDeclaration(
    "probe", .learn, .changesLab, [CommandForm(.optional(seed))],
    summary: "do its layers find edges and loops? measured",
    details: [
      "The pictures are pieces of our own drawings. They are strokes, so it's known how each runs: short straight pieces in four directions, and closed loops beside the same with a third cut out.",
      "A probe is the best linear test of what a layer holds: weights and a bias for each answer, found on pieces of some drawings and judged on pieces of others. What it can read off, the layer holds in plain sight.",
      "The control is what matters: the same test on networks of the same shape that have never learned. Only what a trained layer does better than those is its own. \(code: "ans") holds a row for each line of the table: this network, and the mean of the random ones.",
    ],
    examples: ["probe", "probe 2"]),
  run: { lab, arguments, host throws(LabError) in
    let study = try ProbeStudy(lab, seed: try arguments.value(seed) ?? 0, host)
    lab.answer(Value(rows: study.shares))
    return study.reply
  })

private let seed = Parameter.whole(.seed(.amount), as: "SEED").noted(
  "other pieces, other random networks")

/// What linear tests find in each layer, and in random networks.
private struct ProbeStudy {
  /// What is asked of a layer.
  private enum Question: CaseIterable {
    case edges, loops

    var name: String {
      switch self {
      case .edges: "edges: which direction?"
      case .loops: "loops: closed or cut?"
      }
    }

    var classes: Int {
      switch self {
      case .edges: StrokeSpecimens.directions
      case .loops: 2
      }
    }

    var key: String {
      switch self {
      case .edges: "edges"
      case .loops: "loops"
      }
    }
  }

  /// One question put to one layer.
  private struct Finding {
    let question: Question
    let layer: Int
    let trained: Double
    let random: [Double]

    var mean: Double { random.reduce(0, +) / Double(random.count) }
    var lowest: Double { random.min() ?? 0 }
    var highest: Double { random.max() ?? 0 }

    /// Twice the standard error of a share of so many: less than this apart may be chance.
    static let doubt = 2 * (0.25 / Double(ProbeStudy.judged)).squareRoot()

    /// Above every random network by more than chance explains, below every one, or neither.
    enum Verdict { case better, worse, alike }
    var verdict: Verdict {
      if trained > highest, trained > mean + Self.doubt { return .better }
      if trained < lowest, trained < mean - Self.doubt { return .worse }
      return .alike
    }
  }

  private static let learned = 1600
  static let judged = 800
  private static let controls = 8
  /// A probe of more numbers would take too long.
  private static let widest = 256

  private let findings: [Finding]
  private let seed: Int

  init(_ lab: Lab, seed: Int, _ host: any Host) throws(LabError) {
    self.seed = seed
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
    let hidden = lab.network.layers.indices.dropLast().map { $0 + 1 }
    guard !hidden.isEmpty else { throw .noHiddenLayer }
    if let wide = hidden.first(where: { lab.network.sizes[$0] > Self.widest }) {
      throw .tooWideToProbe(layer: wide, lab.network.sizes[wide], most: Self.widest)
    }
    let specimens = StrokeSpecimens(lab.content.drawings)
    guard specimens.areComplete else { throw .training(.noDrawings) }
    var generator = SeededGenerator(seed: UInt64(seed))
    let networks = [lab.network] + Self.random(like: lab.network, &generator)
    let pieces = (Self.learned, Self.judged)
    var work = LongWork(Question.allCases.count * networks.count * (pieces.0 + pieces.1), for: host)
    var findings: [Finding] = []
    for question in Question.allCases {
      func draw(_ count: Int, heldOut: Bool) -> [StrokeSpecimens.Specimen] {
        switch question {
        case .edges: specimens.edges(count, heldOut: heldOut, using: &generator)
        case .loops: specimens.loops(count, heldOut: heldOut, using: &generator)
        }
      }
      let (learned, judged) = (draw(pieces.0, heldOut: false), draw(pieces.1, heldOut: true))
      var shares = [[Double]](repeating: [], count: hidden.count)
      for network in networks {
        let passes = (learned + judged).map { network.forward($0.digit.pixels) }
        for (index, layer) in hidden.enumerated() {
          shares[index].append(
            try Self.share(
              passes.map { $0.activations(layer) }, learned.map(\.label), judged.map(\.label),
              question.classes, layer))
        }
        try work.step(pieces.0 + pieces.1)
      }
      findings += hidden.enumerated().map { index, layer in
        Finding(
          question: question, layer: layer, trained: shares[index][0],
          random: Array(shares[index].dropFirst()))
      }
    }
    self.findings = findings
  }

  /// Networks of the same shape and activations that have never learned.
  private static func random(
    like network: Network, _ generator: inout SeededGenerator
  ) -> [Network] {
    (0..<controls).map { _ in
      var fresh = Network(
        sizes: network.sizes, activation: network.layers[0].activation, using: &generator)
      fresh = Network(
        layers: zip(fresh.layers, network.layers).map {
          Layer(weights: $0.weights, biases: $0.biases, activation: $1.activation)
        })
      return fresh
    }
  }

  private static func share(
    _ features: [[Float]], _ learned: [Int], _ judged: [Int], _ classes: Int, _ layer: Int
  ) throws(LabError) -> Double {
    guard features.allSatisfy({ $0.allSatisfy { $0.isFinite && $0.magnitude < 1e12 } }) else {
      throw .tooLarge(what: "An activation of layer \(layer)")
    }
    let probe = LinearProbe(
      Array(features.prefix(learned.count)), labels: learned, classes: classes)
    return probe.accuracy(Array(features.suffix(judged.count)), judged)
  }

  // MARK: What is said

  /// For each line of the table what this network reaches, and the mean of the random ones.
  var shares: [[Double]] { findings.map { [$0.trained, $0.mean] } }

  var reply: Reply {
    let heading = Block.heading(
      "How often a linear test of a layer is right, of \(Self.judged) pieces it never saw")
    return Reply(
      [
        .fitting([
          [heading, .table(table), .prose(sentence)],
          [.tight([heading, .table(table)]), .prose(sentence)],
        ])
      ],
      facts: facts)
  }

  private var table: Table {
    var table = Table(.leading, .trailing, .trailing, .trailing, .leading, reading: .headed)
    table.add("", "this network", "random ones", "chance", "")
    for question in Question.allCases {
      table.add(Prose(question.name, .faint), "", "", "", "")
      for finding in findings where finding.question == question {
        let style: Prose.Style
        let word: String
        switch finding.verdict {
        case .better: (style, word) = (.positive(1), "better")
        case .worse: (style, word) = (.negative(1), "worse")
        case .alike: (style, word) = (.plain, "about the same")
        }
        table.add(
          Prose("  layer \(finding.layer)"), Prose(Self.percent(finding.trained), style),
          Prose("\(Self.percent(finding.lowest)) to \(Self.percent(finding.highest))"),
          Prose(Self.percent(1 / Double(question.classes))), Prose(word, style))
      }
    }
    return table
  }

  private static func percent(_ share: Double) -> String {
    Number.decimal(Int(nearest: share * 1000), places: 1) + "%"
  }

  private var sentence: Prose {
    let last = findings.map(\.layer).max() ?? 1
    return phrase(.edges, 1, "the direction of an edge")
      + phrase(.loops, last, "whether a loop is closed")
      + "A probe shows what can be read off a layer, not what the network does with it."
  }

  private func phrase(_ question: Question, _ layer: Int, _ what: String) -> Prose {
    guard let finding = findings.first(where: { $0.question == question && $0.layer == layer })
    else { return "" }
    let share = Self.percent(finding.trained)
    let start: Prose = "Layer \(layer) tells \(what) \(strong: share) of the time, "
    switch finding.verdict {
    case .better:
      let end = finding.trained < 0.9 ? ", and still often wrong. " : ". "
      return start + Prose("better than all \(Self.controls) random networks" + end)
    case .worse:
      return start
        + "worse than all \(Self.controls) random networks: learning made it harder to see. "
    case .alike:
      return start + "which is no clear gain over random networks. "
    }
  }

  private var facts: [String: Fact] {
    [
      "learned": .integer(Self.learned), "judged": .integer(Self.judged),
      "seed": .integer(seed),
      "findings": .list(
        findings.map {
          .object([
            "question": .text($0.question.key), "layer": .integer($0.layer),
            "accuracy": .precise($0.trained), "random": .preciseNumbers($0.random),
            "chance": .precise(1 / Double($0.question.classes)),
            "verdict": .text(
              $0.verdict == .better ? "better" : $0.verdict == .worse ? "worse" : "alike"),
          ])
        }),
    ]
  }
}
