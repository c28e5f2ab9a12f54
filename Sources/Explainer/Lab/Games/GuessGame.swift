import Core
import Presentation

/// A drawing that is uncovered piece by piece, as the pen drew it, before the learner and the network.
struct GuessGame: Equatable, Sendable {
  /// Pieces of a drawing.
  static let pieces = 6

  /// Which of the bench's drawings it is.
  let index: Int
  /// Pieces that are to be seen.
  private(set) var shown = 1
  /// What the learner said at each piece so far; nil for nothing.
  private(set) var said: [Int?] = []
  /// The same of the network, which says what its lit output stands for.
  private(set) var heard: [Int?] = []

  /// - Parameter index: Of a drawing.
  init(_ index: Int) { self.index = index }

  /// What is to be seen.
  func digit(of drawing: Drawing) -> Digit {
    Sketch(drawing).uncovered(Float(shown) / Float(Self.pieces))
  }

  /// Whether all is to be seen.
  var isWhole: Bool { shown == Self.pieces }

  /// What a right answer is worth now.
  var points: Int { Self.pieces - shown + 1 }

  /// Takes what both say to this piece, and uncovers the next one.
  mutating func take(_ learner: Int?, network: Int?) {
    said.append(learner)
    heard.append(network)
    shown = min(shown + 1, Self.pieces)
  }

  /// The first piece, from 1, at which somebody was right.
  static func piece(of digit: Int, in answers: [Int?]) -> Int? {
    answers.firstIndex(of: digit).map { $0 + 1 }
  }

  /// The piece, from 1, from which on somebody stays right to the end.
  static func lastingPiece(of digit: Int, in answers: [Int?]) -> Int? {
    let right = answers.reversed().prefix { $0 == digit }.count
    return right > 0 ? answers.count - right + 1 : nil
  }

  /// What being right at a piece is worth.
  static func points(at piece: Int?) -> Int { piece.map { pieces - $0 + 1 } ?? 0 }
}
