import Lab
import Presentation

/// A training for readers of lines or JSON: a reply for each epoch as soon as it is over.
struct EpochReport: TrainingObserver {
  let show: (Reply) -> Void
  private var shown = 0

  init(show: @escaping (Reply) -> Void) { self.show = show }

  mutating func advanced(_ training: inout TrainingRun) { report(training) }

  mutating func ended(_ training: TrainingRun) { report(training) }

  private mutating func report(_ training: TrainingRun) {
    guard training.epochCount > shown else { return }
    training.epochs[shown...].forEach { show($0.reply) }
    shown = training.epochCount
  }
}
