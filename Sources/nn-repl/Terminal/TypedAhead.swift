/// What is typed for the prompt while something else reads the keys: whole lines only, as a key
/// pressed by mistake is none.
struct TypedAhead {
  private var lines: [Key] = []
  private var begun: [Key] = []

  /// More keys than anybody types ahead.
  private static let limit = 1 << 16

  /// Whether a line has been begun, so that all keys up to its end belong to it.
  var isWithinLine: Bool { !begun.isEmpty }

  /// Takes the next key of a line; a key that means nothing at its beginning is skipped.
  mutating func take(_ key: Key) {
    switch key {
    case .character, .paste: begun.append(key)
    case .enter where isWithinLine:
      if lines.count + begun.count < Self.limit { lines += begun + [.enter] }
      begun = []
    default: if isWithinLine { begun.append(key) }
    }
  }

  /// The lines that are whole.
  var keys: [Key] { lines }
}
