import Lab
import Presentation

/// `clear`, `describe`, `figure`, `help`, `history` and `quit`.
let alwaysCommands: [AlwaysCommand] = [
  describeCommand,
  figureCommand,
  helpCommand,
  historyCommand,
  AlwaysCommand(
    CommandDeclaration(
      "clear", .always, .moves, summary: "clear the screen; Ctrl-L does the same",
      otherNames: ["cls", "clc"], isShortened: false),
    run: { _, _, _ throws(SessionError) in Reply(next: .clear) }),
  AlwaysCommand(
    CommandDeclaration(
      "quit", .always, .moves, summary: "leave; exit and Ctrl-D do the same", otherNames: ["exit"]),
    run: { _, _, _ throws(SessionError) in Reply(next: .quit) }),
]
