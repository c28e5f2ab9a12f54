import Core
import Presentation

/// The current digit under the hand: moved, turned, scaled and otherwise changed, with the network
/// looking on.
struct DigitMover: LabHand {
  /// All that was done to the picture.
  struct Changes: Equatable, Sendable {
    var pose = DigitPose()
    /// Steps by which lines are wider.
    var thickness: Float = 0
    /// How far each pixel is off at most.
    var noise: Float = 0
    var isInverted = false
  }

  var command: CommandDeclaration { moveDeclaration }
  var line: String { "move" }

  private let network: Network
  private let start: CurrentDigit
  private(set) var changes = Changes()
  private var showsReasons = false
  /// Whether the key pressed last would have led beyond an end.
  private var isAtEnd = false
  /// Where the mouse took hold of the picture, and where that was then.
  private var hold: Hold?

  private struct Hold: Equatable {
    let point: FieldPoint
    let pose: DigitPose
  }

  init(on lab: Lab) { (network, start) = (lab.network, lab.current) }

  /// The same noise for all that is done, so that it does not flicker.
  private static let noiseSeed: UInt64 = 3

  /// The picture with all that was done to it.
  var digit: Digit {
    var digit = changes.pose == DigitPose() ? start.digit : start.digit.posed(changes.pose)
    digit = digit.thickened(by: changes.thickness)
    if changes.noise > 0 {
      var generator = SeededGenerator(seed: Self.noiseSeed)
      digit = digit.noisy(by: changes.noise, using: &generator)
    }
    return changes.isInverted ? digit.inverted : digit
  }

  func keep(on lab: inout Lab) throws(LabError) -> Reply {
    guard changes != Changes() else { return Reply([.prose("Nothing has changed.")]) }
    lab.current = start.changed(to: digit, changes.words.joined(separator: ", "))
    return Verdict(try lab.digitPass(), lab).reply
  }
}

extension DigitMover.Changes {
  /// What was done, after the name of the picture.
  var words: [String] {
    var words: [String] = []
    if pose.right != 0 || pose.down != 0 {
      words.append(DigitChange.shift(right: pose.right, down: pose.down).words)
    }
    if pose.degrees != 0 { words.append(DigitChange.rotate(degrees: pose.degrees).words) }
    if pose.factor != 1 { words.append("scaled by \(Number.decimal(percent, places: 2))") }
    if thickness != 0 {
      words.append("\(thickness.magnitude.brief) \(thickness > 0 ? "thicker" : "thinner")")
    }
    if noise > 0 {
      words.append("with noise of \(Number.decimal(Int(nearest: noise * 10), places: 1))")
    }
    if isInverted { words.append("inverted") }
    return words
  }

  private var percent: Int { Int(nearest: pose.factor * 100) }
}

// MARK: What the hand does

/// What a key does to the digit.
enum MoveAction: Equatable, Sendable {
  case shift(right: Float, down: Float)
  case turn(Float)
  /// Times 1.1, so often.
  case scale(Int)
  case thicken(Float)
  case noise, invert, reasons, back, keep, leave
}

extension MoveAction {
  /// Whether it goes in a direction that has an end.
  fileprivate var goesFar: Bool {
    switch self {
    case .shift, .scale, .thicken: true
    case .turn, .noise, .invert, .reasons, .back, .keep, .leave: false
    }
  }
}

extension DigitMover {
  mutating func take(_ event: HandEvent) -> HandStep {
    switch event {
    case .key(let key): return Self.bindings.action(for: key).map { obey($0) } ?? .goesOn
    case .pointer(let pointer):
      follow(pointer)
      return .goesOn
    }
  }

  /// The picture goes where the mouse drags it.
  private mutating func follow(_ pointer: HandPointer) {
    switch pointer.phase {
    case .press:
      hold = pointer.point.isInside ? Hold(point: pointer.point, pose: changes.pose) : nil
    case .drag:
      guard let hold else { return }
      move(
        right: hold.pose.right + (pointer.point.x - hold.point.x).rounded(),
        down: hold.pose.down + (pointer.point.y - hold.point.y).rounded())
    case .release: hold = nil
    }
  }

