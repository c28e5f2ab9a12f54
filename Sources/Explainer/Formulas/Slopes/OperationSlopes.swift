import Core

// How the operators and functions of the language pass slopes back: from those of something for their
// value to those for what they work on.

/// Slopes for a number that went with every entry of a list are added up.
private func gathered(_ slopes: [Double], for value: Value) -> [Double] {
  value.shape.count == 1 && slopes.count > 1 ? [total(slopes)] : slopes
}

/// Each of some slopes times the entry of a list, or times a number.
private func scaled(_ slopes: [Double], by factors: [Double]) -> [Double] {
  joined(slopes, factors, *)
}

/// The slopes for both sides of an operator; none for those that give 1 or 0.
func joinSlopes(
  _ symbol: Symbol, _ left: Value, _ right: Value, _ value: Value, _ slopes: [Double]
) -> [[Double]] {
  switch symbol {
  case .plus: return [gathered(slopes, for: left), gathered(slopes, for: right)]
  case .minus: return [gathered(slopes, for: left), gathered(slopes.map { -$0 }, for: right)]
  case .entryTimes: return factorSlopes(left, right, slopes)
  case .times: return productSlopes(left, right, slopes)
  case .divide, .entryDivide:
    let ofLeft = joined(slopes, right.entries, /)
    let quotients = joined(left.entries, right.entries) { $0 / $1 }
    let ofRight = zip(ofLeft, quotients.count == 1 ? ofLeft.map { _ in quotients[0] } : quotients)
    return [
      gathered(ofLeft, for: left), gathered(ofRight.map { -$0 * $1 }, for: right),
    ]
  case .power, .entryPower: return powerSlopes(left, right, value, slopes)
  case .modulo:
    // a - b⌊a/b⌋
    let wholes = joined(left.entries, right.entries) { ($0 / $1).rounded(.down) }
    let ofRight = joined(slopes, wholes, *).map { -$0 }
    return [gathered(slopes, for: left), gathered(ofRight, for: right)]
  case .less, .greater, .atMost, .atLeast, .equal, .notEqual, .assign, .and, .or, .wholeQuotient:
    return []
  case .not, .transpose, .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .comma,
    .range, .colon, .root, .sum, .bar, .member, .degree, .bang, .question, .semicolon,
    .openBrace, .closeBrace, .arrow, .define, .fraction:
    preconditionFailure("joins no two values")
  }
}

private func factorSlopes(_ left: Value, _ right: Value, _ slopes: [Double]) -> [[Double]] {
  [
    gathered(scaled(slopes, by: right.entries), for: left),
    gathered(scaled(slopes, by: left.entries), for: right),
  ]
}

/// Of L·R with slopes S for the product: S·Rᵀ for L, and Lᵀ·S for R.
private func productSlopes(_ left: Value, _ right: Value, _ slopes: [Double]) -> [[Double]] {
  let (rows, inner, columns): (Int, Int, Int)
  switch (left.shape, right.shape) {
  case (.number, _), (_, .number): return factorSlopes(left, right, slopes)
  case (.vector(let count), .vector): (rows, inner, columns) = (1, count, 1)
  case (.matrix(let r, let i), .vector): (rows, inner, columns) = (r, i, 1)
  case (.matrix(let r, let i), .matrix(_, let c)): (rows, inner, columns) = (r, i, c)
  case (.vector(let r), .matrix(_, let c)): (rows, inner, columns) = (r, 1, c)
  }
  let turnedRight = transposed(right.entries, lines: columns, length: inner)
  let turnedLeft = transposed(left.entries, lines: inner, length: rows)
  return [
    Core.product(slopes, rows: rows, turnedRight, inner: columns, columns: inner),
    Core.product(turnedLeft, rows: inner, slopes, inner: rows, columns: columns),
  ]
}

/// Of xⁿ: n·xⁿ⁻¹ for x, and ln x · xⁿ for n where x is above 0.
private func powerSlopes(
  _ base: Value, _ exponent: Value, _ value: Value, _ slopes: [Double]
) -> [[Double]] {
  let ofBase = joined(base.entries, exponent.entries) { x, n in
    n == 0 ? 0 : n * precisePower(x, n - 1)
  }
  let ofExponent = joined(base.entries, value.entries) { x, power in
    x > 0 ? preciseLogarithm(x) * power : 0
  }
  return [
    gathered(zip(slopes, ofBase).map(*), for: base),
    gathered(zip(slopes, ofExponent).map(*), for: exponent),
  ]
}

