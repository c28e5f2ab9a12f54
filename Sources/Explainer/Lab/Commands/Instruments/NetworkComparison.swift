import Core
import Presentation

/// Two networks and one digit.
struct NetworkComparison {
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
