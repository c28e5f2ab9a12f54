/// A key on which a reply goes on: while the reply stands on a screen of its own, the key means a
/// line.
public struct KeyBinding: Equatable, Sendable {
  /// A key that every keyboard has.
  public enum Key: Hashable, Sendable {
    case character(Character)
    case left, right, up, down, enter

    /// What stands on it.
    public var name: String {
      switch self {
      case .character(" "): "Space"
      case .character(let character): String(character)
      case .left: "Left"
      case .right: "Right"
      case .up: "Up"
      case .down: "Down"
      case .enter: "Enter"
      }
    }
  }

  /// The first is shown; all mean the same.
  public var keys: [Key]
  /// What the key types.
  public var line: String
  /// What that does, in a word or two.
  public var label: String

  /// Keys for a line.
  public init(_ keys: Key..., line: String, label: String) {
    precondition(!keys.isEmpty)
    self.keys = keys
    self.line = line
    self.label = label
  }
}
