// How a session takes part in lessons.

extension Session {
  /// The lessons, read when they are first asked for.
  mutating func readCourse() throws(Problem) -> Course {
    if let course = course.course { return course }
    let read = Course(content.lessons)
    guard !read.entries.isEmpty else { throw .course(.noLessons) }
    course.course = read
    return read
  }

  /// What the learner has done so far, read when it is first asked for. A file that cannot be used
  /// stays as it is until there is something to write; then it is set aside.
  mutating func readProgress(_ host: any Host) -> Progress {
    if let progress = course.progress { return progress }
    var progress = Progress()
    do {
      if let bytes = try host.loadProgress() {
        switch ProgressFile.decode(bytes) {
        case .success(let kept): progress = kept
        case .failure(let failure):
          course.notice = failure.notice
          course.hasToldOfDamage = true
        }
      }
    } catch {
      course.notice = CoursePhrases.progressUnread(error)
    }
    course.progress = progress
    return progress
  }

  /// A line for the start of the program: how to begin with the course, or go on with it. Reads no
  /// lesson, as somebody waits for the prompt.
  public mutating func invitation(host: some Host) -> [Block] {
    guard !content.lessons.isEmpty else { return [] }
    let progress = readProgress(host)
    let notice = course.notice.map { [Block.prose($0)] } ?? []
    course.notice = nil
    return notice + [.prose(CoursePhrases.invitation(progress))]
  }

  /// Begins a lesson at a step; the session as it is now comes back at its end.
  mutating func begin(
    _ lesson: Lesson, sources: [Lesson] = [], at step: Int, _ host: any Host
  ) throws(Problem) -> Reply {
    leaveLesson()
    var player = LessonPlayer(lesson, sources: sources, outside: withoutCourse)
    restore(LessonModel.beginning(like: self))
    var outcome = player.jump(to: step, &self, host)
    course.player = player
    if sources.isEmpty { outcome.marks.insert(.started(lesson: lesson.id), at: 0) }
    return finish(outcome, host)
  }

  /// Tells the lesson of an event.
  mutating func handle(_ event: LessonPlayer.Event, _ host: any Host) throws(Problem) -> Reply {
    guard course.beforePlay.isEmpty else { throw .course(.playing) }
    guard var player = course.player else { throw .course(.noLesson) }
    let outcome = try player.handle(event, in: &self, host)
    course.player = player
    if let verdict = outcome.verdict { course.lastVerdict = verdict }
    return finish(outcome, host)
  }

  /// Whether a line that is no command answers a question.
  var takesAnswers: Bool { course.player?.takesAnswers == true && course.beforePlay.isEmpty }

  /// Whether Enter alone means something.
  var isInLesson: Bool { course.player != nil && course.beforePlay.isEmpty }

  /// Takes note of what an event came to.
  private mutating func finish(_ outcome: LessonPlayer.Outcome, _ host: any Host) -> Reply {
    note(outcome.marks, host)
    var blocks = outcome.blocks
    var facts = outcome.facts
    if outcome.isOver, let player = course.player {
      blocks += endBlocks(player)
      facts["finished"] = .text(player.lesson.id)
      leaveLesson()
    }
    return Reply(blocks, facts: facts)
  }

  /// Keeps progress after each step.
  private mutating func note(_ marks: [Progress.Mark], _ host: any Host) {
    guard !marks.isEmpty else { return }
    var progress = readProgress(host)
    let before = progress
    for mark in marks { progress.add(mark) }
    guard progress != before else { return }
    course.progress = progress
    var wasSetAside = false
    do {
      try host.saveProgress { current in
        let update = progress.update(of: current)
        wasSetAside = update.setsAside
        return update
      }
      // Damaged since it was read; what was damaged then has been told of.
      if wasSetAside, !course.hasToldOfDamage { course.notice = CoursePhrases.progressSetAside }
      course.hasToldOfDamage = false
    } catch {
      guard !course.hasToldOfSaving else { return }
      course.hasToldOfSaving = true
      course.notice = CoursePhrases.progressUnkept(error)
    }
  }

  /// Ends the lesson: the session is again as it was before it.
  mutating func leaveLesson() {
    guard let player = course.player, let outside = player.outside.first else { return }
    course.player = nil
    restore(outside)
  }

  private mutating func endBlocks(_ player: LessonPlayer) -> [Block] {
    let missed = course.progress?[player.lesson.id].questions.values.count(where: \.isOpen) ?? 0
    let next = (try? readCourse())?.lesson(after: player.lesson.id)
    return CoursePhrases.end(player.lesson, missed: missed, next: next)
  }
}

// MARK: What a line means

extension Session {
  /// What a line is, here and now.
  func meaning(of line: String) throws(Problem) -> LineMeaning {
    let meaning: LineMeaning
    do { meaning = try LineMeaning(line, names: names) } catch {
      return try wordsMeaning(line, error)
    }
    guard case .expression(let text) = meaning else { return meaning }
    if !takesAnswers, hasOpenAct, line.contains("?"), AnswerWords.isTalk(line) {
      throw .course(.noAnswer(line, kind: "do"))
    }
    guard takesAnswers else { return meaning }
    // Names may be bound while a question is open: that is scratch paper, and no answer.
    if case .assignment? = try? Syntax.parse(text) { return meaning }
    return .answer(text)
  }
}

extension Session {
  /// A line of words that is neither a command nor a formula, while something is asked.
  private func wordsMeaning(_ line: String, _ error: Problem) throws(Problem) -> LineMeaning {
    // The words of an option are an answer, and so is a number in words.
    let isChoice = course.player?.asksForChoice == true
    if takesAnswers, isChoice || AnswerWords.number(line) != nil { return .answer(line) }
    guard case .unknownCommand(_, nearest: nil) = error, AnswerWords.isTalk(line) else {
      throw error
    }
    if takesAnswers { return .answer(line) }
    throw hasOpenAct ? .course(.noAnswer(line, kind: "do")) : error
  }

  private var hasOpenAct: Bool {
    guard isInLesson, let open = course.player?.open, !open.isPassed else { return false }
    return !takesAnswers
  }
}

// MARK: Around each line

extension Session {
  /// Adds to the reply to something that was done what the lesson has to say to it.
  mutating func withLesson(_ reply: Reply, _ host: any Host) -> Reply {
    guard isInLesson, !takesAnswers, let more = try? handle(.acted, host) else { return reply }
    return Reply(
      reply.blocks + more.blocks, facts: reply.facts.merging(more.facts) { $1 }, next: reply.next)
  }

  /// Writes a line down, and adds what there is to tell besides.
  mutating func attend(
    _ line: String, _ reply: Reply, from before: Session
  ) -> Reply {
    var reply = reply
    if let player = before.course.player, before.isInLesson, course.beforePlay.isEmpty,
      isWorthNoting(line)
    {
      course.journal.append(
        JournalEntry(
          lesson: player.lesson.id, step: player.currentStep.id, line: line.trimmed,
          outcome: reply.problem != nil ? .failed : course.lastVerdict ?? .done))
    }
    course.lastVerdict = nil
    if let notice = course.notice {
      reply.blocks.append(.prose(notice))
      course.notice = nil
    }
    return reply
  }

  /// Whether a line says anything about the lesson, to those who read it later.
  private func isWorthNoting(_ line: String) -> Bool {
    guard case .command(let command, _)? = try? LineMeaning(line, names: names) else {
      return !line.trimmed.isEmpty
    }
    return !["export", "check", "lessons", "leave", "help", "history", "quit"]
      .contains(command.name)
  }
}
