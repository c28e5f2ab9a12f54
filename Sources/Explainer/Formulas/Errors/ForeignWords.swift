import Presentation

// The words for what other languages have, and this one has not.

extension ExpressionError.Foreign {
  /// - Parameter meant: the lines to write instead, the likeliest first.
  func words(_ meant: [String]) -> ExpressionError.Kind.Words {
    (message, meant.isEmpty ? advice : "Did you mean \(listed(meant, "or"))?")
  }

  /// Whether a sentence may be read so: "mean of the outputs".
  var isOfWords: Bool {
    switch self {
    case .endlessArgument: true
    case .arrow, .numberApart, .layer, .loop, .choice, .withoutName, .secondSlope, .slopeOfValue,
      .shareOrRemainder, .braces,
      .member, .entry, .function, .blanks:
      false
    }
  }

  private var message: String {
    switch self {
    case .arrow: "This can be read in two ways."
    case .numberApart: "Digits of one number stand together."
    case .layer(let letter): "\(letter) alone does not say of which layer."
    case .loop: "There are no loops here: a formula works on all entries at once."
    case .choice: "A choice needs both values: one if it holds, one if not."
    case .withoutName: "This function has no name."
    case .secondSlope: "The slope of a slope is not computed exactly."
    case .slopeOfValue: "A slope is taken of a function, and this is a value."
    case .shareOrRemainder: "This can be read in two ways."
    case .braces: "Entries are taken, and vectors written, with [ ]."
    case .member(let name): "A value has no \(quote(name))."
    case .endlessArgument(let name): "It is open where what \(clip(name)) works on ends."
    case .entry(let name): "\(clip(name)) is not a function."
    case .function(let name): "There is no function \(quote(name))."
    case .blanks(let left, let right):
      "A comma is missing between \(clip(left)) and \(clip(right))."
    }
  }

  /// What to do where no line can be made from the one that was typed; each line works as it stands.
  private var advice: String {
    switch self {
    case .arrow: "Give a value with =: x = 5"
    case .numberApart: "Write 1,000 or 1000."
    case .layer(let letter): "Write the layer after it: \(letter)1"
    case .loop: "Squares of all pixels, added up: sum(a0^2)"
    case .choice: "Take where: where(a0 > 0.5, 1, 0)"
    case .withoutName: "Give it one: f(x) = x^2"
    case .secondSlope:
      "A difference of slopes comes near: (tanh'(1.001) - tanh'(0.999))/0.002"
    case .slopeOfValue: "Name what moves: slope(x -> x^2, 3)"
    case .shareOrRemainder: "A share is 50/100, what is left over 7 mod 3."
    case .braces: "A vector is [1, 2], an entry a1[3]."
    case .member, .function: "The functions are listed by help functions."
    case .endlessArgument(let name): "Use parentheses: \(Function.named[name]?.usage ?? "sqrt(2)")"
    case .entry: "An entry is written a1[3], a product 2*(3)."
    case .blanks: "Write [1, 2, 3]."
    }
  }
}
