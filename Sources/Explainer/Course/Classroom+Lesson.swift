import Presentation

// Lessons begin, go on, and end.

extension Classroom {
  /// The lessons, read when they are first asked for.
  mutating func readCourse() throws(CourseError) -> Course {
    if let lessons = course.lessons { return lessons }
    let read = Course(lessonFiles)
    guard !read.isEmpty else { throw .noLessons }
    course.lessons = read
    return read
  }

  /// What the learner has done so far, read when it is first asked for. A file that cannot be used
  /// stays as it is until there is something to write; then it is set aside.
  mutating func readProgress(_ host: any CourseHost) -> Progress {
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
  package mutating func invitation(host: any CourseHost) -> [Block] {
    guard !lessonFiles.isEmpty else { return [] }
    let progress = readProgress(host)
    let notice = course.notice.map { [Block.prose($0)] } ?? []
    course.notice = nil
    return notice + [.prose(CoursePhrases.invitation(progress, on: host.today))]
  }

  /// Begins a lesson at a step, on a bench of its own.
  mutating func begin(
    _ lesson: Lesson, sources: [Lesson] = [], at step: Int, _ host: any CourseHost
  ) throws(CourseError) -> Reply {
    leaveLesson()
    var progress = readProgress(host)
    progress.seed = progress.seed ?? seed
    course.progress = progress
    let shuffled = progress.seed.map(lesson.shuffled) ?? lesson
    var player = LessonPlayer(shuffled, sources: sources, on: lab.fresh)
    var outcome = player.jump(to: step, host)
    course.player = player
    if sources.isEmpty { outcome.marks.insert(.started(lesson: lesson.id), at: 0) }
    return finish(outcome, host)
  }

  /// Tells the lesson of an event.
  mutating func handle(
    _ event: LessonPlayer.Event, _ host: any CourseHost
  ) throws(CourseError) -> Reply {
    guard course.fork == nil else { throw .playing }
    guard var player = course.player else { throw .noLesson }
    let outcome = try player.handle(event, course.progress, host)
    course.player = player
    if let verdict = outcome.verdict { course.lastVerdict = verdict }
    return finish(outcome, host)
  }

  /// Takes note of what an event came to.
  private mutating func finish(_ outcome: LessonPlayer.Outcome, _ host: any CourseHost) -> Reply {
    note(outcome.marks, host)
    var blocks = LessonPage.arranged(outcome.blocks)
    var facts = outcome.facts
    if outcome.isOver, let player = course.player {
      if let known = outcome.known {
        blocks += placementBlocks(player.lesson, known: known, host)
      } else {
        blocks += endBlocks(player)
      }
      facts["finished"] = .text(player.lesson.id)
      leaveLesson()
    }
    return Reply(blocks, facts: facts)
  }

  /// Keeps progress after each step.
  private mutating func note(_ marks: [Progress.Mark], _ host: any CourseHost) {
    guard !marks.isEmpty else { return }
    var progress = readProgress(host)
    let before = progress
    for mark in marks { progress.add(mark, on: host.today) }
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

  /// Where to begin, by how many questions of a placement were known; Enter begins there.
  private mutating func placementBlocks(
    _ placement: Lesson, known: Int, _ host: any CourseHost
  ) -> [Block] {
    guard let course = try? readCourse() else { return [] }
    let last = known > 0 ? placement.steps[known - 1].origin?.lesson : nil
    guard let lesson = last.map({ course.lesson(after: $0) }) ?? course.first else {
      return [.prose(CoursePhrases.knowsAll)]
    }
    self.course.upNext = lesson.id
    note([.started(lesson: lesson.id)], host)
    return [
      .prose(CoursePhrases.placed(known: known, of: placement.steps.count, begin: lesson))
    ]
  }

  /// Ends the lesson; the learner's own bench is as it was before it.
  mutating func leaveLesson() {
    course.fork = nil
    course.player = nil
  }

  /// Back from `play`, if that is where the learner is.
  mutating func stopPlaying() { course.fork = nil }

  /// What is said at the end of a lesson; Enter then begins the next.
  private mutating func endBlocks(_ player: LessonPlayer) -> [Block] {
    let missed = course.progress?[player.lesson.id].questions.values.count(where: \.isOpen) ?? 0
    let next = (try? readCourse())?.lesson(after: player.lesson.id)
    course.upNext = next?.id
    return CoursePhrases.end(player.lesson, missed: missed, next: next)
  }
}
