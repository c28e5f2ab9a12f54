/// One way to write a command, as `help` tells it, in parts that can be filled in:
/// `train [train|drawn] [rate=R]`.
indirect enum Usage: Sendable {
  /// What stands as it is.
  case text(String)
  /// What is to be filled in, in capitals: `LAYER.NEURON`.
  case placeholder(String)
  /// Parts without a space between them: `rate=` and `R`.
  case glued([Usage])
  /// One of several.
  case choice([Usage])
  /// What may be left out.
  case optional([Usage])
  /// Numbers in brackets: `[W, ...]`.
  case list(String)
  /// The part before it again, as often as one likes: `...`.
  case repeated(Usage)

  /// Reads a usage; what cannot be read stands as it is.
  static func parts(of text: String) -> [Usage] {
    var reader = Reader(text)
    return reader.parts()
  }

  private struct Reader {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    mutating func parts() -> [Usage] {
      var parts: [Usage] = []
      while let next = rest.first, next != "]" {
        if next == " " {
          rest.removeFirst()
        } else if next == "|" {
          rest.removeFirst()
          while rest.first == " " { rest.removeFirst() }
          let first = parts.popLast() ?? .text("")
          parts.append(Self.choice(of: first, or: atom()))
        } else if rest.hasPrefix("...") {
          rest.removeFirst(3)
          parts.append(.repeated(parts.last ?? .text("")))
        } else {
          parts.append(atom())
        }
      }
      return parts
    }

    /// `key=first|second`: what is before the sign belongs to both.
    private static func choice(of first: Usage, or second: Usage) -> Usage {
      switch (first, second) {
      case (.glued(let pieces), .text) where pieces.count == 2:
        .glued([pieces[0], choice(of: pieces[1], or: second)])
      case (.choice(let options), _): .choice(options + [second])
      default: .choice([first, second])
      }
    }

    private mutating func atom() -> Usage {
      if rest.first == "[" { return bracket() }
      let word = rest.prefix { !" []|=".contains($0) }
      rest.removeFirst(word.count)
      guard rest.first == "=", !word.isEmpty else {
        if word.isEmpty { rest.removeFirst() }
        return Self.plain(word.isEmpty ? "=" : String(word))
      }
      rest.removeFirst()
      guard let next = rest.first, !" ]|".contains(next) else { return .text("\(word)=") }
      return .glued([.text("\(word)="), atom()])
    }

    private mutating func bracket() -> Usage {
      let inside = rest.dropFirst().prefix { $0 != "]" && $0 != "[" }
      if inside.contains(","), rest.dropFirst(inside.count + 1).first == "]" {
        rest.removeFirst(inside.count + 2)
        return .list(String(inside.prefix { $0 != "," }))
      }
      rest.removeFirst()
      let parts = parts()
      if rest.first == "]" { rest.removeFirst() }
      return .optional(parts)
    }

    private static func plain(_ word: String) -> Usage {
      let isPlaceholder = word.allSatisfy { $0.isUppercase || $0 == "." || $0 == "_" }
      return isPlaceholder && word.contains(where: \.isLetter) ? .placeholder(word) : .text(word)
    }
  }
}
