import Core

extension Function {
  /// All of them, in the order to list them. Arguments are as many as `arguments` allows, finite,
  /// and have entries.
  package static let all: [Function] =
    Activation.allCases.map(Function.init) + ofNumbers + gathering + extremes + arranging + building
    + counting

  private static let ofNumbers: [Function] = [
    Function(
      ["softmax"], "softmax(z3)", "e^z as a share of the sum of all e^z",
      slope: .chained(softmaxSlopes),
      softmax),
    Function(["exp"], "e^z", slope: preciseExponential, preciseExponential) { $0.map(exponential) },
    Function(
      ["log", "ln"], "log(a1)", "natural logarithm, to base e, entry by entry",
      slope: .entrywise { 1 / $0 }
    ) { (arguments) throws(OperationError) in try logarithms(arguments[0], base: nil) },
    Function(
      ["log2"], "log2(a1)", "logarithm to base 2, entry by entry",
      slope: .entrywise { 1 / ($0 * preciseLogarithm(2)) }
    ) { (arguments) throws(OperationError) in try logarithms(arguments[0], base: 2) },
    Function(
      ["log10"], "log10(a1)", "logarithm to base 10, entry by entry",
      slope: .entrywise { 1 / ($0 * preciseLogarithm(10)) }
    ) { (arguments) throws(OperationError) in try logarithms(arguments[0], base: 10) },
    Function(
      ["sqrt"], "sqrt(a1)", "square root, entry by entry",
      slope: .entrywise { 1 / (2 * $0.squareRoot()) }, squareRoot),
    Function("sin", "sine, in radians", slope: preciseCosine, preciseSine),
    Function("cos", "cosine, in radians", slope: { -preciseSine($0) }, preciseCosine),
    Function(
      "tan", "tangent, in radians", slope: { 1 / (preciseCosine($0) * preciseCosine($0)) }
    ) { preciseSine($0) / preciseCosine($0) },
    Function("abs", "distance from 0", slope: { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }) { $0.magnitude },
    Function("sign", "-1, 0 or 1") { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 },
    Function(
      ["round"], takes: 1...2, "round(x) or round(x, 2)",
      "nearest whole number, or to so many decimals; halves away from 0", rounded),
    Function("floor", "next whole number below") { $0.rounded(.down) },
    Function("ceil", "next whole number above") { $0.rounded(.up) },
    Function(
      ["mod"], takes: 2...2, "mod(5, 3)", "what is left over by a division, also 5 % 3",
      slope: .chained { joinSlopes(.modulo, $0[0], $0[1], $1, $2) }
    ) { (arguments) throws(OperationError) in try remainder(arguments[0], arguments[1]) },
    Function(
      ["pow"], takes: 2...2, "pow(2, 3)", "a power, entry by entry, also 2^3",
      slope: .chained { joinSlopes(.entryPower, $0[0], $0[1], $1, $2) }
    ) { (arguments) throws(OperationError) in try entryPower(arguments[0], arguments[1]) },
    Function(["factorial"], "factorial(5)", "1·2·3… up to it, also 5!", factorials),
    Function(
      ["clip"], takes: 3...3, "clip(x, low, high)", "what lies outside is moved to the nearer end",
      slope: .chained(clipSlopes), clipped),
    Function(
      ["where"], takes: 3...3, "where(a0 > 0.5, 1, 0)",
      "the second where the first holds, else the third",
      slope: .chained(choiceSlopes), chosen),
  ]

  private static let gathering: [Function] = [
    Function(
      gathering: ["sum"], "all entries, added up",
      slopes: { entries, _ in [Double](repeating: 1, count: entries.count) }, total, single: total),
    Function(
      gathering: ["mean"], "the average entry",
      slopes: { entries, _ in
        [Double](repeating: 1 / Double(entries.count), count: entries.count)
      }, { total($0) / Double($0.count) }
    ) { total($0) / Float($0.count) },
    Function(
      gathering: ["std"], "typical distance from the mean: root of the mean square",
      slopes: { entries, value in
        let mean = total(entries) / Double(entries.count)
        return entries.map { value == 0 ? 0 : ($0 - mean) / (value * Double(entries.count)) }
      }, deviation
    ) { Float(deviation($0.map(Double.init))) },
    Function(
      gathering: ["norm"], "length: root of the sum of squares",
      slopes: { entries, value in entries.map { value == 0 ? 0 : $0 / value } }, norm
    ) { Float(norm($0.map(Double.init))) },
    Function(["any"], "any(a0 > 0.5)", "1 if one entry is not 0", along: true) {
      (arguments) throws(OperationError) in
      .truth(try arguments[0].truths(operand: 0).contains(true))
    },
    Function(["all"], "all(a1 > 0)", "1 if no entry is 0", along: true) {
      (arguments) throws(OperationError) in
      .truth(try !arguments[0].truths(operand: 0).contains(false))
    },
    Function(
      ["dot"], takes: 2...2, "dot(u, v)", "products entry by entry, added up",
      slope: .chained { arguments, value, outer in
        joinSlopes(.times, arguments[0], arguments[1], value, outer)
      }, dot),
  ]

