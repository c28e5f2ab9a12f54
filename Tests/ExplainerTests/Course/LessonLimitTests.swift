import Testing

@testable import Course
@testable import Lab

/// Each limit of a lesson's file at its edge: the last that is taken and the first that is not.
struct LessonLimitTests {
  private static let front = "---\nlesson: sample\ntitle: Sample\n---\n\n"

  private func error(_ text: String) -> LessonError? {
    do throws(LessonError) {
      _ = try Lesson(file(Self.front + text))
      return nil
    } catch { return error }
  }

  @Test func `a line has 4,000 bytes`() {
    #expect(error(String(repeating: "a", count: 4000) + "\n\nb") == nil)
    let tooLong = error("a\n\n" + String(repeating: "a", count: 4001))
    #expect(tooLong?.kind == .lineTooLong(limit: 4000) && tooLong?.location.line == 8)
    // Bytes, not letters.
    #expect(error(String(repeating: "é", count: 2000)) == nil)
    #expect(error(String(repeating: "é", count: 2001))?.kind == .lineTooLong(limit: 4000))
  }

  @Test func `a paragraph has a hundred lines`() {
    #expect(error(String(repeating: "a\n", count: 100) + "\nb") == nil)
    let tooLong = error(String(repeating: "a\n", count: 101) + "\nb")
    #expect(tooLong?.kind == .paragraphTooLong(limit: 100) && tooLong?.location.line == 106)
    // A line of blanks is an empty one.
    #expect(
      error(String(repeating: "a\n", count: 60) + "  \n" + String(repeating: "a\n", count: 60))
        == nil)
  }

  @Test func `a file has 128 KB, and a record of answers 4 MB`() throws {
    func text(_ count: Int) -> [UInt8] { (0..<count).map { $0 % 100 == 99 ? 0x0A : 0x20 } }
    for (isLesson, limit) in [(true, 131_072), (false, 4_194_304)] {
      #expect(throws: Never.self) { try LessonText(text(limit), isLesson: isLesson) }
      #expect(throws: LessonLineError(.tooLarge(limit: limit), line: 1)) {
        try LessonText(text(limit + 1), isLesson: isLesson)
      }
    }
    // A record has lines and paragraphs as long as they come.
    let long = [UInt8](repeating: 0x61, count: 5000)
    let many = (0..<600).map { UInt8($0 % 2 == 0 ? 0x61 : 0x0A) }
    #expect(try LessonText(long, isLesson: false).lines.count == 1)
    #expect(try LessonText(many, isLesson: false).lines.count == 301)
  }

  @Test func `a tab is four blanks, and what no screen shows is left out`() throws {
    #expect(try LessonText(Array("a\tb\r\u{1B}c\n\u{FEFF}".utf8)).lines.first == "a    bc")
  }

  @Test func `seventeen quotes lie inside one another, and no more`() {
    #expect(error(String(repeating: "> ", count: 17) + "x") == nil)
    let tooDeep = error("a\n\n" + String(repeating: "> ", count: 18) + "x")
    #expect(tooDeep?.kind == .tooDeep(limit: 20) && tooDeep?.location.line == 8)
  }

  @Test(
    arguments: [
      ("a", true), ("z9", true), ("a-b", true), ("", false), ("A", false), ("aB", false),
      ("9a", false), ("-a", false), ("a b", false), ("a_b", false), ("é", false), ("aé", false),
      ("a²", false), (String(repeating: "a", count: 40), true),
      (String(repeating: "a", count: 41), false),
    ])
  func `an id is easy to type`(text: String, isID: Bool) {
    #expect(LessonParser.isID(text) == isID)
  }

  @Test(arguments: [
    ("0", false), ("1", true), ("240", true), ("241", false), ("-1", false), ("2.5", false),
  ])
  func `a lesson takes a minute to four hours`(minutes: String, isSound: Bool) {
    let text = soundLesson.replacing("minutes: 3", with: "minutes: \(minutes)")
    #expect(((try? Lesson(file(text))) != nil) == isSound)
  }

  @Test(
    arguments: [
      ("train drawn epochs=50 examples=2000", nil), ("train drawn epochs=100 examples=1000", nil),
      ("train drawn epochs=50 examples=2001", .trainsTooLong(most: 100_000)),
      ("train drawn epochs=101 examples=1000", .trainsTooLong(most: 100_000)),
      ("params", nil), ("1 + 1", nil), ("x = 3", nil), ("parmas + 1", nil), ("a1", nil),
      ("parms", .unknownCommand("parms", nearest: "params")),
      ("parms 3", .unknownCommand("parms", nearest: "params")),
      ("zzzzzz", nil), ("zzzzzz 3", .unknownCommand("zzzzzz", nearest: nil)),
      ("save net", .forbiddenCommand("save")),
    ] as [(String, LessonError.Kind?)])
  func `what a lesson may run`(line: String, kind: LessonError.Kind?) {
    #expect(refusal(of: line)?.kind == kind)
  }

  /// These are read as formulas, whose errors have places of their own.
  @Test(arguments: [
    ("q 3", 3), ("sum 3 4", 7), ("W1 3", 4), ("parm5 3", 7), ("größe 3", 7), ("p$rms 3", 2),
  ])
  func `a formula with a fault is no unknown command`(line: String, column: Int) {
    let error = refusal(of: line)
    #expect(
      error?.location == Lesson.Location(line: 7, column: column), "\(String(describing: error))")
    if case .expression = error?.kind { return }
    Issue.record("\(String(describing: error))")
  }

  private func refusal(of line: String) -> LessonLineError? {
    do throws(LessonLineError) {
      _ = try LessonCommandRule.command(line, at: Lesson.Location(line: 7, column: 1))
      return nil
    } catch { return error }
  }

  @Test(
    arguments: [
      ("key: value", "key", nil, "value"), ("a:", "a", nil, ""), ("Az: x", "Az", nil, "x"),
      ("wrong 2 + 2: No.", "wrong", "2 + 2", "No."), ("wrong a:b: c", "wrong", "a:b", "c"),
      ("k:   v ", "k", nil, "v"),
    ] as [(String, String, String?, String)])
  func `a field is a key, perhaps a sample, a colon and a value`(
    line: String, key: String, sample: String?, value: String
  ) throws {
    let field = try #require(LessonFields([line], fence: 1).fields.first)
    #expect(field.key == key && field.sample?.content == sample && field.value == value)
    #expect(field.location == Lesson.Location(line: 2, column: 1))
  }

  @Test(arguments: [
    "key", ": x", "a:b", "a@: x", "a[: x", "a`: x", "a{: x", "9: x", "a1: x", " a: x",
  ])
  func `what is no field is told`(line: String) {
    #expect(throws: LessonLineError(.notAKey(line), line: 2)) { try LessonFields([line], fence: 1) }
  }
}
