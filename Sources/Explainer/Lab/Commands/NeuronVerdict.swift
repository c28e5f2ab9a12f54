import Core
import Presentation

/// Whether a neuron is lit, and what decided it: its inputs' votes or its bias.
struct NeuronVerdict {
  /// Each input's vote: its weight times the input.
  let products: [Float]
  let weightedSum: Float
  let bias: Float
  let z: Float
  let activation: Activation

  /// Which way a number points; `even` where it is 0, or so near that four decimals show 0.
  private enum Way { case up, even, down }

  private static func way(_ number: Float) -> Way {
    guard Number.tenThousandths(number) != 0 else { return .even }
    return number > 0 ? .up : .down
  }

  /// Whether it is lit, and why.
  var sentence: Prose {
    let lit = activation.isLit(activation.value(z))
    let state: Prose = lit ? "It's \(strong: "lit")" : "It's \(strong: "dark")"
    switch Self.way(z) {
    case .up: return state + reasonUp
    case .down: return state + reasonDown
    case .even: return state + edge
    }
  }

  private var hasVotes: Bool { products.contains { $0 != 0 } }

  private var reasonUp: Prose {
    switch Self.way(weightedSum) {
    case .up:
      products.contains { $0 < 0 }
        ? ". The votes for it beat the votes against." : ". All votes are for it."
    case .even:
      hasVotes
        ? ". The votes come to about 0, so its bias decides."
        : ". Nothing votes, so its bias decides."
    case .down: " thanks to its bias. The inputs alone vote against it."
    }
  }

  private var reasonDown: Prose {
    switch Self.way(weightedSum) {
    case .up: ". The inputs vote yes, but its bias wants more."
    case .even:
      hasVotes
        ? ". The votes come to about 0, so its bias decides."
        : ". Nothing votes, so its bias decides."
    case .down:
      products.contains { $0 > 0 }
        ? ". The votes against it beat the votes for." : ". All votes are against it."
    }
  }

  /// Nothing, or next to nothing, tips the scale.
  private var edge: Prose {
    let why: Prose =
      switch (hasVotes, Self.way(bias)) {
      case (false, .even): "nothing votes, and its bias is about 0."
      case (false, _): "nothing votes."
      case (true, .even): "the votes come to about 0, and so does its bias."
      case (true, _): "the votes and its bias cancel out."
      }
    return activation.atEdge(z) + why
  }
}
