import Lab

/// Types again what a transcript holds, and compares.
///
/// What a line made of the world's files may come out otherwise elsewhere, or later: files are read
/// where they are there, and written nowhere. What another outcome of a line that writes would prove
/// is nothing, and so it is from a line that reads to the end of its lesson: it is no problem.
struct TranscriptReplay {
  let course: Course
  let classroom: Classroom
  let host: any CourseHost

  /// What comes out otherwise than when it was written down.
  func problems(in file: LessonFile) -> [LessonError] {
    let lines: [Transcript.Line]
    do throws(LessonLineError) { lines = try Transcript.lines(of: file) } catch {
      return [error.error(in: file.name)]
    }
    var run = TranscriptRun(start(seed: Transcript.seed(of: file)), host)
    var problems: [LessonError] = []
    // A review asks what this learner missed, which nobody else has missed.
    for line in lines where line.lesson != "review" {
      do throws(LessonLineError) {
        let outcome = try run.replay(line)
        guard outcome != line.outcome, run.isComparable else { continue }
        throw LessonLineError(
          .otherOutcome(line: line.text, recorded: line.outcome.rawValue, now: outcome.rawValue),
          line: line.number)
      } catch {
        problems.append(error.error(in: file.name))
        if case .otherOutcome = error.kind { continue }
        break
      }
    }
    return problems
  }

  private func start(seed: UInt64?) -> Classroom {
    var start = Classroom(classroom.lab.fresh, lessons: [])
    start.course.lessons = course
    start.course.progress = Progress(last: nil, seed: seed, lessons: [:])
    return start
  }
}

/// A transcript, as far as it has been typed again.
private struct TranscriptRun {
  private var learner: Classroom
  private let host: ReplayHost

  init(_ learner: Classroom, _ host: any CourseHost) {
    self.learner = learner
    self.host = ReplayHost(host)
  }

  /// Whether the last line must come out as it did: it wrote nothing, and the lesson was given
  /// nothing of the world since it began.
  var isComparable: Bool { !host.hasRead && !host.hasWritten }

  /// Types a line where it was typed, and tells what came of it.
  mutating func replay(_ line: Transcript.Line) throws(LessonLineError) -> JournalEntry.Outcome {
    if learner.course.player?.lesson.id != line.lesson {
      guard jump(to: line) else {
        throw LessonLineError(.noSuchLesson(line.lesson), line: line.number)
      }
    }
    guard come(to: line) else { throw LessonLineError(.noSuchStep(line.step), line: line.number) }
    learner.course.journal = []
    host.hasWritten = false
    _ = learner.reply(to: line.text, host: host)
    // A line that is no longer written down has come to nothing that could be compared.
    return learner.course.journal.last?.outcome ?? line.outcome
  }

  /// Presses Enter until the step is there, and in it the question that the line answers.
  private mutating func come(to line: Transcript.Line) -> Bool {
    let isAnswer = [.right, .wrong, .estimate].contains(line.outcome)
    for _ in 0..<200 {
      guard let player = learner.course.player else { return false }
      let isThere = player.currentStep.id == line.step
      if isThere, !isAnswer || player.open != nil { return true }
      guard player.open.map(\.isPassed) ?? true else { break }
      _ = learner.reply(to: "", host: host)
    }
    // Somewhere else, by a jump that was not a line of its own.
    return jump(to: line)
  }

  /// Begins the lesson anew at the line's step, with nothing of the world in it.
  private mutating func jump(to line: Transcript.Line) -> Bool {
    let reply = learner.reply(to: "lesson \(line.lesson) \(line.step)", host: host)
    guard reply.error == nil else { return false }
    host.hasRead = false
    return true
  }
}

/// The world for a transcript: what is written stays in here, and it is noted whether anything was
/// asked of it.
private final class ReplayHost: CourseHost {
  private let host: any CourseHost
  private var written: [String: [UInt8]] = [:]
  var hasRead = false
  var hasWritten = false

  init(_ host: any CourseHost) { self.host = host }

  var dataFolder: String? {
    hasRead = true
    return host.dataFolder
  }

  var history: [String] { [] }

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    hasRead = true
    if let bytes = written[path] { return bytes }
    return try host.read(path, limit: limit)
  }

  func size(of path: String) throws(FileError) -> Int? {
    hasWritten = true
    return nil
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileError) { written[path] = bytes }

  func names(inFolder path: String) throws(FileError) -> [String] {
    hasRead = true
    return try host.names(inFolder: path)
  }

  var isInterrupted: Bool { host.isInterrupted }
}
