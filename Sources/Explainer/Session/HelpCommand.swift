import Formulas
import Lab
import Presentation

/// `help`: the commands and topics, or one of them in full.
let helpCommand = AlwaysCommand(
  CommandDeclaration(
    "help", .always, .looks, [CommandForm(.optional(topic))],
    summary: "the commands, or one of them in full",
    details: [
      "A topic is a command, a function, a name, a word of the course, or one of the topics that \(code: "help") lists.",
      "\(code: "neuron?") is short for \(code: "help neuron").",
    ],
    examples: ["help neuron", "help expressions", "help softmax"]),
  run: { session, arguments, _ throws(SessionError) in
    guard let word = try arguments.given(topic) else { return everything }
    let meaning = session.classroom.meaning(ofWord: word)
    guard let exact = Subject(named: word) else {
      if let meaning { return Reply([.prose(meaning)], facts: ["name": .text(word)]) }
      return try Subject(word).reply
    }
    var reply = exact.reply
    // A function tells what it is itself.
    if case .command = exact, let meaning { reply.blocks.append(.prose(meaning)) }
    return reply
  })

private let topic = Parameter.text("topic", as: "TOPIC").suggesting { _ in
  Subject.listed.map { .init($0.name, note: $0.summary) }
}

/// What `help` can explain.
private enum Subject {
  case command(CommandDeclaration)
  case topic(Topic)
  case function(Function)

  /// Those that `help` and Tab list: there are too many functions.
  static let listed =
    SessionCommand.all.map { Subject.command($0.declaration) } + Topic.all.map(Subject.topic)

  private static let all = listed + Function.all.map(Subject.function)

  /// The subject of that name.
  init?(named word: String) {
    guard let exact = Self.all.first(where: { $0.names.contains(word) }) else { return nil }
    self = exact
  }

  /// The only listed subject whose name starts so.
  init(_ word: String) throws(SessionError) {
    let candidates = Self.listed.filter { $0.name.hasPrefix(word) }
    guard candidates.count <= 1 else {
      throw .lab(.ambiguousCommand(word, candidates: candidates.map(\.name)))
    }
    guard let only = candidates.first else {
      throw .noSuchTopic(word, nearest: nearest(to: word, in: Self.all.flatMap(\.names)))
    }
    self = only
  }

  var name: String { names[0] }

  private var names: [String] {
    switch self {
    case .command(let command): [command.name] + command.otherNames
    case .topic(let topic): [topic.name]
    case .function(let function): function.names
    }
  }

  var summary: String {
    switch self {
    case .command(let command): command.summary
    case .topic(let topic): topic.summary
    case .function(let function): function.note
    }
  }

  var reply: Reply {
    switch self {
    case .command(let command): Self.help(on: command)
    case .topic(let topic): topic.reply
    case .function(let function): function.help
    }
  }
}

extension Subject {
  /// A command's help, and that of a function which has the same name.
  private static func help(on command: CommandDeclaration) -> Reply {
    var help = command.help
    if let function = Function.named[command.name] { help.blocks += function.help.blocks }
    return help
  }
}

/// A group of what `help` lists.
private struct HelpGroup {
  let title: Prose
  let rows: [(name: String, summary: String)]

  static var all: [HelpGroup] {
    let groups = CommandDeclaration.Group.allCases.map { group in
      HelpGroup(
        title: Prose(group.rawValue),
        rows: SessionCommand.all.map(\.declaration).filter { $0.group == group }
          .map { ($0.name, $0.summary) })
    }
    let topics = HelpGroup(title: "Topics", rows: Topic.all.map { ($0.name, $0.summary) })
    return (groups + [topics]).filter { !$0.rows.isEmpty }
  }

  /// A line for each, all summaries in one column.
  func table(nameWidth: Int) -> [Block] {
    var table = Table(.leading, .leading)
    for row in rows {
      let padding = String(repeating: " ", count: nameWidth - row.name.count)
      table.add(Prose("  \(row.name)\(padding)", .code), Prose(row.summary))
    }
    return [.heading(title), .table(table)]
  }

  /// The names alone.
  var names: [Block] {
    let names = rows.map { Prose($0.name, .code) }
    return [.heading(title), .prose(names.dropFirst().reduce(names[0]) { $0 + "  " + $1 })]
  }
}

