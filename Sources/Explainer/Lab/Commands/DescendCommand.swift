import Core
import Presentation

/// `descend`: gradient descent on one knob, a step at a time.
let descendCommand = LabCommand(
  CommandDeclaration(
    "descend", .learn, .changesLab,
    [
      CommandForm(
        .required(.knob),
        adding: [.setting(rate), .plain(TargetWords.digit), .plain(TargetWords.kind)])
    ],
    summary: "let one knob take a step downhill",
    details: [
      "The step is the slope of the cost times the learning rate, against the slope. All other knobs stay where they are.",
      "On a terminal you see the knob roll down its cost, and Space takes the next step. \(code: "undo") takes a step back.",
      "What is wanted is known for drawings and data sets; else say it, as for \(code: "cost").",
    ],
    examples: ["descend b3[3] rate=5", "descend W3[3,0] 7"]),
  run: { lab, arguments, _ throws(LabError) in
    let knob = try Knob(arguments.required(.knob), in: lab.network)
    let before = try Slopes(lab, TargetOutputs(arguments, lab))
    let factor = try arguments.value(rate, orElse: usualRate)
    let step = DescentStep(knob, before, rate: factor)
    guard step.end.isFinite else { throw .tooLarge(what: "The step") }
    knob.set(step.end, in: &lab.network)
    let after = try Slopes(lab, TargetOutputs(arguments, lab))
    let words = [
      knob.name, try arguments.value(rate).map { "rate=\($0.brief)" },
      try arguments.value(TargetWords.digit).map(String.init),
      try arguments.value(TargetWords.kind).map(\.rawValue),
    ]
    let next = "descend " + words.compactMap(\.self).joined(separator: " ")
    return step.reply(after, next: LineKey(.character(" "), .right, line: next, label: "next step"))
  })

private let usualRate: Float = 1

private let rate = Parameter.real(
  RealNumber("rate", .setting, RealNumber.all), as: "R"
).noted("how far it goes for a slope of 1").usually(usualRate.brief)

/// A knob that went against its slope.
private struct DescentStep {
  let knob: Knob
  let start: Float
  let end: Float
  let slope: Float
  let rate: Float
  /// The cost before.
  let cost: Double

  init(_ knob: Knob, _ slopes: Slopes, rate: Float) {
    self.knob = knob
    self.rate = rate
    start = knob.value(in: slopes.network)
    slope = KnobGradientReport(slopes, knob).slope
    end = start - rate * slope
    cost = slopes.cost
  }

  /// - Parameter slopes: As they are after the step.
  func reply(_ slopes: Slopes, next: LineKey) -> Reply {
    let plot = KnobGradientReport(slopes, knob).rolling(from: Double(start))
    let heading = Block.heading("\(knob.name) takes a step down the cost of \(slopes.lab.subject)")
    let words = Block.tight([.table(table), .prose(sentence(slopes.cost).asOutcome)])
    return Reply(
      [
        .fitting([
          [heading, .figure(plot), words], [.tight([heading, .figure(plot.low)]), words],
          [heading, words],
        ])
      ],
      facts: slopes.facts.merging([
        "knob": .text(knob.name), "from": .number(start), "to": .number(end),
        "slope": .number(slope), "rate": .number(rate), "costBefore": .precise(cost),
      ]) { $1 }, next: .keys([next]))
  }

  private var table: Table {
    let change = Double(end) - Double(start)
    let column = NumberColumn([Double(start), Double(end)])
    let parts = column.parts([Double(start), change], of: Double(end))
    var table = Table(.leading, .decimal)
    table.add("\(knob.name) was", Prose(parts[0]))
    let shown = NumberColumn.alone(slope)
    table.add(
      "− \(rate.brief) × slope \(slope < 0 ? "(\(shown))" : shown)", Prose(parts[1]))
    table.rows.append(.rule)
    table.add("\(knob.name) is", Prose(column.text(Double(end)), .verdict))
    return table
  }

  private func sentence(_ after: Double) -> Prose {
    guard slope != 0 else { return "The ground is level here: its slope is 0, so it stays." }
    guard end != start else { return "So short a step does not move it." }
    let (old, new) = (NumberColumn.alone(cost), NumberColumn.alone(after))
    guard old != new else { return "The cost hardly changes: it is \(new)." }
    return after < cost
      ? "The cost fell from \(old) to \(new)."
      : "The cost rose from \(old) to \(new): the step went too far."
  }
}
