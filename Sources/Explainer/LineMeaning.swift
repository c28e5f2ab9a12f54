/// What a typed line is: a command if its first word is one, else the answer to an open question,
/// else an expression.
enum LineMeaning {
  case nothing
  case command(Command, Arguments)
  case answer(String)
  case expression(String)

  /// Tells commands from expressions. A name that has a value wins over the start of a command's
  /// name, but not over the whole of it.
  init(_ line: String, names: NameTable) throws(Problem) {
    let start = line.drop { $0.isWhitespace }
    guard !start.isEmpty else {
      self = .nothing
      return
    }
    let word = String(start.prefix { !$0.isWhitespace })
    let rest = start.dropFirst(word.count).drop { $0.isWhitespace }
    let isBinding = rest.hasPrefix("=") && !rest.hasPrefix("==")
    let name = String(start.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    // `not` begins a formula; `and` and `or` begin none, and the formula's fault says so.
    let isOperator = Symbol.words[name] != nil
    let hasValue = isOperator || names.value(of: name) != nil || Function.named[name] != nil
    let isExact = Registry.commands.contains { $0.name == word }
    if isBinding || hasValue && !isExact {
      self = .expression(line)
    } else if let command = try Registry.command(startingWith: word) {
      self = .command(command, Arguments(command, try Words(line).dropFirst(), line: line))
    } else if Self.looksLikeCommand(word, rest) {
      let known = Registry.commands.map(\.name) + Array(Function.named.keys)
      throw .unknownCommand(word, nearest: nearest(to: word, in: known))
    } else {
      self = .expression(line)
    }
  }

  /// A word alone, or followed by another: nothing that a formula could begin with.
  private static func looksLikeCommand(_ word: String, _ rest: Substring) -> Bool {
    let isWord = word.count > 1 && word.allSatisfy { $0.isASCII && $0.isLetter }
    return isWord && (rest.first.map { $0.isLetter || $0.isNumber } ?? true)
  }
}
