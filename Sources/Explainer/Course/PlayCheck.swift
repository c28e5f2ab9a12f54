import Lab
import Presentation

/// Plays one lesson from its beginning, looking at every part.
struct PlayCheck {
  private let lesson: Lesson
  private let beginning: Lab
  private let model: LessonModel
  private let host: any Host

  init(_ lesson: Lesson, _ lab: Lab, _ host: any Host) {
    self.lesson = lesson
    self.host = host
    beginning = lab.fresh
    model = LessonModel(lesson, host)
  }

  func errors() -> [LessonError] {
    var lab = beginning
    var errors: [LessonError] = []
    var earlier: [Lab] = []
    for part in lesson.steps.flatMap(\.parts) {
      switch part {
      case .prose: continue
      case .run(let commands): errors += run(commands, &lab)
      case .ask(let question):
        errors += QuestionCheck(question, lesson, model).errors(&lab)
        errors += leftovers(of: earlier, question)
        earlier.append(lab)
      }
    }
    // What a lesson shows is known once all its lines can be carried out.
    return errors.isEmpty ? pages() : errors
  }

  /// What earlier questions leave behind must not do what is asked, for those who come back to them.
  private func leftovers(of earlier: [Lab], _ question: Question) -> [LessonError] {
    guard let task = question.kind as? any TaskQuestion else { return [] }
    let isLeft = earlier.contains { left in
      var lab = left
      let replies = model.execute(task.preparation, &lab)
      return replies.allSatisfy { $0.error == nil } && task.isFulfilled(on: lab)
    }
    return isLeft ? [lesson.error(.holdsFromEarlier, at: task.expect.location)] : []
  }

  private func run(_ commands: [Lesson.Command], _ lab: inout Lab) -> [LessonError] {
    let replies = model.execute(commands, &lab)
    return zip(commands, replies).compactMap { command, reply in
      reply.error.map {
        let kind = LessonError.Kind.commandFails(command.content, reason: $0.message)
        return lesson.error(kind, at: command.location)
      }
    }
  }
}

// MARK: Pages

extension PlayCheck {
  /// Goes through the lesson as a learner does, and measures all that is shown at once.
  private func pages() -> [LessonError] {
    var player = LessonPlayer(lesson, on: beginning)
    var outcome = player.jump(to: 0, host)
    var errors = tooTall("", outcome.blocks, player, line: lesson.steps[0].line)
    // Each turn shows at least one part.
    for _ in 0..<lesson.steps.reduce(1, { $0 + $1.parts.count + 1 }) where !outcome.isOver {
      if let open = player.open {
        errors += picture(open.question, player) + answers(open.question, player)
      }
      let (step, part) = (player.step, player.part)
      let event: LessonPlayer.Event = player.open == nil ? .next : .skip
      guard let next = try? player.handle(event, nil, host) else { break }
      outcome = next
      guard !outcome.isOver else { break }
      let line =
        player.step == step ? lesson.steps[step].parts[part].line : player.currentStep.line
      errors += tooTall("", outcome.blocks, player, line: line)
    }
    return errors
  }

  /// A picture that is to stand beside a question is one.
  private func picture(_ question: Question, _ player: LessonPlayer) -> [LessonError] {
    guard let command = question.picture else { return [] }
    var lab = player.lab
    let reply = model.execute([command], &lab).first
    if let error = reply?.error {
      return [
        lesson.error(
          .commandFails(command.content, reason: error.message), at: command.location)
      ]
    }
    guard model.picture(question, on: player.lab) == nil else { return [] }
    return [lesson.error(.keepsNoPicture(command.content), at: command.location)]
  }

  /// What is said to the right answer, with all that the lines of a solution show.
  private func answers(_ question: Question, _ player: LessonPlayer) -> [LessonError] {
    var player = player
    return question.modelAnswer.flatMap { line -> [LessonError] in
      var blocks: [Block] = []
      if question.kind.answering == .byCommands {
        let act = LessonAct(line: line, formula: nil, isMove: false, before: player.lab)
        blocks = player.lab.perform(line, host: SealedHost(host: host)).blocks
        blocks += (try? player.handle(.acted(act), nil, host))?.blocks ?? []
      } else {
        blocks = (try? player.handle(.answer(FormulaLine(line)), nil, host))?.blocks ?? []
      }
      return tooTall(", the reply to '\(line.excerpt)',", blocks, player, line: question.line)
    }
  }

  private func tooTall(
    _ part: String, _ blocks: [Block], _ player: LessonPlayer, line: Int
  ) -> [LessonError] {
    let rows = LessonPage.rows(of: LessonPage.arranged(blocks))
    let most = LessonPage.mostRows
    guard rows > most else { return [] }
    let what = "the step '\(player.currentStep.title.excerpt)'\(part)"
    return [lesson.error(.tooTall(what: what, lines: rows, most: most), line: line)]
  }
}

extension Lesson.Part {
  /// Where it begins in the file.
  fileprivate var line: Int {
    switch self {
    case .prose(_, let line): line
    case .run(let commands): commands.first?.location.line ?? 1
    case .ask(let question): question.line
    }
  }
}
