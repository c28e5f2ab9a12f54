import Formulas
import Lab
import Presentation

/// Which lines a lesson file may carry out: the prompt's own commands and expressions, but none
/// that leaves the lesson or touches a file. Besides, a lesson's commands see a sealed world, so
/// that a command missing from this list can do no harm.
enum LessonCommandRule {
  static func command(_ field: LessonFields.Field) throws(LessonLineError) -> Lesson.Command {
    try command(field.value, at: field.valueLocation)
  }

  /// A line of a lesson, checked.
  static func command(
    _ text: String, at location: Lesson.Location
  ) throws(LessonLineError) -> Lesson.Command {
    let first = String(Substring(text.utf8.prefix { $0 != UInt8(ascii: " ") }))
    if let command = try? ClassroomCommand.all.command(startingWith: first) {
      switch command.declaration.effect {
      case .looks, .changesLab: break
      case .trains:
        guard shownExamples(command.declaration, text) <= mostTraining else {
          throw LessonLineError(.trainsTooLong(most: Int(nearest: mostTraining)), at: location)
        }
      case .usesFiles, .moves: throw LessonLineError(.forbiddenCommand(command.name), at: location)
      }
    } else {
      try checkExpression(text, first, location)
    }
    return .init(content: text, location: location)
  }

  /// Examples that one line may learn from: about a second, however often a learner comes back.
  private static let mostTraining = 100_000.0

  /// How often the line shows the network a digit; a line that cannot be read is told of when it runs.
  private static func shownExamples(_ command: CommandDeclaration, _ text: String) -> Double {
    (try? Arguments(command, line: text)).map(TrainingWords.shownExamples) ?? 0
  }

  private static func checkExpression(
    _ text: String, _ first: String, _ location: Lesson.Location
  ) throws(LessonLineError) {
    let isWord = first.allSatisfy { $0.isASCII && $0.isLetter }
    let statement: Statement
    do { statement = try Syntax.parse(text) } catch {
      if isWord, first.count > 1, Function.named[first] == nil {
        throw LessonLineError(.unknownCommand(first, nearest: nearestCommand(first)), at: location)
      }
      throw LessonLineError(
        .expression(error.kind), line: location.line,
        column: location.column + error.range.lowerBound)
    }
    // A lone word reads as a name; if it is close to a command's, that is what was meant.
    guard case .expression = statement, isWord, text.trimmed == first,
      let close = nearestCommand(first)
    else { return }
    throw LessonLineError(.unknownCommand(first, nearest: close), at: location)
  }

  private static func nearestCommand(_ word: String) -> String? {
    nearest(to: word, in: ClassroomCommand.all.map(\.name))
  }
}

/// The world as a lesson's own commands see it: no files at all, so that a lesson is the same on
/// every machine and can do no harm on any.
struct SealedHost: CourseHost {
  let host: any Host
  /// Whether there is a screen: only where it is tried what a learner at a terminal can type.
  var hasScreen = false

  var dataFolder: String? { nil }
  var history: [String] { [] }

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notAllowed(path) }

  func size(of path: String) throws(FileError) -> Int? { throw .notAllowed(path) }

  func write(_ bytes: [UInt8], to path: String) throws(FileError) { throw .notAllowed(path) }

  func names(inFolder path: String) -> [String] { [] }

  var isInterrupted: Bool { host.isInterrupted }
}
