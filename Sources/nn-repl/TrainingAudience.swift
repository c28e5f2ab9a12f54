import Explainer

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

/// A program that reads JSON: an object for each epoch, as soon as it is over, on the standard error.
/// On the standard output stands one object a command, as always.
struct ProgramAudience: TrainingAudience {
  func attend(_ training: inout TrainingRun) {
    let writer = FileDescriptorWriter.standardError
    var told = 0
    func tell(_ training: TrainingRun) {
      for epoch in training.epochs[told...] {
        writer.write(JSONRenderer().render(Reply(facts: epoch.facts), to: "train"))
      }
      told = training.epochs.count
    }
    while training.goOn() {
      if InterruptFlag().isRaised { training.stop() }
      if training.epochCount > told { tell(training) }
    }
    tell(training)
  }
}

/// Whoever reads lines behind a pipe: one for each epoch.
struct LineAudience: TrainingAudience {
  func attend(_ training: inout TrainingRun) {
    var told = 0
    var isGoingOn = true
    while isGoingOn {
      isGoingOn = training.goOn()
      if InterruptFlag().isRaised { training.stop() }
      guard training.epochCount > told, let epoch = training.epochs.last else { continue }
      told = training.epochCount
      writeToTerminal(epoch.sentence + "\n")
    }
  }
}
