import Core
import Presentation

/// What a network says where nothing is written, and what that is made of.
struct NoiseReport {
  private let study: NoiseStudy
  private let activation: Activation

  /// As many pictures of noise, from seeds 0 and up: those of `digit noise 0` and so on.
  static let pictures = 1000

  init(_ lab: Lab, _ host: any Host) throws(LabError) {
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
    guard lab.tellsDigits else {
      throw .training(.outputsDoNotFit(lab.network.sizes[lab.network.outputLayer]))
    }
    activation = lab.network.layer(lab.network.outputLayer).activation
    var study = NoiseStudy(lab.network)
    var work = LongWork(Self.pictures, for: host)
    for seed in 0..<Self.pictures {
      var generator = SeededGenerator(seed: UInt64(seed))
      study.add(.noise(using: &generator), lab.network)
      try work.step()
    }
    self.study = study
  }

  /// How often it says each digit.
  var shares: [Double] { study.answers.map { Double($0) / Double(Self.pictures) } }

  var reply: Reply {
    let heading = Block.heading(
      "What it says of \(Number.grouped(Self.pictures)) pictures of noise, in which nothing is written"
    )
    let chart = BarChart(
      "how often it says each",
      bars(shares), highlighted: study.commonest, length: 1)
    return Reply(
      [
        heading,
        .beside([[.spare([.figure(.barChart(chart))])], [.table(table)]]), .prose(sentence),
      ], facts: facts)
  }

  /// The same network where there is less and less in the picture.
  private var table: Table {
    var table = Table(.leading, .trailing, .decimal, reading: .headed)
    table.add("given", "it says", "output")
    table.add(
      "noise, most often", Prose("\(study.commonest)", .strong),
      Prose(Number.percent(Double(study.answers[study.commonest]) / Double(Self.pictures))))
    add("plain gray, all at 0.5", study.gray, to: &table)
    add("nothing, all at 0", study.blank, to: &table)
    return table
  }

  private func add(_ name: String, _ outputs: [Float], to table: inout Table) {
    let brightest = Brightest(outputs)
    table.add(
      Prose(name), Prose(brightest.only.map(String.init) ?? "?", .strong),
      Prose(Number.precise(brightest.value)))
  }

  private var sentence: Prose {
    let count = study.answers[study.commonest]
    let gray = Brightest(study.gray).only
    let start: Prose =
      "It says \(strong: study.commonest) of \(Number.grouped(count)) of \(Number.grouped(Self.pictures)). "
    return start + grayWords(gray) + biasWords(Brightest(study.blank).only) + steadiness
  }

  private func grayWords(_ gray: Int?) -> Prose {
    guard let gray else { return "Of plain gray it says nothing clear. " }
    return gray == study.commonest
      ? "Plain gray, which is noise smoothed out, gets \(gray), too. "
      : "Plain gray, which is noise smoothed out, gets \(gray) instead. "
  }

  private func biasWords(_ blank: Int?) -> Prose {
    guard let blank else {
      return "With nothing in it the biases alone decide, and find no leader. "
    }
    return blank == study.commonest
      ? "So does a black picture, where the biases speak alone. "
      : "A black picture, where the biases speak alone, gets \(blank): what noise gets comes from its weights, which gray pixels light all at once. "
  }

  /// How far noise is like gray to a neuron of layer 1.
  private var steadiness: Prose {
    let shares = study.sameSide
    let steady = shares.count { $0 >= 0.95 }
    return
      "\(steady) of \(counted(shares.count, "neuron")) of layer 1 \(isOrAre(steady)) on the same side of 0 for noise as for gray at least 95 times in 100"
      + (2 * steady >= shares.count
        ? ": a sum of 784 random pixels changes little from one picture to the next."
        : ", and the others change from picture to picture.")
  }

  private var facts: [String: Fact] {
    func fact(_ outputs: [Float]) -> Fact {
      .object([
        "digit": Brightest(outputs).only.map(Fact.integer) ?? .null,
        "activations": .numbers(outputs),
      ])
    }
    return [
      "pictures": .integer(Self.pictures), "digit": .integer(study.commonest),
      "answers": .list(study.answers.map(Fact.integer)), "gray": fact(study.gray),
      "blank": fact(study.blank), "sameSide": .preciseNumbers(study.sameSide),
    ]
  }
}
