/// One command of the prompt: what it is called, what it takes, what it does.
struct Command: Sendable {
  /// Where the command stands in the list of `help`.
  enum Group: String, CaseIterable {
    case look = "Look"
    case compute = "Compute"
    case change = "Change"
    case learn = "Learn and look inside"
    case always = "Always"
  }

  /// The first word of the line.
  let name: String
  let group: Group
  /// Each way to write it.
  let usages: [String]
  /// What it does, in a few words.
  let summary: String
  /// What there is to know beyond that, one paragraph each.
  let details: [Prose]
  /// Lines to try.
  let examples: [String]
  /// What may stand after the words given, for Tab.
  let suggestions: @Sendable (TabContext) -> [Completions.Candidate]
  /// Does it.
  let run: @Sendable (inout Session, Arguments, any Host) throws(Problem) -> Reply

  init(
    _ name: String, _ group: Group, usages: [String], summary: String, details: [Prose] = [],
    examples: [String] = [],
    suggestions: @escaping @Sendable (TabContext) -> [Completions.Candidate] = { _ in [] },
    run: @escaping @Sendable (inout Session, Arguments, any Host) throws(Problem) -> Reply
  ) {
    self.name = name
    self.group = group
    self.usages = usages
    self.summary = summary
    self.details = details
    self.examples = examples
    self.suggestions = suggestions
    self.run = run
  }
}

/// The words after a command's name, and the ways to read them as what the command needs.
struct Arguments {
  private let command: Command
  private var words: ArraySlice<Words.Word>
  /// The whole line, as it was typed.
  let line: String

  init(_ command: Command, _ words: some Sequence<Words.Word>, line: String = "") {
    self.command = command
    self.words = Array(words)[...]
    self.line = line
  }

  /// The words that are left as they stand in the line, with blanks for all that is not meant:
  /// what comes before them, quotes, and the last `count` of them. So columns are those of the
  /// line.
  func text(droppingLast count: Int = 0) -> String {
    guard let first = words.first else { return "" }
    let end = words.suffix(count).first.map { $0.column - 1 }
    let typed = end.map { line.prefix($0) } ?? line[...]
    let blank = String(repeating: " ", count: first.column - 1)
    return blank + typed.dropFirst(first.column - 1).map { $0 == "\"" ? " " : String($0) }.joined()
  }

  /// How the command is written, for messages.
  var usage: String { command.usages.joined(separator: "  or  ") }

  var isEmpty: Bool { words.isEmpty }

  var count: Int { words.count }

  /// The next word as it was typed, without taking it.
  var peek: String? { words.first?.text }

  /// Takes the next word.
  mutating func next(_ what: String) throws(Problem) -> String {
    guard let word = words.popFirst() else { throw .missingWord(what, usage: usage) }
    return word.text
  }

  /// Takes the next word if there is one.
  mutating func nextIfAny() -> String? { words.popFirst()?.text }

  /// All the words that are left.
  mutating func rest() -> [String] {
    defer { words = [] }
    return words.map(\.text)
  }

  /// Makes sure that nothing is left over.
  func end() throws(Problem) {
    if let extra = words.first { throw .unexpectedWord(extra.text, usage: usage) }
  }

  /// Takes the next word as a whole number in a range.
  mutating func nextInteger(_ what: String, in range: ClosedRange<Int>) throws(Problem) -> Int {
    let word = try next(what)
    guard let number = Int(word) else { throw .notANumber(word, what: what) }
    guard range.contains(number) else {
      throw .outOfRange(word, what: what, from: range.lowerBound, through: range.upperBound)
    }
    return number
  }

  /// Takes the next word as a finite number.
  mutating func nextNumber(_ what: String) throws(Problem) -> Float {
    let word = try next(what)
    guard let number = Float(word), number.isFinite else { throw .notANumber(word, what: what) }
    return number
  }
}
