import Formulas
import Presentation

/// A subject that is no command and that `help` explains all the same, on one screen.
struct Topic: Sendable {
  /// What to type after `help`.
  let name: String
  /// What it is about, in a few words.
  let summary: String
  /// Lines to type and what each gives. Typed one after another, every one works.
  let examples: [(line: String, says: Prose)]
  /// What there is to know beyond that, one paragraph each.
  let details: [Prose]

  /// In the order in which `help` lists them.
  static let all = [expressions, names, knobs]

  private static let expressions = Topic(
    name: "expressions", summary: "calculate with the network's own numbers",
    examples: [
      ("W1·a0 + b1", "each row of W1 times the pixels, plus a bias"),
      ("σ(ans)", "entry by entry; \(code: "ans") is the last value"),
      ("W1[5]·a0 + b1[5]", "the same for neuron 1.5 alone: z"),
      ("a1[2..5]", "entries 2, 3, 4 and 5, counted from 0"),
      ("w = [1, -2, 0.5]", "a name of your own; \(code: "[[1, 2], [3, 4]]") has rows"),
      ("w .* w", "entry by entry; \(code: "w·w") adds the products up"),
      ("a2ᵀ·W3ᵀ", "rows become columns"),
      ("a3[3] > 0.5", "1 if it holds, else 0; also \(code: "and"), \(code: "or"), \(code: "not")"),
      ("argmax(a3)", "which output is largest: the answer"),
    ],
    details: [
      "Plain keys do: \(code: "*") multiplies, \(code: ".*") entry by entry, \(code: "'") transposes, \(code: "sigmoid(z1)") squashes, \(code: "<= >= !=") compare. Tab offers the rest.",
      "Functions: " + Prose(Function.all.map { $0.names[0] }.joined(separator: ", "), .code)
        + ". \(code: "help softmax") explains one.",
      "\(code: "explain σ(W1·a0 + b1)") shows every part, \(code: "plot x^2 - 1") draws, \(code: "help names") tells what W1 and the others are. Formulas compute in Double; \(code: "== < >") with the network's numbers compute in Float, as it does.",
    ])

  private static let names = Topic(
    name: "names", summary: "what W1, b1, z1 and a1 stand for",
    examples: [
      ("a0", "layer 0, the image: 784 pixels from 0 to 1"),
      ("W1", "the weights into layer 1, a row for each of its neurons"),
      ("b1", "its biases"),
      ("z1", "its weighted inputs, W1·a0 + b1"),
      ("a1", "its activations, σ(z1)"),
      ("a3", "the output: entry 7 stands for a 7"),
      ("W2[3,4]", "into neuron 3 of layer 2, from neuron 4 of layer 1"),
      ("a0[28*14 + 13]", "pixel in row 14, column 13"),
      ("pixel 14 13", "the same, as a command"),
      ("W⁽¹⁾·a⁽⁰⁾ + b⁽¹⁾", "the film's way to write z1"),
      ("neuron 1.5", "neuron 5 of layer 1, term by term"),
    ],
    details: [
      "Layers, neurons, rows and columns are all counted from 0. Layer 0 is the image, the last layer is the output.",
      "The names follow the network and the digit: after \(code: "digit 7") all but the weights and biases hold other numbers.",
    ])

  private static let knobs = Topic(
    name: "knobs", summary: "turn weights and biases, and turn them back",
    examples: [
      ("set W2[3,4] = 0.5", "to a value; any expression will do"),
      ("nudge b3[8] 10", "by an amount"),
      ("diff", "what has changed"),
      ("undo", "takes the last change back, as often as you like"),
      ("redo", "does it again"),
      ("activation relu", "for every neuron at once"),
      ("new 784 30 10 seed 1", "other layers, random knobs"),
      ("reset", "back to the network that came with the program"),
    ],
    details: [
      "A knob is a weight, \(code: "W2[3,4]"), or a bias, \(code: "b3[8]"). \(code: "help names") tells how to read them.",
      "\(code: "undo") takes back changes of the digit and of your own names, too. \(code: "save FILE") keeps a network, \(code: "train") lets it turn its knobs by itself.",
    ])

  /// The screen.
  var reply: Reply {
    var table = Table(.leading, .leading)
    for (line, says) in examples { table.add(Prose("  \(line)", .code), says) }
    return Reply(
      [.heading("\(name): \(summary)"), .table(table)] + details.map { .prose($0) },
      facts: [
        "name": .text(name), "summary": .text(summary),
        "examples": .list(examples.map { .text($0.line) }),
      ])
  }
}
