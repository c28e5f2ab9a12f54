import Core
import Presentation

/// Numbers that have a name in every school; a learner may give it another meaning.
package enum Constant {
  /// By every name.
  package static let named: [String: Double] = [
    "π": .pi, "pi": .pi, "e": 2.718281828459045, "true": 1, "True": 1, "TRUE": 1, "false": 0,
    "False": 0, "FALSE": 0,
  ]

  /// What other languages call the lack of a value, and numbers that are none.
  package static let absent: Set = [
    "None", "null", "NULL", "nil", "undefined", "NaN", "nan", "NA", "inf", "Inf", "Infinity", "end",
  ]
}

/// What names stand for: the network's numbers, the pass of the current digit through it, and what
/// the learner has bound. Making one copies no weights.
public struct NameTable: Sendable {
  /// Gives W1, b1 and so on.
  public var network: Network?
  /// Gives a0, z1, a1 and so on; nil where no digit is loaded.
  public var pass: ForwardPass?
  /// The learner's own names. `ans`, the last value, is among them once there is one.
  public var bindings: [String: Value]
  /// The learner's own functions.
  public var functions: [String: OwnFunction]
  /// What is known of the digit: `label`, which digit it is, and `y`, the outputs that are wanted.
  public var known: [String: Value]

  /// The name of the last value, which the prompt binds after each line.
  public static let answer = "ans"

  /// What a digit that is labelled gives.
  package static let label = "label", target = "y"
  private static let ofDigit: Set = [label, target]

  /// Names for one line.
  public init(
    network: Network? = nil, pass: ForwardPass? = nil, bindings: [String: Value] = [:],
    functions: [String: OwnFunction] = [:], known: [String: Value] = [:]
  ) {
    self.network = network
    self.pass = pass
    self.bindings = bindings
    self.functions = functions
    self.known = known
  }

  /// What a name stands for now; nil if nothing.
  public func value(of name: String) -> Value? {
    if let value = bindings[name] ?? known[name] ?? Constant.named[name].map(Value.number) {
      return value
    }
    guard let name = LayerName(name), layers(name.kind)?.contains(name.layer) == true else {
      return nil
    }
    return value(of: name)
  }

  /// Every name that has a value: the network's by kind and layer, then the learner's in
  /// alphabetical order.
  public var names: [String] {
    let given = LayerName.Kind.allCases.flatMap { kind in
      (layers(kind).map(Array.init) ?? []).map { LayerName(kind, $0) }
    }
    let own = Set(bindings.keys).union(known.keys)
    return given.filter { value(of: $0) != nil }.map(\.text) + own.sorted()
  }

  private func layers(_ kind: LayerName.Kind) -> ClosedRange<Int>? {
    network.map { kind.firstLayer...max(kind.firstLayer, $0.outputLayer) }
  }

  /// Only for a layer that the network has.
  private func value(of name: LayerName) -> Value? {
    switch name.kind {
    case .weights: network.map { .matrix(given: $0.layer(name.layer).weights) }
    case .biases: network.map { .vector(given: $0.layer(name.layer).biases) }
    case .activations where name.layer == 0: (pass?.input).map(Value.vector(given:))
    case .activations: passed(name.layer).map { .vector(given: $0.a) }
    case .weightedInputs: passed(name.layer).map { .vector(given: $0.z) }
    }
  }

  private func passed(_ layer: Int) -> LayerPass? {
    guard let pass, pass.layers.indices.contains(layer - 1) else { return nil }
    return pass.layers[layer - 1]
  }
}

// MARK: Names that have no value

extension NameTable {
  /// Why a name has no value.
  func reasonForNoValue(of name: String) -> ExpressionError.Kind {
    if let given = LayerName(name), let layers = layers(given.kind) {
      return layers.contains(given.layer) ? .noDigit(name) : .noSuchLayer(name, layers: layers)
    }
    if name.count == 1, let kind = name.first.flatMap(LayerName.Kind.init),
      let layers = layers(kind)
    {
      return .layerMissing(name, layers: layers)
    }
    if let function = functions[name] {
      return .functionWithoutParentheses(name, argument: function.parameters[0])
    }
    if Function.words.contains(name) { return .functionWithoutParentheses(name, argument: nil) }
    if Self.ofDigit.contains(name) { return .notLabelled(name) }
    return .unknownName(name, nearest: nearest(to: name, in: names + Function.named.keys))
  }

  /// The name of the same kind with a shape that fits, of the nearest layer; for a name of the
  /// learner's the first of the others that fits.
  func alternative(to name: String, where fits: (Shape) -> Bool) -> String? {
    let kind = LayerName(name)?.kind
    let layer = LayerName(name)?.layer ?? 0
    return
      names
      .filter { $0 != name && LayerName($0)?.kind == kind }
      .filter { value(of: $0).map { fits($0.shape) } ?? false }
      .min { distance($0, layer) < distance($1, layer) }
  }

  private func distance(_ name: String, _ layer: Int) -> Int {
    let other = LayerName(name)?.layer ?? 0
    return max(other, layer) - min(other, layer)
  }
}

// MARK: Tab

extension NameTable {
  /// What may stand where the cursor is in an expression: names with their shapes, functions, and
  /// signs that not every keyboard has.
  ///
  /// - Parameter line: the expression up to the cursor.
  public func completions(before line: String) -> Completions {
    let end = Lexer.characters(of: String(line.suffix(100)), most: 100)
    let name = end[(end.lastIndex { !$0.continuesName }.map { $0 + 1 } ?? 0)...]
    let word = String(name.drop(while: \.isASCIIDigit))
    let own = functions.filter { $0.key.hasPrefix(word) }.sorted { $0.key < $1.key }.map {
      Completions.Candidate($0.key + "(", note: "your own", isComplete: false)
    }
    let candidates = nameCandidates(word) + own + Function.candidates(word)
    let signs = word.isEmpty ? Symbol.offered : Symbol.offered.filter { $0.text.hasPrefix(word) }
    return Completions(
      replacing: word.count,
      candidates: candidates + signs.map { Completions.Candidate($0.text, note: $0.note) })
  }

  private func nameCandidates(_ word: String) -> [Completions.Candidate] {
    names.filter { $0.hasPrefix(word) }.map { name in
      let shape = value(of: name)?.shape.description ?? ""
      let note = LayerName(name).map { "\($0.kind.note($0.layer)), \(shape)" } ?? shape
      return Completions.Candidate(name, note: note)
    }
  }
}
