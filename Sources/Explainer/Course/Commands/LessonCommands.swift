import Presentation

/// What can be done in a lesson: `back`, `hint`, `solution`, `skip`, `play`, `done`; and for those
/// who teach: `export` and `check`.
let lessonCommands: [CourseCommand] = [
  event("back", "turn a step back", .back),
  event("hint", "help with the question, a little at a time", .hint),
  event("solution", "the answer to the question", .solution),
  event("skip", "leave out the question, or the rest of the step", .skip),
  CourseCommand(
    "play", .course, usages: ["play"], summary: "experiment; done returns to the lesson",
    details: [
      "What you change stays apart from the lesson. \(code: "done") returns to it just as you left it."
    ],
    run: { classroom, arguments, _ throws(CourseError) in
      try arguments.finish()
      guard classroom.course.fork == nil else { throw .playing }
      classroom.course.fork = classroom.bench
      return Reply([.prose(CoursePhrases.play)])
    }),
  CourseCommand(
    "done", .course, usages: ["done"], summary: "go back from play to the lesson",
    run: { classroom, arguments, host throws(CourseError) in
      try arguments.finish()
      guard classroom.course.fork != nil else { throw .notPlaying }
      classroom.stopPlaying()
      let back: [Block] = [.prose(CoursePhrases.played)]
      guard let player = classroom.course.player, let open = player.open else { return Reply(back) }
      return Reply(back + player.questionBlocks(open.question), facts: player.facts)
    }),
  exportCommand, checkCommand,
]

private func event(_ name: String, _ summary: String, _ event: LessonPlayer.Event) -> CourseCommand
{
  CourseCommand(
    name, .course, usages: [name], summary: summary,
    run: { classroom, arguments, host throws(CourseError) in
      try arguments.finish()
      return try classroom.handle(event, host)
    })
}
