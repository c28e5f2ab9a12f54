import Lab

/// `export FILE`.
let exportCommand = CourseCommand(
  "export", .course, usages: ["export FILE"],
  summary: "write what you did in lessons as Markdown",
  details: ["\(code: "check FILE") replays it, to see that the same lines still do the same."],
  examples: ["export my-notes.md"], suggestions: { lessonFileSuggestions($0.onBench) },
  run: { classroom, arguments, host throws(CourseError) in
    var arguments = arguments
    let path = try onBench { () throws(LabError) in try arguments.next("The file") }
    try arguments.finish()
    guard !classroom.course.journal.isEmpty else { throw .nothingToExport }
    let course = try classroom.readCourse()
    let text = Transcript(classroom.course.journal).markdown(course)
    let count = classroom.course.journal.count
    return try onBench { () throws(LabError) in
      try FileWriting(path, isOurs: Transcript.isTranscript).write(
        Array(text.utf8), CoursePhrases.exported(count), facts: ["lines": .integer(count)], host)
    }
  })
