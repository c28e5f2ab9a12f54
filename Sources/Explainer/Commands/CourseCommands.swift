/// `lessons`, `lesson`, `review`, `where` and `leave`.
let courseCommands: [Command] = [
  Command(
    "lessons", .course, usages: ["lessons"], summary: "the lessons, and how far you are",
    run: { session, arguments, host throws(Problem) in
      try arguments.end()
      let course = try session.readCourse()
      return lessonList(course, session.readProgress(host), session.course.player)
    }),
  Command(
    "lesson", .course, usages: ["lesson [NAME [STEP]]", "lesson NAME --auto"],
    summary: "start or go on with a lesson",
    details: [
      "Without a name it goes on where you were. A step is a number or its id.",
      "In a lesson Enter goes on, and every other command still works.",
      "With \(code: "--auto") the lesson is played to its end with its own answers.",
    ],
    examples: ["lesson", "lesson counting", "lesson counting 3"],
    suggestions: { tab in
      guard tab.words.isEmpty else { return [] }
      let course = tab.session.course.course ?? Course(tab.session.content.lessons)
      return course.lessons.map { .init($0.id, note: $0.title) }
    },
    run: { session, arguments, host throws(Problem) in
      var words = arguments.allWords
      let isAuto = words.contains("--auto")
      words.removeAll { $0 == "--auto" }
      guard words.count <= 2 else {
        throw .unexpectedWord(words[2], usage: arguments.usage)
      }
      if isAuto { return try autoplay(words.first, session, host) }
      return try start(words.first, words.count > 1 ? words[1] : nil, &session, host)
    }),
  Command(
    "review", .course, usages: ["review"], summary: "take again the questions you missed",
    details: ["In a lesson it asks those of that lesson, elsewhere all of them."],
    run: { session, arguments, host throws(Problem) in
      try arguments.end()
      let course = try session.readCourse()
      let progress = session.readProgress(host)
      let current = session.course.player.flatMap { course[$0.lesson.id] }
      let lessons = current.map { [$0] } ?? course.lessons
      guard let review = Lesson.review(of: lessons, progress) else {
        throw .course(.nothingToReview)
      }
      return try session.begin(review, sources: course.lessons, at: 0, host)
    }),
  Command(
    "where", .course, usages: ["where"], summary: "where you are in the lesson",
    run: { session, arguments, host throws(Problem) in
      try arguments.end()
      guard let player = session.course.player else {
        let course = try session.readCourse()
        return outsideReply(course.next(session.readProgress(host)))
      }
      guard session.course.beforePlay.isEmpty else {
        return Reply(
          [.prose(CoursePhrases.playing(player.place))]
            + player.placeBlocks(session.course.progress),
          facts: player.facts)
      }
      return try session.handle(.whereAmI, host)
    }),
  Command(
    "leave", .course, usages: ["leave"], summary: "leave the lesson; your place in it is kept",
    run: { session, arguments, _ throws(Problem) in
      try arguments.end()
      session.stopPlaying()
      guard let player = session.course.player else { throw .course(.noLesson) }
      session.leaveLesson()
      return Reply(
        [.prose(CoursePhrases.left(player))], facts: ["left": .text(player.lesson.id)])
    }),
]

/// Starts a lesson, or goes on with it at the first step that is not done.
private func start(
  _ name: String?, _ step: String?, _ session: inout Session, _ host: any Host
) throws(Problem) -> Reply {
  let course = try session.readCourse()
  let progress = session.readProgress(host)
  session.stopPlaying()
  if name == nil, session.course.player != nil { return try session.handle(.whereAmI, host) }
  let lesson: Lesson
  if let name {
    lesson = try course.lesson(name)
  } else {
    guard let next = course.next(progress) ?? course.lessons.first else {
      throw .course(.noLessons)
    }
    lesson = next
  }
  let done = progress[lesson.id].done
  let goOn = lesson.steps.firstIndex { !done.contains($0.id) } ?? 0
  return try session.begin(
    lesson, at: try step.map { word throws(Problem) in try lesson.step(word) } ?? goOn, host)
}

extension Lesson {
  /// A step by its number, counted from 1, or its id.
  func step(_ word: String) throws(Problem) -> Int {
    if let index = steps.firstIndex(where: { $0.id == word }) { return index }
    if let number = Int(word), number > 0, steps.indices.contains(number - 1) { return number - 1 }
    throw .course(.noSuchStep(word, lesson: id, count: steps.count))
  }
}

private func outsideReply(_ next: Lesson?) -> Reply {
  Reply(
    [.prose(CoursePhrases.outside(next))],
    facts: next.map { ["next": .text($0.id)] } ?? [:])
}

private func lessonList(
  _ course: Course, _ progress: Progress, _ player: LessonPlayer?
) -> Reply {
  var table = Table(.trailing, .leading, .leading, .leading)
  for (index, lesson) in course.lessons.enumerated() {
    let record = progress[lesson.id]
    let isHere = player?.lesson.id == lesson.id
    table.add(
      Prose("\(index + 1)", .faint), Prose(lesson.id, .code),
      Prose(isHere ? "you are here" : lesson.standing(record)), Prose(lesson.title))
  }
  var blocks: [Block] = course.lessons.isEmpty ? [] : [.table(table)]
  if !course.errors.isEmpty {
    blocks.append(
      .lines(
        ["These cannot be read:"] + course.errors.map { Prose("  \($0.sentence)", .problem) }))
  }
  blocks.append(.prose(CoursePhrases.outside(course.next(progress))))
  return Reply(
    blocks,
    facts: [
      "lessons": .list(course.lessons.map { $0.facts(progress[$0.id]) }),
      "broken": .list(course.errors.map { .text($0.sentence) }),
    ])
}

extension Lesson {
  private func doneSteps(_ record: Progress.Record) -> Int {
    steps.count { record.done.contains($0.id) }
  }

  /// How far the learner is, in a word or two.
  fileprivate func standing(_ record: Progress.Record) -> String {
    let missed = record.questions.values.count(where: \.isOpen)
    let done = doneSteps(record)
    let parts = [
      record.isFinished ? "done" : done == 0 ? "" : "\(done) of \(steps.count)",
      missed == 0 ? "" : "\(missed) missed",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  fileprivate func facts(_ record: Progress.Record) -> Fact {
    var facts: [String: Fact] = [
      "id": .text(id), "title": .text(title), "steps": .integer(steps.count),
      "done": .integer(doneSteps(record)), "finished": .flag(record.isFinished),
      "missed": .integer(record.questions.values.count(where: \.isOpen)),
    ]
    if let minutes { facts["minutes"] = .integer(minutes) }
    if let video { facts["video"] = .text(video) }
    return .object(facts)
  }
}
