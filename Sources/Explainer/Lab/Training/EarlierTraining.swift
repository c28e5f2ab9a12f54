import Core
import Presentation

/// The curves of a training that is over, and what its costs mean.
struct EarlierTraining: Sendable {
  private let curves: TrainingCurves.Earlier
  private let cost: Cost

  init(_ curves: TrainingCurves, _ cost: Cost) {
    self.curves = TrainingCurves.Earlier(curves)
    self.cost = cost
  }

  /// The curves, if the other training has the same kind of cost: others share no axis.
  func comparable(with cost: Cost) -> TrainingCurves.Earlier? { cost == self.cost ? curves : nil }
}
