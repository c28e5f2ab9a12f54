import Presentation

/// The words that the course teaches, each with its meaning in a sentence.
///
/// The sentences hold for every network, not only for the bundled one.
enum Glossary {
  /// A word and what it means.
  struct Entry: Sendable {
    /// As it is written in a sentence.
    let term: String
    let meaning: Prose
    /// What else people call it.
    let others: [String]
    /// The word or the lesson by which the course teaches it, where that is not the term.
    let taughtAs: String

    fileprivate init(
      _ term: String, _ meaning: Prose, also others: String..., taughtAs: String? = nil
    ) {
      self.term = term
      self.meaning = meaning
      self.others = others
      self.taughtAs = taughtAs ?? term
    }
  }

  /// In the order of the course.
  static let entries: [Entry] = [
    Entry(
      "digit",
      "A digit is one of 0 to 9; here it's a handwritten one, as a picture of 28 by 28 pixels.",
      also: "picture", "image", "drawing"),
    Entry("pixel", "A pixel is one point of the picture: a number from 0 (black) to 1 (white)."),
    Entry(
      "neuron", "A neuron is a thing that holds one number, its activation.", also: "node", "unit"),
    Entry(
      "activation", "An activation is the number that a neuron holds: how brightly it is lit."),
    Entry("layer", "A layer is a column of neurons that all read the layer before it."),
    Entry(
      "input", "The inputs are the numbers that go in: the activations of layer 0.",
      also: "input layer", taughtAs: "layer"),
    Entry(
      "output", "The outputs are the activations of the last layer: what the network says.",
      also: "output layer", taughtAs: "layer"),
    Entry(
      "hidden layer", "A hidden layer is one between the input and the output.",
      also: "hidden neuron",
      "hidden"),
    Entry(
      "network",
      "A network is layers of neurons: numbers go in at one end, and what it makes of them comes out.",
      also: "neural network", "neural net", "net", "nn", "model"),
    Entry("argmax", "argmax tells which entry of a list is the largest, counted from 0."),
    Entry(
      "weight",
      "A weight is a number on a connection: how strongly, and which way, one neuron moves another.",
      also: "connection"),
    Entry(
      "weighted sum", "A weighted sum is each input times its weight, all added up.",
      also: "weighted input", "z", "dot product"),
    Entry(
      "sigmoid",
      "The sigmoid squashes any number into the range from 0 to 1: σ(z) = 1 / (1 + e^−z).",
      also: "squash", "squashing", "activation function", "logistic", "sigma", "σ",
      "logistic function",
      "sigmoid function"),
    Entry(
      "bias",
      "A bias is a number that a neuron adds to its weighted sum: it sets how easily the neuron lights up.",
      also: "threshold"),
    Entry(
      "parameter", "A parameter is a number that training can turn: a weight or a bias.",
      also: "knob",
      "dial"),
    Entry("matrix", "A matrix is a table of numbers, in rows and columns.", also: "matrices"),
    Entry("vector", "A vector is a list of numbers."),
    Entry(
      "norm", "The norm of a list is its length: the root of the sum of its squares.",
      also: "length"),
    Entry(
      "transpose", "To transpose a matrix is to make its rows its columns.", also: "transposed",
      "transposition", taughtAs: "backpropagation"),
    Entry(
      "function", "A function is a rule that makes one result of what goes in.", also: "formula",
      taughtAs: "a-function"),
    Entry(
      "ReLU", "ReLU is a squash that makes 0 of everything below 0, and leaves the rest as it is.",
      also: "relu", "rectifier", "rectified linear unit", taughtAs: "relu"),
    Entry(
      "dead neuron",
      "A dead neuron is one that no picture can light, so that training can't move it.",
      taughtAs: "relu"),
    Entry("epoch", "An epoch is one round through all the examples that are learned from."),
    Entry(
      "cost", "The cost is one number for how wrong the outputs are: 0 would be perfect.",
      also: "loss",
      "error", "cost function", "loss function"),
    Entry("accuracy", "The accuracy is the share of digits that the network reads right."),
    Entry(
      "wanted output", "The wanted outputs are what the outputs should have been.", also: "target",
      "wanted", "label", "desired output", taughtAs: "cost"),
    Entry(
      "slope", "A slope tells how fast one number changes as another is turned up a little.",
      also: "derivative", "slopes"),
    Entry(
      "gradient", "The gradient is the list of all slopes of the cost, one for each parameter.",
      also: "nabla"),
    Entry(
      "gradient descent",
      "Gradient descent is turning every knob a little against its slope, again and again, so that the cost goes down.",
      also: "descent", "downhill", taughtAs: "gradient-descent"),
    Entry(
      "learning rate", "The learning rate is how far one step of training turns the knobs.",
      also: "rate", "step size", taughtAs: "gradient-descent"),
    Entry(
      "local minimum",
      "A local minimum is the lowest place around, which need not be the lowest of all.",
      also: "minimum", "valley", "local minima", taughtAs: "gradient-descent"),
    Entry(
      "training", "Training is turning the knobs, step by step, so that the cost goes down.",
      also: "learning", taughtAs: "training"),
    Entry(
      "mini-batch",
      "A mini-batch is a handful of examples; their average slopes make one step of training.",
      also: "batch", "minibatch", "mini batch"),
    Entry(
      "convolution",
      "A convolution is one small neuron slid over the whole picture, with the same weights everywhere.",
      also: "kernel"),
    Entry(
      "held-out digits",
      "Held-out digits are kept from training, to see how well the network reads what it never saw.",
      also: "held-out", "held out", "validation", "test set", taughtAs: "training"),
    Entry(
      "overfitting",
      "Overfitting is reading the digits it trained on well, and others much worse.",
      also: "overfit"),
    Entry(
      "backpropagation",
      "Backpropagation finds all slopes in one pass from the last layer back to the first.",
      also: "backprop", "backward pass", "back propagation", taughtAs: "backpropagation"),
    Entry(
      "chain rule", "The chain rule: along a chain of steps, the slopes of the steps multiply.",
      also: "chain", taughtAs: "chain-rule"),
    Entry(
      "seed", "A seed is the number from which chance starts: the same seed, the same numbers.",
      also: "random seed", taughtAs: "training"),
    Entry(
      "MNIST", "MNIST is a collection of 70,000 handwritten digits that many networks learn from.",
      also: "mnist", taughtAs: "training"),
  ]

  private static let byName: [String: Entry] = {
    var named: [String: Entry] = [:]
    for entry in entries {
      for name in [entry.term] + entry.others where named[name.lowercased()] == nil {
        named[name.lowercased()] = entry
      }
    }
    return named
  }()

  /// The entry for a word, in the singular or the plural.
  static subscript(_ word: String) -> Entry? {
    let word = word.lowercased()
    let singulars =
      [word] + ["s", "es"].filter(word.hasSuffix).map { String(word.dropLast($0.count)) }
    return singulars.lazy.compactMap { byName[$0] }.first
  }

  /// The entry that a text speaks of: of the longest run of its words that is one.
  static func entry(in words: [String]) -> Entry? {
    for length in (1...3).reversed() where length <= words.count {
      for start in 0...words.count - length {
        let run = words[start..<start + length].joined(separator: " ")
        if let entry = self[run] { return entry }
      }
    }
    return nil
  }
}
