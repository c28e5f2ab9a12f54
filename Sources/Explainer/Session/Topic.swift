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
  /// Keys to press and what each does.
  var keys: [(key: String, does: Prose)] = []

  /// In the order in which `help` lists them.
  static let all = [expressions, spellings, functions, slopes, names, knobs, keys]

  private static let expressions = Topic(
    name: "expressions", summary: "calculate with the network's own numbers",
    examples: [
      ("W1·a0 + b1", "each row of W1 times the pixels, plus a bias; also \(code: "W1 a0 + b1")"),
      ("σ(ans)", "entry by entry; \(code: "ans") is the last value"),
      ("W1[5]·a0 + b1[5]", "the same for neuron 1.5 alone: z"),
      ("a1[2..5]", "entries 2, 3, 4 and 5, counted from 0; also \(code: "a1[2:6]")"),
      (
        "W1[:, 300]", "a column; \(code: "a1[-1]") is the last entry, \(code: "a1[[0, 3]]") are two"
      ),
      ("w = [1, -2, 0.5]", "a name of your own; \(code: "[[1, 2], [3, 4]]") has rows"),
      ("w .* w", "entry by entry; \(code: "w*w") adds the products up"),
      ("a2ᵀ·W3ᵀ", "rows become columns"),
      ("sum(a0 > 0.5)", "1 for each entry where it holds: lit pixels"),
      (
        "|w|^2 / 2",
        "\(code: "|w|") drops the sign; \(code: "^") comes before \(code: "*") and \(code: "/"), then \(code: "+ -")"
      ),
    ],
    details: [
      "Plain keys do: \(code: "*") multiplies, \(code: ".*") entry by entry, \(code: "'") transposes, \(code: "<= >= !=") compare, then come \(code: "not"), \(code: "and"), \(code: "or").",
      "A line that ends inside brackets goes on on the next. Much that other languages write works as well: \(code: "help spellings").",
      "\(code: "explain σ(W1·a0 + b1)") shows every part. Formulas compute in Double; \(code: "== < >") with the network's numbers in Float, as it does.",
    ])

  private static let spellings = Topic(
    name: "spellings", summary: "formulas as school, NumPy or LaTeX write them",
    examples: [
      ("sin 90°", "one value needs no parentheses: \(code: "sqrt 2"), \(code: "log2 8")"),
      (
        "784 times 16",
        "also \(code: "plus"), \(code: "divided by"), \(code: "squared"), \(code: "½"), \(code: "5!")"
      ),
      ("17 mod 5", "what is left over, also \(code: "17 % 5"); \(code: "25%") is 0.25"),
      ("7 // 2", "the whole part of a quotient"),
      ("np.exp(a3)", "also \(code: "math."), \(code: "torch."), \(code: "Math.") and the like"),
      ("a1.sum()", "also \(code: "a0.shape"), \(code: "W1.T"), \(code: "W1.size")"),
      ("sum(W2, dim=1)", "\(code: "axis=1"); also with \(code: "keepdims=True")"),
      ("a1[a1 > 0.5]", "those for which it holds; \(code: "a1[end]") is the last"),
      ("[1 2; 3 4]", "rows; \(code: "W2.^2") and \(code: "a1.*a1") go entry by entry"),
      (
        "0 < a3[3] < 1",
        "both hold; also \(code: "&&"), \(code: "||"), \(code: "!"), \(code: "True")"
      ),
      ("b1[0] > 0 ? 1 : 0", "also \(code: "1 if b1[0] > 0 else 0")"),
      ("let t = 3", "also \(code: "t := 3"); then \(code: "t += 1")"),
      ("s = x -> x^2", "also \(code: "def s(x): return x^2")"),
      ("w^{(2)}_{3,4}", "W2[3,4]; also \(code: "a₅⁽¹⁾"), \(code: "W₁a₀")"),
      ("\\frac{1}{2}", "also \(code: "\\sigma(x)"), \(code: "\\sqrt{2}"), \(code: "e^{-x}")"),
    ],
    details: [
      "What can be read in two ways is not guessed: \(code: "size(W1)") and \(code: "a1(3)") are answered with lines to choose from."
    ])

  private static let functions = Topic(
    name: "functions", summary: "what can be computed of vectors and matrices",
    examples: [
      ("argmax(a3)", "which output is largest: the answer"),
      ("top(a3, 3)", "the three largest; \(code: "argsort(a3)") tells where they are"),
      ("sum(W1, axis=1)", "along each row; \(code: "axis=0") goes down the columns"),
      ("where(b1 > 0, 1, 0)", "the second where the first holds, else the third"),
      ("reshape(a0, 28, 28)", "the same entries in rows of 28"),
      ("f(x) = x^2 + 1", "a function of your own"),
      ("f(3)", "10; \(code: "plot f") draws it"),
    ],
    details: [
      "There are " + Prose(Function.all.map { $0.names[0] }.joined(separator: ", "), .code) + ".",
      "\(code: "help softmax") explains one.",
    ])

  private static let slopes = Topic(
    name: "slopes", summary: "how steeply a formula rises, exactly",
    examples: [
      ("g(x) = x^2 + 1", "a function of your own"),
      ("g'(5)", "its slope at 5: 10; also \(code: "slope(g, 5)"), \(code: "slope g 5")"),
      ("sigmoid'(z1)", "of a function of the language, at each entry"),
      ("slope(x -> x^3, 2)", "of a function without a name: 12"),
      ("d/dx x^2 at 3", "6; also \(code: "derivative of x^2 at 3")"),
      ("gradient W2[3,4]", "how the cost follows it, also \(code: "dC/dW2[3,4]")"),
    ],
    details: [
      "\(code: "gradient of norm(a3 - y) wrt W2[3,4]") tells how a cost of your own follows one knob, \(code: "gradient of norm(W3) wrt W3") how it follows every entry; \(code: "wrt") means with respect to.",
      "\(code: "y") stands for the outputs that are wanted and \(code: "label") for the digit, where it is known.",
      "Slopes are found by going back through the parts of a formula, as backpropagation goes back through the layers; \(code: "a3") leads back to every knob.",
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
    for (key, does) in keys { table.add(Prose("  \(key)", .strong), does) }
    return Reply(
      [.heading("\(name): \(summary)"), .table(table)] + details.map { .prose($0) },
      facts: [
        "name": .text(name), "summary": .text(summary),
        "examples": .list(examples.map { .text($0.line) }),
        "keys": .list(keys.map { .text($0.key) }),
      ])
  }
}
