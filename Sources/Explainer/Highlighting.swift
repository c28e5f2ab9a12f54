extension Session {
  /// How to colour a line while it is typed: the command, and brackets that are never closed.
  public func highlights(of line: String) -> [Highlight] {
    let characters = Array(line)
    let start = characters.firstIndex { !$0.isWhitespace } ?? characters.count
    let end = characters[start...].firstIndex { $0.isWhitespace } ?? characters.count
    let isCommand = (try? Registry.command(named: String(characters[start..<end]))) != nil
    let command = isCommand ? [Highlight(start..<end, .command)] : []
    return command + Self.unmatched(characters).map { Highlight($0..<$0 + 1, .unmatched) }
  }

  private static func unmatched(_ characters: [Character]) -> [Int] {
    var open: [Int] = []
    var alone: [Int] = []
    for (index, character) in characters.enumerated() {
      switch character {
      case "(", "[": open.append(index)
      case ")", "]":
        let partner: Character = character == ")" ? "(" : "["
        if let last = open.last, characters[last] == partner {
          open.removeLast()
        } else {
          alone.append(index)
        }
      default: continue
      }
    }
    return (open + alone).sorted()
  }
}
