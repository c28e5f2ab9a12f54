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
struct EpochAudience: TrainingAudience {
  let output: Output

  func attend(_ training: inout TrainingRun) {
    var told = 0
    var isGoingOn = true
    while isGoingOn {
      isGoingOn = training.goOn()
      if InterruptFlag().isRaised { training.stop() }
      guard training.epochCount > told else { continue }
      for epoch in training.epochs[told...] { output.tell(epoch.reply, to: "train") }
      told = training.epochCount
    }
  }
}
