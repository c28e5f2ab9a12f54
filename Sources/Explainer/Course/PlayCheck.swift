import Lab
import Presentation

/// Plays one lesson from its beginning, looking at every part.
struct PlayCheck {
  private let lesson: Lesson
  private let beginning: Lab
  private let model: LessonModel

  init(_ lesson: Lesson, _ lab: Lab, _ host: any Host) {
    self.lesson = lesson
    beginning = lab.fresh
    model = LessonModel(lesson, host)
  }

  func errors() -> [LessonError] {
    var lab = beginning
    var errors: [LessonError] = []
    for step in lesson.steps {
      for part in step.parts {
        switch part {
        case .prose(let blocks, let line):
          errors += tooTall("this text", [.heading(Prose(step.title))] + blocks, at: line)
        case .run(let commands): errors += run(commands, &lab)
        case .ask(let question):
          errors += QuestionCheck(question, lesson, model).errors(&lab)
          let player = LessonPlayer(lesson, on: beginning)
          errors += tooTall("this question", player.questionBlocks(question), at: question.line)
        }
      }
    }
    return errors
  }

  private func run(_ commands: [Lesson.Command], _ lab: inout Lab) -> [LessonError] {
    let replies = model.execute(commands, &lab)
    return zip(commands, replies).flatMap { command, reply -> [LessonError] in
      if let error = reply.error {
        let kind = LessonError.Kind.commandFails(command.content, reason: error.message)
        return [lesson.error(kind, at: command.location)]
      }
      return tooTall("the reply", LessonModel.blocks([command], [reply]), at: command.location.line)
    }
  }

  private func tooTall(_ what: String, _ blocks: [Block], at line: Int) -> [LessonError] {
    let rows = LessonModel.rows(of: blocks)
    let most = LessonModel.mostRows
    guard rows > most else { return [] }
    return [lesson.error(.tooTall(what: what, lines: rows, most: most), line: line)]
  }
}
