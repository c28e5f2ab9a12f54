/// What can be done in a lesson: `back`, `hint`, `solution`, `skip`, `play`, `done`; and for those
/// who teach: `export` and `check`.
let lessonCommands: [Command] = [
  event("back", "turn a step back", .back),
  event("hint", "help with the question, a little at a time", .hint),
  event("solution", "the answer to the question", .solution),
  event("skip", "leave out the question, or the rest of the step", .skip),
  Command(
    "play", .course, usages: ["play"], summary: "experiment; done returns to the lesson",
    details: [
      "What you change stays apart from the lesson. \(code: "done") returns to it just as you left it."
    ],
    run: { session, arguments, _ throws(Problem) in
      try arguments.end()
      guard session.course.beforePlay.isEmpty else { throw .course(.playing) }
      session.course.beforePlay = [session]
      return Reply([.prose(CoursePhrases.play)])
    }),
  Command(
    "done", .course, usages: ["done"], summary: "go back from play to the lesson",
    run: { session, arguments, host throws(Problem) in
      try arguments.end()
      guard !session.course.beforePlay.isEmpty else { throw .course(.notPlaying) }
      session.stopPlaying()
      let back: [Block] = [.prose(CoursePhrases.played)]
      guard let player = session.course.player, let open = player.open else { return Reply(back) }
      return Reply(back + player.questionBlocks(open.question), facts: player.facts)
    }),
  exportCommand, checkCommand,
]

private func event(_ name: String, _ summary: String, _ event: LessonPlayer.Event) -> Command {
  Command(
    name, .course, usages: [name], summary: summary,
    run: { session, arguments, host throws(Problem) in
      try arguments.end()
      return try session.handle(event, host)
    })
}

extension Session {
  /// Back from `play`, if that is where the learner is.
  mutating func stopPlaying() {
    guard let before = course.beforePlay.first else { return }
    let (journal, progress) = (course.journal, course.progress)
    self = before
    course.beforePlay = []
    course.journal = journal
    course.progress = progress
    course.hasRestored = true
  }

  /// What the prompt says.
  public var prompt: String {
    guard let player = course.player else { return course.beforePlay.isEmpty ? "nn> " : "play> " }
    return course.beforePlay.isEmpty ? "\(player.place)> " : "\(player.place) play> "
  }
}
