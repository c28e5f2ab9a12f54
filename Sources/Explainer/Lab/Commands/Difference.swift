import Core
import Presentation

extension Lab {
  /// Turns one knob and says what that did to the outputs.
  mutating func turn(_ knob: Knob, to value: Float) throws(LabError) -> Reply {
    let old = knob.value(in: network)
    let (from, to) = Contrast.shown(old, value)
    var reply = try change(
      old == value
        ? "\(strong: knob.name) stays at \(to)."
        : "\(strong: knob.name) went from \(from) to \(to)."
    ) { knob.set(value, in: &$0) }
    reply.facts["knob"] = .text(knob.name)
    reply.facts["from"] = .number(old)
    reply.facts["to"] = .number(value)
    return reply
  }

  /// Changes the network and says what that did to this digit's outputs.
  mutating func change(
    _ what: Prose, _ change: (inout Network) -> Void
  ) throws(LabError) -> Reply {
    let before = try? pass()
    change(&network)
    let after = try? pass()
    guard let before, let after else { return Reply([.prose(what)]) }
    return Reply(
      [.prose(what + " " + effect(from: before.output, to: after.output))],
      facts: ["before": .numbers(before.output), "after": .numbers(after.output)])
  }

  /// After a step back or forth: what the network says now, or what has become of the names where
  /// only they are others.
  func movedReply(_ what: Prose, from old: State) -> Reply {
    var named = state
    named.rest.bindings = old.rest.bindings
    return named == old
      ? Reply([.prose(what + names(changedSince: old))]) : movedReply(what)
  }

  /// After a step back or forth: what the network says now.
  func movedReply(_ what: Prose) -> Reply {
    guard tellsDigits, let pass = try? pass() else { return Reply([.prose(what)]) }
    let says: Prose =
      Brightest(pass.output).only.map { " The network says \(strong: $0)." }
      ?? " The network can't say."
    return Reply([.prose(what + says)], facts: ["digit": .integer(pass.answer)])
  }

  private func names(changedSince old: State) -> Prose {
    let (before, now) = (old.rest.bindings, bindings)
    let changed = Set(before.keys).union(state.rest.bindings.keys).filter { before[$0] != now[$0] }
    return changed.sorted().prefix(3).reduce(Prose("")) { prose, name in
      guard let value = now[name] else { return prose + " \(code: name) has no value now." }
      guard value.shape.count == 1 else { return prose + " \(code: name) has changed with it." }
      return prose + " \(code: name) is \(strong: Number.readable(value.entries[0])) now."
    }
  }

  /// The output that moved furthest, and whether the answer changed.
  private func effect(from old: [Float], to new: [Float]) -> Prose {
    let moves = zip(old, new).map { abs($1 - $0) }
    let furthest = Brightest(moves)
    let most = furthest.indices.first ?? 0
    guard furthest.value > 0 else { return "No output moved." }
    let (from, to) = Contrast.shown(old[most], new[most])
    let who: Prose =
      moves.count == 1
      ? "The output moved"
      : furthest.only == nil ? "Output \(most) moved as far as any," : "Output \(most) moved most,"
    let move = who + " from \(from) to \(to)"
    return tellsDigits
      ? move + ": " + verdict(from: Brightest(old), to: Brightest(new)) : move + "."
  }

  private func verdict(from old: Brightest, to new: Brightest) -> Prose {
    guard let now = new.only else { return "the network can't say which digit it is." }
    guard let before = old.only else { return "the network now says \(strong: now)." }
    return before == now
      ? "the network still says \(strong: now)."
      : "the network said \(before) and now says \(strong: now)."
  }
}

/// What was changed since the network was opened or made.
struct Difference {
  private struct LayerChanges {
    var weights: [Float]
    var biases: [Float]
    /// Names of the knobs that moved furthest, with their values then and now.
    var knobs: [(name: String, old: Float, new: Float)]
    var changed: Int { weights.count { $0 != 0 } + biases.count { $0 != 0 } }
  }

  private let lab: Lab
  private let baseline: Network
  private let isComparable: Bool

