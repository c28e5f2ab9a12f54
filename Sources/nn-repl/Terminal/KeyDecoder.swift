/// Makes keys of the bytes a terminal sends.
///
/// It is fed one byte at a time and never looks ahead, so that what is typed after a line stays in
/// the terminal's queue for the next reader. Unknown sequences are swallowed whole:
/// a focus report must not become letters in the line.
struct KeyDecoder {
  /// What a terminal says in text, as it comes.
  private struct TextAnswer {
    let kind: TextAnswerKind
    private(set) var bytes: [UInt8] = []
    private var sawEscape = false

    init(_ kind: TextAnswerKind) { self.kind = kind }

    /// Longer ones are none that we asked for.
    private static let limit = 64

    /// Takes the next byte in; true where it is the last.
    mutating func take(_ byte: UInt8) -> Bool {
      if byte == 0x07 || (sawEscape && byte == 0x5c) { return true }
      sawEscape = byte == 0x1b
      if !sawEscape, bytes.count < Self.limit { bytes.append(byte) }
      return false
    }
  }

  private enum State {
    case ground
    case utf8(ScalarAssembly)
    case escape
    case singleShift
    case control(parameters: [UInt8])
    /// `ESC [ [`: the Linux console's function keys, one byte more.
    case consoleFunction
    /// `ESC [ M`: an old mouse report, this many bytes more.
    case oldMouse(remaining: Int)
    /// A title, a colour or another answer in text, up to BEL or `ESC \`.
    case text(TextAnswer)
    case paste(PasteAssembly)
  }

  private var state = State.ground
  /// What the terminal has told of itself.
  var answers = TerminalAnswers()
  /// The byte that ended a line, until it is known whether the second half of its end follows.
  private var lineEnd: UInt8?

  /// Whether a lone Escape may have been pressed: only time tells it from the start of a sequence.
  var isUndecided: Bool {
    switch state {
    case .escape, .singleShift: true
    case .control(let parameters): parameters.isEmpty
    default: false
    }
  }

  /// Whether part of a key has been read.
  var isMidway: Bool {
    if case .ground = state { false } else { true }
  }

  /// Whether the last byte may be the first half of a line end of two.
  var isWithinLineEnd: Bool { lineEnd != nil }

  /// Nothing followed at once: the next line end is a line's of its own.
  mutating func settle() { lineEnd = nil }

  /// Takes the next byte in.
  ///
  /// - Returns: The keys it completes: mostly one or none; two where it shows that the key before
  ///   was cut short.
  mutating func feed(_ byte: UInt8) -> [Key] {
    switch state {
    case .ground: return fromGround(byte)
    case .utf8(let assembly): return continueScalar(assembly, byte)
    case .escape: return afterEscape(byte)
    case .singleShift:
      state = .ground
      return Self.functionKeys[byte].map { [$0] } ?? []
    case .control(let parameters): return continueControl(parameters, byte)
    case .consoleFunction:
      state = .ground
      return byte >= 0x41 && byte <= 0x45 ? [.function(Int(byte) - 0x40)] : []
    case .oldMouse(let remaining):
      state = remaining > 1 ? .oldMouse(remaining: remaining - 1) : .ground
      return []
    case .text(var answer):
      state = .ground
      if answer.take(byte) {
        answers.take(answer.bytes, answer.kind)
      } else {
        state = .text(answer)
      }
      return []
    case .paste(var assembly):
      // Drop the old copy first, or every byte would copy the whole paste.
      state = .ground
      // A paste whose end never comes must not lock the user in.
      if byte == 0x03 { return [.ctrl("c")] }
      guard let text = assembly.take(byte) else {
        state = .paste(assembly)
        return []
      }
      return [.paste(text)]
    }
  }

  /// No byte followed in time: an Escape is an Escape, and a cut sequence is dropped.
  mutating func pause() -> [Key] {
    defer { state = .ground }
    switch state {
    case .escape: return [.escape]
    case .singleShift: return [.alt("O")]
    case .control(let parameters) where parameters.isEmpty: return [.alt("[")]
    case .utf8: return [.character("\u{FFFD}")]
    case .paste(let assembly): return [.paste(assembly.text)]
    default: return []
    }
  }

  private mutating func fromGround(_ byte: UInt8) -> [Key] {
    if byte != 0x0a, byte != 0x0d { lineEnd = nil }
    switch byte {
    case 0x1b:
      state = .escape
      return []
    case 0x09: return [.tab]
    case 0x0a, 0x0d:
      // The terminal's driver may have put the second half of CR LF first.
      let isSecondHalf = lineEnd.map { $0 != byte } ?? false
      lineEnd = isSecondHalf ? nil : byte
      return isSecondHalf ? [] : [.enter]
    case 0x7f: return [.backspace]
    case 0x00..<0x20: return [.ctrl(Self.controlLetter(byte))]
    case 0x20..<0x7f: return [.character(Unicode.Scalar(byte))]
    default:
      guard let assembly = ScalarAssembly(leading: byte) else { return [.character("\u{FFFD}")] }
      state = .utf8(assembly)
      return []
    }
  }

  private static func controlLetter(_ byte: UInt8) -> Character {
    Character(Unicode.Scalar(byte < 0x1b && byte > 0 ? byte + 0x60 : byte + 0x40))
  }

  private mutating func continueScalar(_ assembly: ScalarAssembly, _ byte: UInt8) -> [Key] {
    var assembly = assembly
    switch assembly.take(byte) {
    case .more:
      state = .utf8(assembly)
      return []
    case .done(let scalar):
      state = .ground
      // C1 controls are no text, and would pass for our own key numbers.
      return (0x80..<0xa0).contains(scalar.value) ? [] : [.character(scalar)]
    case .broken:
      state = .ground
      return [.character("\u{FFFD}")] + feed(byte)
    }
  }

  private mutating func afterEscape(_ byte: UInt8) -> [Key] {
    state = .ground
    if let kind = TextAnswerKind(byte) {
      state = .text(TextAnswer(kind))
      return []
    }
    switch byte {
    case 0x5b: state = .control(parameters: [])
    case 0x4f: state = .singleShift
    case 0x1b: state = .escape
    case 0x7f: return [.ctrl("w")]
    case 0x20..<0x7f: return [.alt(Unicode.Scalar(byte))]
    default: return [.escape] + feed(byte)
    }
    return []
  }

  private mutating func continueControl(_ parameters: [UInt8], _ byte: UInt8) -> [Key] {
    switch byte {
    case 0x20..<0x40:
      // No terminal sends a longer one.
      state = .control(parameters: parameters.count < 64 ? parameters + [byte] : parameters)
      return []
    case 0x5b where parameters.isEmpty:
      state = .consoleFunction
      return []
    case 0x4d where parameters.isEmpty:
      state = .oldMouse(remaining: 3)
      return []
    case 0x40..<0x7f:
      state = .ground
      return finish(ControlSequence(parameters: parameters, final: byte))
    default:
      state = .ground
      return feed(byte)
    }
  }

  private mutating func finish(_ sequence: ControlSequence) -> [Key] {
    if sequence.final == 0x7e, sequence.number(0) == 200 {
      state = .paste(PasteAssembly())
      return []
    }
    answers.take(sequence)
    return sequence.key.map { [$0] } ?? []
  }

  /// Keys by the last byte of `ESC O` and of `ESC [` without a number.
  static let functionKeys: [UInt8: Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home, 0x4d: .enter,
    0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
  ]
}
