import Core

extension Session {
  /// Turns one knob and says what that did to the outputs.
  mutating func turn(_ knob: Knob, to value: Float) throws(Problem) -> Reply {
    let old = knob.value(in: network)
    var reply = try change(
      "\(strong: knob.name) went from \(Number.precise(old)) to \(Number.precise(value))."
    ) { knob.set(value, in: &$0) }
    reply.facts["knob"] = .text(knob.name)
    reply.facts["from"] = .number(old)
    reply.facts["to"] = .number(value)
    return reply
  }

  /// Changes the network and says what that did to this digit's outputs.
  mutating func change(
    _ what: Prose, _ change: (inout Network) -> Void
  ) throws(Problem) -> Reply {
    let before = try? pass()
    change(&network)
    let after = try? pass()
    guard let before, let after else { return Reply([.prose(what)]) }
    return Reply(
      [.prose(what + " " + effect(from: before.output, to: after.output))],
      facts: ["before": .numbers(before.output), "after": .numbers(after.output)])
  }

  /// After a step back or forth: what the network says now.
  func movedReply(_ what: Prose) -> Reply {
    guard let answer = try? digitPass().answer else { return Reply([.prose(what)]) }
    return Reply(
      [.prose(what + " The digit is taken for \(answer == 8 ? "an" : "a") \(strong: answer).")],
      facts: ["digit": .integer(answer)])
  }

  /// The output that moved furthest, and whether the answer changed.
  private func effect(from old: [Float], to new: [Float]) -> Prose {
    let moves = zip(old, new).map { abs($1 - $0) }
    let most = moves.indexOfLargest
    let verdict: Prose =
      old.indexOfLargest == new.indexOfLargest
      ? "the answer is still \(strong: new.indexOfLargest)."
      : "the answer changed from \(old.indexOfLargest) to \(strong: new.indexOfLargest)."
    let move: Prose =
      "\(moves.count == 1 ? "The output moved" : "Output \(most) moved most,") from \(Number.precise(old[most])) to \(Number.precise(new[most]))"
    guard readsDigits else { return moves[most] > 0 ? move + "." : "No output moved." }
    return (moves[most] > 0 ? move : "No output moved") + ": " + verdict
  }
}

/// What was changed since the network was opened or made.
struct Difference {
  private struct OfLayer {
    var weights: [Float]
    var biases: [Float]
    /// Names of the knobs that moved furthest, with their values then and now.
    var knobs: [(name: String, old: Float, new: Float)]
    var changed: Int { weights.count { $0 != 0 } + biases.count { $0 != 0 } }
  }

  private let session: Session
  private let baseline: Network
  private let isComparable: Bool

  init(from baseline: Network, to session: Session) {
    self.session = session
    self.baseline = baseline
    isComparable = baseline.sizes == session.network.sizes
  }

  var reply: Reply {
    guard isComparable else {
      return Reply([.prose("The networks have different shapes: there is nothing to compare.")])
    }
    let layers = zip(baseline.layers, session.network.layers).enumerated().map {
      compare($0.element.0, $0.element.1, $0.offset + 1)
    }
    let changed = layers.reduce(0) { $0 + $1.changed }
    let facts: [String: Fact] = [
      "changed": .integer(changed),
      "knobs": .list(
        layers.flatMap(\.knobs).map {
          .object(["knob": .text($0.name), "from": .number($0.old), "to": .number($0.new)])
        }),
    ]
    let swapped = zip(baseline.layers, session.network.layers)
      .contains { $0.activation != $1.activation }
    guard changed > 0 || swapped else {
      return Reply([.prose("Nothing was changed.")], facts: facts)
    }
    let activation: [Block] =
      swapped
      ? [.prose("The activation is another: \(session.network.layers[0].activation.title).")] : []
    return Reply(
      [.table(table(layers))] + activation + [.prose(sentence(changed))] + accuracy, facts: facts)
  }

  private func compare(_ old: Layer, _ new: Layer, _ number: Int) -> OfLayer {
    func differences(_ a: [Float], _ b: [Float]) -> [Float] { zip(a, b).map { $1 - $0 } }
    let weights = differences(old.weights.columnMajor, new.weights.columnMajor)
    let biases = differences(old.biases, new.biases)
    let movedWeights = weights.indices.filter { weights[$0] != 0 }.map { index in
      (
        name: "W\(number)[\(index % old.neurons),\(index / old.neurons)]",
        old: old.weights.columnMajor[index], new: new.weights.columnMajor[index]
      )
    }
    let movedBiases = biases.indices.filter { biases[$0] != 0 }.map {
      (name: "b\(number)[\($0)]", old: old.biases[$0], new: new.biases[$0])
    }
    let furthest = (movedWeights + movedBiases).sorted {
      abs($0.new - $0.old) > abs($1.new - $1.old)
    }
    return OfLayer(weights: weights, biases: biases, knobs: Array(furthest.prefix(5)))
  }

  private func table(_ layers: [OfLayer]) -> Table {
    var table = Table(.leading, .decimal, .leading, .decimal, .decimal)
    for (index, layer) in layers.enumerated() {
      let most = (layer.weights + layer.biases).reduce(0) { max($0, abs($1)) }
      table.add(
        "layer \(index + 1)", Prose(Number.grouped(layer.changed)),
        layer.changed == 1 ? "knob changed, by" : "knobs changed, by up to",
        Prose(Number.shown(most)), "")
      for knob in layer.knobs {
        table.add(
          Prose("  \(knob.name)", .code), Prose(Number.shown(knob.old)), "became",
          Prose(Number.shown(knob.new)), "")
      }
    }
    return table
  }

  private func sentence(_ changed: Int) -> Prose {
    let total = session.network.parameters.total
    let share: Prose =
      "\(Number.grouped(changed)) of \(Number.grouped(total)) knobs are not where they were. "
    guard let now = try? session.digitPass() else { return share }
    let then = baseline.forward(session.current.digit.pixels)
    return share
      + "This digit was taken for \(then.answer), now for \(strong: now.answer)."
  }

  /// Measured on the data set that is at hand, the test half if both are.
  private var accuracy: [Block] {
    guard let set = ["test", "train"].first(where: { session.datasets[$0] != nil }),
      let data = session.datasets[set], session.network.sizes[0] == Digit.pixelCount
    else { return [] }
    let examples = data.prefix(10_000)
    let then = baseline.accuracy(on: examples)
    let now = session.network.accuracy(on: examples)
    return [
      .prose(
        "On \(Number.grouped(examples.count)) digits of the \(set) set accuracy went from \(Number.percent(then.share)) to \(strong: Number.percent(now.share))."
      )
    ]
  }
}