  init(from baseline: Network, to lab: Lab) {
    self.lab = lab
    self.baseline = baseline
    isComparable = baseline.sizes == lab.network.sizes
  }

  var reply: Reply {
    guard isComparable else {
      return Reply([.prose("The networks have different shapes: there is nothing to compare.")])
    }
    let layers = zip(baseline.layers, lab.network.layers).enumerated().map {
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
    let swapped = zip(baseline.layers, lab.network.layers)
      .contains { $0.activation != $1.activation }
    guard changed > 0 || swapped else {
      return Reply([.prose("Nothing has changed.")], facts: facts)
    }
    let knobs: [Block] = changed > 0 ? [.tight(changes(layers))] : []
    let activation: [Block] = swapped ? [.prose(activations)] : []
    return Reply(knobs + activation + [.prose(sentence(changed))] + accuracy, facts: facts)
  }

  /// What the neurons make of their sums now, layer by layer where that differs.
  private var activations: Prose {
    let titles = lab.network.layers.map(\.activation.title)
    guard Set(titles).count > 1 else { return "Every neuron is now \(titles[0])." }
    let layers = titles.enumerated().map { "layer \($0.offset + 1) is \($0.element)" }
    return "The activations have changed: \(listed(layers))."
  }

  private func compare(_ old: Layer, _ new: Layer, _ number: Int) -> LayerChanges {
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
    return LayerChanges(weights: weights, biases: biases, knobs: Array(furthest.prefix(5)))
  }

  /// Layer by layer: how many knobs changed, and those that moved furthest.
  private func changes(_ layers: [LayerChanges]) -> [Block] {
    layers.enumerated().flatMap { index, layer -> [Block] in
      let most = Number.precise((layer.weights + layer.biases).reduce(0) { max($0, abs($1)) })
      let what =
        switch layer.changed {
        case 0: "no knob changed"
        case 1: "1 knob changed, by \(most)"
        case let count: "\(Number.grouped(count)) knobs changed, by up to \(most)"
        }
      let title = Block.lines(["layer \(index + 1): \(what)"])
      return layer.knobs.isEmpty ? [title] : [title, .table(table(layer.knobs))]
    }
  }

  private func table(_ knobs: [(name: String, old: Float, new: Float)]) -> Table {
    var table = Table(.leading, .decimal, .leading, .decimal, reading: .phrase)
    for knob in knobs {
      let (old, new) = Contrast.shown(knob.old, knob.new)
      table.add(Prose("  \(knob.name)", .code), Prose(old), "became", Prose(new))
    }
    return table
  }

  private func sentence(_ changed: Int) -> Prose {
    let total = Number.grouped(lab.network.parameters.total)
    let share: Prose =
      switch changed {
      case 0: "No knob has moved."
      case 1: "1 of \(total) knobs is not where it was."
      case let count: "\(Number.grouped(count)) of \(total) knobs are not where they were."
      }
    guard lab.tellsDigits, let now = try? lab.pass() else { return share }
    let then = baseline.forward(lab.current.digit.pixels)
    guard then.layers.allSatisfy({ $0.z.allSatisfy(\.isFinite) }),
      let before = Brightest(then.output).only, let after = Brightest(now.output).only
    else { return share }
    return share
      + (before == after
        ? " For this digit the network still says \(strong: after)."
        : " For this digit the network said \(before) and now says \(strong: after).")
  }

  /// Measured on the data set that was read, the test half if both are.
  private var accuracy: [Block] {
    guard let set = [DigitSet.test, .train].first(where: { lab.datasets[$0] != nil }),
      let data = lab.datasets[set], lab.tellsDigits
    else { return [] }
    let examples = data.prefix(10_000)
    let then = baseline.accuracy(on: examples)
    let now = lab.network.accuracy(on: examples)
    let of: Prose = "Of \(Number.grouped(examples.count)) digits of \(set.title) it "
    let (before, after) = (Number.percent(then.share), Number.percent(now.share))
    return [
      .prose(
        of
          + (then.correct == now.correct
            ? "reads as many as before: \(strong: after)."
            : "read \(before) and now reads \(strong: after)."))
    ]
  }
}
