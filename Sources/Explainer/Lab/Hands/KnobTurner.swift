import Core
import Presentation

/// A knob under the hand, and the cost as a curve over it with a ball where the knob stands.
struct KnobTurner: LabHand {
  var command: CommandDeclaration { turnDeclaration }
  let line: String

  private let target: TargetOutputs
  private let readsDigits: Bool
  private let start: Turnable
  private var now: Turnable
  private var knob: TurnedKnob
  /// Fine steps from where the knob stood when it came under the hand.
  private var steps = 0
  private var origin: Float
  /// Those that were under the hand, in order.
  private var known: [TurnedKnob]
  /// The cost over the knob.
  private var curve: LinePlot
  /// Whether the key pressed last would have led beyond an end.
  private var isAtEnd = false
  /// Whether the key pressed last found no other knob that matters.
  private var isLast = false

  init(_ knob: TurnedKnob, line: String, _ target: TargetOutputs, on lab: Lab) throws(LabError) {
    (self.line, self.target, self.knob) = (line, target, knob)
    readsDigits = lab.readsDigits
    start = Turnable(network: lab.network, input: try lab.pass().input)
    now = start
    origin = start[knob]
    known = [knob]
    curve = Self.curve(now, knob, target, around: [origin], Self.limits(knob, readsDigits))
  }

  // MARK: Steps

  /// Fine steps in a coarse one.
  private static let coarse = 10

  /// How far a fine step goes: for large knobs further.
  private var fine: Float {
    if limits != nil { return 0.02 }
    let exponent = max(RoundNumber.exponent(of: Double(origin.magnitude)), 0)
    return Float(0.05 * RoundNumber.power(min(exponent, 30)))
  }

  /// A pixel is black at 0 and white at 1.
  private var limits: ClosedRange<Float>? { Self.limits(knob, readsDigits) }

  private static func limits(_ knob: TurnedKnob, _ isPicture: Bool) -> ClosedRange<Float>? {
    switch knob {
    case .input: isPicture ? 0...1 : nil
    case .parameter: nil
    }
  }

  private static func curve(
    _ now: Turnable, _ knob: TurnedKnob, _ target: TargetOutputs, around values: [Float],
    _ limits: ClosedRange<Float>?
  ) -> LinePlot {
    let cost = now.cost(over: knob, target)
    guard limits == nil else { return LinePlot(costFrom: 0, to: 1, cost) }
    let reach = max(2, values.reduce(0) { max($0, Double($1.magnitude)) })
    let ends = RoundNumber.ends(
      around: Double(values.min() ?? 0) - reach, Double(values.max() ?? 0) + reach)
    return LinePlot(costFrom: ends.low, to: ends.high, cost)
  }
}

// MARK: What the hand does

/// What a key does to a knob.
enum TurnAction: Equatable, Sendable {
  /// By so many fine steps.
  case turn(Int)
  case next, back, keep, leave
}

extension KnobTurner {
  mutating func take(_ event: HandEvent) -> HandStep {
    guard case .key(let key) = event, let action = Self.bindings.action(for: key) else {
      return .goesOn
    }
    (isAtEnd, isLast) = (false, false)
    switch action {
    case .turn(let count): turn(by: count)
    case .next: takeNext()
    case .back: put(start[knob], steps: 0)
    case .keep: return .kept
    case .leave: return .left
    }
    return .goesOn
  }

  private mutating func turn(by count: Int) {
    let value = origin + Float(steps + count) * fine
    guard let limits, !limits.contains(value) else { return put(value, steps: steps + count) }
    // At either end it stops, and steps are counted from there.
    let end = min(max(value, limits.lowerBound), limits.upperBound)
    isAtEnd = true
    origin = end
    put(end, steps: 0)
  }

  private mutating func put(_ value: Float, steps: Int) {
    guard value.isFinite else { return }
    if steps == 0 { origin = value }
    self.steps = steps
    now[knob] = value
    guard limits == nil, !(curve.from...curve.to).contains(Double(value)) else { return }
    curve = Self.curve(now, knob, target, around: [origin, value], nil)
  }

  /// The knob that matters most now comes under the hand.
  private mutating func takeNext() {
    guard let next = now.slopes(target).steepest(like: knob, but: known) else {
      isLast = true
      return
    }
    knob = next
    known.append(next)
    (origin, steps) = (now[next], 0)
    curve = Self.curve(now, next, target, around: [origin], limits)
  }

  static let bindings: [KeyBinding<TurnAction>] =
    [
      KeyBinding(.left, action: .turn(-1), label: "turn"),
      KeyBinding(.right, action: .turn(1), label: "turn"),
      KeyBinding(.pageDown, action: .turn(-coarse), label: "turn far", shortLabel: "far"),
      KeyBinding(.pageUp, action: .turn(coarse), label: "turn far", shortLabel: "far"),
      KeyBinding(
        .tab, action: .next, label: "the next knob that matters most", shortLabel: "next knob"),
      KeyBinding(.character("r"), action: .back, label: "put it back", shortLabel: "back"),
    ] + KeyBinding.ends(keep: .keep, leave: .leave)
}

