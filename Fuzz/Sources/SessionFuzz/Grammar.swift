import Course
import Explainer
import Lab
import Presentation

/// Lines that a learner could type, chosen by bytes: what the commands' own usages, examples and Tab
/// allow, and formulas, answers and ways back between them.
struct Grammar {
  /// The next line.
  ///
  /// - Parameter session: whose network and lesson the line is about.
  static func line(_ choices: inout Choices, _ session: Session, _ host: World) -> String {
    let grammar = Grammar(words: Words(session: session), host: host)
    switch choices.next(below: 20) {
    case 0...6: return grammar.filledIn(choices.pick(KnownCommand.all), &choices)
    case 7, 8: return grammar.completed(&choices)
    case 9: return grammar.example(&choices)
    case 10: return grammar.spoiled(grammar.example(&choices), &choices)
    case 11: return Formulas(words: grammar.words).formula(&choices, depth: 4)
    case 12:
      let formula = Formulas(words: grammar.words).formula(&choices, depth: 2)
      return choices.pick(["x", "v", "W1", "b9", "digit", "é"]) + " = " + formula
    case 13: return choices.once(in: 2) ? "" : grammar.words.number(&choices)
    case 14, 15: return choices.once(in: 3) ? "redo" : "undo"
    case 16: return grammar.newNetwork(&choices)
    case 17: return grammar.training(&choices)
    case 18: return "inputs " + grammar.inputs(&choices)
    default: return grammar.turned(&choices)
    }
  }

  private let words: Words
  private let host: World

  private func filledIn(_ command: KnownCommand, _ choices: inout Choices) -> String {
    guard !command.usages.isEmpty else { return command.name }
    return choices.pick(command.usages).map { fill($0, &choices) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private func fill(_ part: Usage, _ choices: inout Choices) -> String {
    switch part {
    case .text(let text): return text
    case .placeholder(let name): return words.word(for: name, &choices)
    case .glued(let parts): return parts.map { fill($0, &choices) }.joined()
    case .choice(let options): return fill(choices.pick(options), &choices)
    case .optional(let parts):
      guard !choices.once(in: 2) else { return "" }
      return parts.map { fill($0, &choices) }.joined(separator: " ")
    case .list: return words.list(&choices)
    case .repeated(let part):
      return (0..<choices.next(below: 4)).map { _ in fill(part, &choices) }.joined(separator: " ")
    }
  }

  /// A command and words that Tab offers after it; what Tab leaves open is filled in.
  private func completed(_ choices: inout Choices) -> String {
    var line = choices.pick(KnownCommand.all).name
    for _ in 0...choices.next(below: 4) {
      let offered = words.session.completions(for: line + " ", host: host).candidates
      guard !offered.isEmpty else { break }
      let word = choices.pick(offered)
      line += " " + word.text
      if word.isComplete { continue }
      let values = words.session.completions(for: line, host: host).candidates
      if !values.isEmpty, choices.once(in: 2) {
        line += values[choices.next(below: values.count)].text.dropFirst(word.text.count)
      } else {
        line += words.number(&choices)
        if word.text.hasSuffix("[") { line += "]" }
      }
    }
    return line
  }

  private func example(_ choices: inout Choices) -> String {
    let command = choices.pick(KnownCommand.all)
    return command.examples.isEmpty ? command.name : choices.pick(command.examples)
  }

  /// A line with one of its words another, twice or gone.
  private func spoiled(_ line: String, _ choices: inout Choices) -> String {
    var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let index = choices.next(below: words.count)
    switch choices.next(below: 5) {
    case 0: words.remove(at: index)
    case 1: words.insert(words[index], at: index)
    case 2: words[index] = self.words.text(&choices)
    case 3:
      let key = words[index].prefix { $0 != "=" }
      words[index] = key.count < words[index].count ? key + "=" : ""
      words[index] += self.words.number(&choices)
    default: words[index] = String(words[index].dropLast())
    }
    return words.joined(separator: " ")
  }

  /// A network of 1 to 3 hidden layers of 1 to 70 neurons.
  private func newNetwork(_ choices: inout Choices) -> String {
    let ends = [784, 784, 784, 1, 2, 5, 70]
    let hidden = (0...choices.next(below: 3)).map { _ in 1 + choices.next(below: 70) }
    let outputs = choices.once(in: 3) ? 1 + choices.next(below: 20) : 10
    let sizes = ([choices.pick(ends)] + hidden + [outputs]).map(String.init)
    let kind = choices.pick(["", " relu", " sigmoid"])
    return "new " + sizes.joined(separator: " ") + kind + " seed \(choices.next(below: 100))"
  }

  private func training(_ choices: inout Choices) -> String {
    let offered = words.session.completions(for: "train drawn ", host: host).candidates
    var line = "train " + choices.pick(["drawn", "drawn", "train"])
    for _ in 0..<choices.next(below: 5) where !offered.isEmpty {
      let setting = choices.pick(offered).text
      let values = words.session.completions(for: line + " " + setting, host: host).candidates
      let value = values.isEmpty || choices.once(in: 3) ? nil : choices.pick(values).text
      line += " " + (value ?? setting + words.number(&choices))
    }
    return line
  }

  /// As many inputs as the network has, and often as many wanted.
  private func inputs(_ choices: inout Choices) -> String {
    func list(_ count: Int) -> String {
      let entries = (0..<min(count, 70)).map { _ in words.number(&choices) }
      return "[" + entries.joined(separator: ", ") + "]"
    }
    let network = words.session.network
    let inputs = list(network.sizes[0])
    return choices.once(in: 2)
      ? inputs : inputs + " wanted=" + list(network.layer(network.outputLayer).neurons)
  }

  private func turned(_ choices: inout Choices) -> String {
    let knob = words.knob(&choices)
    let value = words.number(&choices)
    return choices.once(in: 3) ? "nudge \(knob) \(value)" : "set \(knob) = \(value)"
  }
}
