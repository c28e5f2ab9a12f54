import Course
import Explainer
import Lab
import Presentation

/// Formulas with the names and functions that Tab offers.
struct Formulas {
  let words: Words

  /// What Tab offers where a value may begin: names and functions.
  private static let names: [String] = {
    let offered = World.session.completions(for: "1+", host: World(.plain)).candidates
    return offered.map(\.text) + ["x", "v", "ans", "pi", "e"]
  }()

  private static let signs = [
    "+", "-", "*", "·", "/", "^", "-", "⊙", ".*", "==", "=", ",", "'", "ᵀ", "−", ":",
  ]

  /// A formula with so many levels of brackets at most.
  func formula(_ choices: inout Choices, depth: Int) -> String {
    guard depth > 0 else { return leaf(&choices) }
    func inner(_ choices: inout Choices) -> String { formula(&choices, depth: depth - 1) }
    switch choices.next(below: 10) {
    case 0...2: return leaf(&choices)
    case 3, 4:
      let sign = choices.pick(Self.signs)
      let space = choices.once(in: 2) ? " " : ""
      return inner(&choices) + space + sign + space + inner(&choices)
    case 5: return "(" + inner(&choices) + ")"
    case 6: return "-" + inner(&choices)
    case 7: return inner(&choices) + "[" + inner(&choices) + "]"
    default: return call(inner(&choices), &choices)
    }
  }

  /// A function of something; Tab offers it with its opening bracket.
  private func call(_ argument: String, _ choices: inout Choices) -> String {
    let name = choices.pick(Self.names)
    let second = choices.once(in: 4) ? ", " + leaf(&choices) : ""
    return name + (name.hasSuffix("(") ? "" : "(") + argument + second + ")"
  }

  private func leaf(_ choices: inout Choices) -> String {
    switch choices.next(below: 8) {
    case 0, 1: words.number(&choices)
    case 2: words.list(&choices)
    case 3: words.knob(&choices)
    case 4: words.text(&choices)
    default: choices.pick(Self.names)
    }
  }
}
