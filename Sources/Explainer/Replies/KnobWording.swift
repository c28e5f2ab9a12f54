extension Problem {
  /// What is said of expressions and knobs.
  var knobWording: (message: String, hint: Prose) {
    switch self {
    case .expression(let error, _): return (error.message, Prose(error.hint))
    case .bindingInExplain:
      return ("A line that binds a name is not explained.", "Explain what stands after the =.")
    case .nameIsCommand(let name):
      return ("'\(name.excerpt)' is a command, so it cannot be a name.", "Choose another name.")
    case .notAKnob(let word):
      return (
        "'\(word.excerpt)' is not a knob.",
        "A weight is written \(code: "W2[3,4]"), a bias \(code: "b1[0]")."
      )
    case .noSuchInput(let input, let layer, let count):
      return (
        "The neurons of layer \(layer) have no input \(input).",
        "They have \(Number.grouped(count)): inputs count from 0 to \(count - 1)."
      )
    case .unknownActivation(let word):
      return (
        "There is no activation '\(word.excerpt)'.",
        "It is \(code: "sigmoid") or \(code: "relu")."
      )
    case .tooManyKnobs(let count, let limit):
      return (
        "That network would have \(Number.grouped(count)) knobs.",
        "Up to \(Number.grouped(limit)) can be made here; \(code: "params") counts any."
      )
    case .nothingToUndo: return ("There is nothing to undo.", "Nothing was changed yet.")
    case .nothingToRedo:
      return ("There is nothing to do again.", "Only what was undone just before can be.")
    default: preconditionFailure("worded elsewhere")
    }
  }

  /// The line and the part of it that is wrong, in characters from 0, where a part is.
  var place: (line: String, range: Range<Int>)? {
    guard case .expression(let error, let line) = self else { return nil }
    return (line, error.range)
  }
}
