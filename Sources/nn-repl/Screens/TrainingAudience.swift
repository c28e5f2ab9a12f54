import Explainer
import Lab
import Presentation

/// Whoever a training is shown to while it goes on.
protocol TrainingAudience {
  /// Carries it on until it is over or somebody stops it.
  func attend(_ training: inout TrainingRun)
}

/// Nobody: what it came to is told in the end.
struct NoAudience: TrainingAudience {
  func attend(_ training: inout TrainingRun) {
    while training.goOn() { if InterruptFlag().isRaised { training.stop() } }
  }
}

/// Whoever is told of each epoch as soon as it is over.
struct EpochAudience: TrainingAudience, Sendable {
  let tell: @Sendable (TrainingView.Epoch) -> Void

  func attend(_ training: inout TrainingRun) {
    var told = 0
    var isGoingOn = true
    while isGoingOn {
      isGoingOn = training.goOn()
      if InterruptFlag().isRaised { training.stop() }
      guard training.epochCount > told else { continue }
      training.epochs[told...].forEach(tell)
      told = training.epochCount
    }
  }

  /// A program that reads JSON, on the standard error: on the standard output stands one object a
  /// command, as always.
  static let json = EpochAudience { epoch in
    StandardStream.error.write(
      JSONRenderer().render(Reply(facts: epoch.facts), to: "train"))
  }

  /// Whoever reads lines behind a pipe.
  static let lines = EpochAudience {
    StandardStream.output.write($0.sentence + "\n")
  }
}
