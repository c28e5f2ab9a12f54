import Presentation

/// `help`, `history` and `quit`.
let alwaysCommands: [AlwaysCommand] = [
  helpCommand,
  historyCommand,
  AlwaysCommand(
    "quit", .always, usages: ["quit"], summary: "leave; Ctrl-D does the same",
    run: { arguments, _ throws(SessionError) in
      try arguments.allTaken()
      return Reply(next: .quit)
    }),
]
