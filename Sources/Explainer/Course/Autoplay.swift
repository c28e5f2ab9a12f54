import Presentation

/// Plays a lesson to its end with its own answers: for reading, for a projector, and as a test.
///
/// - Parameter name: of the lesson; nil for the next one.
func autoplay(
  _ name: String?, _ classroom: Classroom, _ host: any CourseHost
) throws(CourseError) -> Reply {
  var classroom = classroom
  let course = try classroom.readCourse()
  let lesson =
    try name.map { word throws(CourseError) in try course.lesson(word) } ?? course.lessons[0]
  var player = Autoplay(classroom, lesson, host)
  return try player.run()
}

private struct Autoplay {
  private var classroom: Classroom
  private let lesson: Lesson
  private let host: SealedHost
  private var blocks: [Block] = []
  private var answers = 0

  init(_ classroom: Classroom, _ lesson: Lesson, _ host: any CourseHost) {
    self.classroom = classroom
    self.lesson = lesson
    self.host = SealedHost(host: host)
  }

  mutating func run() throws(CourseError) -> Reply {
    blocks += try classroom.begin(lesson, at: 0, host).blocks
    // Each turn ends a part of the lesson, so that there is an end to them.
    for _ in 0..<(2 * lesson.steps.reduce(1) { $0 + $1.parts.count + 1 }) {
      guard let player = classroom.course.player else { break }
      guard let open = player.open else {
        type("")
        continue
      }
      for line in open.question.modelAnswer { type(line) }
      answers += 1
      guard classroom.course.player?.open == nil else {
        throw .stuck(open.question.text.text)
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
      blocks.append(.prose("\(Prose(classroom.course.prompt, .prompt))\(code: line)"))
    }
    let reply = classroom.reply(to: line, host: host)
    blocks += reply.blocks
    if let error = reply.error {
      blocks.append(.lines([Prose(error.message, .problem), error.hint]))
    }
  }
}
