import Lab
import Presentation

/// `describe`, `figure`, `help`, `history` and `quit`.
let alwaysCommands: [AlwaysCommand] = [
  describeCommand,
  figureCommand,
  helpCommand,
  historyCommand,
  AlwaysCommand(
    CommandDeclaration("quit", .always, .moves, summary: "leave; Ctrl-D does the same"),
    run: { _, _, _ throws(SessionError) in Reply(next: .quit) }),
]
