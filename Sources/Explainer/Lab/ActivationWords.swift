import Core
import Presentation

// How people speak of an activation, and how it is drawn. What it computes is in Core's `Activation`;
// all that a reply says of one, and of no other, stands here.

extension Activation {
  /// As people write it.
  var title: String {
    switch self {
    case .sigmoid: "sigmoid"
    case .relu: "ReLU"
    case .tanh: "tanh"
    case .leakyReLU: "leaky ReLU"
    }
  }

  /// What it computes, in a few signs.
  var shortFormula: String {
    switch self {
    case .sigmoid: "σ(z)"
    case .relu: "max(0, z)"
    case .tanh: "tanh(z)"
    case .leakyReLU: "max(0.01·z, z)"
    }
  }

  /// What its slope is called.
  var slopeName: String {
    switch self {
    case .sigmoid: "σ′"
    case .relu: "ReLU′"
    case .tanh: "tanh′"
    case .leakyReLU: "leaky ReLU′"
    }
  }

  /// How the slope comes from the activation.
  func slopeReason(at a: Float) -> String {
    switch self {
    case .sigmoid: "\(Number.shown(a))·(1 − \(Number.shown(a)))"
    case .relu: a > 0 ? "1, as z is above 0" : "0, as z is not above 0"
    case .tanh: "(1 − a)·(1 + a), with a = \(Number.shown(a))"
    case .leakyReLU: a > 0 ? "1, as z is above 0" : "0.01, as z is not above 0"
    }
  }

  /// What it does to a weighted input, up to the words "the activation is".
  func squashing(_ z: Float) -> Prose {
    switch self {
    case .sigmoid: "σ squashes z into 0…1: "
    case .relu:
      z > 0
        ? "Above 0 ReLU changes nothing: "
        : z < 0 ? "Below 0 ReLU makes it 0: " : "At 0 ReLU stays at 0: "
    case .tanh: "tanh squashes z into −1…1: "
    case .leakyReLU:
      z > 0
        ? "Above 0 leaky ReLU changes nothing: "
        : z < 0
          ? "Below 0 leaky ReLU keeps a hundredth: " : "At 0 leaky ReLU stays at 0: "
    }
  }

  /// Whether a neuron with this activation is lit: from the middle of a range that has one, else
  /// above 0.
  func isLit(_ activation: Float) -> Bool {
    switch self {
    case .sigmoid: activation >= 0.5
    case .relu, .tanh, .leakyReLU: activation > 0
    }
  }

  /// Follows "It's lit" or "It's dark" where nothing, or next to nothing, tips the scale.
  func atEdge(_ z: Float) -> Prose {
    switch self {
    case .sigmoid: ", on the very edge: "
    case .relu, .tanh, .leakyReLU: z > 0 ? ", but only just: " : ", as z isn't above 0: "
    }
  }

  /// What outputs may be that can't each be read as a yes or a no.
  var rangeOfOutputs: Prose? {
    switch self {
    case .sigmoid: nil
    case .relu: "With ReLU an output may be any size from 0 up."
    case .tanh: "With tanh an output may be anything from −1 to 1."
    case .leakyReLU: "With leaky ReLU an output may be any size, above 0 or below."
    }
  }

  /// The size of the longest bar; nil where there is no largest activation.
  var barLength: Double? {
    switch self {
    case .sigmoid, .tanh: 1
    case .relu, .leakyReLU: nil
    }
  }

  /// How bright a neuron is drawn, 0 to 1; larger ones are as bright as 1.
  func brightness(_ activation: Float) -> Float {
    switch self {
    case .sigmoid, .relu, .leakyReLU: activation
    case .tanh: (1 + activation) / 2
    }
  }
}

// MARK: All of them

extension Activation {
  /// The one that somebody typed.
  init?(typed word: String) {
    let plain = word.lowercased()
    let named = Self.allCases.first { activation in
      ([activation.rawValue] + activation.functionNames).contains { $0.lowercased() == plain }
    }
    guard let named else { return nil }
    self = named
  }

  /// As a sentence lists them.
  static var choices: Prose { listed(allCases.map { "\(code: $0.rawValue)" }) }

  /// `a`, `a or b`, `a, b or c`.
  private static func listed(_ parts: [Prose]) -> Prose {
    parts.enumerated().reduce("") { list, part in
      let separator: Prose =
        part.offset == 0 ? "" : part.offset == parts.count - 1 ? " or " : ", "
      return list + separator + part.element
    }
  }

  /// The usual learning rates, as a sentence lists them: `0.5 with sigmoid, 0.1 with ReLU`.
  static var usualRates: Prose {
    var rates: [(rate: Float, titles: [Prose])] = []
    for activation in allCases {
      let rate = activation.usualLearningRate
      if let known = rates.firstIndex(where: { $0.rate == rate }) {
        rates[known].titles.append(Prose(activation.title))
      } else {
        rates.append((rate, [Prose(activation.title)]))
      }
    }
    return rates.enumerated().reduce("") { list, entry in
      let separator: Prose = entry.offset == 0 ? "" : ", "
      return list + separator + "\(entry.element.rate.brief) with " + listed(entry.element.titles)
    }
  }
}
