import Core
import Presentation

/// What `why` replies: the parts as a picture, as lists that add up, and how far they can be trusted.
struct WhyReport {
  private let lab: Lab
  private let question: WhyQuestion
  private let attribution: Attribution
  /// How many of the strongest inputs have the same sign by each of the other methods.
  private let agreements: [(method: AttributionMethod, same: Int, of: Int)]

  /// As many are compared.
  private static let compared = 10

  init(_ question: WhyQuestion, _ lab: Lab) throws(LabError) {
    self.lab = lab
    self.question = question
    let baseline = try question.baseline.input(lab)
    func attribution(_ method: AttributionMethod) -> Attribution {
      lab.network.attribution(
        of: question.number, input: question.pass.input, baseline: baseline, method: method)
    }
    let own = attribution(question.method)
    let others = AttributionMethod.allCases.filter { $0 != question.method }
    let found = others.map { ($0, attribution($0)) }
    guard own.isFinite, own.fitsFloats, found.allSatisfy({ $0.1.isFinite }) else {
      throw .tooLarge(what: "A part of the sum")
    }
    self.attribution = own
    agreements = found.map { method, other in
      let agreement = own.agreement(with: other, among: Self.compared)
      return (method, agreement.same, agreement.of)
    }
  }

  var reply: Reply {
    let what = lab.readsDigits ? "pixel" : "input"
    let heading = Block.heading(
      "Why \(name) is \(Number.shown(attribution.value)): what each \(what) adds")
    let words = Block.prose(sum + " " + trust)
    func table(_ count: Int, hidden: Int = 2) -> Block {
      .table(WhyTable(attribution, question, lab, most: count, hidden: hidden).table)
    }
    guard lab.readsDigits else {
      return Reply([heading, figure(map), table(3), words], facts: facts)
    }
    return Reply(
      [
        .layouts([
          Layout(
            columns: 119, rows: 39,
            [heading, .beside([[figure(map.large)], [table(8)]]), words]),
          Layout(
            columns: 80, rows: 20,
            [
              // Where all layers are too wide beside the picture, fewer are.
              .fitting(
                [2, 1, 0].map { hidden in
                  [
                    .tight([heading, .beside([[figure(part)], [table(3, hidden: hidden)]]), words])
                  ]
                })
            ]),
          Layout([
            .fitting([
              [heading, figure(part), table(2), words], [.tight([heading, figure(part), words])],
              [.tight([heading, table(2, hidden: 0), words])],
            ])
          ]),
        ])
      ], facts: facts)
  }

  private func figure(_ map: HeatMap) -> Block { .figure(.heatMap(map)) }

  // MARK: The picture

  private var map: HeatMap {
    let parts = attribution.layers[0].map(Float.init)
    let isPicture = lab.readsDigits
    return HeatMap(
      "",
      rows: isPicture ? Digit.side : 1, columns: isPicture ? Digit.side : parts.count,
      values: parts, scale: .signed
    ).noted { $0.legend = legend }
  }

  private var legend: PictureNotes.Legend {
    let output = question.number.output
    return question.number.rival.map { .init("for \(output)", "for \($0)") }
      ?? .init("for \(output)", "against")
  }

  /// The part of the picture in which something is added.
  private var part: HeatMap { map.around(map) }

  // MARK: The words

  /// What the number is called: `z3[3]`, or the difference of two.
  private var name: String {
    let number = question.number
    let stem = number.quantity.letter + String(lab.network.outputLayer)
    return "\(stem)[\(number.output)]" + (number.rival.map { " - \(stem)[\($0)]" } ?? "")
  }

  /// What the parts add up to.
  private var sum: Prose {
    let error = NumberColumn.alone(attribution.completenessError)
    let parts = attribution.layers.count == 1 ? "The parts" : "Each layer's parts"
    let others =
      question.method.hasBaseline ? " add up" : ", biases and what is held back included, add up"
    return
      "\(parts)\(others) to \(strong: Number.shown(attribution.explained)), to within \(error)."
  }

  /// Whether other methods find the same.
  private var trust: Prose {
    let what = lab.readsDigits ? "pixel" : "input"
    guard let count = agreements.first?.of, count > 0 else { return "No \(what) adds anything." }
    let names = agreements.map { "\($0.same) from \($0.method.title)" }
    let start =
      count == 1
      ? "Of the strongest \(what), signs that are the same: "
      : "Of the \(count) strongest \(what)s, those with the same sign: "
    let verdict =
      agreements.allSatisfy { $0.same == count }
      ? "They agree." : "Where they differ, this is one answer of several."
    return Prose(start + names.joined(separator: ", ") + ". " + verdict)
  }

  // MARK: For programs

  private var facts: [String: Fact] {
    let number = question.number
    var facts: [String: Fact] = [
      "output": .integer(number.output), "of": .text(number.quantity.rawValue),
      "method": .text(question.method.rawValue), "value": .precise(attribution.value),
      "reference": .precise(attribution.reference), "explained": .precise(attribution.explained),
      "error": .precise(attribution.completenessError),
      "layers": .list(attribution.layers.map { .preciseNumbers($0) }),
      "biases": .preciseNumbers(attribution.biases),
      "held": .preciseNumbers(attribution.stabilizers),
      "agreements": .list(
        agreements.map {
          .object([
            "method": .text($0.method.rawValue), "same": .integer($0.same), "of": .integer($0.of),
          ])
        }),
      "top": .list(
        WhyTable.strongest(attribution.layers[0], Self.compared).map { index in
          .object([
            "from": .text(inputName(index, of: 1, in: lab.network)),
            "part": .precise(attribution.layers[0][index]),
          ])
        }),
    ]
    if let rival = number.rival { facts["not"] = .integer(rival) }
    if question.method.hasBaseline { facts["baseline"] = .text(question.baseline.word) }
    return facts
  }
}

extension Attribution {
  /// Whether pictures and tables can show all of it.
  fileprivate var fitsFloats: Bool {
    layers.allSatisfy { $0.allSatisfy { Float($0).isFinite } } && Float(explained).isFinite
      && Float(value).isFinite && Float(reference).isFinite
      && (biases + stabilizers).allSatisfy { Float($0).isFinite }
  }
}
