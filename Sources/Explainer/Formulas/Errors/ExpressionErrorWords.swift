import Presentation

// The words for expressions that have no value: what is wrong, and what would be right.

extension ExpressionError {
  /// What is wrong, in one sentence.
  public var message: String { kind.words.message }

  /// What would be right, in one sentence or two.
  public var hint: String { kind.words.hint }
}

extension ExpressionError.Kind {
  package typealias Words = (message: String, hint: String)

  /// One table and no default, so that the compiler sees that nothing goes without words.
  package var words: Words {
    switch self {
    case .nothing:
      ("There is nothing to compute.", "Type a sum, a name or a formula, as sigmoid(W1*a0 + b1).")
    case .unknownCharacter(let character): unknown(character)
    case .numberTooLarge(let text):
      ("\(clip(text)) is too large.", Self.reach)
    case .missingValue(let left, let right): missingValue(left, right)
    case .missingOperator(let left, let right, let inList):
      missingOperator(clip(left), clip(right), inList)
    case .unclosed(let bracket):
      ("This \(bracket.opening) is never closed.", "Add \(bracket.closing) where it ends.")
    case .unexpectedClose(let bracket, let open): unexpectedClose(bracket, open)
    case .unexpectedComma(let left, let right): unexpectedComma(clip(left), clip(right))
    case .rangeOutsideIndex:
      ("A slice stands only inside an index.", "It is written a1[2..5], or a1[2:6] as in Python.")
    case .sliceWithStep:
      ("A slice takes every entry: it has no step.", "Give its two ends: a1[2:6]")
    case .unmatchedBar:
      ("This | has no partner.", "A distance from 0 is written |x| or abs(x).")
    case .ambiguousProduct(let divisor, let factor):
      ambiguousProduct(clip(divisor), factor == "(" ? "(…)" : clip(factor))
    case .sameParameter(let name):
      ("\(clip(name)) stands here twice.", "Give each argument a name of its own.")
    case .noAxis(let name):
      ("\(clip(name)) takes no axis.", "sum, mean, min, max, argmax and sort do: sum(W1, axis=1).")
    case .noSlopeOf(let name):
      (
        "\(clip(name))' stands for no slope here.",
        "A slope is taken of a function of one number, as sigmoid'(z1)."
      )
    case .emptyVector: ("A vector has at least one entry.", "Write its entries, as [0.2, 0.5].")
    case .chainedComparison:
      ("Only two values are compared at a time.", "Write a < b and b < c.")
    case .tooManyIndices:
      ("A third index has nothing to count.", "A matrix has rows and columns: W1[5, 300].")
    case .unknownName(let name, let nearest): unknownName(name, nearest)
    case .unknownFunction(let name, let nearest):
      (
        "There is no function \(quote(name)).",
        didYouMean(nearest)
          ?? "Define it first: \(clip(name))(x) = x^2"
      )
    case .refused(let foreign, let meant): foreign.words(meant)
    case .keepsWhat:
      (
        "keepdims is True or False, and stands after an axis that is a number.",
        "Write sum(W1, axis=1, keepdims=True)."
      )
    case .notAFunction(let name):
      ("\(clip(name)) is not a function.", "Its first entry is written \(clip(name))[0].")
    case .functionWithoutParentheses(let name, let argument):
      (
        "\(clip(name)) is a function, and takes its argument in parentheses.",
        argument.map { "Write \(name)(\(clip($0)))." }
          ?? "Write \(Function.named[name]?.usage ?? "\(clip(name))(1)")."
      )
    case .entryWithoutLayer(let letters, let indices):
      (
        "\(clip(letters)) alone does not say of which layer.",
        "Name the layer: \(indices.count == 2 ? "W2" : "a1")[\(indices.map(String.init).joined(separator: ", "))]"
      )
    case .readOnly(let name):
      (
        "\(clip(name)) belongs to the network.",
        "Turn one knob with: set \(Self.knob(name)) = 0.5. Or bind another name, as x = …"
      )
    case .readOnlyEntry(let entry, let value): readOnlyEntry(entry, value)
    case .entryOfBinding(let name):
      (
        "One entry of \(clip(name)) cannot be changed.",
        "Bind the whole: \(clip(name)) = [0.2, 0.5]. To compare, write =="
      )
    case .reserved(let name):
      ("\(clip(name)) has a meaning already.", "Bind another name, as x = …")
    case .noSuchLayer(let name, let layers): noSuchLayer(name, layers)
    case .layerMissing(let letter, let layers):
      (
        "\(letter) alone does not say of which layer.",
        "Write the layer after it: \(Self.names(letter, layers))."
      )
    case .noDigit(let name):
      ("\(clip(name)) has no value, as no digit is loaded.", "Load one: digit 7")
    case .slopeOfWhat:
      (
        "A slope is taken of a function, at a place.",
        "Write slope(sigmoid, 0), or for a formula: gradient of x^2 with respect to x."
      )
    case .slopeOfSlope: ExpressionError.Foreign.secondSlope.words([])
    case .notLabelled(let name):
      (
        "\(name) has no value: nobody has said which digit this is.",
        "Take one of the data, as digit random, or bind it: \(name == NameTable.label ? "label = 7" : "y = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0]")."
      )
    case .callsItself(let name):
      ("\(clip(name)) would call itself without end.", "Define it by other functions.")
    case .inside(let name, let kind):
      ("In \(clip(name)): \(kind.words.message)", kind.words.hint)
    case .mismatch(let rule, let left, let right, let candidates):
      mismatch(rule, left, right, candidates)
    case .needs(let requirement, let sign, let given): needs(requirement, sign, given)
    case .argumentCount(let function, let given, let usage):
      (
        "\(function) was given \(counted(given, "value")).",
        "Write \(usage)."
      )
    case .raggedRows(let first, let other):
      (
        "This element \(other.phrase) and the first \(first.phrase).",
        "All elements must be numbers, or rows of one length: [[1, 2], [3, 4]]."
      )
    case .indexNotWhole(let index):
      (
        "\(index.words) is not a whole number.",
        "Entries are counted 0, 1, 2 and so on; try round(…)."
      )
    case .indexOutOfRange(let index, let count, let axis):
      (
        "There is no \(axis.one) \(index.words).",
        count == 1
          ? "There is one, and its index is 0."
          : "There are \(counted(count, axis.one, axis.many)), counted from 0 to \(Number.grouped(count - 1))."
      )
    case .reversedRange(let first, let last):
      ("The slice \(first)..\(last) runs backwards.", "Write \(last)..\(first).")
    case .emptySlice(let first, let last):
      (
        "From \(first) up to \(last), which is left out, there is no entry.",
        "The second number has to be larger."
      )
    case .reversedEnds(let low, let high):
      (
        "The low end \(low.words) is above the high end \(high.words).",
        "Write the smaller one first."
      )
    case .unlikeShapes(let shape, let other):
      (
        "One part \(shape.phrase) and this one \(other.phrase).",
        "All three are numbers or have one shape: where(a0 > 0.5, 1, 0)."
      )
    case .reshape(let shape, let wanted):
      (
        "\(Number.grouped(shape.count)) entries don't fill \(wanted.description).",
        "Rows times columns must be \(Number.grouped(shape.count)): reshape(a0, 28, 28)."
      )
    case .countNotWhole(let number):
      (
        "\(number.words) is not a whole number.",
        "This counts entries or decimals: 1, 2, 3 and so on."
      )
    case .countOutOfRange(let number, let range):
      (
        "\(number.words) can't stand here.",
        "It goes from \(Number.grouped(range.lowerBound)) to \(Number.grouped(range.upperBound))."
      )
    case .noSuchAxis(let number, let shape):
      switch shape {
      case .number, .vector:
        ("A vector has no axis \(number.words).", "It has one, and that is 0.")
      case .matrix:
        (
          "A matrix has no axis \(number.words).",
          "0 goes down the columns, 1 along the rows: sum(W1, axis=1)."
        )
      }
    case .maskCount(let given, let count, let axis):
      (
        "This condition has \(counted(given, "entry", "entries")), and there are \(counted(count, axis.one, axis.many)).",
        "Ask it of what is taken from, as a1[a1 > 0.5]."
      )
    case .maskEmpty:
      ("The condition holds nowhere, so nothing is taken.", "Count where it holds: sum(a1 > 0.5)")
    case .noSingleValue(let shape):
      ("A slope is taken of one number; this gives \(shape).", "Add up its entries with sum(…).")
    case .noSlopeHere:
      (
        "There is no slope here: it is too large, or no number.",
        "Move a little away from this place."
      )
    case .outsidePicture(let number, let argument, let range):
      (
        "The picture is 28×28: its \(argument.word) cannot be \(number.words) here.",
        "It goes from \(range.lowerBound) to \(range.upperBound)."
      )
    case .overflow(let text, let index, let isSingle):
      isSingle
        ? ("\(entry(index, of: text)) is too large for a Float.", Self.singleReach)
        : ("\(entry(index, of: text)) is too large.", Self.reach)
    case .productOverflow(let text, let left, let right):
      ("\(clip(text)) is \(left.words) × \(right.words): too large.", Self.reach)
    case .noSingle(let text, let index):
      (
        "\(entry(index))\(clip(text)) is too large for a Float on the way.",
        "A comparison with the network's numbers is made in Float. \(Self.singleReach)"
      )
    case .divisionByZero(let divisor, let index): divisionByZero(divisor, index)
    case .logarithm(let number, let index):
      (
        "\(entry(index))\(number.words) has no logarithm.",
        "e to any power is above 0, so log takes numbers above 0 only."
      )
    case .squareRoot(let number, let index):
      (
        "\(entry(index))\(number.words) has no square root.",
        "A square is never below 0; abs(…) drops the sign."
      )
    case .power(let base, let exponent, let index): power(base, exponent, index)
    case .factorial(let number, let index):
      (
        "\(entry(index))\(number.words) has no factorial here.",
        "Take a whole number from 0 to 170: 5! is 120."
      )
    case .notACurve(let shape):
      (
        "A curve needs one number for each x; this gives \(shape).",
        "Take one entry, a sum or a mean."
      )
    case .tooLargeToDraw:
      ("This curve is too large to draw.", "Curves reach from -1e300 to 1e300: divide it.")
    case .tooLong(let most):
      (
        "The line is too long to read.",
        "At most \(Number.grouped(most)) characters; bind parts to names."
      )
    case .tooDeep(let most):
      ("Too many brackets inside brackets.", "At most \(most); bind the inner part to a name.")
    case .tooManyParts(let most):
      (
        "The expression has too many parts.",
        "At most \(Number.grouped(most)); bind parts to names."
      )
    case .tooManyEntries(let shape, let most):
      (
        "The result would be \(shape).",
        "At most \(Number.grouped(most)) entries fit; take a slice first."
      )
    case .tooMuchWork:
      ("This would take too long to compute.", "Take a slice first, or compute it in steps.")
    }
  }
}

