import Presentation

extension KeyName {
  /// The key that a terminal sent, if it is one that can be bound.
  init?(_ key: Key) {
    switch key {
    case .character(let scalar): self = .character(Character(scalar))
    case .ctrl(let letter): self = .control(letter)
    case .left: self = .left
    case .right: self = .right
    case .up: self = .up
    case .down: self = .down
    case .enter: self = .enter
    case .escape: self = .escape
    case .tab: self = .tab
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .alt, .backTab, .backspace, .home, .end, .insert, .delete, .wordLeft, .wordRight,
      .function, .mouse, .paste, .resize:
      return nil
    }
  }
}

extension Array {
  /// What a key does here; nil for one that is not bound.
  func action<Action>(for key: Key) -> Action? where Element == KeyBinding<Action> {
    KeyName(key).flatMap { action(for: $0) }
  }
}
