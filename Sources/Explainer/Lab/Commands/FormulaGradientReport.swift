import Core
import Formulas
import Presentation

/// What `gradient of` is told: a formula, and a name in it.
let formulaAndName = Parameter.formula(
  "formula and name", as: "EXPRESSION with respect to NAME")

/// The slope of a learner's own formula for a name in it, and how it was found.
struct FormulaGradientReport {
  private let formula: String
  private let name: String
  /// What the formula comes to.
  private let value: Double
  /// What the name stands for, and the slopes in the same shape.
  private let point: Value
  private let slopes: Value
  private let isBackpropagations: Bool

  /// - Throws: where the formula or the name can't be read or has no value.
  init(_ line: String, _ lab: Lab) throws(LabError) {
    let point: String?
    (formula, name, point) = try Self.parts(of: line)
    var lab = lab
    if let point { lab.bindings[name] = try Self.value(point, for: name, lab) }
    let names = lab.names
    let target = try Self.read(name, lab)
    guard target.names.count == 1, let base = target.names.first else {
      throw .noNameForSlope(name)
    }
    let syntax = try Self.read(formula, lab)
    guard names.value(of: base) != nil || LayerName(base) != nil else {
      throw .slopeNowhere(formula: formula, name: name)
    }
    self.point = try lab.value(of: target, name)
    do {
      let gradient = try FormulaGradient(of: syntax, in: names)
      value = gradient.value
      var found = names
      found.bindings[base] = try gradient.slopes(of: base)
      slopes = try Evaluator(names: found).value(of: target)
    } catch { throw .formula(error, line: formula) }
    isBackpropagations = Self.isBackpropagations(slopes, target, lab)
  }

  private static let joints: [[Substring]] = [["with", "respect", "to"], ["wrt"], ["w.r.t."]]

  /// The number that a name is to stand for.
  private static func value(
    _ point: String, for name: String, _ lab: Lab
  ) throws(LabError) -> Value {
    guard LayerName(name) == nil, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      Function.named[name] == nil
    else { throw .noNameForSlope(name) }
    return try lab.value(of: FormulaLine(point))
  }

  /// The formula before the last "with respect to", the name after it, and where, if that is said.
  private static func parts(of line: String) throws(LabError) -> (String, String, String?) {
    let words = line.split(whereSeparator: \.isWhitespace)
    for joint in joints {
      guard let first = words.indices.last(where: { words[$0...].starts(with: joint) }),
        case let rest = words[(first + joint.count)...], first > 0, let next = rest.first
      else { continue }
      let formula = String(line[..<words[first].startIndex]).trimmed
      guard let at = rest.firstIndex(of: "at"), at > rest.startIndex, at + 1 < rest.endIndex else {
        return (formula, String(line[next.startIndex...]).trimmed, nil)
      }
      return (
        formula, String(line[next.startIndex..<rest[at].startIndex]).trimmed,
        String(line[rest[at + 1].startIndex...]).trimmed
      )
    }
    throw .missingWord(
      "with respect to NAME", usage: "gradient of x^2 with respect to x")
  }

  private static func read(_ text: String, _ lab: Lab) throws(LabError) -> Syntax {
    guard case .expression(let syntax) = try lab.statement(of: FormulaLine(text)) else {
      throw .noNameForSlope(text)
    }
    return syntax
  }

  /// Whether backpropagation finds the same for one of the costs, as far as Float arithmetic goes.
  private static func isBackpropagations(_ slopes: Value, _ target: Syntax, _ lab: Lab) -> Bool {
    guard let base = target.names.first, let name = LayerName(base), !name.kind.isOfPass,
      let pass = try? lab.pass(), let wanted = lab.names.value(of: NameTable.target)
    else { return false }
    return Cost.allCases.contains { cost in
      let chain = ChainRule(
        lab.network, pass, target: wanted.entries.map { Float($0) }, cost: cost)
      let layer = chain.gradient.layers[name.layer - 1]
      var names = lab.names
      names.bindings[base] =
        name.kind == .weights ? .matrix(given: layer.weights) : .vector(given: layer.biases)
      guard let found = try? Evaluator(names: names).value(of: target) else { return false }
      let largest = found.entries.reduce(0) { max($0, $1.magnitude) }
      return largest > 0
        && zip(found.entries, slopes.entries).allSatisfy {
          ($0 - $1).magnitude <= 1e-4 * largest
        }
    }
  }

  var reply: Reply { Reply(blocks, facts: facts) }

  private var blocks: [Block] {
    let heading = Block.heading("\(formula.excerpt): its slope for \(name.excerpt)")
    let agreement: [Block] =
      isBackpropagations
      ? [.prose("Backpropagation finds the same: this formula is the cost that it works on.")] : []
    guard let slope = slopes.number, let now = point.number else {
      let many = ValueReport(slopes).blocks
      let sentence: Prose =
        "One slope for each entry of \(code: name.excerpt); the formula is \(Number.readable(value))."
      return [heading] + many + [.prose(sentence)] + agreement
    }
    var table = Table(.leading, .decimal)
    table.add("the formula", "\(Number.readable(value))")
    table.add("\(code: name.excerpt)", "\(Number.readable(now))")
    table.add("slope", "\(strong: Number.readable(slope))")
    return [heading, .table(table), .prose(sentence(slope))] + agreement
  }

  private func sentence(_ slope: Double) -> Prose {
    guard slope != 0 else {
      return "Moving \(code: name.excerpt) a little leaves the formula as it is."
    }
    return
      "If \(code: name.excerpt) grows by 0.001, the formula \(slope > 0 ? "grows" : "shrinks") by about \(Number.readable(slope.magnitude * 0.001))."
  }

  private var facts: [String: Fact] {
    let report = ValueReport(slopes).facts
    return [
      "formula": .text(formula), "name": .text(name), "value": .precise(value),
      "slope": report["value"] ?? .null, "shape": report["shape"] ?? .null,
      "isBackpropagations": .flag(isBackpropagations),
    ]
  }
}
