import Core
import Presentation

/// `compare`: two digits, or two networks, side by side.
let compareCommand = LabCommand(
  CommandDeclaration(
    "compare", .learn, .looks,
    [CommandForm(.required(operand("first", "A")), .required(operand("second", "B")))],
    summary: "two digits or two networks side by side",
    details: [
      "A digit is \(code: "this"), the current one, \(code: "8") or \(code: "8.1"), drawings of ours, \(code: "test.42") of MNIST, or a picture's file. Both go through the network as it is.",
      "A network is \(code: "this"), the one you work on, \(code: "opened"), the same before you changed it, \(code: "bundled"), or a file. Both are given the current digit.",
      "Differences are the second less the first.",
    ],
    examples: ["compare 3 8", "compare 3 3.1", "compare opened this"]),
  run: { lab, arguments, host throws(LabError) in
    let words = (
      try arguments.required(operand("first", "A")), try arguments.required(operand("second", "B"))
    )
    let first = try Operand(words.0, &lab, host)
    let second = try Operand(words.1, &lab, host)
    switch (first, second) {
    case (.network, .digit):
      throw .kindsDiffer(words.1, words.0)
    case (.digit, .network):
      throw .kindsDiffer(words.0, words.1)
    case (.network(let one), .network(let other)):
      return try NetworkComparison(one, other, lab).reply
    case (.network(let one), .this):
      return try NetworkComparison(one, NamedNetwork("this", lab.network), lab).reply
    case (.this, .network(let other)):
      return try NetworkComparison(NamedNetwork("this", lab.network), other, lab).reply
    case (.digit, .digit), (.digit, .this), (.this, .digit), (.this, .this):
      return try DigitComparison(
        first.digit(lab), second.digit(lab), names: (words.0, words.1), lab
      ).reply
    }
  })

private func operand(_ name: String, _ placeholder: String) -> Parameter<String> {
  Parameter.text(name, as: placeholder).suggesting { tab in
    let digits = (0...9).map {
      Completions.Candidate(String($0), note: "our drawing 0 of \($0.withArticle)")
    }
    return [
      .init("this", note: "the current digit, or the network as it is"),
      .init("opened", note: "the network before you changed it"),
      .init("bundled", note: "the network that came with the program"),
    ] + digits + networkFileSuggestions(tab)
  }
}

/// A network and what the learner calls it.
struct NamedNetwork {
  let name: String
  let network: Network

  init(_ name: String, _ network: Network) { (self.name, self.network) = (name, network) }
}

/// What one of the two words names.
private enum Operand {
  case digit(CurrentDigit)
  case network(NamedNetwork)
  /// The current digit beside a digit, the network as it is beside a network.
  case this

  init(_ word: String, _ lab: inout Lab, _ host: any Host) throws(LabError) {
    switch word.lowercased() {
    case "this": self = .this
    case "opened": self = .network(NamedNetwork("opened", lab.baseline))
    case "bundled": self = .network(NamedNetwork("bundled", lab.content.network.network))
    default:
      if let digit = try Self.digit(word, &lab, host) {
        self = .digit(digit)
      } else if word.lowercased().hasSuffix(".safetensors") {
        self = .network(NamedNetwork(word.excerpt, try readNetwork(word, host).network))
      } else if word.contains(where: { "./~".contains($0) }) {
        self = .digit(try LabPicture(word, host).current)
      } else {
        throw .unknownOperand(word)
      }
    }
  }

  /// `3`, `3.1`, `test.42`; nil where it is written as none of them.
  private static func digit(
    _ word: String, _ lab: inout Lab, _ host: any Host
  ) throws(LabError) -> CurrentDigit? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2 else { return nil }
    if let set = DigitSet(parts[0].lowercased()), parts.count == 2 {
      let digits = try set.digits(&lab, host)
      let index = try WholeNumber("digit", .index, 0...digits.count - 1, of: set.title)
        .read(parts[1])
      guard set != .drawn else { return Lab.drawing(index, of: lab.content) }
      let example = digits[digits.index(digits.startIndex, offsetBy: index)]
      return CurrentDigit(
        example.digit, label: example.label,
        origin: "digit \(index) of \(set.title), \(example.label.withArticle)")
    }
    guard case .whole(let digit) = WholeReading(parts[0]) else { return nil }
    let drawings = lab.content.drawings
    guard let first = drawings.firstIndex(where: { $0.digit == digit }) else {
      throw .unknownDigit(word)
    }
    guard parts.count == 2 else { return Lab.drawing(first, of: lab.content) }
    let count = drawings.count { $0.digit == digit }
    let copy = try WholeNumber("drawing", .index, 0...count - 1, of: digit.withArticle)
      .read(parts[1])
    return Lab.drawing(first + copy, of: lab.content)
  }

  func digit(_ lab: Lab) -> CurrentDigit {
    switch self {
    case .digit(let digit): digit
    case .this, .network: lab.current
    }
  }
}

/// Two digits in one network.
private struct DigitComparison {
  private let digits: [CurrentDigit]
  private let passes: [ForwardPass]
  private let lab: Lab
  private let names: (String, String)

