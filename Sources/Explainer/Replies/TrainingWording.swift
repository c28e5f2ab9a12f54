import Core

extension Problem {
  /// What is said of trainings that cannot begin.
  var trainingWording: (message: String, hint: Prose) {
    switch self {
    case .unknownSetting(let name, let nearest):
      return (
        "There is no setting '\(name.excerpt)'.",
        nearest.map { "Did you mean '\(code: $0)'?" } ?? "See \(code: "help train")."
      )
    case .unknownChoice(let word, let setting, let choices):
      return (
        "'\(word.excerpt)' is no \(setting).", "It is one of: \(choices.joined(separator: ", "))."
      )
    case .training(let failure): return failure.wording
    case .noTraining:
      return ("Nothing was trained yet.", "Let it learn first: \(code: "train drawn epochs=2").")
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
        "This network has \(Number.grouped(outputs)) outputs, not one for each of ten digits.",
        "Make one that has: \(code: "new 784 16 16 10")."
      )
    case .tooFewExamples(let count, let heldOut):
      (
        "Of \(Number.grouped(count)) examples \(Number.grouped(heldOut)) are held out: none is left.",
        "Hold out fewer: \(code: "validate=0")."
      )
    case .noDrawings: ("There are no drawings to learn from.", "Name a data set.")
    }
  }
}

extension TrainingSettings.Mistake {
  fileprivate var wording: (message: String, hint: Prose) {
    switch self {
    case .epochs(let count): ("\(count) epochs cannot be trained.", "It goes from 1 to 100,000.")
    case .miniBatch(let count):
      ("A mini-batch cannot have \(count) examples.", "It goes from 1 to 10,000.")
    case .learningRate(let rate):
      ("A learning rate of \(rate) learns nothing.", "It is above 0; try \(code: "rate=0.5").")
    case .momentum(let momentum):
      ("A momentum of \(momentum) never slows down.", "It goes from 0 up to, but not including, 1.")
    case .weightDecay(let decay):
      ("A weight decay of \(decay) wipes every weight out.", "Try \(code: "weight-decay=0.0001").")
    case .heldOut(let count): ("\(count) examples cannot be held out.", "It is 0 or more.")
    }
  }
}
