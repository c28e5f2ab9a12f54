import Lab
import Presentation

/// `help`, `history` and `quit`.
let alwaysCommands: [AlwaysCommand] = [
  helpCommand,
  historyCommand,
  AlwaysCommand(
    CommandDeclaration("quit", .always, .moves, summary: "leave; Ctrl-D does the same"),
    run: { _, _ throws(SessionError) in Reply(next: .quit) }),
]
