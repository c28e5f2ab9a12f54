/// The words after a command's name, and the ways to read them as what the command needs.
package struct Arguments {
  private let command: CommandDeclaration
  private var words: ArraySlice<Words.Word>
  /// All that stands after the command's name, as it was typed.
  package let restOfLine: String

  init(_ command: CommandDeclaration, _ words: some Sequence<Words.Word>, line: String) {
    self.command = command
    self.words = Array(words)[...]
    let name = line.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
    restOfLine = String(line[name.endIndex...]).trimmed
  }

  /// What stands on the two sides of a sign.
  func halves(at sign: Character, usage: String) throws(LabError) -> (String, String) {
    let parts = restOfLine.split(separator: sign, maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw .missingWord("A part", usage: usage)
    }
    return (parts[0], parts[1])
  }

  /// How the command is written, for messages.
  package var usage: String { command.usages.joined(separator: "  or  ") }

  package var isEmpty: Bool { words.isEmpty }

  package var count: Int { words.count }

  /// The next word as it was typed, without taking it.
  var peek: String? { words.first?.text }

  /// Takes the next word.
  package mutating func next(_ what: String) throws(LabError) -> String {
    guard let word = words.popFirst() else { throw .missingWord(what, usage: usage) }
    return word.text
  }

  /// Takes the next word if there is one.
  package mutating func nextIfAny() -> String? { words.popFirst()?.text }

  /// The words that are left, without taking them.
  package var allWords: [String] { words.map(\.text) }

  /// All the words that are left.
  mutating func rest() -> [String] {
    defer { words = [] }
    return words.map(\.text)
  }

  /// Makes sure that nothing is left over.
  package func end() throws(LabError) {
    if let extra = words.first { throw .unexpectedWord(extra.text, usage: usage) }
  }

  /// Takes the next word as a whole number that points at something: `row`, from 0 to 27.
  mutating func nextPlace(
    _ name: String, _ range: ClosedRange<Int>, of owner: String = ""
  ) throws(LabError) -> Int {
    try next(WholeNumber(name, .place, range, of: owner))
  }

  /// Takes the next word as a whole number.
  package mutating func next(_ number: WholeNumber) throws(LabError) -> Int {
    try number.read(next("The \(number.name)"))
  }

  /// Takes the next word as a number.
  mutating func next(_ number: RealNumber) throws(LabError) -> Float {
    try number.read(next("The \(number.name)"))
  }
}
