import Core
import Course
import Explainer
import Lab
import Presentation

/// What is filled in where a usage has a place for it: mostly what fits, often what is at the edge of
/// what fits, sometimes what does not.
struct Words {
  let session: Session

  private var network: Network { session.network }

  private static let texts = [
    "x", "8", "a 8", "ü", "漢字", "👩‍👧", "e\u{301}\u{301}", "\u{1b}[2J", "\u{202e}x", "\u{7f}", "\u{0}",
    "\"", "\"a b\"", "[", "]", "[]", "=", "...", "#", "?", "%", "lesson", "train", "drawn", "test",
    "relu", "sigmoid", "squares", "cross-entropy", "softmax", "off", "seed", "to", "back", "1.5",
    "W1", "b1[0]", "how many?", "forty-two", "no", String(repeating: "x", count: 300),
    String(repeating: "漢", count: 120), String(repeating: "1", count: 50),
  ]

  func number(_ choices: inout Choices) -> String {
    switch choices.next(below: 8) {
    case 0...2: choices.pick(Extremes.numbers)
    case 3, 4: String(choices.next(below: 71))
    case 5: "-" + String(choices.next(below: 30))
    default: String(Float(choices.next(below: 1000) - 500) / 64)
    }
  }

  func text(_ choices: inout Choices) -> String { choices.pick(Self.texts) }

  /// A number below a bound, mostly.
  private func index(below count: Int, _ choices: inout Choices) -> String {
    choices.once(in: 12) ? choices.pick(Extremes.numbers) : String(choices.next(below: count))
  }

  func layer(_ choices: inout Choices) -> String {
    index(below: network.outputLayer + 1, &choices)
  }

  func neuron(_ choices: inout Choices) -> String {
    let layer = 1 + choices.next(below: network.outputLayer)
    let neuron = index(below: network.layer(layer).neurons, &choices)
    return choices.once(in: 12) ? number(&choices) : "\(layer).\(neuron)"
  }

  func knob(_ choices: inout Choices) -> String {
    let layer = 1 + choices.next(below: network.outputLayer)
    let size = network.layer(layer)
    let neuron = index(below: size.neurons, &choices)
    if choices.once(in: 3) { return "b\(layer)[\(neuron)]" }
    return "W\(layer)[\(neuron),\(index(below: size.inputs, &choices))]"
  }

  /// Numbers in brackets, mostly as many as layer 0 or the last one has.
  func list(_ choices: inout Choices) -> String {
    let outputs = network.layer(network.outputLayer).neurons
    let inputs = min(network.sizes[0], 70)
    let count =
      switch choices.next(below: 4) {
      case 0: inputs
      case 1: outputs
      case 2: choices.next(below: 5)
      default: 1 + choices.next(below: 70)
      }
    let entries = (0..<min(count, 70)).map { _ in number(&choices) }
    return "[" + entries.joined(separator: choices.once(in: 2) ? ", " : ",") + "]"
  }

  /// What stands in a place of that name; for a name never seen, anything.
  func word(for name: String, _ choices: inout Choices) -> String {
    if choices.once(in: 16) { return choices.once(in: 2) ? text(&choices) : number(&choices) }
    switch name {
    case "LAYER.NEURON", "L.N", "NEURON": return neuron(&choices)
    case "LAYER": return choices.once(in: 2) ? layer(&choices) : neuron(&choices)
    case "KNOB": return knob(&choices)
    case "VALUE", "AMOUNT", "EXPRESSION", "FORMULA":
      return Formulas(words: self).formula(&choices, depth: 3)
    case "FILE", "FOLDER": return choices.pick(World.paths)
    case "D", "DIGIT", "COPY", "EPOCH", "PART", "STEP": return index(below: 11, &choices)
    case "SIZE": return index(below: 71, &choices)
    case "TOPIC": return choices.pick(KnownCommand.all).name
    case "NAME": return choices.pick(World.lessons)
    case "PATTERN": return text(&choices)
    default: return number(&choices)
    }
  }
}
