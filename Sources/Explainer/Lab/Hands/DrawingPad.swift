import Core
import Presentation

/// A sheet of paper of 28×28 pixels, a pen, and the network looking over one's shoulder.
struct DrawingPad: LabHand {
  /// What the pen does where it goes.
  enum Tool: Equatable, Sendable { case nothing, draws, rubs }

  var command: CommandDeclaration { drawDeclaration }
  var line: String { "draw" }

  private let network: Network
  private var paper = Revisions(Sketch())
  /// Whether the network gets the paper as it is.
  private(set) var isRaw = false
  private var showsReasons = false
  private var pen = Drawing.Point(x: Float(Digit.side) / 2 + 0.5, y: Float(Digit.side) / 2 + 0.5)
  private var tool = Tool.nothing
  /// Whether the pen is held by the mouse, which lets it go when its button is released.
  private var isPointed = false
  private var brush = 2
  /// What is told of the key pressed last, where it did not do what it says.
  private var notice: Notice?

  private enum Notice: Equatable {
    /// Enter was pressed over an empty sheet.
    case nothingToKeep
    /// The drawing would be lost: the same key again throws it away.
    case throwsAway
  }

  init(on lab: Lab) { network = lab.network }

  /// The radius of each brush, in pixels.
  private static let brushes: [Float] = [0.7, Drawing.usualPen, 1.6, 2.2]
  private var radius: Float { Self.brushes[brush - 1] }

  /// What is drawn, in pixels of the paper.
  var sketch: Sketch { paper.now }

  /// The picture that the network gets.
  var digit: Digit { isRaw ? sketch.asDrawn() : sketch.normalized().digit }

  func keep(on lab: inout Lab) throws(LabError) -> Reply {
    lab.current = CurrentDigit(digit, label: nil, origin: "your drawing")
    return try lab.drawnReply(sketch, isRaw: isRaw)
  }
}

// MARK: What the hand does

extension DrawingPad {
  mutating func take(_ event: HandEvent) -> HandStep {
    let told = notice
    notice = nil
    switch event {
    case .key(let key):
      guard let action = bindings.action(for: key) else { return .goesOn }
      return action == .leave ? leave(key, told) : obey(action)
    case .pointer(let pointer): return follow(pointer)
    }
  }

  /// Drawing takes long: a key that is pressed by mistake throws nothing away. Ctrl is no mistake.
  private mutating func leave(_ key: KeyName, _ told: Notice?) -> HandStep {
    if case .control = key { return .left }
    guard !sketch.isEmpty, told != .throwsAway else { return .left }
    notice = .throwsAway
    return .goesOn
  }

  private mutating func follow(_ pointer: HandPointer) -> HandStep {
    let point = Drawing.Point(
      x: Self.onPaper(pointer.point.x), y: Self.onPaper(pointer.point.y))
    switch pointer.phase {
    case .press:
      lift()
      if pointer.point.isInside { take(pointer.button, at: point) }
    case .drag where isPointed: move(to: point)
    // From beside the sheet, or where the press was lost: some terminals keep that with Shift.
    case .drag: if pointer.point.isInside { take(pointer.button, at: point) }
    case .release: if isPointed { lift() }
    }
    return .goesOn
  }

  /// The mouse takes the pen.
  private mutating func take(_ button: HandPointer.Button, at point: Drawing.Point) {
    lift()
    pen = point
    isPointed = true
    set(button == .first ? .draws : .rubs)
  }

  private static func onPaper(_ coordinate: Float) -> Float {
    min(max(coordinate, 0.5), Float(Digit.side) - 0.5)
  }

  private mutating func obey(_ action: PadAction) -> HandStep {
    switch action {
    case .move(let across, let down):
      // On the middle of a pixel, wherever a mouse has left it.
      move(
        to: Drawing.Point(
          x: Self.onPaper(pen.x.rounded(.down) + 0.5 + Float(across)),
          y: Self.onPaper(pen.y.rounded(.down) + 0.5 + Float(down))))
    case .pen: tool == .draws ? lift() : set(.draws)
    case .rub: tool == .rubs ? lift() : set(.rubs)
    case .brush(let change):
      brush = min(max(brush + change, 1), Self.brushes.count)
      // What is being drawn goes on in the new width.
      if tool == .draws, !isPointed { begin() }
    case .undo:
      lift()
      paper.undo()
    case .redo:
      lift()
      paper.redo()
    case .clear:
      lift()
      if !sketch.isEmpty { paper.change { $0 = Sketch() } }
    case .raw: isRaw.toggle()
    case .reasons: showsReasons.toggle()
    case .keep:
      guard sketch.isEmpty else { return .kept }
      notice = .nothingToKeep
    case .leave: return .left
    }
    return .goesOn
  }

  private mutating func lift() { (tool, isPointed) = (.nothing, false) }

