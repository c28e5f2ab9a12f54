/// What was done in lessons, as Markdown that a person reads and `check` replays.
///
/// Each line that was typed stands in a block of its step, and after it what came of it:
///
///     784*15  # not yet
///     784*16  # right
struct Transcript {
  private let entries: [JournalEntry]

  init(_ entries: [JournalEntry]) { self.entries = entries }

  /// Between a line and what came of it.
  private static let mark = "  # "

  func markdown(_ course: Course) -> String {
    var text = "---\ntranscript: 1\n---\n"
    var lesson: String?
    var step: String?
    var isOpen = false
    for entry in entries {
      if entry.lesson != lesson || entry.step != step {
        if isOpen { text += "```\n" }
        if entry.lesson != lesson {
          text += "\n# \(course[entry.lesson]?.title ?? entry.lesson) {#\(entry.lesson)}\n"
        }
        let title = course[entry.lesson]?.steps.first { $0.id == entry.step }?.title
        text += "\n## \(title ?? entry.step) {#\(entry.step)}\n\n```typed\n"
        (lesson, step, isOpen) = (entry.lesson, entry.step, true)
      }
      text += entry.line.withoutControls + Self.mark + entry.outcome.rawValue + "\n"
    }
    return text + (isOpen ? "```\n" : "")
  }

  /// Whether a file is one of these, rather than a lesson.
  static func isTranscript(_ file: LessonFile) -> Bool {
    file.bytes.starts(with: Array("---\ntranscript:".utf8))
  }

  /// A line of a file, and what it was when it was written down.
  struct Line: Equatable {
    let lesson: String
    let step: String
    let text: String
    let outcome: JournalEntry.Outcome
    let number: Int
  }

  /// Reads a file that `markdown` wrote.
  static func lines(of file: LessonFile) throws(LessonFault) -> [Line] {
    var lesson = ""
    var step = ""
    var isTyped = false
    var result: [Line] = []
    for (index, line) in try LessonText(file.bytes, isLesson: false).lines.enumerated() {
      if line == "```typed" || line == "```" {
        isTyped = line != "```"
      } else if isTyped {
        let parts = line.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count >= 2, let word = parts.last,
          let outcome = JournalEntry.Outcome(rawValue: String(word))
        else { throw LessonFault(.notAKey(line), line: index + 1) }
        let text = parts.dropLast().joined(separator: mark)
        result.append(
          Line(lesson: lesson, step: step, text: text, outcome: outcome, number: index + 1))
      } else if line.hasPrefix("#"), let id = id(line) {
        if line.hasPrefix("## ") { step = id } else { lesson = id }
      }
    }
    return result
  }

  private static func id(_ heading: String) -> String? {
    guard heading.hasSuffix("}"), let open = heading.range(of: "{#") else { return nil }
    return String(heading[open.upperBound...].dropLast())
  }
}

extension String {
  /// The last place where a text stands.
  fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).last }
}

/// Types again what a transcript holds, and compares.
struct TranscriptReplay {
  let course: Course
  let session: Session
  let host: SealedHost

  /// What comes out otherwise than when it was written down.
  func problems(in file: LessonFile) -> [LessonError] {
    let lines: [Transcript.Line]
    do throws(LessonFault) { lines = try Transcript.lines(of: file) } catch {
      return [error.error(in: file.name)]
    }
    var session = Session(content: session.content)
    session.course.course = course
    session.course.progress = Progress()
    var problems: [LessonError] = []
    // A review asks what this learner missed, which nobody else has missed.
    for line in lines where line.lesson != "review" {
      guard let outcome = replay(line, &session, &problems, file.name) else { break }
      guard outcome != line.outcome else { continue }
      problems.append(
        LessonFault(
          .otherOutcome(
            line: line.text, recorded: line.outcome.rawValue, now: outcome.rawValue),
          line: line.number
        ).error(in: file.name))
    }
    return problems
  }

  private func replay(
    _ line: Transcript.Line, _ session: inout Session, _ problems: inout [LessonError],
    _ file: String
  ) -> JournalEntry.Outcome? {
    if session.course.player?.lesson.id != line.lesson {
      guard session.reply(to: "lesson \(line.lesson) \(line.step)", host: host).problem == nil
      else {
        problems.append(
          LessonFault(.noSuchLesson(line.lesson), line: line.number).error(in: file))
        return nil
      }
      session.course.journal = []
    }
    if !come(to: line, &session) {
      problems.append(LessonFault(.noSuchStep(line.step), line: line.number).error(in: file))
      return nil
    }
    _ = session.reply(to: line.text, host: host)
    return session.course.journal.last?.outcome
  }

  /// Presses Enter until the step is there, and in it the question that the line answers.
  private func come(to line: Transcript.Line, _ session: inout Session) -> Bool {
    let isAnswer = [.right, .wrong, .estimate].contains(line.outcome)
    for _ in 0..<200 {
      guard let player = session.course.player else { return false }
      let isThere = player.currentStep.id == line.step
      if isThere, !isAnswer || player.open != nil { return true }
      guard player.open.map(\.isPassed) ?? true else { break }
      _ = session.reply(to: "", host: host)
    }
    // Somewhere else, by a jump that was not a line of its own.
    return session.reply(to: "lesson \(line.lesson) \(line.step)", host: host).problem == nil
  }
}
