/// `help`, `history` and `quit`.
let alwaysCommands: [Command] = [
  Command(
    "help", .always, usages: ["help [TOPIC]"], summary: "the commands, or one of them in full",
    examples: ["help neuron"],
    suggestions: { tab in
      tab.words.isEmpty ? Registry.commands.map { .init($0.name, note: $0.summary) } : []
    },
    run: { _, arguments, _ throws(Problem) in
      var arguments = arguments
      guard let topic = arguments.nextIfAny() else { return commandList }
      try arguments.end()
      return try helpReply(topic)
    }),
  historyCommand,
  Command(
    "quit", .always, usages: ["quit"], summary: "leave; Ctrl-D does the same",
    run: { _, arguments, _ throws(Problem) in
      try arguments.end()
      return Reply(next: .quit)
    }),
]

private var commandList: Reply {
  var blocks: [Block] = []
  let longest = Registry.commands.map(\.name.count).max() ?? 0
  for group in Command.Group.allCases {
    let commands = Registry.commands.filter { $0.group == group }
    guard !commands.isEmpty else { continue }
    var table = Table(.leading, .leading)
    for command in commands {
      let padding = String(repeating: " ", count: longest - command.name.count)
      table.add(Prose("  \(command.name)\(padding)", .code), Prose(command.summary))
    }
    blocks.append(.heading(Prose(group.rawValue)))
    blocks.append(.table(table))
  }
  blocks.append(
    .prose(
      "\(code: "help neuron") says more about one. The start of a name is enough: \(code: "cl")."))
  return Reply(
    [.tight(blocks)],
    facts: [
      "commands": .list(
        Registry.commands.map {
          .object(["name": .text($0.name), "summary": .text($0.summary)])
        })
    ])
}

private func helpReply(_ topic: String) throws(Problem) -> Reply {
  let command: Command
  do { command = try Registry.command(named: topic) } catch {
    guard case .unknownCommand(let word, let nearest) = error else { throw error }
    throw .noSuchTopic(word, nearest: nearest)
  }
  var blocks: [Block] = [
    .heading("\(command.name): \(command.summary)"),
    .lines(command.usages.map { Prose("  \($0)", .code) }),
  ]
  blocks += command.details.map { .prose($0) }
  if !command.examples.isEmpty {
    blocks.append(
      .lines([Prose("For example")] + command.examples.map { Prose("  \($0)", .code) }))
  }
  return Reply(
    blocks,
    facts: [
      "name": .text(command.name), "summary": .text(command.summary),
      "usage": .list(command.usages.map { .text($0) }),
      "examples": .list(command.examples.map { .text($0) }),
    ])
}