// MARK: Reading

extension ExpressionError.Kind {
  private func unknown(_ character: String) -> Words {
    let meant: [String: String] = [
      ";": "Rows have brackets of their own: [[1, 2], [3, 4]].",
      "‖": "The length of a vector is norm(a1).", "~": "To deny something, write not before it.",
      "!": "To deny something, write not before it.",
      "{": "Write ( or [.", "}": "Write ) or ].",
      "%": "A share is written 0.5; % has no meaning here.", "⁽": "A layer is written a⁽¹⁾ or a1.",
      "∞": "No number is larger than all others. Take a large one, as 1e9.",
    ]
    let fallback = "Names, numbers, + - * / ^ .* and ( ) [ ] are understood; see help expressions."
    return ("\(quote(character)) has no meaning here.", meant[character] ?? fallback)
  }

  private func missingValue(_ left: String?, _ right: String?) -> Words {
    let message =
      switch (left, right) {
      case (let left?, let right?) where "([,".contains(left) && ")],".contains(right):
        "A value is missing between \(left) and \(right)."
      case ("..", _), ("...", _): "The end of the slice is missing."
      case (_, ".."), (_, "..."): "The start of the slice is missing."
      case (let left?, _): "A value is missing after \(clip(left))."
      case (nil, let right): "A value is missing before \(clip(right ?? "the end"))."
      }
    if left != nil, right == "not" { return (message, "Put it in parentheses: (not …).") }
    return (message, "A number, a name such as a1, or something in parentheses would do.")
  }

