/// Proves that lessons work, by playing them.
///
/// Every command runs; every solution passes, and nothing passes without one; each misconception
/// gets its own message; hints help without telling; nothing is used before it is taught; and all
/// of it fits a screen of 80 columns and 24 rows.
struct LessonChecker {
  /// What came of it.
  package struct Result {
    var errors: [LessonError] = []
    var lessons = 0
    var steps = 0
    var questions = 0
    var transcripts = 0
  }

  private let classroom: Classroom
  private let host: any CourseHost

  init(_ classroom: Classroom, _ host: any CourseHost) {
    self.classroom = classroom
    self.host = host
  }

  /// Checks lessons together, in the order of their files' names.
  func check(_ files: [LessonFile]) -> Result {
    let transcripts = files.filter(Transcript.isTranscript)
    let course = Course(files.filter { !Transcript.isTranscript($0) })
    var result = Result(errors: course.errors)
    let order = CourseOrder(course.lessons)
    result.errors += order.duplicates + order.circles
    // What a lesson that cannot be read would teach is not known.
    let isWhole = course.errors.isEmpty
    if isWhole { result.errors += order.unknownNeeds }
    let vocabulary = Vocabulary(course.lessons)
    for lesson in course.lessons {
      let file = files.first { $0.name == lesson.file }
      if isWhole { result.errors += vocabulary.errors(in: lesson, lines: file?.lines ?? []) }
      result.errors += PlayCheck(lesson, classroom.lab, host).errors()
      result.errors += ChoiceBalance(lesson).errors
      result.lessons += 1
      result.steps += lesson.steps.count
      result.questions += lesson.steps.reduce(0) { $0 + $1.questions.count }
    }
    if !transcripts.isEmpty { replay(transcripts, course, &result) }
    if files.isEmpty {
      result.errors = [LessonLineError(.noLessons, line: 1).error(in: "lessons")]
    }
    result.errors.sort {
      ($0.file, $0.location.line, $0.location.column) < (
        $1.file, $1.location.line, $1.location.column
      )
    }
    return result
  }

  /// Records are replayed on the lessons beside them, or else on the bundled ones.
  private func replay(_ files: [LessonFile], _ course: Course, _ result: inout Result) {
    let lessons = course.isEmpty ? Course(classroom.lessonFiles) : course
    for file in files {
      let replay = TranscriptReplay(course: lessons, classroom: classroom, host: host)
      result.errors += replay.problems(in: file)
      result.transcripts += 1
    }
  }
}

extension LessonFile {
  /// As text; only of files that could be read as lessons.
  fileprivate var lines: [String] { (try? LessonText(bytes).lines) ?? [] }
}

/// The ids of lessons, and what they need of one another.
struct CourseOrder {
  private let lessons: [Lesson]

  init(_ lessons: [Lesson]) { self.lessons = lessons }

  /// Two lessons of one id.
  var duplicates: [LessonError] {
    var seen: [String: String] = [:]
    return lessons.compactMap { lesson in
      guard let other = seen[lesson.id] else {
        seen[lesson.id] = lesson.file
        return nil
      }
      return lesson.error(.duplicateLesson(lesson.id, other: other), at: "lesson")
    }
  }

  /// Words that no lesson teaches.
  var unknownNeeds: [LessonError] {
    lessons.flatMap { lesson in
      lesson.needs.filter { teachers(of: $0).isEmpty }.map {
        lesson.error(.unknownNeed($0), at: "needs")
      }
    }
  }

  /// Lessons that need themselves, by way of others. One error a circle.
  var circles: [LessonError] {
    var found: Set<String> = []
    return lessons.compactMap { lesson in
      guard !found.contains(lesson.id), let path = path(from: lesson) else { return nil }
      found.formUnion(path)
      return lesson.error(.circularNeeds(path), at: "needs")
    }
  }

  /// The shortest way from a lesson back to itself.
  private func path(from lesson: Lesson) -> [String]? {
    var paths = [[lesson]]
    var seen: Set<String> = []
    while !paths.isEmpty {
      let path = paths.removeFirst()
      for next in needed(by: path[path.count - 1]) {
        if next.id == lesson.id { return (path + [next]).map(\.id) }
        if seen.insert(next.id).inserted { paths.append(path + [next]) }
      }
    }
    return nil
  }

  /// A lesson may be needed by its id, or by what it teaches; of several the first teaches it, and
  /// the others come back to it.
  private func teachers(of word: String) -> [Lesson] {
    if let lesson = lessons.first(where: { $0.id == word }) { return [lesson] }
    return lessons.first { $0.teaches.contains(word) }.map { [$0] } ?? []
  }

  private func needed(by lesson: Lesson) -> [Lesson] {
    lesson.needs.flatMap(teachers)
  }

  /// A lesson and all that it builds on.
  func foundations(of lesson: Lesson) -> [Lesson] {
    var found = [lesson]
    var next = 0
    while next < found.count {
      for other in needed(by: found[next]) where !found.contains(where: { $0.id == other.id }) {
        found.append(other)
      }
      next += 1
    }
    return found
  }
}

extension Lesson {
  /// An error at a key of the front matter.
  func error(_ kind: LessonError.Kind, at key: String) -> LessonError {
    LessonError(kind: kind, file: file, location: frontMatter[key] ?? Location(line: 1, column: 1))
  }

  func error(_ kind: LessonError.Kind, at location: Location) -> LessonError {
    LessonError(kind: kind, file: file, location: location)
  }

  func error(_ kind: LessonError.Kind, line: Int) -> LessonError {
    error(kind, at: Location(line: line, column: 1))
  }
}
