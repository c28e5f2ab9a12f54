import Course
import Lab
import Presentation

/// A command of the prompt, from whichever room it is.
enum SessionCommand: DeclaredCommand {
  case classroom(ClassroomCommand)
  case always(AlwaysCommand)

  var declaration: CommandDeclaration {
    switch self {
    case .classroom(let command): command.declaration
    case .always(let command): command.declaration
    }
  }

  /// In the order in which `help` lists them.
  static let all: [SessionCommand] =
    ClassroomCommand.all.map(SessionCommand.classroom) + alwaysCommands.map(SessionCommand.always)

  /// The command of that name, or the only one whose name starts so.
  static func command(named word: String) throws(LabError) -> SessionCommand {
    if let command = try all.command(startingWith: word) { return command }
    throw .unknownCommand(word, nearest: nearest(to: word, in: all.map(\.name)))
  }
}

/// A command about the prompt itself, which changes nothing.
struct AlwaysCommand: DeclaredCommand {
  let declaration: CommandDeclaration
  /// Does it.
  let run: @Sendable (Session, Arguments, any CourseHost) throws(SessionError) -> Reply

  init(
    _ declaration: CommandDeclaration,
    run: @escaping @Sendable (Session, Arguments, any CourseHost) throws(SessionError) -> Reply
  ) {
    self.declaration = declaration
    self.run = run
  }
}
