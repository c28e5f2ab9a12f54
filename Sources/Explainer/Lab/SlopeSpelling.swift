import Formulas
import Presentation

/// A slope as it is written elsewhere: d/dx x^2, dC/dW2[3,4], derivative of x^2 at 3.
///
///     SlopeSpelling("dC/dW2[3,4]", lab).command // gradient W2[3,4]
struct SlopeSpelling {
  /// The command that gives it; nil where the line is nothing of the kind.
  let command: String?

  /// What the cost is called in a quotient.
  private static let costs: Set = ["C", "c", "L", "J", "E", "cost", "Cost", "loss", "Loss"]

  init(_ line: String, _ lab: Lab) {
    let line = line.trimmed
    command =
      Self.inWords(line, lab) ?? Self.operatorBefore(line, lab) ?? Self.quotient(line, lab)
  }

  /// `derivative of x^2 at 3`
  private static func inWords(_ line: String, _ lab: Lab) -> String? {
    for start in [
      "derivative of ", "the derivative of ", "slope of ", "the slope of ",
      "differentiate ",
    ] where line.hasPrefix(start) {
      let rest = String(line.dropFirst(start.count))
      if rest.contains(" respect ") || rest.contains(" wrt ") { return "gradient of \(rest)" }
      let (formula, point) = parts(rest)
      return gradient(of: formula, for: nil, at: point, lab)
    }
    return nil
  }

  /// `d/dx x^2`
  private static func operatorBefore(_ line: String, _ lab: Lab) -> String? {
    for sign in ["d", "∂"] {
      for start in ["\(sign)/\(sign)", "\(sign) / \(sign)"] where line.hasPrefix(start) {
        let rest = line.dropFirst(start.count)
        let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        guard !name.isEmpty, bench(lab, lacks: sign, sign + name) else { return nil }
        let after = name.count < rest.count ? rest.dropFirst(name.count) : ""
        let entry = after.hasPrefix("[") ? after.prefix { $0 != "]" } + "]" : ""
        let (formula, point) = parts(String(after.dropFirst(entry.count)).trimmed)
        return gradient(of: formula, for: name + entry, at: point, lab)
      }
    }
    return nil
  }

  /// `dC/dW2[3,4]`
  private static func quotient(_ line: String, _ lab: Lab) -> String? {
    let sides = line.split(separator: "/").map { String($0).trimmed }
    guard sides.count == 2, let sign = sides[0].first, sign == "d" || sign == "∂",
      sides[1].first == sign, sides[0].count > 1, sides[1].count > 1
    else { return nil }
    let (above, rest) = (String(sides[0].dropFirst()), String(sides[1].dropFirst()))
    let (below, point) = parts(rest)
    guard bench(lab, lacks: sides[0].nameAtStart, sides[1].nameAtStart),
      below.isEntry, above.isEntry
    else { return nil }
    guard costs.contains(above), lab.bindings[above] == nil, lab.functions[above] == nil else {
      return gradient(of: above, for: below, at: point, lab)
    }
    if (try? Knob(below, in: lab.network)) != nil { return "gradient \(below)" }
    return gradient(of: "sum((a\(lab.network.outputLayer) - y)^2)", for: below, at: point, lab)
  }

  /// Whether the names of a quotient are none of the learner's.
  private static func bench(_ lab: Lab, lacks names: String...) -> Bool {
    names.allSatisfy { lab.bindings[$0] == nil && lab.functions[$0] == nil }
  }

  /// What stands before and after the last `at`.
  private static func parts(_ text: String) -> (formula: String, point: String?) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let index = words.lastIndex(of: "at"), index > 0, index + 1 < words.count else {
      return (text, nil)
    }
    var point = String(text[words[index + 1].startIndex...])
    // at x = 3
    if let sign = point.firstIndex(of: "=") { point = String(point[point.index(after: sign)...]) }
    return (String(text[..<words[index].startIndex]).trimmed, point.trimmed)
  }

  private static func gradient(
    of formula: String, for name: String?, at point: String?, _ lab: Lab
  ) -> String? {
    var formula = formula
    var variable = name
    if let function = lab.functions[formula], function.parameters.count == 1 {
      variable = name ?? function.parameters[0]
      formula = "\(formula)(\(variable ?? "x"))"
    } else if Function.named[formula] != nil {
      variable = name ?? "x"
      formula = "\(formula)(\(variable ?? "x"))"
    }
    guard case .success(.expression(let syntax)) = FormulaLine(formula).statement else {
      return nil
    }
    let free = syntax.names.filter { LayerName($0) == nil && Constant.named[$0] == nil }
    guard let variable = variable ?? free.first(where: { $0 == "x" }) ?? free.first else {
      return nil
    }
    return "gradient of \(formula) with respect to \(variable)"
      + (point.map { " at \($0)" } ?? "")
  }
}

extension String {
  fileprivate var nameAtStart: String { String(prefix { $0 != "[" && $0 != "(" }) }

  /// A name, which may have an index: W2[3,4].
  fileprivate var isEntry: Bool {
    guard let first, first.isLetter else { return false }
    let rest = drop { $0.isLetter || $0.isNumber || $0 == "_" }
    return rest.isEmpty || rest.first == "[" && rest.last == "]"
  }
}
