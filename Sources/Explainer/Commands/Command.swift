/// One command of the prompt: what it is called, what it takes, what it does.
struct Command: Sendable {
  /// Where the command stands in the list of `help`.
  enum Group: String, CaseIterable {
    case look = "Look"
    case compute = "Compute"
    case change = "Change"
    case learn = "Learn and look inside"
    case course = "Course"
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
  /// All that stands after the command's name, as it was typed.
  let restOfLine: String

  init(_ command: Command, _ words: some Sequence<Words.Word>, line: String) {
    self.command = command
    self.words = Array(words)[...]
    let name = line.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
    restOfLine = String(line[name.endIndex...]).trimmed
  }

  /// What stands on the two sides of a sign.
  func halves(at sign: Character, usage: String) throws(Problem) -> (String, String) {
    let parts = restOfLine.split(separator: sign, maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw .missingWord("A part", usage: usage)
    }
    return (parts[0], parts[1])
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

  /// The words that are left, without taking them.
  var allWords: [String] { words.map(\.text) }

  /// All the words that are left.
  mutating func rest() -> [String] {
    defer { words = [] }
    return words.map(\.text)
  }

  /// Makes sure that nothing is left over.
  func end() throws(Problem) {
    if let extra = words.first { throw .unexpectedWord(extra.text, usage: usage) }
  }

  /// Takes the next word as a whole number that points at something: `row`, from 0 to 27.
  mutating func nextPlace(
    _ name: String, _ range: ClosedRange<Int>, of owner: String = ""
  ) throws(Problem) -> Int {
    try next(WholeNumber(name, .place, range, of: owner))
  }

  /// Takes the next word as a whole number.
  mutating func next(_ number: WholeNumber) throws(Problem) -> Int {
    try number.read(next("The \(number.name)"))
  }

  /// Takes the next word as a number.
  mutating func next(_ number: RealNumber) throws(Problem) -> Float {
    try number.read(next("The \(number.name)"))
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    if let first = utf8.first, let last = utf8.last, 33...126 ~= first, 33...126 ~= last {
      return String(self)
    }
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last].drop { $0.isWhitespace })
  }
}
