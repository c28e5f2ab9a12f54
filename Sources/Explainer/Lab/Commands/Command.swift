import Presentation

/// What is told of a command and decides how it is read: its name, what it takes, what it is for.
package struct CommandDeclaration: Sendable {
  /// Where the command stands in the list of `help`.
  package enum Group: String, CaseIterable, Sendable {
    case look = "Look"
    case compute = "Compute"
    case change = "Change"
    case learn = "Learn and look inside"
    case course = "Course"
    case always = "Always"
  }

  /// The first word of the line.
  package let name: String
  /// Where it stands in the list.
  package let group: Group
  /// Each way to write it.
  package let usages: [String]
  /// What it does, in a few words.
  package let summary: String
  /// What there is to know beyond that, one paragraph each.
  package let details: [Prose]
  /// Lines to try.
  package let examples: [String]

  package init(
    name: String, group: Group, usages: [String], summary: String, details: [Prose],
    examples: [String]
  ) {
    self.name = name
    self.group = group
    self.usages = usages
    self.summary = summary
    self.details = details
    self.examples = examples
  }
}

/// A command of some room.
package protocol DeclaredCommand: Sendable {
  /// What is told of it.
  var declaration: CommandDeclaration { get }
}

extension DeclaredCommand {
  /// The first word of the line.
  package var name: String { declaration.name }
}

extension Collection where Element: DeclaredCommand {
  /// The command of that name, or the only one whose name starts so; nil where none does.
  package func command(startingWith word: String) throws(LabError) -> Element? {
    if let exact = first(where: { $0.name == word }) { return exact }
    let candidates = filter { $0.name.hasPrefix(word) }
    guard candidates.count <= 1 else {
      throw .ambiguousCommand(word, candidates: candidates.map(\.name))
    }
    return candidates.first
  }
}

/// A command that works on the bench.
package struct LabCommand: DeclaredCommand {
  package let declaration: CommandDeclaration
  /// What may stand after the words given, for Tab.
  package let suggestions: @Sendable (TabContext) -> [Completions.Candidate]
  /// Does it.
  package let run: @Sendable (inout Lab, Arguments, any Host) throws(LabError) -> Reply

  init(
    _ name: String, _ group: CommandDeclaration.Group, usages: [String], summary: String,
    details: [Prose] = [], examples: [String] = [],
    suggestions: @escaping @Sendable (TabContext) -> [Completions.Candidate] = { _ in [] },
    run: @escaping @Sendable (inout Lab, Arguments, any Host) throws(LabError) -> Reply
  ) {
    declaration = CommandDeclaration(
      name: name, group: group, usages: usages, summary: summary, details: details,
      examples: examples)
    self.suggestions = suggestions
    self.run = run
  }
}

/// What is known when Tab is pressed after a command's name.
package struct TabContext {
  /// The bench as it is.
  let lab: Lab
  /// The finished words after the command.
  let words: [String]
  /// The beginning of the word at the cursor, without its quotes; may be empty.
  let partial: String
  /// Whether that word stands in quotes that are not closed.
  let isQuoted: Bool
  /// The world.
  let host: any Host

  package init(lab: Lab, words: [String], partial: String, isQuoted: Bool, host: any Host) {
    self.lab = lab
    self.words = words
    self.partial = partial
    self.isQuoted = isQuoted
    self.host = host
  }
}
