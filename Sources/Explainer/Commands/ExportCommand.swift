/// `export FILE`.
let exportCommand = Command(
  "export", .course, usages: ["export FILE"],
  summary: "write what you did in lessons as Markdown",
  details: ["\(code: "check FILE") replays it, to see that the same lines still do the same."],
  examples: ["export my-notes.md"], suggestions: lessonFileSuggestions,
  run: { session, arguments, host throws(Problem) in
    var arguments = arguments
    let path = try arguments.next("The file")
    try arguments.end()
    guard !session.course.journal.isEmpty else { throw .course(.nothingToExport) }
    let course = try session.readCourse()
    let text = Transcript(session.course.journal).markdown(course)
    let count = session.course.journal.count
    return try FileWriting(path, isOurs: Transcript.isTranscript).write(
      Array(text.utf8), CoursePhrases.exported(count), facts: ["lines": .integer(count)], host)
  })
