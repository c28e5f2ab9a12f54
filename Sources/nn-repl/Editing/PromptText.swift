/// A prompt, taken apart into what is seen and what only colours it.
struct PromptText: Equatable {
  /// Lines to print above the one that is edited on.
  let above: String
  /// The characters before the line.
  let visible: [Unicode.Scalar]
  /// The prompt as libedit wants it.
  let forEditLine: String

  /// - Parameters:
  ///   - prompt: Text, perhaps with escape sequences that colour it, perhaps of several lines.
  ///   - style: The SGR numbers that colour a prompt which brings no colours; nil for none.
  init(_ prompt: String, style: String? = nil) {
    let split = prompt.unicodeScalars.lastIndex(of: "\n")
    let last = split.map { prompt.unicodeScalars[prompt.unicodeScalars.index(after: $0)...] }
    above = split.map { String(prompt.unicodeScalars[...$0]) } ?? ""
    let pieces = Self.pieces(Array(last ?? prompt.unicodeScalars[...]))
    visible = pieces.map(\.scalar).filter { $0 != "\0" }
    let isPlain = pieces.allSatisfy { $0.escapes.isEmpty }
    forEditLine = Self.assemble(isPlain ? Self.styled(pieces, style) : Self.settled(pieces))
  }

  /// A character and the escape sequences before it; U+0000 stands for the end.
  private struct Piece {
    var escapes: String
    var scalar: Unicode.Scalar
  }

  private static func pieces(_ scalars: [Unicode.Scalar]) -> [Piece] {
    var pieces: [Piece] = []
    var escapes = ""
    var index = 0
    while index < scalars.count {
      let end = escapeEnd(scalars, from: index)
      if end > index {
        escapes += String(scalars[index..<end])
        index = end
      } else {
        if scalars[index].value >= 0x20 {
          pieces.append(Piece(escapes: escapes, scalar: scalars[index]))
          escapes = ""
        }
        index += 1
      }
    }
    return escapes.isEmpty ? pieces : pieces + [Piece(escapes: escapes, scalar: "\0")]
  }

  /// Where the sequence `ESC [ … letter` that begins here ends; `start` if none does.
  private static func escapeEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard scalars[start] == "\u{1b}", start + 1 < scalars.count, scalars[start + 1] == "[" else {
      return start
    }
    let final = scalars[(start + 2)...].firstIndex { (0x40..<0x7f).contains($0.value) }
    return final.map { $0 + 1 } ?? scalars.count
  }

  /// libedit hangs a sequence on the character after it; one at the very end moves before the last.
  private static func settled(_ pieces: [Piece]) -> [Piece] {
    guard pieces.count > 1, let end = pieces.last, end.scalar == "\0" else { return pieces }
    var pieces = Array(pieces.dropLast())
    pieces[pieces.count - 1].escapes += end.escapes
    return pieces
  }

  private static func styled(_ pieces: [Piece], _ style: String?) -> [Piece] {
    guard let style, pieces.count > 1 else { return pieces }
    var pieces = pieces
    pieces[0].escapes = "\u{1b}[\(style)m"
    pieces[pieces.count - 1].escapes += "\u{1b}[0m"
    return pieces
  }

  private static func assemble(_ pieces: [Piece]) -> String {
    pieces.filter { $0.scalar != "\0" }.map { piece in
      let character = String([piece.scalar])
      return piece.escapes.isEmpty ? character : "\u{1}\(piece.escapes)\u{1}\(character)"
    }.joined()
  }
}
