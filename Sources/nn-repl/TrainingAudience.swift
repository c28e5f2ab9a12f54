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

/// Whoever reads lines, at a terminal that can do no more or behind a pipe: one for each epoch.
struct LineAudience: TrainingAudience {
  /// How long to wait between two lines, so that a person can follow; those between are left out.
  let pause: Duration

  func attend(_ training: inout TrainingRun) {
    let clock = ContinuousClock()
    var last: ContinuousClock.Instant?
    var told = 0
    var isGoingOn = true
    while isGoingOn {
      isGoingOn = training.goOn()
      if InterruptFlag().isRaised { training.stop() }
      let now = clock.now
      guard training.epochCount > told, now - (last ?? now - pause) >= pause else { continue }
      told = training.epochCount
      last = now
      if let epoch = training.epochs.last { writeToTerminal(epoch.sentence + "\n") }
    }
  }
}
