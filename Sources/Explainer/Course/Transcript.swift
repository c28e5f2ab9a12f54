/// What was done in lessons, as Markdown that a person reads and `check` replays.
///
/// Each line that was typed stands in a block of its step, and after it what came of it:
///
///     784*15  # not yet
///     784*16  # right
struct Transcript {
  private let entries: [JournalEntry]
  /// What the options of choices were shuffled by.
  private let seed: UInt64?

  init(_ entries: [JournalEntry], seed: UInt64? = nil) {
    self.entries = entries
    self.seed = seed
  }

  /// Between a line and what came of it.
  private static let mark = "  # "

  func markdown(_ course: Course) -> String {
    let order = seed.map { "\(Self.seedKey)\($0)\n" } ?? ""
    var text = "---\ntranscript: 1\n\(order)---\n"
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
      text += Self.typable(entry.line) + Self.mark + entry.outcome.rawValue + "\n"
    }
    return text + (isOpen ? "```\n" : "")
  }

  /// The line as it can be typed again: a tab between words is a space.
  private static func typable(_ line: String) -> String {
    line.replacing("\t", with: " ").withoutControls
  }

  /// Whether a file is one of these, rather than a lesson.
  static func isTranscript(_ file: LessonFile) -> Bool {
    isTranscript(file.bytes)
  }

  /// Whether bytes are those of such a file; on its way it may have got other line ends.
  static func isTranscript(_ bytes: [UInt8]) -> Bool {
    bytes.withoutByteOrderMark.prefix(20).filter { $0 != 0x0D }
      .starts(with: "---\ntranscript:".utf8)
  }

  private static let seedKey = "seed: "

  /// What the options of choices were shuffled by when a file was written.
  static func seed(of file: LessonFile) -> UInt64? {
    let lines = (try? LessonText(file.bytes, isLesson: false).lines) ?? []
    return lines.prefix(4).lazy.compactMap { line in
      line.hasPrefix(Self.seedKey) ? UInt64(line.dropFirst(Self.seedKey.count)) : nil
    }.first
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
  static func lines(of file: LessonFile) throws(LessonLineError) -> [Line] {
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
        else { throw LessonLineError(.notAKey(line), line: index + 1) }
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
  /// Where a text occurs last.
  fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).last }
}
