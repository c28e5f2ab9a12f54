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

  /// What a command does to the world, which decides where it may be given.
  package enum Effect: Sendable {
    /// It shows something.
    case looks
    /// It changes the bench, and `undo` takes that back.
    case changesLab
    /// It lets the network learn: a change that takes time.
    case trains
    /// It reads or writes the user's files.
    case usesFiles
    /// It moves in the course, or is about the prompt itself.
    case moves
  }

  /// The first word of the line.
  package let name: String
  /// What it is called elsewhere: understood where all of it is typed, and not offered.
  package let otherNames: [String]
  /// Whether the start of its name is enough.
  package let isShortened: Bool
  /// Where it stands in the list.
  package let group: Group
  /// What it does to the world.
  package let effect: Effect
  /// Each way to write it.
  package let forms: [CommandForm]
  /// What it does, in a few words.
  package let summary: String
  /// What there is to know beyond that, one paragraph each.
  package let details: [Prose]
  /// Lines to try.
  package let examples: [String]

  package init(
    _ name: String, _ group: Group, _ effect: Effect, _ forms: [CommandForm] = [CommandForm()],
    summary: String, details: [Prose] = [], examples: [String] = [],
    otherNames: [String] = [], isShortened: Bool = true
  ) {
    self.name = name
    self.otherNames = otherNames
    self.isShortened = isShortened
    self.group = group
    self.effect = effect
    self.forms = forms
    self.summary = summary
    self.details = details
    self.examples = examples
  }

  /// How each form is written.
  package var usages: [String] { forms.map { $0.usage(of: name) } }

  /// How a form is written, for messages: one that takes many things by an example.
  func shortUsage(_ form: Int) -> String {
    let usage = forms[form].usage(of: name)
    return usage.count > 72 ? examples.first ?? usage : usage
  }

  /// All of its parameters, each once, in the order of the usages.
  package var parameters: [ParameterOutline] {
    var seen: Set<String> = []
    return forms.flatMap(\.parameters).filter { seen.insert($0.name).inserted }
  }

  /// Whether formulas, knobs or lists of numbers may stand after its name.
  package var takesFormula: Bool {
    forms.contains { $0.parameters.contains(where: \.isFormula) }
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

  /// Whether a word is all of a name of its.
  package func isNamed(_ word: String) -> Bool {
    name == word || declaration.otherNames.contains(word)
  }
}

extension Collection where Element: DeclaredCommand {
  /// The command of that name, in whatever letters, or the only one whose name starts so; nil where none does.
  package func command(startingWith word: String) throws(LabError) -> Element? {
    let small = word.lowercased()
    if let exact = first(where: { $0.isNamed(word) || $0.isNamed(small) }) { return exact }
    let candidates = filter { $0.declaration.isShortened && $0.name.hasPrefix(word) }
    guard candidates.count <= 1 else {
      throw .ambiguousCommand(word, candidates: candidates.map(\.name))
    }
    return candidates.first
  }
}

/// A command that works on the bench.
package struct LabCommand: DeclaredCommand {
  package let declaration: CommandDeclaration
  /// Does it.
  package let run: @Sendable (inout Lab, Arguments, any Host) throws(LabError) -> Reply

  init(
    _ declaration: CommandDeclaration,
    run: @escaping @Sendable (inout Lab, Arguments, any Host) throws(LabError) -> Reply
  ) {
    self.declaration = declaration
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
