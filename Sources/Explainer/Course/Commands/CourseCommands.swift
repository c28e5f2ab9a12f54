import Lab
import Presentation

/// `lessons`, `lesson`, `review`, `where` and `leave`.
let courseCommands: [CourseCommand] = [
  CourseCommand(
    CommandDeclaration(
      "lessons", .course, .moves,
      [CommandForm(), CommandForm(.word("all", note: "however many there are"))],
      summary: "the lessons, and how far you are",
      details: ["A low window shows those around the next one."],
      examples: ["lessons", "lessons all"]),
    run: { classroom, arguments, host throws(CourseError) in
      let course = try classroom.readCourse()
      return lessonList(
        course, classroom.readProgress(host), classroom.course.player,
        showsAll: arguments.keyword == "all")
    }),
  CourseCommand(
    CommandDeclaration(
      "lesson", .course, .moves,
      [
        CommandForm(.optional(lessonName), .optional(step)),
        CommandForm(.required(lessonName), adding: [.plain(auto)]),
      ],
      summary: "start or go on with a lesson",
      details: [
        "Without a name it goes on where you were. A step is a number or its id.",
        "In a lesson Enter goes to the next step, and every other command still works.",
        "With \(code: "--auto") the lesson is played to its end with its own answers.",
      ],
      examples: ["lesson", "lesson counting", "lesson counting 3"]),
    suggestions: { tab in
      guard tab.words.isEmpty else { return [] }
      let course = tab.classroom.course.lessons ?? Course(tab.classroom.lessonFiles)
      return course.lessons.map { .init($0.id, note: $0.title) }
    },
    run: { classroom, arguments, host throws(CourseError) in
      let name = try arguments.given(lessonName)
      if arguments.has(auto) { return try autoplay(name, classroom, host) }
      return try classroom.startLesson(name, at: try arguments.given(step), host)
    }),
  CourseCommand(
    CommandDeclaration(
      "review", .course, .moves, summary: "take again the questions you missed",
      details: [
        "What you got right only on the day on which you missed it comes back once, on a later day.",
        "In a lesson it asks those of that lesson, elsewhere all of them.",
      ]),
    run: { classroom, _, host throws(CourseError) in
      let course = try classroom.readCourse()
      let progress = classroom.readProgress(host)
      let current = classroom.course.player.flatMap { course[$0.lesson.id] }
      let lessons = current.map { [$0] } ?? course.lessons
      guard let review = Lesson.review(of: lessons, progress, on: host.today) else {
        throw .nothingToReview
      }
      return try classroom.begin(review, sources: course.lessons, at: 0, host)
    }),
  CourseCommand(
    CommandDeclaration(
      "placement", .course, .moves, summary: "find where to begin, by a few questions"),
    run: { classroom, _, host throws(CourseError) in
      let course = try classroom.readCourse()
      guard let placement = Lesson.placement(of: course.lessons) else { throw .noPlacement }
      var reply = try classroom.begin(placement, sources: course.lessons, at: 0, host)
      reply.blocks.insert(.prose(CoursePhrases.placement(placement.steps.count)), at: 0)
      return reply
    }),
  CourseCommand(
    CommandDeclaration("where", .course, .moves, summary: "where you are in the lesson"),
    run: { classroom, _, host throws(CourseError) in
      guard let player = classroom.course.player else {
        let course = try classroom.readCourse()
        return outsideReply(course, classroom.readProgress(host))
      }
      guard classroom.course.fork == nil else {
        return Reply(
          [.prose(CoursePhrases.playing(player.position))]
            + player.positionBlocks(classroom.course.progress),
          facts: player.facts)
      }
      return try classroom.handle(.whereAmI, host)
    }),
  CourseCommand(
    CommandDeclaration(
      "leave", .course, .moves, summary: "leave the lesson; your place in it is kept"),
    run: { classroom, _, _ throws(CourseError) in
      classroom.stopPlaying()
      guard let player = classroom.course.player else { throw .noLesson }
      classroom.leaveLesson()
      return Reply(
        [.prose(CoursePhrases.left(player))], facts: ["left": .text(player.lesson.id)])
    }),
]

private let lessonName = Parameter.text("lesson", as: "NAME") { !$0.hasPrefix("-") }
private let step = Parameter.text("step", as: "STEP") { !$0.hasPrefix("-") }
private let auto = Parameter.flag("--auto", note: "play it to its end")

