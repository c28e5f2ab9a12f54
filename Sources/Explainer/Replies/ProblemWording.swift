/// All that the program says about lines it could not do: one sentence that says what is wrong, one
/// that says what would be right.
extension Problem {
  /// What is wrong.
  public var message: String { wording.message }

  /// What would be right.
  public var hint: Prose { wording.hint }

  /// Both.
  var inWords: (message: String, hint: Prose) { wording }

  private var wording: (message: String, hint: Prose) {
    switch self {
    case .unknownCommand, .ambiguousCommand, .unexpectedWord, .missingWord, .unclosed,
      .lineTooLong, .noSuchTopic:
      lineWording
    case .inputDoesNotFit, .noDataFolder, .noSuchSet, .setForJudging, .missingSet, .emptySet,
      .unreadableSet,
      .unreadableNetwork, .file:
      worldWording
    case .readsDigits, .inputsDiffer, .wantedDiffer, .wantedOutside, .labelNeedsTen, .nothingWanted:
      exampleWording
    case .course(let problem): problem.wording
    case .expression, .bindingInExplain, .nameIsCommand, .notAKnob, .noSuchInput,
      .unknownActivation, .tooManyKnobs, .nothingToUndo, .nothingToRedo:
      knobWording
    case .notStepping, .reversedRange, .rangeTooNarrow, .tooManyCurves: plotWording
    case .unknownSetting, .unknownChoice, .training, .noTraining, .epochNotKept: trainingWording
    default: valueWording
    }
  }

  private var lineWording: (message: String, hint: Prose) {
    switch self {
    case .unknownCommand(let word, let nearest):
      let hint: Prose =
        if let nearest { "Did you mean '\(code: nearest)'?" } else {
          "Type \(code: "help") for the commands."
        }
      return ("Unknown command '\(word.excerpt)'.", hint)
    case .ambiguousCommand(let word, let candidates):
      return (
        "'\(word.excerpt)' could be \(candidates.joined(separator: ", ")).",
        "Type one more letter, or press Tab."
      )
    case .unexpectedWord(let word, let usage):
      return ("'\(word.excerpt)' doesn't fit here.", right(usage))
    case .missingWord(let what, let usage): return ("\(what) is missing.", right(usage))
    case .unclosed(let sign, let column):
      return (
        "The '\(sign)' at column \(column) is never closed.",
        "Close it with '\(code: String(sign == "[" ? "]" : sign))'."
      )
    case .lineTooLong(let limit):
      return (
        "That line is longer than \(Number.grouped(limit)) bytes, so it was not read.",
        "Put long lists of numbers into a file, or split the line."
      )
    case .noSuchTopic(let word, let nearest):
      return (
        "There is no help on '\(word.excerpt)'.",
        nearest.map { "Did you mean '\(code: "help \($0)")'?" }
          ?? "Type \(code: "help") for the list."
      )
    default: preconditionFailure("worded elsewhere")
    }
  }

  private var valueWording: (message: String, hint: Prose) {
    switch self {
    case .notANumber(let word, let what):
      return (
        "'\(word.excerpt)' isn't a number.",
        "\(what) is written with digits, such as \(code: "3") or \(code: "0.25")."
      )
    case .notWhole(let word, let bounds): return bounds.wording(notWhole: word.excerpt)
    case .outOfBounds(let word, let bounds): return bounds.wording(outside: word.excerpt)
    case .notANeuron(let word, let example):
      return (
        "'\(word.excerpt)' does not name a neuron.",
        "A neuron is written LAYER.NEURON, such as \(code: example)."
      )
    case .noSuchLayer(let word, let first, let last):
      return (
        "There is no layer \(word.excerpt).",
        first == last ? "The only one is \(first)." : "Here layers go from \(first) to \(last)."
      )
    case .noSuchNeuron(let neuron, let layer, let count):
      return (
        "Layer \(layer) has no neuron \(neuron).",
        "It has \(Number.grouped(count)): neurons count from 0 to \(count - 1)."
      )
    case .layerIsInput:
      return (
        "Layer 0 is the image itself: its neurons have no weights and no bias.",
        "See its activations with \(code: "pixels"), or one with \(code: "pixel 14 13")."
      )
    default: return listWording
    }
  }

  private var listWording: (message: String, hint: Prose) {
    switch self {
    case .notAList(let word):
      return (
        "'\(word.excerpt)' is not a list of numbers.",
        "A list is written in brackets, such as \(code: "[0.5, -1, 2]")."
      )
    case .listsDiffer(let weights, let inputs):
      return (
        "There \(weights == 1 ? "is" : "are") \(counted(weights, "weight")) for \(counted(inputs, "input")).",
        "A neuron has one weight for each input."
      )
    case .tooFewSizes:
      return (
        "One layer alone has no weights.",
        "Give the neurons of each layer, such as \(code: "params 784 16 16 10")."
      )
    case .tooManySizes(let count, let most):
      return (
        "That would be \(Number.grouped(count)) layers.",
        "Give at most \(Number.grouped(most)) sizes."
      )
    case .unknownDigit(let word):
      return (
        "'\(word.excerpt)' is not a digit to show.",
        "Try \(code: "digit 7"), \(code: "digit 7 2"), \(code: "digit blank") or \(code: "help digit")."
      )
    case .tooLarge(let what):
      return (
        "\(what) is too large for a Float.",
        "A Float goes up to 3.403e38; try smaller numbers."
      )
    default: preconditionFailure("worded elsewhere")
    }
  }

  private func right(_ usage: String) -> Prose { "Write it as \(code: usage)." }
}

extension NumberBounds {
  /// What is said of a word that should have been a whole number.
  fileprivate func wording(notWhole word: String) -> (message: String, hint: Prose) {
    let subject: Prose = role == .setting ? "\(code: name)" : "The \(name)"
    guard !word.isEmpty else { return ("A number is missing after \(name)=.", subject + rule) }
    return ("'\(word)' isn't a whole number.", subject + rule)
  }

  /// What is said of a number that is too large or too small.
  fileprivate func wording(outside word: String) -> (message: String, hint: Prose) {
    switch role {
    case .place: ("There's no \(name) \(word)\(owner).", range)
    case .amount: ("The \(name) can't be \(word).", range)
    case .setting: ("\(name) can't be \(word).", "It" + rule)
    }
  }

  private var rule: Prose {
    low == high
      ? " can only be \(low)." : " is a \(isWhole ? "whole " : "")number from \(low) to \(high)."
  }

  private var range: Prose { low == high ? "There's only \(low)." : "Use \(low) to \(high)." }
}

extension String {
  /// Enough of a word to recognise it, in one line.
  var excerpt: String {
    // One character may be made of any number of scalars.
    let start = String(unicodeScalars.prefix(200))
    let clean = start.withoutControls
    let isWhole = start.utf8.count == utf8.count && clean.count <= 40
    // A sign for what cannot be shown at all, so that no sentence has a hole.
    if isWhole, clean.isEmpty, !isEmpty { return "\u{FFFD}" }
    return isWhole ? clean : clean.prefix(39) + "…"
  }
}
