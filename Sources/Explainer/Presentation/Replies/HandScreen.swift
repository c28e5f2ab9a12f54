/// A screen under the learner's hand: a value that takes what the hand does and tells what is to be
/// seen, without a terminal. Whoever has one reads keys and the mouse, draws, and comes back with what
/// was kept.
public struct HandScreen: Equatable, Sendable {
  /// What the hand works on.
  package private(set) var content: any HandContent

  /// A screen for what the hand works on.
  package init(_ content: any HandContent) { self.content = content }

  /// What is to be seen now.
  public var view: HandView { content.view }

  /// Takes in what the hand did.
  public mutating func take(_ event: HandEvent) -> HandStep { content.take(event) }

  /// Whether both are the same work at the same point.
  public static func == (first: HandScreen, second: HandScreen) -> Bool {
    first.content.isEqual(to: second.content)
  }
}

/// What a screen under the hand works on.
package protocol HandContent: Equatable, Sendable {
  /// What is to be seen now.
  var view: HandView { get }
  /// Takes in what the hand did.
  mutating func take(_ event: HandEvent) -> HandStep
}

extension HandContent {
  func isEqual(to other: any HandContent) -> Bool { (other as? Self) == self }
}

/// What the hand did.
public enum HandEvent: Equatable, Sendable {
  case key(KeyName)
  case pointer(HandPointer)
}

/// What the mouse, or whatever points, did on the picture.
public struct HandPointer: Equatable, Sendable {
  /// What it did.
  public enum Phase: Equatable, Sendable { case press, drag, release }
  /// Which button it did it with.
  public enum Button: Equatable, Sendable {
    case first
    /// Or the first one with Shift.
    case second
  }

  /// What it did.
  public var phase: Phase
  /// Which button it did it with.
  public var button: Button
  /// Where.
  public var point: FieldPoint

  /// Something that the mouse did.
  public init(_ phase: Phase, _ button: Button = .first, at point: FieldPoint) {
    (self.phase, self.button, self.point) = (phase, button, point)
  }
}

/// A point on the picture that the hand works on, in its pixels: x from the left edge, y from the top.
public struct FieldPoint: Equatable, Sendable {
  /// From the left edge.
  public var x: Float
  /// From the top edge.
  public var y: Float
  /// Whether it lies on the picture.
  public var isInside: Bool

  /// A point on the picture, or beside it.
  public init(x: Float, y: Float, isInside: Bool = true) {
    (self.x, self.y, self.isInside) = (x, y, isInside)
  }
}

/// What comes of what the hand did.
public enum HandStep: Equatable, Sendable {
  /// The work goes on.
  case goesOn
  /// What it has come to is to be kept.
  case kept
  /// All is to be as it was before.
  case left
}

/// What a screen under the hand shows.
public struct HandView: Equatable, Sendable {
  /// What the hand works on.
  package enum Field: Equatable, Sendable {
    /// A picture, and where the pen is on it.
    case picture(HeatMap, pen: Pen?)
    /// A curve with a ball on it, and the numbers that belong to it.
    case plot(LinePlot, numbers: Table)
  }

  /// A pen on the picture.
  package struct Pen: Equatable, Sendable {
    let row: Int
    let column: Int

    package init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
  }

  /// The activations of a layer.
  package struct Layer: Equatable, Sendable {
    /// Stands before them.
    let title: String
    let activations: [Float]
    /// How bright each is drawn, from 0 to 1.
    let brightness: [Float]

    package init(_ title: String, _ activations: [Float], brightness: [Float]) {
      (self.title, self.activations, self.brightness) = (title, activations, brightness)
    }
  }

  /// What is done here.
  package var title: String
  /// How, or what the hand is about to do: in as many words as there may be room for, then in fewer.
  package var hints: [String]
  /// What the hand works on.
  package var field: Field
  /// A picture beside it, with its title.
  package var side: HeatMap?
  /// What the network makes of it.
  package var outputs: BarChart
  /// The same in a sentence.
  package var verdict: Prose
  /// What the signs in the picture mean, where it has signs.
  package var legend: PictureNotes.Legend?
  /// The layers before the output.
  package var layers: [Layer]
  /// What can be pressed, and what that does.
  package var keys: [KeyMention]

  package init(
    title: String, hints: [String], field: Field, side: HeatMap? = nil, outputs: BarChart,
    verdict: Prose, legend: PictureNotes.Legend? = nil, layers: [Layer], keys: [KeyMention]
  ) {
    (self.title, self.hints, self.field, self.side) = (title, hints, field, side)
    (self.outputs, self.verdict, self.legend) = (outputs, verdict, legend)
    (self.layers, self.keys) = (layers, keys)
  }
}

/// What a key or a gesture does, to be named below a screen.
package struct KeyMention: Equatable, Sendable {
  let names: [String]
  /// The same where arrows can be drawn.
  let signs: [String]
  let label: String?
  let shortLabel: String?
  /// Whether it takes a mouse.
  let isGesture: Bool

  /// What a key does.
  package init<Action>(_ binding: KeyBinding<Action>) {
    names = binding.keys.map(\.name)
    signs = binding.keys.map(\.sign)
    (label, shortLabel) = (binding.label, binding.shortLabel)
    isGesture = false
  }

  /// What a gesture of the mouse does.
  package init(gesture: String, _ label: String) {
    (names, signs) = ([gesture], [gesture])
    (self.label, shortLabel) = (label, nil)
    isGesture = true
  }
}
