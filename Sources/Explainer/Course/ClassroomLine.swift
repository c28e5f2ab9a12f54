import Lab
import Presentation

/// What a line means in a classroom.
package enum ClassroomLine<Command: DeclaredCommand> {
  /// Enter alone.
  case nothing
  case command(Command, Arguments)
  /// To the question that is open.
  case answer(FormulaLine)
  case formula(FormulaLine)
}

extension Classroom {
  /// What a line is, here and now: a command, the answer to an open question, or a formula.
  package func meaning<Command>(
    of line: String, commands: [Command]
  ) throws(CourseError) -> ClassroomLine<Command> {
    if course.takesAnswers, course.player?.open?.question.kind.isAnswer(line) == true {
      return .answer(FormulaLine(line))
    }
    let meaning: LineMeaning<Command>
    do { meaning = try LineMeaning(line, on: bench, commands: commands) } catch {
      return try wordsMeaning(line, error)
    }
    switch meaning {
    case .nothing: return .nothing
    case .command(let command, let arguments): return .command(command, arguments)
    case .formula(let formula): return try formulaMeaning(formula)
    }
  }

  private func formulaMeaning<Command>(
    _ formula: FormulaLine
  ) throws(CourseError) -> ClassroomLine<Command> {
    let line = formula.text
    if let open = openTask, line.contains("?"), AnswerWords.isTalk(line) {
      throw .notAnAnswer(open.kind.notUnderstood(line))
    }
    guard course.takesAnswers else { return .formula(formula) }
    // Names may be defined while a question is open: that is scratch paper, and no answer.
    if case .success(.assignment) = formula.statement { return .formula(formula) }
    if isLook(formula) { return .formula(formula) }
    return .answer(formula)
  }

  /// Whether a formula is about the network or the digit, where one of several options is asked for:
  /// that is looking, and no choice.
  private func isLook(_ formula: FormulaLine) -> Bool {
    guard course.player?.takesWords == true, let question = course.player?.open?.question,
      !(question.kind is YesNoQuestion), case .success(.expression(let syntax)) = formula.statement
    else { return false }
    let text = formula.text.filter { !$0.isWhitespace }
    let isOption = question.kind.options.contains { $0.text.filter { !$0.isWhitespace } == text }
    let names = syntax.names
    return !isOption && !names.isEmpty && names.contains { $0.count > 1 }
      && names.allSatisfy { bench.names.value(of: $0) != nil }
  }

  /// A line of words that is neither a command nor a formula, while something is asked.
  private func wordsMeaning<Command>(
    _ line: String, _ error: LabError
  ) throws(CourseError) -> ClassroomLine<Command> {
    // The words of an option are an answer, and so is a number in words.
    let takesWords = course.player?.takesWords == true
    if course.takesAnswers, takesWords || course.player?.open?.question.kind.reads(line) == true {
      return .answer(FormulaLine(line))
    }
    guard case .unknownCommand(_, nearest: nil) = error, AnswerWords.isTalk(line) else {
      throw .lab(error)
    }
    if course.takesAnswers { return .answer(FormulaLine(line)) }
    if let open = openTask { throw .notAnAnswer(open.kind.notUnderstood(line)) }
    throw .lab(error)
  }

  /// The question that waits for commands.
  private var openTask: Question? {
    guard course.isInLesson, let open = course.player?.open, !open.isPassed,
      open.question.kind.answering == .byCommands
    else { return nil }
    return open.question
  }
}

// MARK: Carrying lines out

extension Classroom {
  /// Executes one line of somebody who has lessons and a bench, and nothing else.
  mutating func reply(to line: String, host: any CourseHost) -> Reply {
    let meaning = Result { () throws(CourseError) in
      try self.meaning(of: line, commands: ClassroomCommand.all)
    }
    return reply(to: line, meaning, host: host)
  }

  /// Executes a line that has been read. One that fails changes nothing.
  package mutating func reply(
    to line: String, _ meaning: Result<ClassroomLine<ClassroomCommand>, CourseError>,
    host: any CourseHost
  ) -> Reply {
    let before = course
    var reply: Reply
    var isNoted = true
    do throws(CourseError) {
      var next = self
      let meaning = try meaning.get()
      isNoted = meaning.isNoted
      reply = try next.execute(meaning, line, host)
      self = next
    } catch {
      reply = self.reply(toWords: line, after: error, host: host) ?? Reply(error)
    }
    if case .hand = reply.next { isNoted = false }
    if isNoted { note(line, reply, from: before) }
    course.lastVerdict = nil
    if let notice = course.notice {
      reply.blocks.append(.prose(notice))
      course.notice = nil
    }
    return reply
  }