  init(
    _ first: CurrentDigit, _ second: CurrentDigit, names: (String, String), _ lab: Lab
  ) throws(LabError) {
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
    digits = [first, second]
    passes = [try lab.pass(of: first.digit.pixels), try lab.pass(of: second.digit.pixels)]
    self.lab = lab
    self.names = names
  }

  var reply: Reply {
    let heading = Block.heading("\(digits[0].origin) beside \(digits[1].origin)".asSentence)
    let table = OutputsTable(passes, names: names).table
    let pictures = row
    let words = Block.prose(sentence)
    let layers = LayerMaps(passes).blocks
    return Reply(
      [
        .layouts([
          Layout(
            columns: 119, rows: 39,
            [heading, pictures, .beside([[.table(table)], layers]), words]),
          Layout(
            columns: 90, rows: 24,
            [.tight([heading, pictures]), .spare([.table(table)]), words]),
          Layout(
            columns: 80,
            [
              .fitting([
                [heading, pictures, .table(table), words], [.tight([heading, pictures]), words],
                [heading, .table(table), words],
              ])
            ]),
          Layout([heading, .table(table), words]),
        ])
      ], facts: facts)
  }

  /// Both pictures, and what the second has more (or less) of, as far as there is ink.
  private var row: Block {
    let (first, second) = (digits[0].digit.pixels, digits[1].digit.pixels)
    func map(_ title: String, _ values: [Float], _ scale: HeatMap.Scale) -> HeatMap {
      HeatMap(title, rows: Digit.side, columns: Digit.side, values: values, scale: scale)
    }
    let all = map("", zip(first, second).map(max), .ink)
    let maps = [
      map("first", first, .ink), map("second", second, .ink),
      map("second − first", zip(first, second).map { $1 - $0 }, .signed),
    ]
    return .beside(
      maps.map { map in
        [.spare([.figure(.heatMap(map.around(all).noted { $0.isDense = true }))])]
      })
  }

  private var sentence: Prose {
    let answers = passes.map { Brightest($0.output).only }
    guard lab.tellsDigits else { return LayerMaps(passes).sentence }
    let start: Prose =
      switch (answers[0], answers[1]) {
      case (let one?, let two?) where one == two: "The network says \(strong: one) of both. "
      case (let one?, let two?):
        "The network says \(strong: one) of the first and \(strong: two) of the second. "
      case (nil, _), (_, nil): "Of one of them the network can't say. "
      }
    return start + LayerMaps(passes).sentence
  }

  private var facts: [String: Fact] {
    func fact(_ index: Int) -> Fact {
      .object(
        digits[index].facts.merging([
          "digit": .integer(passes[index].answer),
          "layers": .list(passes[index].layers.map { .numbers($0.a) }),
        ]) { $1 })
    }
    return [
      "kind": .text("digits"), "first": fact(0), "second": fact(1),
      "difference": .list(LayerMaps(passes).differences.map(Fact.numbers)),
    ]
  }
}

/// Two networks and one digit.
private struct NetworkComparison {
  private let networks: [NamedNetwork]
  private let passes: [ForwardPass]
  private let lab: Lab

  init(_ first: NamedNetwork, _ second: NamedNetwork, _ lab: Lab) throws(LabError) {
    networks = [first, second]
    self.lab = lab
    let inputs = networks.map { $0.network.sizes[0] }
    guard inputs[0] == inputs[1] else { throw .inputsApart(inputs[0], inputs[1]) }
    var passes: [ForwardPass] = []
    for named in networks {
      var bench = lab
      bench.network = named.network
      passes.append(try bench.pass())
    }
    self.passes = passes
  }

  private var haveOneShape: Bool { networks[0].network.sizes == networks[1].network.sizes }

  var reply: Reply {
    let heading = Block.heading(
      "\(networks[0].name) beside \(networks[1].name), both given \(lab.subject)".asSentence)
    let outputs = OutputsTable(passes, names: (networks[0].name, networks[1].name)).table
    var blocks: [Block] = [heading, .table(summary)]
    if passes[0].output.count == passes[1].output.count { blocks.append(.table(outputs)) }
    return Reply(
      [.fitting([blocks + [.prose(sentence)], [.tight(blocks), .prose(sentence)]])], facts: facts)
  }

  private var accuracies: [Accuracy?] {
    networks.map { named in
      let sizes = named.network.sizes
      guard sizes[0] == Digit.pixelCount, sizes[sizes.count - 1] == 10 else { return nil }
      return named.network.accuracy(on: lab.drawnExamples)
    }
  }

  private var summary: Table {
    var table = Table(.leading, .trailing, .trailing, reading: .headed)
    table.add("", Prose(networks[0].name), Prose(networks[1].name))
    let sizes = networks.map { $0.network.sizes.map(String.init).joined(separator: "-") }
    table.add("layers", Prose(sizes[0]), Prose(sizes[1]))
    let knobs = networks.map { Number.grouped($0.network.parameters.total) }
    table.add("knobs", Prose(knobs[0]), Prose(knobs[1]))
    let shares = accuracies.map { $0.map { Number.percent($0.share) } ?? "-" }
    table.add("reads of our drawings", Prose(shares[0]), Prose(shares[1]))
    return table
  }

