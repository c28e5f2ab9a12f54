import Core

extension Problem {
  /// What is said of trainings that cannot begin.
  var trainingWording: (message: String, hint: Prose) {
    switch self {
    case .unknownSetting(let name, let nearest):
      return (
        "There's no setting '\(name.excerpt)'.",
        nearest.map { "Did you mean '\(code: $0)'?" } ?? "See \(code: "help train")."
      )
    case .unknownChoice(let word, let setting, let choices):
      return (
        "'\(word.excerpt)' is no \(setting).",
        "Use one of these: \(choices.joined(separator: ", "))."
      )
    case .training(let failure): return failure.wording
    case .noTraining:
      return ("Nothing was trained yet.", "Train it first: \(code: "train drawn epochs=2").")
    case .epochNotKept(let epoch, let kept):
      let numbers = kept.suffix(12).map(String.init).joined(separator: ", ")
      return ("The network after epoch \(epoch) is not kept.", "Kept are: \(numbers).")
    default: preconditionFailure("worded elsewhere")
    }
  }
}

extension Training.Failure {
  fileprivate var wording: (message: String, hint: Prose) {
    switch self {
    case .settings(let mistake): mistake.wording
    case .inputsDoNotFit(let inputs):
      (
        "This network reads \(inputs == 1 ? "1 number" : "\(Number.grouped(inputs)) numbers"), not the 784 pixels of a digit.",
        "Make one that does: \(code: "new 784 16 16 10")."
      )
    case .outputsDoNotFit(let outputs):
      (
        "This network has \(outputs == 1 ? "1 output" : "\(Number.grouped(outputs)) outputs"), not one for each of ten digits.",
        "Make one that has: \(code: "new 784 16 16 10")."
      )
    case .tooMuchMemory(let megabytes, let limit):
      (
        "That would take \(Number.grouped(megabytes)) MB of memory.",
        "Up to \(Number.grouped(limit)) are used: try a smaller \(code: "batch") or network."
      )
    case .tooFewExamples(let count, let heldOut):
      (
        "There \(count == 1 ? "is" : "are") only \(counted(count, "digit")), so \(Number.grouped(heldOut)) can't be held out.",
        "Hold out fewer: \(code: "validate=0")."
      )
    case .noDrawings: ("There are no drawings to learn from.", "Name a data set.")
    }
  }
}

extension TrainingSettings.Mistake {
  private static func outside(
    _ name: String, _ count: Int, _ range: ClosedRange<Int>
  ) -> (message: String, hint: Prose) {
    Problem.outOfBounds(Number.grouped(count), WholeNumber(name, .setting, range).bounds).inWords
  }

  fileprivate var wording: (message: String, hint: Prose) {
    switch self {
    case .epochs(let count): Self.outside("epochs", count, TrainingSettings.epochRange)
    case .miniBatch(let count): Self.outside("batch", count, TrainingSettings.miniBatchRange)
    case .heldOut(let count): Self.outside("validate", count, TrainingSettings.heldOutRange)
    case .learningRate(let rate):
      (
        rate == 0 ? "A learning rate of 0 learns nothing." : "A learning rate can't be below 0.",
        "It's above 0: try \(code: "rate=0.5")."
      )
    case .momentum(let momentum):
      (
        momentum < 0
          ? "momentum can't be below 0." : "A momentum of \(momentum.brief) never slows down.",
        "It goes from 0 up to, but not including, 1."
      )
    case .weightDecay(let decay):
      (
        decay < 0
          ? "weight-decay can't be below 0."
          : "A weight decay of \(decay.brief) at this learning rate leaves nothing of the weights.",
        "Try \(code: "weight-decay=0.0001")."
      )
    }
  }
}