// MARK: What is seen

extension KnobTurner {
  var view: HandView {
    let reading = LiveReading(now.network, now.input)
    let slope = now.slopes(target).slope(of: knob)
    let value = now[knob]
    let cost = now.cost(over: knob, target)(Double(value))
    var plot = curve
    plot.namesCurve = false
    plot.tangent = LinePlot.Tangent(
      x: Double(value), y: cost, slope: Double(slope), label: "\(knob.name) now")
    return HandView(
      title: "Turn a knob",
      hints: hints(slope),
      field: .plot(plot, numbers: numbers(reading.pass, cost, slope)), side: picture,
      outputs: reading.chart,
      verdict: reading.verdict(really: target.label), layers: reading.layers,
      keys: Self.bindings.map { KeyMention($0) })
  }

  /// What is under the hand, and what there is to know of it first.
  private func hints(_ slope: Float) -> [String] {
    let name = knob.name
    let whole = "\(name), \(knob.words(isPicture: readsDigits))"
    if isAtEnd {
      let end = now[knob] > 0 ? "white" : "black"
      return ["\(whole): it's all \(end)", "\(name) is all \(end)", "it's all \(end)"]
    }
    if isLast { return ["\(name): no other knob matters now", "no other knob matters"] }
    guard hardlyMatters(slope) else { return [whole, name] }
    return [
      "\(whole): it hardly matters here, Tab goes to one that does",
      "\(name) hardly matters here: Tab goes to a knob that does",
      "\(name) hardly matters: press Tab", "hardly matters: press Tab",
    ]
  }

  /// Whether nothing on the curve is far from where it is now, while another knob does much more.
  private func hardlyMatters(_ slope: Float) -> Bool {
    let heights = curve.series[0].curve.points.compactMap(\.y)
    guard let low = heights.min(), let high = heights.max(), high > 0 else { return true }
    guard high - low < Self.level * high else { return false }
    let slopes = now.slopes(target)
    let next = slopes.steepest(like: knob, but: known).map { slopes.slope(of: $0).magnitude } ?? 0
    return slope.magnitude * Self.muchMore < next
  }

  /// A curve whose heights differ by less than this share looks flat from 0 on.
  private static let level = 0.25
  private static let muchMore: Float = 4

  /// The digit, with the pixel that is turned; nil where the inputs are no picture.
  private var picture: HeatMap? {
    guard readsDigits else { return nil }
    return HeatMap("the digit", Digit(pixels: now.input)).noted {
      guard case .input(let index) = knob else { return }
      let (row, column) = (index / Digit.side, index % Digit.side)
      $0.marked = .init(rows: row..<row + 1, columns: column..<column + 1)
    }
  }

  private func numbers(_ pass: ForwardPass, _ cost: Double, _ slope: Float) -> Table {
    var table = Table(.leading, .decimal)
    table.add(Prose(knob.name, .verdict), Prose(Number.shown(now[knob]), .verdict))
    if case .parameter(let knob) = knob {
      let neuron = pass.layers[knob.layer - 1]
      let activation = now.network.layer(knob.layer).activation
      table.add(
        Prose("z of \(knob.layer).\(knob.neuron)"), Prose(Number.shown(neuron.z[knob.neuron])))
      table.add(Prose(activation.shortFormula), Prose(Number.shown(neuron.a[knob.neuron])))
    }
    table.add("cost", Prose(NumberColumn.alone(cost)))
    table.add(Prose("slope", .code), Prose(NumberColumn.alone(slope), .code))
    return table
  }
}

// MARK: What is kept

extension KnobTurner {
  /// Those that stand elsewhere than before, in the order in which they came under the hand.
  private var turned: [TurnedKnob] { known.filter { now[$0] != start[$0] } }

  func keep(on lab: inout Lab) throws(LabError) -> Reply {
    let turned = turned
    guard let first = turned.first else { return Reply([.prose("Nothing has changed.")]) }
    var reply: Reply
    switch first {
    case .parameter(let knob) where turned.count == 1:
      reply = try lab.turn(knob, to: now[first])
    case .parameter: reply = try lab.change(words) { $0 = now.network }
    case .input:
      if readsDigits {
        lab.current = lab.current.changed(
          to: Digit(pixels: now.input), "\(counted(turned.count, "pixel")) turned")
      } else {
        lab.typed?.inputs = now.input
      }
      reply = lab.movedReply(words)
    }
    reply.facts["knobs"] = .list(
      turned.map {
        .object([
          "knob": .text($0.name), "from": .number(start[$0]), "to": .number(now[$0]),
        ])
      })
    return reply
  }

  /// As many as are told one by one.
  private static let mostTold = 3

  private var words: Prose {
    let turned = turned
    guard turned.count <= Self.mostTold else {
      return
        "\(Number.grouped(turned.count)) knobs are turned, from \(turned[0].name) to \(turned[turned.count - 1].name)."
    }
    return Prose(
      turned.map { knob in
        let (from, to) = Contrast.shown(start[knob], now[knob])
        return "\(knob.name) went from \(from) to \(to)."
      }.joined(separator: " "))
  }
}