  private var sentence: Prose {
    guard haveOneShape else {
      return "Their shapes differ, so no knob has a partner to compare with."
    }
    let changed = changedKnobs
    guard changed > 0 else {
      let same = zip(networks[0].network.layers, networks[1].network.layers).allSatisfy {
        $0.activation == $1.activation
      }
      return same
        ? "The two are the same, knob by knob." : "Their knobs are the same, their activations not."
    }
    return
      "\(strong: Number.grouped(changed)) of \(Number.grouped(networks[0].network.parameters.total)) knobs differ. "
      + LayerMaps(passes).sentence
  }

  private var changedKnobs: Int {
    guard haveOneShape else { return 0 }
    return zip(networks[0].network.layers, networks[1].network.layers).reduce(0) { sum, layers in
      let weights = zip(layers.0.weights.columnMajor, layers.1.weights.columnMajor)
      let biases = zip(layers.0.biases, layers.1.biases)
      return sum + weights.count { $0 != $1 } + biases.count { $0 != $1 }
    }
  }

  private var facts: [String: Fact] {
    func fact(_ index: Int) -> Fact {
      .object([
        "name": .text(networks[index].name),
        "sizes": .list(networks[index].network.sizes.map(Fact.integer)),
        "layers": .list(passes[index].layers.map { .numbers($0.a) }),
        "accuracy": accuracies[index].map { .precise($0.share) } ?? .null,
      ])
    }
    var facts: [String: Fact] = ["kind": .text("networks"), "first": fact(0), "second": fact(1)]
    if haveOneShape {
      facts["changed"] = .integer(changedKnobs)
      facts["difference"] = .list(LayerMaps(passes).differences.map(Fact.numbers))
    }
    return facts
  }
}

// MARK: What both have in common

/// The outputs of two passes, and their differences.
private struct OutputsTable {
  let table: Table

  /// More would fill the screen.
  private static let most = 12

  init(_ passes: [ForwardPass], names: (String, String)) {
    let (first, second) = (passes[0].output, passes[1].output)
    let largest = zip(first, second).reduce(Float(0)) { max($0, abs($1.1 - $1.0)) }
    var table = Table(.leading, .decimal, .decimal, .decimal, .leading, reading: .headed)
    table.add(
      "output", Prose(names.0.excerpt(upTo: 12)), Prose(names.1.excerpt(upTo: 12)), "difference")
    for index in first.indices.prefix(Self.most) {
      let difference = second[index] - first[index]
      let style: Prose.Style =
        difference > 0 ? .positive(1) : difference < 0 ? .negative(1) : .plain
      func mark(_ outputs: [Float]) -> Prose {
        Prose(Number.shown(outputs[index]), outputs[index] == outputs.max() ? .strong : .plain)
      }
      let share = largest > 0 && largest.isFinite ? abs(difference) / largest : 0
      table.rows.append(
        .cells([
          .text(Prose(String(index))), .text(mark(first)), .text(mark(second)),
          .text(Prose(Number.shown(difference), style)), .bar(share),
        ]))
    }
    self.table = table
  }
}

/// What the layers of two passes hold, and where they differ.
private struct LayerMaps {
  /// For each layer the second's activations less the first's.
  let differences: [[Float]]
  private let passes: [ForwardPass]

  init(_ passes: [ForwardPass]) {
    self.passes = passes
    differences = zip(passes[0].layers, passes[1].layers).map { first, second in
      zip(first.a, second.a).map { $1 - $0 }
    }
  }

  /// More in a row would not fit.
  private static let most = 32

  var blocks: [Block] {
    differences.enumerated().filter { $1.count <= Self.most }.flatMap { index, values -> [Block] in
      let (first, second) = (passes[0].layers[index].a, passes[1].layers[index].a)
      func map(_ title: String, _ values: [Float], _ scale: HeatMap.Scale) -> Block {
        .figure(
          .heatMap(HeatMap(title, rows: 1, columns: values.count, values: values, scale: scale)))
      }
      return [
        .tight([
          map("layer \(index + 1): first", first, .ink), map("second", second, .ink),
          map("second − first", values, .signed),
        ])
      ]
    }
  }

  /// Which neuron of a hidden layer tells the two apart most.
  var sentence: Prose {
    let hidden = differences.dropLast().enumerated().compactMap {
      index, values -> (Int, Int, Float)? in
      let sizes = values.map(\.magnitude)
      let most = sizes.indexOfLargest
      return sizes.isEmpty || !(sizes[most] > 0) ? nil : (index + 1, most, values[most])
    }
    guard !hidden.isEmpty else { return "No hidden neuron differs." }
    let names = hidden.map { layer, neuron, difference in
      "\(layer).\(neuron) (\(difference > 0 ? "+" : "")\(Number.shown(difference)))"
    }
    return
      "The hidden \(hidden.count == 1 ? "neuron that differs" : "neurons that differ") most, layer by layer: \(listed(names))."
  }
}

extension String {
  /// With a capital at its start.
  fileprivate var asSentence: Prose { Prose(prefix(1).uppercased() + dropFirst()) }
}