  private mutating func set(_ new: Tool) {
    tool = new
    switch new {
    case .nothing: break
    case .draws: begin()
    case .rubs:
      let (pen, radius) = (pen, radius)
      paper.change { $0.rub(from: pen, to: pen, radius: radius) }
    }
  }

  private mutating func begin() {
    let stroke = Sketch.Stroke([pen], penRadius: radius)
    paper.change { $0.strokes.append(stroke) }
  }

  private mutating func move(to point: Drawing.Point) {
    let (start, radius) = (pen, radius)
    guard point != start else { return }
    pen = point
    switch tool {
    case .nothing: break
    case .draws:
      guard isRoomLeft else { break }
      paper.amend { $0.strokes[$0.strokes.count - 1].points.append(point) }
    case .rubs: paper.amend { $0.rub(from: start, to: point, radius: radius) }
    }
  }

  private var isRoomLeft: Bool {
    !sketch.isEmpty
      && sketch.strokes.reduce(0) { $0 + $1.points.count } < SketchFile.mostPoints
  }
}

// MARK: Keys

/// What a key does on the drawing pad.
enum PadAction: Equatable, Sendable {
  case move(across: Int, down: Int)
  case pen, rub, undo, redo, clear, raw, reasons, keep, leave
  /// Wider, or narrower.
  case brush(Int)
}

extension DrawingPad {
  /// The keys, with what they do now.
  private var bindings: [KeyBinding<PadAction>] {
    Self.bindings(tool, brush: brush, isRaw: isRaw, showsReasons: showsReasons)
  }

  /// The keys, with what they do on an empty sheet or on one of another kind.
  static func bindings(
    _ tool: Tool = .nothing, brush: Int? = nil, isRaw: Bool = false, showsReasons: Bool = false
  ) -> [KeyBinding<PadAction>] {
    let brush = brush.map { "brush \($0)" } ?? "brush"
    return [
      KeyBinding(.left, action: .move(across: -1, down: 0), label: "move"),
      KeyBinding(.right, action: .move(across: 1, down: 0), label: "move"),
      KeyBinding(.up, action: .move(across: 0, down: -1), label: "move"),
      KeyBinding(.down, action: .move(across: 0, down: 1), label: "move"),
      KeyBinding(
        .character(" "), action: .pen, label: tool == .draws ? "pen up" : "pen down",
        shortLabel: "pen"),
      KeyBinding(
        .character("x"), action: .rub, label: tool == .rubs ? "stop rubbing" : "rub out",
        shortLabel: "rub"),
      KeyBinding(.character("["), action: .brush(-1), label: brush),
      KeyBinding(.character("]"), action: .brush(1), label: brush),
      KeyBinding(.character("u"), action: .undo, label: "undo"),
      KeyBinding(.character("r"), action: .redo, label: "redo"),
      KeyBinding(.character("c"), action: .clear, label: "clear"),
      KeyBinding(
        .character("n"), action: .raw, label: isRaw ? "center it" : "leave it raw",
        shortLabel: isRaw ? "center" : "raw"),
      KeyBinding(
        .character("w"), action: .reasons, label: showsReasons ? "just the ink" : "why?",
        shortLabel: showsReasons ? "ink" : "why?"),
    ] + KeyBinding.ends(keep: .keep, leave: .leave)
  }
}

// MARK: What is seen

extension DrawingPad {
  var view: HandView {
    let paper = sketch.asDrawn()
    let (normalized, placement) = sketch.normalized()
    let reading = LiveReading(network, (isRaw ? paper : normalized).pixels)
    let reasons = showsReasons && !sketch.isEmpty ? reading.lead : nil
    var picture = HeatMap("", paper)
    if let reasons {
      picture = picture.noted {
        $0.tints = ReasonTints(reasons.parts, isRaw ? .asDrawn : placement, on: paper).tints
      }
    }
    return HandView(
      title: "Draw a digit", hints: hints,
      field: .picture(
        picture,
        pen: .init(row: Int(nearest: pen.y - 0.5), column: Int(nearest: pen.x - 0.5))),
      side: HeatMap(isRaw ? "as it is" : "as the network gets it", isRaw ? paper : normalized),
      outputs: reading.chart,
      verdict: said ?? reading.verdict(),
      legend: reasons?.legend, layers: reading.layers,
      keys: [
        KeyMention(gesture: "drag", "draw"), KeyMention(gesture: "right drag", "rub out"),
      ] + bindings.map { KeyMention($0) })
  }

  /// What is said in place of a verdict; short enough for a line of 40 columns.
  private var said: Prose? {
    switch notice {
    case .nothingToKeep: "Nothing to keep yet: draw, or Escape."
    case .throwsAway: "Throw it away? Escape. Keep it? Enter."
    case nil: sketch.isEmpty ? "Nothing is drawn yet." : nil
    }
  }

  private var hints: [String] {
    switch tool {
    case .nothing:
      ["press and drag, or move with the arrows and press Space", "drag, or arrows and Space"]
    case .draws: ["the pen is down"]
    case .rubs: ["the rubber is down"]
    }
  }
}
