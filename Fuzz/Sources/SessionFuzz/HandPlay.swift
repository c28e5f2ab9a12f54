import Core
import Explainer
import Presentation

/// A hand that does anything at all on a screen under it, which is looked at in windows of all sizes.
struct HandPlay {
  /// What is to be kept; nil where it was left, or nobody came to an end.
  private(set) var kept: HandScreen?
  private var screen: HandScreen
  private var generator: SeededGenerator

  private static let keys: [KeyName] =
    [.left, .right, .up, .down, .tab, .pageUp, .pageDown]
    + "xxurcnw[],.-+=0it ".map { .character($0) }
  private static let events = 60

  init(_ screen: HandScreen, seed: Int) {
    self.screen = screen
    generator = SeededGenerator(seed: UInt64(seed))
  }

  mutating func run(_ violations: inout Violations) {
    look(&violations)
    for _ in 0..<Self.events {
      violations.expect(screen.take(event()) == .goesOn, "only its keys leave a screen", "")
      if generator.next(below: 6) == 0 { look(&violations) }
    }
    if screen.take(.key(.enter)) == .kept { kept = screen }
    var other = screen
    // A drawing is not thrown away unasked.
    let hasLeft = other.take(.key(.escape)) == .left || other.take(.key(.escape)) == .left
    violations.expect(hasLeft, "Escape leaves, the second time at the latest", "")
  }

  private mutating func event() -> HandEvent {
    guard generator.next(below: 3) == 0 else {
      return .key(Self.keys[generator.next(below: Self.keys.count)])
    }
    let point = FieldPoint(
      x: Float(generator.next(below: 400)) / 10 - 6, y: Float(generator.next(below: 400)) / 10 - 6,
      isInside: generator.next(below: 5) > 0)
    let phases: [HandPointer.Phase] = [.press, .drag, .drag, .drag, .release]
    return .pointer(
      HandPointer(
        phases[generator.next(below: phases.count)],
        generator.next(below: 4) == 0 ? .second : .first, at: point))
  }

  private mutating func look(_ violations: inout Violations) {
    let windows = [(40, 12), (40, 24), (60, 20), (80, 24), (119, 40), (200, 60), (80, 3)]
    let (columns, rows) = windows[generator.next(below: windows.count)]
    let depths = TerminalCapabilities.ColorDepth.allCases
    let capabilities = TerminalCapabilities(
      columns: columns, rows: rows, colors: depths[generator.next(below: depths.count)],
      unicode: generator.next(below: 2) == 0)
    let frame = TextRenderer(capabilities).screen(screen.view, rows: rows).frame
    violations.expect(
      frame.lines.count <= rows, "a screen has so many rows", "\(frame.lines.count)")
    Shown(frame.lines.joined(separator: "\n"), capabilities).check(&violations)
  }
}
