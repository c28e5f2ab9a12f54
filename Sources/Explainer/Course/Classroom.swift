import Lab
import Presentation

/// The learner's bench and the course beside it: what a line does while lessons may be on.
package struct Classroom: Sendable {
  /// The learner's own bench. A lesson works on another and leaves this one as it is.
  var lab: Lab
  /// The lessons, and the position in them.
  package var course = CourseState()
  /// The lessons that came with the program, not yet read.
  private(set) var lessonFiles: [LessonFile]
  /// What shuffles the options of choices for a learner who begins; nil where they stand as written.
  let seed: UInt64?

  /// A classroom in which no lesson is on.
  package init(_ lab: Lab, lessons: [LessonFile], seed: UInt64? = nil) {
    self.seed = seed
    self.lab = lab
    lessonFiles = lessons
  }

  /// The bench that lines work on now: that of `play`, else that of the lesson, else the learner's
  /// own.
  package var bench: Lab {
    get { course.fork ?? course.player?.lab ?? lab }
    set {
      if course.fork != nil {
        course.fork = newValue
      } else if course.player != nil {
        course.player?.lab = newValue
      } else {
        lab = newValue
      }
    }
  }
}

extension Classroom {
  /// Takes up lessons whose file was saved: goes on at the step that is on, or begins where none is
  /// that could be read before. Of one that cannot be read it is told why, and nothing changes.
  package mutating func adopt(_ files: [LessonFile], host: any CourseHost) -> Reply {
    let read = Course(files)
    guard read.errors.isEmpty, let first = read.lessons.first else {
      return Reply([.lines(read.errors.map { Prose($0.sentence, .problem) })])
    }
    let wasBroken = course.lessons?.lessons.isEmpty ?? true
    lessonFiles = files
    course.lessons = read
    guard let player = course.player else {
      return wasBroken ? (try? begin(first, at: 0, host)) ?? Reply([]) : Reply([])
    }
    let lesson = read[player.lesson.id] ?? first
    let step = lesson.steps.firstIndex { $0.id == player.currentStep.id }
    return (try? begin(lesson, at: step ?? min(player.step, lesson.steps.count - 1), host))
      ?? Reply([])
  }

  /// Makes a file's network the one that every command works on.
  package mutating func open(_ path: String, host: any CourseHost) throws(LabError) {
    bench.adopt(try readNetwork(path, host))
  }
}

/// A command that can be given in a classroom.
package enum ClassroomCommand: DeclaredCommand {
  case lab(LabCommand)
  case course(CourseCommand)

  package var declaration: CommandDeclaration {
    switch self {
    case .lab(let command): command.declaration
    case .course(let command): command.declaration
    }
  }

  /// In the order in which `help` lists them.
  package static let all: [ClassroomCommand] =
    Lab.commands.map(ClassroomCommand.lab)
    + (courseCommands + lessonCommands).map(ClassroomCommand.course)
}

/// A command that moves in the course, or works on its lessons.
package struct CourseCommand: DeclaredCommand {
  package let declaration: CommandDeclaration
  /// What Tab offers besides what the declaration says.
  package let suggestions: @Sendable (CourseTabContext) -> [Completions.Candidate]
  /// Does it.
  let run: @Sendable (inout Classroom, Arguments, any CourseHost) throws(CourseError) -> Reply

  init(
    _ declaration: CommandDeclaration,
    suggestions: @escaping @Sendable (CourseTabContext) -> [Completions.Candidate] = { _ in [] },
    run:
      @escaping @Sendable (inout Classroom, Arguments, any CourseHost) throws(CourseError) -> Reply
  ) {
    self.declaration = declaration
    self.suggestions = suggestions
    self.run = run
  }
}

/// What is known when Tab is pressed after the name of a command of the course.
package struct CourseTabContext {
  let classroom: Classroom
  /// The finished words after the command.
  let words: [String]

  package init(classroom: Classroom, words: [String]) {
    self.classroom = classroom
    self.words = words
  }
}

/// Does something on the bench; what goes wrong there is an error of the course's, too.
func onBench<Result>(
  _ work: () throws(LabError) -> Result
) throws(CourseError) -> Result {
  do { return try work() } catch { throw .lab(error) }
}

extension Arguments {
  /// The value of a parameter; what is wrong with it is an error of the course's, too.
  func given<Value>(_ parameter: Parameter<Value>) throws(CourseError) -> Value? {
    do { return try value(parameter) } catch { throw .lab(error) }
  }
}
