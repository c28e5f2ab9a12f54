import Core
import Presentation

/// What the bench remembers of games.
struct Games: Equatable, Sendable {
  /// The game of `guess` that is on.
  var guess: GuessGame?
  /// The most points that a `challenge` has brought.
  var best = 0
}

extension Lab {
  /// The outputs for a digit, where each of them stands for one.
  func digitOutputs(_ digit: Digit) throws(LabError) -> ForwardPass {
    guard readsDigits else { throw .inputDoesNotFit(inputs: network.sizes[0]) }
    let pass = try pass(of: digit.pixels)
    guard pass.output.count == 10 else { throw .labelNeedsTen(outputs: pass.output.count) }
    return pass
  }
}

/// What the network looked at, to end a game with: the digit, and what each pixel did.
struct GameEnd {
  let digit: Digit
  let pass: ForwardPass
  let network: Network
  /// The output that the pixels are for, and the one that they are against.
  let first: Int
  let second: Int

  private var lead: PixelLead? { PixelLead(pass, network, of: first, over: second) }

  /// Pictures beside some words, or above them.
  func blocks(_ words: [Block]) -> [Block] {
    let pictures = [HeatMap("the digit", digit)] + (lead.map { [$0.picture(first, second)] } ?? [])
    let large = pictures.map { [Block.figure(.heatMap($0.large))] }
    let small = pictures.map { [Block.spare([.figure(.heatMap($0))])] }
    return [
      .layouts([
        Layout(columns: 150, rows: 39, [.beside(large + [words])]),
        Layout(columns: 100, [.beside(small + [words])]),
        Layout(columns: 60, [.beside(small)] + words),
        Layout([.spare([.figure(.heatMap(pictures[pictures.count - 1]))])] + words),
      ])
    ]
  }

  /// Where the ink does most for either; empty where that cannot be told.
  var sentence: String { lead?.sentence(first, second) ?? "" }
}
