import Core
import Formulas
import Presentation

/// `plot`.
let plotCommand = LabCommand(
  CommandDeclaration(
    "plot", .compute, .looks, [CommandForm(.line(curves))],
    summary: "draw a function of x",
    details: [
      "An expression in x is drawn from \(code: "-6") to \(code: "6"), or between two numbers at the end of the line. A function's name alone means that function of x.",
      "Commas separate curves that share the axes; each is drawn in its own stroke. Where an expression has no value, as 1/x at 0, its curve has a gap.",
      "Where \(code: "x") has a value of its own, it is marked on a single curve, with the slope there.",
      "The network's numbers may be used: \(code: "plot sigmoid(W1[5]*a0 + x)") turns one bias.",
    ],
    examples: [
      "plot sigmoid", "plot sigmoid(x), relu(x)", "plot x^2 - 1 -2 2", "plot 1/x, x -4 4",
      "plot sigmoid(W1[5]*a0 + x) -10 10",
    ]),
  run: { lab, arguments, _ throws(LabError) in
    let names = lab.names
    return try PlotRequest(arguments.required(curves), names).reply(names)
  })

private let curves = Parameter.formula(
  "function or expression", as: "EXPRESSION[, EXPRESSION ...] [FROM TO]"
).suggesting { tab in
  guard tab.words.isEmpty else { return [] }
  return Function.all.filter { $0.arguments.contains(1) }.map { .init($0.names[0], note: $0.note) }
}

/// What was asked to be drawn.
private struct PlotRequest {
  private let line: PlotLine
  private let from: Double
  private let to: Double
  private let curves: [Syntax]

  /// Odd, so that the middle of a range is among the samples.
  private static let samples = 241
  private static let mostCurves = 4

  init(_ typed: String, _ names: NameTable) throws(LabError) {
    // A shell's words come in quotes where they hold spaces.
    let text = String(typed.map { $0 == "\"" ? " " : $0 })
    let words = text.split(whereSeparator: \.isWhitespace)
    let range = words.suffix(2).compactMap { Self.number(String($0)) }
    let hasRange = range.count == 2 && words.count > 2
    (from, to) = hasRange ? (range[0], range[1]) : (-6, 6)
    if hasRange { try Self.check(from, to) }
    line = PlotLine(hasRange ? String(text[..<words[words.count - 2].startIndex]) : text, names)
    do { curves = try Syntax.parseList(line.completed) } catch {
      throw .formula(line.asTyped(error), line: line.typed)
    }
    guard curves.count <= Self.mostCurves else {
      throw .tooManyCurves(curves.count, most: Self.mostCurves)
    }
  }

  /// A plain number: digits, a point, a sign, a power of ten.
  private static func number(_ word: String) -> Double? {
    let plain = word.replacing("−", with: "-")
    guard plain.allSatisfy({ "+-.0123456789eE".contains($0) }), let number = Double(plain),
      number.isFinite
    else { return nil }
    return number
  }

  private static func check(_ from: Double, _ to: Double) throws(LabError) {
    try checkReach(from, to)
    let ends = [from, to].map {
      RoundNumber($0, within: max(abs($0), 1) * 1e-6).text
    }
    guard from < to else { throw .reversedRange(from: ends[0], to: ends[1]) }
    // Fewer digits than this between the ends, and the labels would be all alike.
    guard to - from > 1e-9 * max(abs(from), abs(to)), to - from > 1e-290
    else { throw .rangeTooNarrow(from: from.words, to: to.words) }
  }

  private static func checkReach(_ ends: Double...) throws(LabError) {
    guard let end = ends.first(where: { abs($0) > Curve.reach }) else { return }
    throw .outOfBounds(
      Number.readable(end),
      NumberBounds(
        name: "end of the plot", role: .amount, isWhole: false, low: "-1e300", high: "1e300"))
  }

  func reply(_ names: NameTable) throws(LabError) -> Reply {
    var series: [LinePlot.Series] = []
    for syntax in curves {
      do {
        let curve = try Curve(of: syntax, in: names, over: from...to, count: Self.samples)
        series.append(LinePlot.Series(syntax.label, curve))
      } catch {
        throw .formula(line.asTyped(error), line: line.typed)
      }
    }
    var plot = LinePlot(series, from: from, to: to)
    plot.tangent = tangent(names)
    let names = series.map(\.label).joined(separator: ", ")
    try Self.checkReach(from, to)
    let ends = [from, to].map { RoundNumber($0, within: abs($0) * 1e-6).text }
    return Reply(
      [
        .heading("\(names) from \(ends[0]) to \(ends[1])"), .figure(.linePlot(plot)),
        .prose(Prose(plot.sentence)),
      ], facts: facts(plot))
  }

  /// Where x stands on a single curve, if it has a value here and the curve a slope.
  private func tangent(_ names: NameTable) -> LinePlot.Tangent? {
    guard curves.count == 1, let x = names.bindings[Curve.variable]?.number, from <= x, x <= to,
      let gradient = try? FormulaGradient(of: curves[0], in: names),
      let slope = try? gradient.slopes(of: Curve.variable)?.number
    else { return nil }
    return LinePlot.Tangent(
      x: x, y: gradient.value, slope: slope, label: "\(Curve.variable) now")
  }

  private func facts(_ plot: LinePlot) -> [String: Fact] {
    [
      "from": .precise(from), "to": .precise(to),
      "curves": .list(
        plot.series.map { series in
          .object([
            "expression": .text(series.label),
            "points": .list(
              series.curve.points.map { .list([.precise($0.x), $0.y.map(Fact.precise) ?? .null]) }),
          ])
        }),
    ]
  }
}

/// What stands after `plot`: a function's name alone is given its `(x)`, and errors are pointed at
/// where they are in what was typed.
private struct PlotLine {
  let typed: String
  let completed: String
  /// Where `(x)` was put in, in characters of `completed`.
  private let insertions: [Int]

  private static let argument = Array("(\(Curve.variable))")

  init(_ typed: String, _ names: NameTable) {
    self.typed = typed
    var characters = Lexer.characters(of: typed, most: Limits.standard.characters + 1)
    var insertions: [Int] = []
    let tokens = Lexer.tokens(of: characters)
    for (index, token) in tokens.enumerated() {
      guard case .name(let name) = token.kind, names.isFunction(name),
        index == 0 || tokens[index - 1].kind == .symbol(.comma),
        [.end, .symbol(.comma)].contains(tokens[index + 1].kind)
      else { continue }
      let end = token.range.upperBound + insertions.count * Self.argument.count
      characters.insert(contentsOf: Self.argument, at: end)
      insertions.append(end)
    }
    completed = String(characters)
    self.insertions = insertions
  }

  /// The same error with its range in what was typed.
  func asTyped(_ error: ExpressionError) -> ExpressionError {
    func typed(_ index: Int) -> Int {
      insertions.reduce(index) { moved, start in
        moved - min(max(index - start, 0), Self.argument.count)
      }
    }
    return ExpressionError(
      kind: error.kind, range: typed(error.range.lowerBound)..<typed(error.range.upperBound))
  }
}

extension Syntax {
  /// The whole as it was typed.
  fileprivate var label: String {
    text(nodes[nodes.count - 1].outer)
  }
}