  private func missingOperator(_ left: String, _ right: String, _ inList: Bool) -> Words {
    inList
      ? ("A comma is missing between \(left) and \(right).", "Write \(left), \(right).")
      : (
        "An operator is missing between \(left) and \(right).",
        "A product is written \(left)*\(right == "(" ? "(…)" : right)."
      )
  }

  private func ambiguousProduct(_ divisor: String, _ factor: String) -> Words {
    (
      "This can be read in two ways.",
      "Write /(\(divisor)*\(factor)) to divide by both, or /\(divisor)*\(factor) to divide by \(divisor) only."
    )
  }

  private func unexpectedClose(
    _ bracket: ExpressionError.Bracket, _ open: ExpressionError.Bracket?
  ) -> Words {
    guard let open else {
      return (
        "This \(bracket.closing) closes nothing.",
        "Drop it, or open \(bracket.opening) before."
      )
    }
    return (
      "\(bracket.closing) stands where \(open.opening) should be closed.",
      "Write \(open.closing) here."
    )
  }

  private func unexpectedComma(_ left: String, _ right: String) -> Words {
    let isNumber = left.allSatisfy(\.isASCIIDigit) && right.allSatisfy(\.isASCIIDigit)
    return (
      "A comma stands only in [ ], in a function's ( ), or between thousands.",
      isNumber && !left.isEmpty && !right.isEmpty
        ? "Write \(left).\(right) for a decimal, [\(left), \(right)] for a vector."
        : "A vector is written [1, 2], a large number 12,544."
    )
  }
}

// MARK: Names

extension ExpressionError.Kind {
  private func unknownName(_ name: String, _ nearest: String?) -> Words {
    if name == NameTable.answer {
      return ("There is no last value yet.", "Compute something first, as count(W1).")
    }
    if name == "end" { return ("An entry is not counted by end.", "The last is a1[-1].") }
    if ["inf", "Inf", "Infinity"].contains(name) {
      return ("No number is larger than all others.", "Take a large one, as 1e9.")
    }
    if Constant.absent.contains(name) {
      return ("There is no \(name) here: every name has a value.", "For nothing, take 0.")
    }
    return (
      "There is no \(quote(name)) here.",
      didYouMean(nearest) ?? "Bind it first: \(clip(name)) = 0.5"
    )
  }