/// The slopes for the elements of a list: numbers, or rows of one length.
func listSlopes(_ slopes: [Double], _ elements: [Value]) -> [[Double]] {
  let rows = elements.count
  guard case .vector(let columns) = elements[0].shape else { return slopes.map { [$0] } }
  return (0..<rows).map { row in (0..<columns).map { slopes[$0 * rows + row] } }
}

/// The slopes for a value from those for its transpose.
func transposedSlopes(_ slopes: [Double], of shape: Shape) -> [Double] {
  guard case .matrix(let rows, let columns) = shape else { return slopes }
  return transposed(slopes, lines: rows, length: columns)
}

/// Slopes put where their entries stand, 0 elsewhere.
func scattered(_ slopes: [Double], to positions: [Int], of count: Int) -> [Double] {
  var all = [Double](repeating: 0, count: count)
  for (position, slope) in zip(positions, slopes) { all[position] += slope }
  return all
}

// MARK: Functions

extension Function {
  /// The slopes for every argument, from those for the value; none where it gives leaps.
  func slopes(_ arguments: [Value], _ value: Value, _ slopes: [Double]) -> [[Double]] {
    switch slope {
    case .entrywise(let slope): [zip(slopes, arguments[0].entries).map { $0 * slope($1) }]
    case .flat: []
    case .chained(let chain): chain(arguments, value, slopes)
    }
  }
}

/// Of softmax s: s ⊙ (S − s·S).
func softmaxSlopes(_ arguments: [Value], _ value: Value, _ slopes: [Double]) -> [[Double]] {
  let shares = value.entries
  let mean = dotProduct(shares, slopes)
  return [zip(shares, slopes).map { $0 * ($1 - mean) }]
}

/// Of the smallest or largest: all goes to the entry, or the side, that was taken.
///
/// - Parameter isTaken: whether the first of two is taken, which it is where both are the same.
func extremeSlopes(
  _ arguments: [Value], _ value: Value, _ slopes: [Double], _ isTaken: (Double, Double) -> Bool
) -> [[Double]] {
  guard arguments.count == 2 else {
    let position = arguments[0].entries.firstIndex(of: value.entries[0]) ?? 0
    return [scattered(slopes, to: [position], of: arguments[0].shape.count)]
  }
  let (a, b) = (arguments[0], arguments[1])
  let taken = joined(a.entries, b.entries) { isTaken($0, $1) ? 1.0 : 0 }
  return [
    gathered(zip(slopes, taken).map { $0 * $1 }, for: a),
    gathered(zip(slopes, taken).map { $0 * (1 - $1) }, for: b),
  ]
}

/// What lies inside the ends follows; the ends are followed by what was moved to them.
func clipSlopes(_ arguments: [Value], _ value: Value, _ slopes: [Double]) -> [[Double]] {
  let (low, high) = (arguments[1].entries[0], arguments[2].entries[0])
  let pairs = zip(slopes, arguments[0].entries)
  return [
    pairs.map { $1 >= low && $1 <= high ? $0 : 0 },
    [pairs.reduce(0) { $0 + ($1.1 < low ? $1.0 : 0) }],
    [pairs.reduce(0) { $0 + ($1.1 > high ? $1.0 : 0) }],
  ]
}

func choiceSlopes(_ arguments: [Value], _ value: Value, _ slopes: [Double]) -> [[Double]] {
  let holds = arguments[0].entries.map { $0 != 0 }
  let isYes = { (index: Int) in holds[holds.count == 1 ? 0 : index] }
  let yes = slopes.enumerated().map { isYes($0.offset) ? $0.element : 0 }
  let no = slopes.enumerated().map { isYes($0.offset) ? 0 : $0.element }
  return [
    [Double](repeating: 0, count: holds.count), gathered(yes, for: arguments[1]),
    gathered(no, for: arguments[2]),
  ]
}

func outerSlopes(_ arguments: [Value], _ value: Value, _ slopes: [Double]) -> [[Double]] {
  let (left, right) = (arguments[0].entries, arguments[1].entries)
  let rows = left.count
  return [
    left.indices.map { row in
      right.indices.reduce(0) { $0 + slopes[$1 * rows + row] * right[$1] }
    },
    right.indices.map { column in
      left.indices.reduce(0) { $0 + slopes[column * rows + $1] * left[$1] }
    },
  ]
}
