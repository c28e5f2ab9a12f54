import Presentation

/// What a terminal has told of itself when it was asked.
struct TerminalAnswers: Equatable {
  /// What characters stand on.
  private(set) var theme: TerminalCapabilities.Theme?
  /// The ways in which it takes pictures made of pixels.
  private(set) var imageProtocols: Set<ImageProtocol> = []
  /// How many pixels a character takes.
  private(set) var cell: CellSize?
  /// Whether it has answered what is asked last, so that there is nothing more to come.
  private(set) var isComplete = false

  /// How it takes pictures best; nil where it does not.
  var imageProtocol: ImageProtocol? {
    [.kitty, .iterm, .sixel].first { imageProtocols.contains($0) }
  }

  /// Takes an answer in text, without what begins and ends it.
  mutating func take(_ text: [UInt8], _ kind: TextAnswerKind) {
    switch kind {
    case .command:
      theme = TerminalGround.theme(inAnswer: text) ?? theme
      takeCellSize(String(decoding: text, as: UTF8.self))
    case .program:
      if text.starts(with: "Gi=\(TerminalQuestion.imageNumber);OK".utf8) {
        imageProtocols.insert(.kitty)
      }
    case .other: break
    }
  }

  /// Takes an answer in numbers.
  mutating func take(_ sequence: ControlSequence) {
    switch (sequence.final, sequence.parameters.first) {
    // What kind of terminal it is, and what it can do: 4 are pictures in sixels.
    case (UInt8(ascii: "c"), UInt8(ascii: "?")):
      if sequence.numbers.dropFirst().contains(4) { imageProtocols.insert(.sixel) }
      isComplete = true
    case (UInt8(ascii: "t"), UInt8(ascii: "6"))
    where sequence.number(0) == 6 && sequence.numbers.count == 3:
      cell = CellSize(width: sequence.number(2), height: sequence.number(1)) ?? cell
    default: break
    }
  }

  /// `1337;ReportCellSize=17.5;8.0;2.0`: points down and across, and how many pixels a point has.
  private mutating func takeCellSize(_ text: String) {
    let name = "1337;ReportCellSize="
    guard text.hasPrefix(name) else { return }
    let fields = text.dropFirst(name.count).split(separator: ";")
    let numbers = fields.compactMap { Double($0) }.filter { $0 > 0 && $0 <= 1000 }
    guard numbers.count > 1, numbers.count == fields.count else { return }
    let scale = numbers.count > 2 ? numbers[2] : 1
    imageProtocols.insert(.iterm)
    cell =
      CellSize(
        width: Int((numbers[1] * scale).rounded()), height: Int((numbers[0] * scale).rounded()))
      ?? cell
  }
}

/// What begins an answer in text.
enum TextAnswerKind {
  /// `ESC ]`, an operating system command.
  case command
  /// `ESC _`, an application program command.
  case program
  case other

  /// The kind that the byte after an Escape begins; nil where it begins none.
  init?(_ byte: UInt8) {
    switch byte {
    case 0x5d: self = .command
    case 0x5f: self = .program
    case 0x50, 0x5e, 0x58: self = .other
    default: return nil
    }
  }
}