  private func didYouMean(_ name: String?) -> String? { name.map { "Did you mean \($0)?" } }

  private func noSuchLayer(_ name: String, _ layers: ClosedRange<Int>) -> Words {
    let letter = String(name.prefix(1))
    let isInput = name == letter + "0"
    let why =
      isInput
      ? "Layer 0 is the image: it has activations a0 only." : "There is no \(quote(name)) here."
    return (why, "This network has \(Self.names(letter, layers)).")
  }

  private func readOnlyEntry(_ entry: String, _ value: String) -> Words {
    let isKnob = entry.first == "W" || entry.first == "b"
    return isKnob
      ? (
        "\(clip(entry)) is a knob of the network, and = does not turn it.",
        "Turn it with: set \(clip(entry)) = \(clip(value)). To compare, write =="
      )
      : (
        "\(clip(entry)) is computed by the network.",
        "Change the digit or a weight to change it. To compare, write =="
      )
  }

  /// A knob of this name, for an example.
  private static func knob(_ name: String) -> String {
    switch name.first {
    case "W": "\(clip(name))[3,4]"
    case "b": "\(clip(name))[3]"
    case .some, .none: "W2[3,4]"
    }
  }

  private static func names(_ letter: String, _ layers: ClosedRange<Int>) -> String {
    let first = "\(letter)\(layers.lowerBound)"
    return layers.count == 1 ? "\(first) only" : "\(first) to \(letter)\(layers.upperBound)"
  }
}

extension ExpressionError.Bracket {
  fileprivate var opening: String {
    switch self {
    case .round: "("
    case .square: "["
    case .curly: "{"
    }
  }

  fileprivate var closing: String {
    switch self {
    case .round: ")"
    case .square: "]"
    case .curly: "}"
    }
  }
}

/// A learner's own text, short enough to stand in a sentence with another.
func clip(_ text: String) -> String { text.excerpt(upTo: 24) }

func quote(_ text: String) -> String { "'\(clip(text))'" }
