import Lab
import Presentation

/// What can be done in a lesson: `back`, `hint`, `solution`, `skip`, `play`, `done`; and for those
/// who teach: `export` and `check`.
let lessonCommands: [CourseCommand] = [
  event("back", "turn a step back", .back),
  event("hint", "help with the question, a little at a time", .hint),
  event("solution", "the answer to the question", .solution),
  event("skip", "leave out the question, or the rest of the step", .skip),
  CourseCommand(
    CommandDeclaration(
      "play", .course, .moves, summary: "experiment; done returns to the lesson",
      details: [
        "What you change stays apart from the lesson. \(code: "done") returns to it just as you left it."
      ]),
    run: { classroom, _, _ throws(CourseError) in
      guard classroom.course.fork == nil else { throw .playing }
      classroom.course.fork = classroom.bench
      return Reply([.prose(CoursePhrases.play)])
    }),
  CourseCommand(
    CommandDeclaration("done", .course, .moves, summary: "go back from play to the lesson"),
    run: { classroom, _, host throws(CourseError) in
      guard classroom.course.fork != nil else { throw .notPlaying }
      classroom.stopPlaying()
      let back: [Block] = [.prose(CoursePhrases.played)]
      guard let player = classroom.course.player, let open = player.open else { return Reply(back) }
      return Reply(back + player.questionPage(open.question, host), facts: player.facts)
    }),
  certificateCommand, exportCommand, checkCommand,
]

private func event(_ name: String, _ summary: String, _ event: LessonPlayer.Event) -> CourseCommand
{
  CourseCommand(
    CommandDeclaration(name, .course, .moves, summary: summary),
    run: { classroom, _, host throws(CourseError) in try classroom.handle(event, host) })
}
