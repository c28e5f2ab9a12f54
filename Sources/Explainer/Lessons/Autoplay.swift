/// Plays a lesson to its end with its own answers: for reading, for a projector, and as a test.
///
/// - Parameter name: of the lesson; nil for the next one.
func autoplay(
  _ name: String?, _ session: Session, _ host: any Host
) throws(Problem) -> Reply {
  var session = session
  let course = try session.readCourse()
  let lesson = try name.map { word throws(Problem) in try course.lesson(word) } ?? course.lessons[0]
  var player = Autoplay(session, lesson, host)
  return try player.run()
}

private struct Autoplay {
  private var session: Session
  private let lesson: Lesson
  private let host: SealedHost
  private var blocks: [Block] = []
  private var answers = 0

  init(_ session: Session, _ lesson: Lesson, _ host: any Host) {
    self.session = session
    self.lesson = lesson
    self.host = SealedHost(host: host)
  }

  mutating func run() throws(Problem) -> Reply {
    blocks += try session.begin(lesson, at: 0, host).blocks
    // Each turn ends a part of the lesson, so that there is an end to them.
    for _ in 0..<(2 * lesson.steps.reduce(1) { $0 + $1.parts.count + 1 }) {
      guard let player = session.course.player else { break }
      guard let open = player.open else {
        type("")
        continue
      }
      for line in open.question.modelAnswer { type(line) }
      answers += 1
      guard session.course.player?.open == nil else {
        throw .course(.stuck(open.question.text.text))
      }
    }
    return Reply(
      blocks,
      facts: [
        "lesson": .text(lesson.id), "steps": .integer(lesson.steps.count),
        "questions": .integer(answers),
      ])
  }

  private mutating func type(_ line: String) {
    if !line.isEmpty {
      blocks.append(.prose("\(Prose(session.prompt, .faint))\(code: line)"))
    }
    let reply = session.reply(to: line, host: host)
    blocks += reply.blocks
    if let problem = reply.problem {
      blocks.append(.lines([Prose(problem.message, .problem), problem.hint]))
    }
  }
}
