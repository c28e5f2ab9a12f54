import Lab

/// `export FILE`.
let exportCommand = CourseCommand(
  CommandDeclaration(
    "export", .course, .usesFiles, [CommandForm(.required(file))],
    summary: "write what you did in lessons as Markdown",
    details: ["\(code: "check FILE") replays it, to see that the same lines still do the same."],
    examples: ["export my-notes.md"]),
  run: { classroom, arguments, host throws(CourseError) in
    guard !classroom.course.journal.isEmpty else { throw .nothingToExport }
    let course = try classroom.readCourse()
    let seed = classroom.course.progress?.seed
    let text = Transcript(classroom.course.journal, seed: seed).markdown(course)
    let count = classroom.course.journal.count
    return try onBench { () throws(LabError) in
      try FileWriting(arguments.required(file), isOurs: Transcript.isTranscript).write(
        Array(text.utf8), CoursePhrases.exported(count), facts: ["lines": .integer(count)], host)
    }
  })

private let file = Parameter.text("file", as: "FILE").suggesting(lessonFileSuggestions)
