import Core
import Presentation

// The words for trainings that cannot begin.

extension TrainingError: ExplainedError {
  /// What the person is told.
  public var explanation: ErrorMessage {
    switch self {
    case .settings(let error): error.explanation
    case .inputsDoNotFit(let inputs):
      ErrorMessage(
        "This network reads \(counted(inputs, "number")), not the 784 pixels of a digit.",
        "Make one that does: \(code: "new 784 16 16 10")."
      )
    case .outputsDoNotFit(let outputs):
      ErrorMessage(
        "This network has \(counted(outputs, "output")), not one for each of ten digits.",
        "Make one that has: \(code: "new 784 16 16 10")."
      )
    case .tooMuchMemory(let megabytes, let limit):
      ErrorMessage(
        "That would take \(Number.grouped(megabytes)) MB of memory.",
        "Up to \(Number.grouped(limit)) are used: try a smaller \(code: "batch") or network."
      )
    case .tooFewExamples(let count, let heldOut):
      ErrorMessage(
        "There \(isOrAre(count)) only \(counted(count, "digit")), so \(Number.grouped(heldOut)) can't be held out.",
        "Hold out fewer: \(code: "validate=0")."
      )
    case .noDrawings: ErrorMessage("There are no drawings to learn from.", "Name a data set.")
    }
  }
}

extension TrainingSettingsError: ExplainedError {
  private static func outside(
    _ name: String, _ count: Int, _ range: ClosedRange<Int>
  ) -> ErrorMessage {
    LabError.outOfBounds(Number.grouped(count), WholeNumber(name, .setting, range).bounds)
      .explanation
  }

  /// What the person is told.
  public var explanation: ErrorMessage {
    switch self {
    case .epochs(let count): Self.outside("epochs", count, TrainingSettings.epochRange)
    case .miniBatch(let count): Self.outside("batch", count, TrainingSettings.miniBatchRange)
    case .heldOut(let count): Self.outside("validate", count, TrainingSettings.heldOutRange)
    case .learningRate(let rate):
      ErrorMessage(
        rate == 0 ? "A learning rate of 0 learns nothing." : "A learning rate can't be below 0.",
        "It's above 0: try \(code: "rate=0.5")."
      )
    case .momentum(let momentum):
      ErrorMessage(
        momentum < 0
          ? "momentum can't be below 0." : "A momentum of \(momentum.brief) never slows down.",
        "It goes from 0 up to, but not including, 1."
      )
    case .weightDecay(let decay):
      ErrorMessage(
        decay < 0
          ? "weight-decay can't be below 0."
          : "A weight decay of \(decay.brief) at this learning rate leaves nothing of the weights.",
        "Try \(code: "weight-decay=0.0001")."
      )
    }
  }
}