private var everything: Reply {
  let longest = Subject.listed.map(\.name.count).max() ?? 0
  let groups = HelpGroup.all
  let more: Prose = "\(code: "help neuron") says more about one."
  let start: Prose = " The start of a name is enough: \(code: "cl")."
  func facts(_ rows: [(name: String, summary: String)]) -> Fact {
    .list(rows.map { .object(["name": .text($0.name), "summary": .text($0.summary)]) })
  }
  return Reply(
    [
      .layouts([
        Layout(
          columns: 60,
          [.tight(groups.flatMap { $0.table(nameWidth: longest) } + [.prose(more + start)])]),
        Layout([.tight(groups.flatMap(\.names) + [.prose(more)])]),
      ])
    ],
    facts: [
      "commands": facts(SessionCommand.all.map { ($0.name, $0.declaration.summary) }),
      "topics": facts(Topic.all.map { ($0.name, $0.summary) }),
    ])
}

extension CommandDeclaration {
  fileprivate var help: Reply {
    var blocks: [Block] = [
      .heading("\(name): \(summary)"), .lines(usages.map { Prose("  \($0)", .code) }),
    ]
    let parameters = parameters
    if parameters.contains(where: \.isWorthTelling) { blocks.append(.table(table(parameters))) }
    blocks += details.map { .prose($0) }
    if !examples.isEmpty {
      blocks.append(.lines([Prose("For example")] + examples.map { Prose("  \($0)", .code) }))
    }
    return Reply(
      blocks,
      facts: [
        "name": .text(name), "summary": .text(summary), "usage": .list(usages.map { .text($0) }),
        "parameters": .list(parameters.map { .object($0.facts) }),
        "examples": .list(examples.map { .text($0) }),
      ])
  }

  /// What each parameter may be, and what it is where it is left out.
  private func table(_ parameters: [ParameterOutline]) -> Table {
    var table = Table(.leading, .leading)
    for parameter in parameters where parameter.isWorthTelling {
      table.add(Prose("  \(parameter.title)", .code), Prose(parameter.extent))
    }
    return table
  }
}

extension ParameterOutline {
  /// Whether there is more to say than the usage does.
  fileprivate var isWorthTelling: Bool { !extent.isEmpty }

  /// As in the usage: in capitals what is typed in its place, in small letters what is typed as it is;
  /// its own name where that is a letter or a long list of words.
  fileprivate var title: String {
    let isLong = placeholder.contains("|") && placeholder.count > Self.longestTitle
    return isLong || placeholder.count < 3 || placeholder.hasPrefix("[") ? name : placeholder
  }

  private static let longestTitle = 22

  /// What it does, what may stand for it, and what it is where it is left out; words that the usage
  /// lists are not told again.
  fileprivate var extent: String {
    let range: String
    switch values {
    case .words, .text: range = ""
    case .number(let bounds): range = bounds.isBounded ? "\(bounds.low) to \(bounds.high)" : ""
    }
    let whole = [note, range].filter { !$0.isEmpty }.joined(separator: ", ")
    return [whole, usual.map { "\($0) if left out" } ?? ""].filter { !$0.isEmpty }.joined(
      separator: "; ")
  }

  /// What programs are told.
  fileprivate var facts: [String: Fact] {
    var facts: [String: Fact] = ["name": .text(name), "written": .text(placeholder)]
    if !note.isEmpty { facts["note"] = .text(note) }
    if let usual { facts["default"] = .text(usual) }
    switch values {
    case .words(let words, _): facts["choices"] = .list(words.map { .text($0.text) })
    case .number(let bounds):
      facts["low"] = .text(bounds.low)
      facts["high"] = .text(bounds.high)
    case .text: break
    }
    return facts
  }
}

extension Function {
  fileprivate var help: Reply {
    let others = names.dropFirst()
    var blocks: [Block] = [
      .heading("\(names[0]): \(note)"), .lines([Prose("  \(usage)", .code)]),
    ]
    if !others.isEmpty {
      let spellings = Prose(others.joined(separator: ", "), .code)
      blocks.append(.prose("Also written " + spellings + "."))
    }
    blocks.append(.prose("It is part of any formula: see \(code: "help expressions")."))
    return Reply(
      blocks,
      facts: ["name": .text(names[0]), "summary": .text(note), "usage": .list([.text(usage)])])
  }
}
