/// `help`, `history` and `quit`.
let alwaysCommands: [Command] = [
  helpCommand,
  Command(
    "history", .always, usages: ["history [COUNT]"], summary: "the lines typed before",
    run: { _, arguments, host throws(Problem) in
      var arguments = arguments
      let count = arguments.isEmpty ? 20 : try arguments.nextInteger("Count", in: 1...100_000)
      try arguments.end()
      return historyReply(host.history, count)
    }),
  Command(
    "quit", .always, usages: ["quit"], summary: "leave; Ctrl-D does the same",
    run: { _, arguments, _ throws(Problem) in
      try arguments.end()
      return Reply(next: .quit)
    }),
]

private func historyReply(_ lines: [String], _ count: Int) -> Reply {
  let first = max(0, lines.count - count)
  var table = Table(.trailing, .leading)
  for index in first..<lines.count {
    table.add(Prose("\(index + 1)", .faint), Prose(lines[index].excerpt))
  }
  let nothing = Block.prose("Nothing was typed before.")
  return Reply(
    [lines.isEmpty ? nothing : .table(table)],
    facts: ["lines": .list(lines[first...].map { .text($0) })])
}