  /// Further, and nothing would be left to see.
  private mutating func move(right: Float, down: Float) {
    let most = Float(Digit.side)
    changes.pose.right = min(max(right, -most), most)
    changes.pose.down = min(max(down, -most), most)
  }

  private static let scales: ClosedRange<Float> = 0.3...3
  private static let thicknesses: ClosedRange<Float> = -2...3
  private static let mostNoise: Float = 0.5

  private mutating func obey(_ action: MoveAction) -> HandStep {
    let before = changes
    defer { isAtEnd = action.goesFar && changes == before }
    switch action {
    case .shift(let right, let down):
      move(right: changes.pose.right + right, down: changes.pose.down + down)
    case .turn(let degrees):
      let turned = changes.pose.degrees + degrees
      changes.pose.degrees = turned > 180 ? turned - 360 : turned <= -180 ? turned + 360 : turned
    case .scale(let times):
      // In whole hundredths, so that a step back is where one was.
      let factor = times > 0 ? changes.pose.factor * 1.1 : changes.pose.factor / 1.1
      let rounded = (factor * 100).rounded() / 100
      changes.pose.factor = min(max(rounded, Self.scales.lowerBound), Self.scales.upperBound)
    case .thicken(let steps):
      changes.thickness = min(
        max(changes.thickness + steps, Self.thicknesses.lowerBound), Self.thicknesses.upperBound)
    case .noise:
      changes.noise = changes.noise >= Self.mostNoise ? 0 : changes.noise + 0.1
    case .invert: changes.isInverted.toggle()
    case .reasons: showsReasons.toggle()
    case .back: changes = Changes()
    case .keep: return .kept
    case .leave: return .left
    }
    return .goesOn
  }

  static let bindings: [KeyBinding<MoveAction>] =
    [
      KeyBinding(.left, action: .shift(right: -1, down: 0), label: "shift"),
      KeyBinding(.right, action: .shift(right: 1, down: 0), label: "shift"),
      KeyBinding(.up, action: .shift(right: 0, down: -1), label: "shift"),
      KeyBinding(.down, action: .shift(right: 0, down: 1), label: "shift"),
      KeyBinding(.character(","), action: .turn(-5), label: "rotate"),
      KeyBinding(.character("."), action: .turn(5), label: "rotate"),
      KeyBinding(.character("-"), action: .scale(-1), label: "scale"),
      KeyBinding(.character("+"), .character("="), action: .scale(1), label: "scale"),
      KeyBinding(
        .character("["), action: .thicken(-0.5), label: "thinner, thicker", shortLabel: "thick"),
      KeyBinding(
        .character("]"), action: .thicken(0.5), label: "thinner, thicker", shortLabel: "thick"),
      KeyBinding(.character("n"), action: .noise, label: "noise"),
      KeyBinding(.character("i"), action: .invert, label: "invert"),
      KeyBinding(.character("w"), action: .reasons, label: "why?"),
      KeyBinding(.character("r"), action: .back, label: "put it back", shortLabel: "back"),
    ] + KeyBinding.ends(keep: .keep, leave: .leave)

  var view: HandView {
    let digit = digit
    let reading = LiveReading(network, digit.pixels)
    let reasons = showsReasons ? reading.lead : nil
    let picture = HeatMap("", digit).noted {
      if let reasons { $0.tints = ReasonTints(reasons.parts, .asDrawn, on: digit).tints }
    }
    let words = changes.words.joined(separator: ", ")
    return HandView(
      title: "Move the digit",
      hints: words.isEmpty
        ? ["and see what the network makes of it"]
        : isAtEnd ? ["\(words): no further", "no further"] : [words],
      field: .picture(picture, pen: nil), side: HeatMap("as it was", start.digit),
      outputs: reading.chart, verdict: reading.verdict(really: start.label),
      legend: reasons?.legend, layers: reading.layers,
      keys: [KeyMention(gesture: "drag", "shift")] + Self.bindings.map { KeyMention($0) })
  }
}
