import Core
import Formulas
import Presentation

/// `worst`: the mistakes that a network is surest of.
let worstCommand = LabCommand(
  CommandDeclaration(
    "worst", .learn, .changesLab,
    [
      CommandForm(.optional(rank), adding: [.plain(.digitSet)]),
      CommandForm(.word("noise", note: "what it says where nothing is written")),
    ],
    summary: "the mistakes it is surest of, one after another",
    details: [
      "Of all digits it reads wrong, number 1 is the one whose wrong output is highest. On a terminal Enter shows the next; \(code: "worst 5") goes to the fifth.",
      "The digit becomes the current one, so that you can ask about it; \(code: "undo") brings yours back.",
      "\(code: "worst noise") is about pictures in which nothing is written: what it says of a thousand of them, and what of that the noise decides. \(code: "ans") holds how often it says each, as shares.",
    ],
    examples: ["worst", "worst 2 drawn", "worst noise"]),
  run: { lab, arguments, host throws(LabError) in
    if arguments.keyword == "noise" {
      let report = try NoiseReport(lab, host)
      lab.answer(.vector(report.shares))
      return report.reply
    }
    _ = try arguments.value(rank)
    let set = try arguments.value(.digitSet, orElse: .best(host))
    let examples = try set.examples(&lab, host)
    let mistakes = try lab.mistakes(with: examples, host).worstFirst
    guard !mistakes.isEmpty else { return noMistake(set, examples.count) }
    let bounds = WholeNumber("mistake", .index, 1...mistakes.count, of: set.title)
    let number = try arguments.value(rank, within: bounds) ?? 1
    return WorstReport(mistakes, number, set, examples, &lab, typedSet: arguments.has(.digitSet))
      .reply
  })

private let rank = Parameter.whole(
  WholeNumber("mistake", .index, 1...1_000_000), as: "NUMBER"
).noted("1 is the worst")

extension Lab {
  /// Every example that the network reads wrong.
  func mistakes(
    with examples: some Collection<Dataset.Example>, _ host: any Host
  ) throws(LabError) -> [Mistake] {
    var mistakes: [Mistake] = []
    var work = LongWork(examples.count, for: host)
    for (index, example) in examples.enumerated() {
      if let mistake = network.mistake(with: example, at: index) { mistakes.append(mistake) }
      try work.step()
    }
    return mistakes
  }
}

private func noMistake(_ set: DigitSet, _ count: Int) -> Reply {
  Reply(
    [
      .prose(
        "It reads all \(Number.grouped(count)) of \(set.title) right, so there's no mistake to show. Make it harder: \(code: "sweep shift -4 4")."
      )
    ],
    facts: ["set": .text(set.rawValue), "examples": .integer(count), "wrong": .integer(0)])
}

/// One mistake: the digit, and what the outputs say of it.
private struct WorstReport {
  private let mistake: Mistake
  private let number: Int
  private let count: Int
  private let set: DigitSet
  private let examples: Int
  private let current: CurrentDigit
  private let pass: ForwardPass
  private let activation: Activation
  /// What goes to another mistake of the same set.
  private let line: (Int) -> String

  init(
    _ mistakes: [Mistake], _ number: Int, _ set: DigitSet,
    _ digits: AnyRandomAccessCollection<Dataset.Example>, _ lab: inout Lab, typedSet: Bool
  ) {
    let mistake = mistakes[number - 1]
    let example = digits[digits.index(digits.startIndex, offsetBy: mistake.index)]
    switch set {
    case .drawn: current = Lab.drawing(mistake.index, of: lab.content)
    case .train, .test:
      current = CurrentDigit(
        example.digit, label: example.label,
        origin: "digit \(mistake.index) of \(set.title), \(example.label.withArticle)")
    }
    lab.current = current
    pass = lab.network.forward(current.digit.pixels)
    activation = lab.network.layer(lab.network.outputLayer).activation
    (self.mistake, self.number, self.set, count) = (mistake, number, set, mistakes.count)
    examples = digits.count
    line = { "worst \($0)" + (typedSet ? " \(set.rawValue)" : "") }
  }

  var reply: Reply {
    let heading = Block.heading(
      "Mistake \(Number.grouped(number)) of \(Number.grouped(count)) in \(set.title), the surest first"
    )
    let picture = HeatMap(current)
    let words: [Block] = [.figure(.barChart(chart(24))), .prose(sentence)]
    return Reply(
      [
        .layouts([
          Layout(
            columns: 119, rows: 39,
            [heading, .beside([[.figure(.heatMap(picture.large))], words])]),
          Layout(
            columns: 72, [.tight([heading, .beside([[.figure(.heatMap(picture))], words])])]),
          Layout([
            heading, .spare([.figure(.heatMap(picture.withoutEmptyRows))]),
            .figure(.barChart(chart(12))), .prose(sentence),
          ]),
        ])
      ], facts: facts, next: keys)
  }

  private var next: String? { number < count ? line(number + 1) : nil }

  /// Enter goes on; there is no key for a mistake that there is not.
  private var keys: Reply.Next {
    let forth = next.map {
      LineKey(.enter, .character(" "), .right, line: $0, label: "next mistake")
    }
    let back = number > 1 ? LineKey(.left, line: line(number - 1), label: "the one before") : nil
    let keys = [forth, back].compactMap(\.self)
    return keys.isEmpty ? .prompt : .keys(keys)
  }

  private func chart(_ longestBar: Int) -> BarChart {
    var chart = BarChart(
      "outputs", bars(pass.output), highlighted: mistake.answer, length: activation.barLength)
    chart.rival = mistake.label
    chart.longestBar = longestBar
    return chart
  }

  private var sentence: Prose {
    let (wrong, right) = Contrast.shown(mistake.confidence, pass.output[mistake.label])
    let rest: Prose =
      next.map { " \(code: $0) shows the next." } ?? " That was the last of them."
    return
      "The network says \(strong: mistake.answer), at \(wrong). It's really \(mistake.label.article) \(strong: mistake.label), whose output is at \(right). It reads \(Number.grouped(examples - count)) of \(Number.grouped(examples)) right."
      + rest
  }

  private var facts: [String: Fact] {
    current.facts.merging([
      "set": .text(set.rawValue), "examples": .integer(examples), "wrong": .integer(count),
      "number": .integer(number), "index": .integer(mistake.index),
      "label": .integer(mistake.label), "digit": .integer(mistake.answer),
      "confidence": .number(mistake.confidence), "activations": .numbers(pass.output),
    ]) { $1 }
  }
}
