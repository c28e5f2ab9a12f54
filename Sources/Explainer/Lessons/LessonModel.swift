/// Carries out what a lesson file says, in a sealed world, as for somebody who does all that it asks.
struct LessonModel {
  private let lesson: Lesson
  private let host: SealedHost

  init(_ lesson: Lesson, _ host: any Host) {
    self.lesson = lesson
    self.host = SealedHost(host: host)
  }

  /// Carries out lines of the file; stops at the first that fails.
  func carryOut(_ commands: [Lesson.Command], _ lab: inout Session) -> [Reply] {
    let course = lab.course
    lab.course = CourseState()
    defer { lab.course = course }
    var replies: [Reply] = []
    for command in commands {
      replies.append(lab.reply(to: command.content, host: host))
      if replies.last?.problem != nil { break }
    }
    return replies
  }

  /// The session in which a lesson begins: the same on every machine, whatever was done before.
  static func beginning(like session: Session) -> Session {
    var fresh = Session(content: session.content)
    fresh.course = session.course
    return fresh
  }

  /// The session as it is at a part of a step for somebody who did all before it.
  func state(before step: Int, part: Int = 0, like session: Session) -> Session {
    var lab = Self.beginning(like: session)
    for index in 0..<step { play(lesson.steps[index].parts, &lab) }
    if lesson.steps.indices.contains(step) { play(lesson.steps[step].parts.prefix(part), &lab) }
    return lab
  }

  private func play(_ parts: some Sequence<Lesson.Part>, _ lab: inout Session) {
    for part in parts {
      switch part {
      case .prose: continue
      case .run(let commands): _ = carryOut(commands, &lab)
      case .ask(let question):
        switch question.kind {
        case .predict(_, _, let reveal): _ = carryOut([reveal], &lab)
        case .act(let start, _, let solution): _ = carryOut(start + solution, &lab)
        default: continue
        }
      }
    }
  }

  /// Rows for one reply or one piece of text, with a row left for the prompt.
  static let mostRows = 23

  /// Lines and what they say, as at the prompt; a reply that is too tall without what it can spare.
  static func blocks(_ commands: [Lesson.Command], _ replies: [Reply]) -> [Block] {
    zip(commands, replies).flatMap { command, reply in
      let line = Block.prose("\(Prose("nn>", .faint)) \(code: command.content)")
      guard let problem = reply.problem else {
        let whole = [line] + reply.blocks
        return rows(of: whole) > mostRows ? whole.compactMap(\.withoutSpares) : whole
      }
      return [line, .lines([Prose(problem.message, .problem), problem.hint])]
    }
  }

  /// How many rows blocks take in a window of 80 columns.
  static func rows(of blocks: [Block]) -> Int {
    TextRenderer(.pipe).render(Reply(blocks)).utf8.count { $0 == 0x0A }
  }
}

extension Session {
  /// The session without its place in the course, to come back to.
  var withoutCourse: Session {
    var copy = self
    copy.course = CourseState()
    return copy
  }

  /// Becomes another session but keeps the place in the course.
  mutating func restore(_ other: Session) {
    let course = self.course
    self = other
    self.course = course
    self.course.hasRestored = true
  }
}
