// The words for plots that cannot be drawn and for steps that cannot be taken.

extension Problem {
  var plotWording: (message: String, hint: Prose) {
    switch self {
    case .notStepping:
      return ("You aren't stepping.", "Type \(code: "step") to start.")
    case .reversedRange(let from, let to):
      return (
        "From \(from.excerpt) to \(to.excerpt) there is nothing to draw.",
        "Write the left end first, such as \(code: "plot sigmoid -6 6")."
      )
    case .rangeTooNarrow(let from, let to):
      return (
        "From \(from.excerpt) to \(to.excerpt) there is too little room for a curve.",
        "Put the ends further apart."
      )
    case .tooManyCurves(let count, let most):
      return (
        "\(count) curves in one plot could not be told apart.", "At most \(most) are drawn at once."
      )
    default: preconditionFailure("worded elsewhere")
    }
  }
}