  /// Keeps what a screen under the hand was left with, as if a line had done it.
  package mutating func keep(_ screen: HandScreen, host: any CourseHost) -> Reply {
    guard let (command, line) = screen.keeping else { return Reply() }
    let meaning = Result { () throws(CourseError) -> ClassroomLine<ClassroomCommand> in
      let arguments = try onBench { () throws(LabError) in
        try Arguments(command.declaration, line: line)
      }
      return .command(.lab(command), arguments)
    }
    return reply(to: line, meaning, host: host)
  }

  private mutating func execute(
    _ meaning: ClassroomLine<ClassroomCommand>, _ line: String, _ host: any CourseHost
  ) throws(CourseError) -> Reply {
    let upNext = course.upNext
    course.upNext = nil
    switch meaning {
    case .nothing:
      if course.isInLesson { return try handle(.next, host) }
      return try upNext.map { id throws(CourseError) in try startLesson(id, at: nil, host) }
        ?? Reply()
    case .command(.course(let command), let arguments):
      return try command.run(&self, arguments, host)
    case .command(.lab(let command), let arguments):
      let isMove = ["undo", "redo"].contains(command.name)
      do throws(CourseError) {
        return try change(line, isMove: isMove, host) { lab throws(LabError) in
          try command.run(&lab, arguments, host)
        }
      } catch {
        // `neuron 5` is no neuron of the network's, but may be the one that was asked for.
        guard course.takesAnswers, course.player?.open?.question.kind.reads(line) == true,
          let reply = try? handle(.answer(FormulaLine(line)), host)
        else { throw error }
        return reply
      }
    case .answer(let formula): return try handle(.answer(formula), host)
    case .formula(let formula):
      let reply = try change(line, formula, host) { lab throws(LabError) in
        try lab.compute(formula)
      }
      guard course.takesAnswers, let more = try? handle(.named(formula), host) else { return reply }
      return reply.followed(by: more)
    }
  }

  /// Does something on the bench, and adds what the lesson has to say to it.
  private mutating func change(
    _ line: String, _ formula: FormulaLine? = nil, isMove: Bool = false, _ host: any CourseHost,
    _ work: (inout Lab) throws(LabError) -> Reply
  ) throws(CourseError) -> Reply {
    let act = LessonAct(line: line, formula: formula, isMove: isMove, before: bench)
    let reply: Reply
    do { reply = try bench.record(line, work) } catch { throw .lab(error) }
    // A screen that comes up has done nothing yet.
    if case .hand = reply.next { return reply }
    guard course.isInLesson, !course.takesAnswers, let more = try? handle(.acted(act), host) else {
      return reply
    }
    return reply.followed(by: more)
  }

  /// Writes down a line that was typed in a lesson.
  private mutating func note(_ line: String, _ reply: Reply, from before: CourseState) {
    guard let player = before.player, before.isInLesson, course.fork == nil else { return }
    course.journal.append(
      JournalEntry(
        lesson: player.lesson.id, step: player.currentStep.id, line: line.trimmed,
        outcome: reply.error != nil ? .failed : course.lastVerdict ?? .done))
  }
}

extension Reply {
  /// The reply to a line, and below it what the lesson has to say.
  fileprivate func followed(by more: Reply) -> Reply {
    let blocks = blocks + more.blocks
    return Reply(
      more.blocks.allSatisfy(\.isWords) ? LessonPage.arranged(blocks) : blocks,
      facts: facts.merging(more.facts) { $1 }, next: next)
  }
}

extension ClassroomLine<ClassroomCommand> {
  /// Whether a line says anything about the lesson, to those who read it later.
  fileprivate var isNoted: Bool {
    switch self {
    case .nothing: false
    case .command(let command, _):
      !["export", "check", "lessons", "leave"].contains(command.name)
    case .answer, .formula: true
    }
  }
}
