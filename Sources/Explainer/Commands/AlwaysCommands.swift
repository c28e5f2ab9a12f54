/// `help`, `history` and `quit`.
let alwaysCommands: [Command] = [
  helpCommand,
  historyCommand,
  Command(
    "quit", .always, usages: ["quit"], summary: "leave; Ctrl-D does the same",
    run: { _, arguments, _ throws(Problem) in
      try arguments.end()
      return Reply(next: .quit)
    }),
]
