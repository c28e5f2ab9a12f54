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
    let (given, digit, kind) = (
      try arguments.value(rate), try arguments.value(TargetWords.digit),
      try arguments.value(TargetWords.kind)
    )
    return step.reply(after) { other in
      let words = [
        knob.name, (other ?? given).map { "rate=\($0.brief)" }, digit.map(String.init),
        kind.map(\.rawValue),
      ]
      return "descend " + words.compactMap(\.self).joined(separator: " ")
    }
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
    slope = slopes.slope(of: knob)
    end = start - rate * slope
    cost = slopes.cost
  }

  /// - Parameters:
  ///   - slopes: As they are after the step.
  ///   - line: What takes another step: with a learning rate, or with the one of this step.
  func reply(_ slopes: Slopes, line: (_ rate: Float?) -> String) -> Reply {
    let next = LineKey(.character(" "), .right, line: line(nil), label: "next step")
    let report = KnobGradientReport(slopes, knob)
    let plot = report.rolling(from: Double(start))
    let outcome = sentence(slopes.cost, further: report.visibleRate.map(line))
    let heading = Block.heading("\(knob.name) takes a step down the cost of \(slopes.lab.subject)")
    let words = Block.tight([.table(table), .prose(outcome.asOutcome)])
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

  /// With as many digits as the step needs to be seen; one too short to move the knob stands alone.
  private var table: Table {
    let change = Double(end) - Double(start)
    let column = NumberColumn(
      [Double(start), Double(end)], digits: start == end ? 4 : digits(of: change))
    let parts = column.parts([Double(start), change], of: Double(end))
    var table = Table(.leading, .decimal)
    table.add("\(knob.name) was", Prose(parts[0]))
    let shown = NumberColumn.alone(slope)
    let step = -rate * slope
    table.add(
      "− \(rate.brief) × slope \(slope < 0 ? "(\(shown))" : shown)",
      Prose(start == end && step != 0 ? NumberColumn.alone(step) : parts[1]))
    table.rows.append(.rule)
    table.add("\(knob.name) is", Prose(column.text(Double(end)), .verdict))
    return table
  }

  /// How many digits of a knob leave two to a change of it; nine tell any two values of it apart.
  private func digits(of change: Double) -> Int {
    let largest = Double(max(start.magnitude, end.magnitude))
    let gap = RoundNumber.exponent(of: largest) - RoundNumber.exponent(of: change.magnitude)
    return min(max(gap + 2, 4), 9)
  }

  /// - Parameter further: A line whose step is seen to lower the cost, if there is one.
  private func sentence(_ after: Double, further: String?) -> Prose {
    let (old, new) = (NumberColumn.alone(cost), NumberColumn.alone(after))
    let remedy: Prose =
      further.map { "\(code: $0) goes far enough to see it fall." }
      ?? "Try another knob, or another digit."
    guard slope != 0 else {
      return "The ground is level here: its slope is 0, so it stays. " + remedy
    }
    guard end != start else { return "So short a step does not move it. " + remedy }
    guard old != new else { return "The cost hardly changes: it is \(new). " + remedy }
    return after < cost
      ? "The cost fell from \(old) to \(new)."
      : "The cost rose from \(old) to \(new): the step went too far."
  }
}
