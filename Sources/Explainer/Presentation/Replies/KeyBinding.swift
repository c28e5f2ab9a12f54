/// A key that every keyboard has.
public enum KeyName: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a letter, written small.
  case control(Character)
  case left, right, up, down, enter, escape, tab, pageUp, pageDown

  /// What stands on it.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .left: "Left"
    case .right: "Right"
    case .up: "Up"
    case .down: "Down"
    case .enter: "Enter"
    case .escape: "Escape"
    case .tab: "Tab"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    }
  }

  /// The same where an arrow can be drawn.
  var sign: String {
    switch self {
    case .left: "←"
    case .right: "→"
    case .up: "↑"
    case .down: "↓"
    case .character, .control, .enter, .escape, .tab, .pageUp, .pageDown: name
    }
  }
}

/// Keys and what they do on a screen that reads single keys. What the screen does with a key, the
/// legend below it and its help all come from these, so that none can name a key that does nothing.
public struct KeyBinding<Action: Equatable & Sendable>: Equatable, Sendable {
  /// The first is shown; all mean the same.
  public let keys: [KeyName]
  /// What they do.
  public let action: Action
  /// What that is, in a word or two; nil for keys that need no mention.
  public let label: String?
  /// The same for a narrow window.
  let shortLabel: String?

  /// Keys for an action.
  public init(
    _ keys: KeyName..., action: Action, label: String?, shortLabel: String? = nil
  ) {
    self.init(keys, action: action, label: label, shortLabel: shortLabel)
  }

  /// Keys for an action.
  init(_ keys: [KeyName], action: Action, label: String?, shortLabel: String? = nil) {
    precondition(!keys.isEmpty)
    self.keys = keys
    self.action = action
    self.label = label
    self.shortLabel = shortLabel
  }
}

extension Array {
  /// What a key does here; nil for one that is not bound.
  public func action<Action>(for key: KeyName) -> Action? where Element == KeyBinding<Action> {
    first { $0.keys.contains(key) }?.action
  }
}

/// A key on which a reply goes on: while the reply stands on a screen of its own, the key means a
/// line.
public typealias LineKey = KeyBinding<String>

extension LineKey {
  /// Keys for a line.
  public init(_ keys: KeyName..., line: String, label: String) {
    self.init(keys, action: line, label: label)
  }

  /// What the key types.
  public var line: String { action }
}

extension [KeyName] {
  /// The keys that leave a screen, or stop what it shows.
  static let leaving: [KeyName] = [
    .character("q"), .escape, .control("c"), .control("d"),
  ]
}

/// What a key does while a reply stands on a screen of its own; any other leaves and is typed at the
/// prompt.
public enum ReplyScreenAction: Equatable, Sendable {
  /// Types a line.
  case line(String)
  case leave

  /// The keys of a reply, and those that leave it.
  public static func bindings(_ keys: [LineKey]) -> [KeyBinding<ReplyScreenAction>] {
    keys.map {
      KeyBinding($0.keys, action: .line($0.line), label: $0.label, shortLabel: $0.shortLabel)
    } + [KeyBinding(.leaving, action: .leave, label: "leave")]
  }
}

/// What a key does while a training is watched on a screen of its own.
public enum TrainingScreenAction: Equatable, Sendable {
  case previousNeuron, nextNeuron, allNeurons, stop, redraw

  /// The keys.
  public static let bindings: [KeyBinding<TrainingScreenAction>] = [
    KeyBinding(
      .left, .character("b"), action: .previousNeuron, label: "another neuron",
      shortLabel: "neuron"),
    KeyBinding(
      .right, .character("n"), action: .nextNeuron, label: "another neuron", shortLabel: "neuron"),
    KeyBinding(.up, action: .allNeurons, label: "all of layer 1", shortLabel: "all"),
    KeyBinding(
      .leaving, action: .stop, label: "stop and keep what is learned", shortLabel: "stop and keep"),
    KeyBinding(.control("l"), action: .redraw, label: nil),
  ]
}

/// What a key does where a reply that is taller than the window waits for one; any other is typed at
/// the prompt.
public enum PagerAction: Equatable, Sendable {
  case page, stop

  /// The keys.
  public static let bindings: [KeyBinding<PagerAction>] = [
    KeyBinding(.character(" "), .enter, .pageDown, action: .page, label: "goes on"),
    KeyBinding(.leaving, action: .stop, label: "stops"),
  ]
}
