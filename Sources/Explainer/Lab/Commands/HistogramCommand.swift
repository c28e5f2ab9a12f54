import Core
import Formulas
import Presentation

/// `histogram`: how many of a formula's numbers lie where.
let histogramCommand = LabCommand(
  CommandDeclaration(
    "histogram", .compute, .looks, [CommandForm(.line(.expression))],
    summary: "how many of some numbers lie where",
    details: [
      "The numbers are sorted into bins of one width. A number on the edge of two bins counts in the upper one.",
      "All numbers of a formula are taken together, whatever its shape.",
    ],
    examples: ["histogram W1", "histogram b2", "histogram W1[5]", "histogram W2 - transpose(W2)"]),
  run: { lab, arguments, _ throws(LabError) in
    let text = try arguments.required(.expression)
    let numbers = try lab.value(of: FormulaLine(text)).entries
    if let end = numbers.first(where: { $0.isFinite && $0.magnitude > Histogram.reach }) {
      throw .outOfBounds(
        Number.readable(end),
        NumberBounds(
          name: "number in a histogram", role: .amount, isWhole: false, low: "-1e300", high: "1e300"
        ))
    }
    return histogramReply(Histogram(text.excerpt, numbers))
  })

private func histogramReply(_ histogram: Histogram) -> Reply {
  func fact(_ value: Double?) -> Fact { value.map(Fact.precise) ?? .null }
  return Reply(
    [.figure(.histogram(histogram)), .prose(Prose(histogram.sentence))],
    facts: [
      "bins": .list(
        histogram.bins.map {
          .object(["from": .precise($0.from), "to": .precise($0.to), "count": .integer($0.count)])
        }),
      "count": .integer(histogram.count), "notFinite": .integer(histogram.notFinite),
      "mean": fact(histogram.mean), "smallest": fact(histogram.smallest),
      "largest": fact(histogram.largest),
    ])
}