  private static let extremes: [Function] = [
    Function(
      ["min"], takes: 1...2, "min(a1) or min(a, b)", "smallest entry, or the smaller of two",
      along: true, slope: .chained { extremeSlopes($0, $1, $2) { $0 <= $1 } }, least),
    Function(
      ["max"], takes: 1...2, "max(a1) or max(a, b)", "largest entry, or the larger of two",
      along: true, slope: .chained { extremeSlopes($0, $1, $2) { $0 >= $1 } }, greatest),
    Function(
      ["argmax"], "argmax(a3)", "index of the largest entry, from 0", along: true, indexOfLargest),
    Function(
      ["argmin"], "argmin(a3)", "index of the smallest entry, from 0", along: true, indexOfSmallest),
    Function(
      ["sort"], "sort(a3)", "the entries, smallest first", along: true,
      slope: .chained { arguments, _, outer in
        [scattered(outer, to: order(arguments[0].entries), of: outer.count)]
      }, sorted),
    Function(
      ["argsort"], "argsort(a3)", "indices of the entries, the smallest's first", along: true,
      indicesInOrder),
    Function(
      ["top"], takes: 2...2, "top(a3, 3)", "so many of the largest entries, the largest first",
      slope: .chained { arguments, value, outer in
        let best = order(arguments[0].entries, largestFirst: true).prefix(value.shape.count)
        return [
          scattered(outer, to: Array(best), of: arguments[0].shape.count), [0],
        ]
      }, largest),
  ]

  private static let arranging: [Function] = [
    Function(
      ["transpose"], "transpose(W1)", "rows become columns, also W1ᵀ",
      slope: .chained { arguments, _, outer in [transposedSlopes(outer, of: arguments[0].shape)] }
    ) { (arguments) throws(OperationError) in try transposed(arguments[0]) },
    Function(
      ["reshape"], takes: 2...3, "reshape(a0, 28, 28)", "the same entries, row after row",
      slope: .chained { arguments, value, outer in
        [columnMajor(rowMajor(outer, value.shape), arguments[0].shape)]
          + arguments.dropFirst().map { _ in [0] }
      }, reshaped),
    Function(
      ["outer"], takes: 2...2, "outer(u, v)", "a matrix: every entry of u times every entry of v",
      slope: .chained(outerSlopes), outer),
  ]

  private static let building: [Function] = [
    Function(["zeros"], takes: 1...2, "zeros(10) or zeros(16, 784)", "entries that are all 0") {
      (arguments) throws(OperationError) in try filled(arguments, with: 0)
    },
    Function(["ones"], takes: 1...2, "ones(10) or ones(16, 784)", "entries that are all 1") {
      (arguments) throws(OperationError) in try filled(arguments, with: 1)
    },
    Function(
      ["range"], takes: 1...2, "range(10) or range(2, 10)",
      "whole numbers from 0, or from the first, the last left out", wholeNumbers),
    Function(
      ["rectangle"], takes: 4...4, "rectangle(row, column, height, width)",
      "784 pixels: 1 inside, 0 outside", rectangle),
  ]

  /// Functions whose names are also words: a learner's own value may be called so, as it stands
  /// without parentheses.
  package static let words: Set = [
    slopeName, "sign", "clip", "where", "any", "all", "sort", "top", "outer", "zeros", "ones",
    "range", "len", "factorial", "mod", "pow",
  ]

  /// Named after what it is asked for: its first argument is a function's name, which no value is.
  static let slopeName = "slope"

  private static let counting: [Function] = [
    Function(
      [slopeName], takes: 2...2, "slope(sigmoid, 0)",
      "how steeply a function rises at a place, your own as well"
    ) { (_) throws(OperationError) in throw OperationError(.slopeOfWhat) },
    Function(["count", "len"], "count(a1)", "how many entries") {
      .number(Double($0[0].shape.count))
    },
    Function(["rows"], "rows(W1)", "how many rows; a vector stands as a column", rows),
    Function(["columns"], "columns(W1)", "how many columns; a vector has 1", columns),
    Function(["shape"], "shape(W1)", "rows and columns", shape),
  ]
}