extension Classroom {
  /// Starts a lesson, or goes on with it at the first step that is not done.
  mutating func startLesson(
    _ name: String?, at step: String?, _ host: any CourseHost
  ) throws(CourseError) -> Reply {
    let course = try readCourse()
    let progress = readProgress(host)
    stopPlaying()
    if name == nil, self.course.player != nil { return try handle(.whereAmI, host) }
    let lesson: Lesson
    if let name {
      lesson = try course.lesson(name)
    } else {
      guard let next = course.next(progress) ?? course.first else {
        throw .noLessons
      }
      lesson = next
    }
    let done = progress[lesson.id].done
    let next = lesson.steps.firstIndex { !done.contains($0.id) } ?? 0
    return try begin(
      lesson, at: try step.map { word throws(CourseError) in try lesson.step(word) } ?? next, host)
  }
}

extension Lesson {
  /// A step by its number, counted from 1, or its id.
  func step(_ word: String) throws(CourseError) -> Int {
    if let index = steps.firstIndex(where: { $0.id == word }) { return index }
    if case .whole(let number) = WholeReading(word), number >= 1, number <= steps.count {
      return number - 1
    }
    throw .noSuchStep(word, lesson: id, count: steps.count)
  }
}

private func outsideReply(_ course: Course, _ progress: Progress) -> Reply {
  let next = course.next(progress)
  return Reply(
    [.prose(CoursePhrases.outside(next, isNew: progress.isNew(next)))],
    facts: next.map { ["next": .text($0.id)] } ?? [:])
}

private func lessonList(
  _ course: Course, _ progress: Progress, _ player: LessonPlayer?, showsAll: Bool
) -> Reply {
  let lessons = course.lessons
  let next = course.next(progress)
  var end: [Block] = []
  if !course.errors.isEmpty {
    end.append(
      .lines(
        ["These cannot be read:"] + course.errors.map { Prose("  \($0.sentence)", .problem) }))
  }
  let minutes = lessons.compactMap { $0.minutesLeft(progress[$0.id]) }.reduce(0, +)
  end.append(.prose(CoursePhrases.outside(next, isNew: progress.isNew(next), minutes: minutes)))
  func table(_ indices: Range<Int>) -> Block {
    .table(lessonTable(lessons, indices, progress, player))
  }
  // A low window shows those around the one that comes next.
  let here = lessons.firstIndex { $0.id == next?.id } ?? 0
  let start = max(0, min(here - 2, lessons.count - mostInLowWindow))
  let some = start..<min(start + mostInLowWindow, lessons.count)
  let part = CoursePhrases.someLessons(
    from: some.lowerBound + 1, to: some.upperBound, of: lessons.count)
  let all = lessons.isEmpty ? end : [table(lessons.indices)] + end
  return Reply(
    showsAll || some == lessons.indices
      ? all : [.fitting([all, [table(some), .prose(part)] + end])],
    facts: [
      "lessons": .list(lessons.map { $0.facts(progress[$0.id]) }),
      "minutesLeft": .integer(minutes),
      "broken": .list(course.errors.map { .text($0.sentence) }),
    ])
}

private let mostInLowWindow = 13

private func lessonTable(
  _ lessons: [Lesson], _ indices: Range<Int>, _ progress: Progress, _ player: LessonPlayer?
) -> Table {
  var table = Table(.trailing, .leading, .leading, .trailing, .leading)
  // A lesson is found by its number as well.
  table.spareColumns = [1, 2, 3]
  for index in indices {
    let lesson = lessons[index]
    let record = progress[lesson.id]
    let isHere = player?.lesson.id == lesson.id
    table.add(
      Prose("\(index + 1)", .faint), Prose(lesson.id, .code),
      Prose(isHere ? "you are here" : lesson.standing(record)),
      Prose(lesson.minutesLeft(record).map { $0 == 0 ? "" : "\($0) min" } ?? ""),
      Prose(lesson.question ?? lesson.title))
  }
  return table
}

extension Progress {
  /// Whether nothing was done of a lesson.
  fileprivate func isNew(_ lesson: Lesson?) -> Bool {
    lesson.map { self[$0.id] == Record() } ?? true
  }
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

  /// How long the steps that are not done take; nil where the author does not say.
  fileprivate func minutesLeft(_ record: Progress.Record) -> Int? {
    minutes.map { minutes in
      record.isFinished
        ? 0 : (minutes * (steps.count - doneSteps(record)) + steps.count - 1) / steps.count
    }
  }

  fileprivate func facts(_ record: Progress.Record) -> Fact {
    var facts: [String: Fact] = [
      "id": .text(id), "title": .text(title), "steps": .integer(steps.count),
      "done": .integer(doneSteps(record)), "finished": .flag(record.isFinished),
      "missed": .integer(record.questions.values.count(where: \.isOpen)),
    ]
    if let question { facts["question"] = .text(question) }
    if let minutes { facts["minutes"] = .integer(minutes) }
    if let video { facts["video"] = .text(video) }
    return .object(facts)
  }
}
