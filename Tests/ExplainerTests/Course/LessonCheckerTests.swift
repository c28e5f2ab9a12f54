import Lessons
import Testing

@testable import Course
@testable import Explainer

struct LessonCheckerTests {
  @Test func `nothing is wrong with a sound lesson`() throws {
    #expect(try problems(in: file(soundLesson)) == [])
  }

  @Test func `nothing is wrong with the bundled course`() throws {
    let files = Lessons.course.map { LessonFile(name: $0.name, bytes: $0.bytes) }
    let result = LessonChecker(try session().classroom, ScriptedHost()).check(files)
    #expect(result.errors.map(\.sentence) == [])
    #expect(result.lessons == files.count)
  }

  @Test(arguments: Lessons.course.map(\.name))
  func `a bundled lesson plays to its end, at 40 columns of ASCII`(name: String) throws {
    var session = try bundledSession()
    let lesson = try #require(
      Course(session.classroom.lessonFiles).lessons.first { $0.file == name })
    let reply = session.reply(to: "lesson \(lesson.id) --auto", host: ScriptedHost())
    #expect(reply.error == nil)
    let shown = text(reply, columns: 40, unicode: false)
    #expect(shown.replacing("\n", with: " ").contains("You have finished \(lesson.id)."))
    #expect(!shown.contains("missed"))
    #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(shown.utf8.allSatisfy { $0 < 0x80 })
  }

  /// A change to a sound lesson, and what the checker says of it: the place and the reason. The
  /// parser's own errors are in `LessonParserTests`; these lessons can be read.
  @Test(arguments: [
    // A command that fails.
    (
      "```run\ndigit 3\n", "```run\npixel 99 3\n",
      "50:1: 'pixel 99 3' fails: There's no row 99."
    ),
    ("reveal: digit 7", "reveal: digit 77", "55:9: 'digit 77' fails: '77' is not a digit to show."),
    ("start: digit 3", "start: digit 33", "67:8: 'digit 33' fails: '33' is not a digit to show."),
    // A solution that its own lesson rejects.
    ("solution: 784*16", "solution: 785*16", "30:11: the solution '785*16' is not accepted."),
    (
      "solution: nudge b1[0] 100", "solution: nudge b1[0] 1",
      "74:11: the solution 'digit 7; nudge b1[0] 1' is not accepted."
    ),
    // An answer that cannot be computed.
    (
      "answer: count(W1)", "answer: count(W7)",
      "24:15: 'count(W7)' has no value: There is no 'W7' here."
    ),
    ("answer: mean(a0)", "answer: mean(q)", "56:14: 'mean(q)' has no value: There is no 'q' here."),
    // A question that needs no answer.
    (
      "expect: b1[0] > 50", "expect: b1[0] < 50",
      "68:9: what is expected holds before anything is done."
    ),
    // A wrong answer that is right, or whose message is never heard.
    (
      "wrong rows(W1) + columns(W1)", "wrong rows(W1)*columns(W1)",
      "26:7: 'rows(W1)*columns(W1)' is called wrong but is right."
    ),
    ("wrong rows(W1) + columns(W1)", "wrong 12560", "26:7: the message for '12560' is never said."),
    ("wrong 3: Which", "wrong 2: Which", "42:7: '2' is called wrong but is right."),
    ("wrong 3: Which", "wrong 1: Which", "42:7: the message for '1' is never said."),
    (
      "wrong 3: Which digit would the eleventh be?\n", "",
      "35:1: option 3 is wrong and has no message."
    ),
    (
      "wrong 0.5: Most", "wrong mean(a0) + 0.01: Most",
      "58:7: 'mean(a0) + 0.01' is called wrong but is right."
    ),
    ("wrong b1[0] < -50", "wrong b1[0] > 50", "69:7: 'b1[0] > 50' is called wrong but is right."),
    (
      "wrong b1[0] < -50", "wrong nobody > 100",
      "69:7: 'nobody > 100' has no value: There is no 'nobody' here."
    ),
    ("wrong 0.5: Most of it is black.\n", "", "53:1: the question has no 'wrong'"),
    // A mistake in a deed that nobody shows to be heard, or whose slip leads elsewhere.
    (
      "slip: set b1[0] = -100\n", "",
      "69:7: nothing shows that 'b1[0] < -50' is ever said: give a 'slip' that leads there."
    ),
    (
      "slip: set b1[0] = -100", "slip: set b1[0] = -10",
      "69:7: the message for 'b1[0] < -50' is never said."
    ),
    (
      "slip: set b1[0] = -100", "slip: set b1[0] = 100",
      "69:7: 'b1[0] < -50' is called wrong but is right."
    ),
    (
      "slip: set b1[0] = -100", "slip: set b1[99] = -100",
      "70:7: 'set b1[99] = -100' fails:"
    ),
    (
      "wrong b1[0] <= 50", "wrong b1[0] < -60",
      "71:7: nothing shows that 'b1[0] < -60' is ever said"
    ),
    // Hints that tell too much, or are too few.
    (
      "hint: How many pixels feed one neuron?", "hint: It is 12,544.",
      "27:1: hint 1 gives the answer away (12,544)"
    ),
    (
      "hint: How many pixels feed one neuron?", "hint: Type `16*784`.",
      "27:1: hint 1 gives the answer away (16*784)"
    ),
    (
      "hint: One for each digit.", "hint: There are ten.",
      "43:1: hint 1 gives the answer away (ten)"
    ),
    (
      "hint: It is a knob.", "hint: Type `digit 7` and `nudge b1[0] 100`.",
      "72:1: hint 1 gives the answer away"
    ),
    (
      "hint: How many pixels feed one neuron?\n", "",
      "22:1: the question has 1 hint; at least 2 are wanted."
    ),
    // A tolerance that tolerates nothing.
    ("tolerance: 0.05", "tolerance: -1", "57:12: the tolerance '-1' is not a number above 0."),
    // What does not fit a screen.
    (
      "It begins with prose.", String(repeating: "It begins.\n\n", count: 12),
      "8:1: the step 'A sample' is 5 rows too tall: it takes 27, and 22 fit in 80×24."
    ),
    // What was not taught.
    ("teaches: digit, params,", "teaches: digit,", "16:34: the command 'params' is used"),
    ("It begins with prose.", "See `neuron 1.5`.", "12:6: the command 'neuron' is used"),
    // What it needs.
    ("needs:", "needs: courage", "5:8: no lesson teaches 'courage', and none is called so."),
    ("needs:", "needs: sample", "5:8: these lessons need one another: sample → sample."),
  ])
  func `a broken lesson is caught with its place and reason`(
    change: (String, String, String)
  ) throws {
    let broken = soundLesson.replacing(change.0, with: change.1)
    #expect(broken != soundLesson)
    let problems = try problems(in: file(broken))
    #expect(problems.contains { $0.hasPrefix("01-sample.md:\(change.2)") }, "\(problems)")
  }

  @Test(
    arguments: [
      ("`W2·a1`", "W2"), ("`(W2)`", "W2"), ("`softmax(z3)`", "softmax"), ("`x = W2[0,1]`", "W2"),
      ("`W2`", "W2"), ("`W1·a0`", nil), ("`W22`", nil), ("`W2_old`", nil), ("W2 in prose", nil),
    ] as [(String, String?)])
  func `a name of formulas is not used in code before it is taught`(
    prose: String, word: String?
  ) throws {
    let later = lesson("later", needs: "", teaches: "W2, softmax", "More.")
    let found = try problems(in: lesson("early", needs: "", teaches: "", prose), later)
    #expect(found.contains { $0.contains("'\(word ?? "")' is used") } == (word != nil), "\(found)")
  }

  private func lesson(_ id: String, needs: String, teaches: String, _ prose: String) -> LessonFile {
    file(
      "---\nlesson: \(id)\ntitle: \(id)\nneeds: \(needs)\nteaches: \(teaches)\n---\n\n\(prose)\n",
      "\(id).md")
  }

  @Test func `lessons are checked together`() throws {
    let first = lesson("first", needs: "", teaches: "hidden layer", "A *hidden layer* is hidden.")
    let second = lesson("second", needs: "hidden layer", teaches: "", "Two hidden layers.")
    #expect(try problems(in: first, second) == [])
    #expect(
      try problems(in: first, lesson("second", needs: "", teaches: "", "Two hidden\nlayers."))
        == [
          "second.md:8:5: 'hidden layer' is used, but neither this lesson nor one it needs teaches it (first does)."
        ])
    #expect(
      try problems(in: first, LessonFile(name: "other.md", bytes: first.bytes))
        == ["other.md:2:9: the id 'first' is taken by first.md."])
    #expect(
      try problems(
        in: lesson("a", needs: "c", teaches: "", "A."), lesson("b", needs: "a", teaches: "", "B."),
        lesson("c", needs: "b", teaches: "", "C."))
        == ["a.md:4:8: these lessons need one another: a → c → b → a."])
    #expect(try problems() == ["lessons:1:1: there are no lessons here: files that end in .md."])
  }

  @Test func `a term in emphasis is announced, and any other is used`() throws {
    let first = lesson("first", needs: "", teaches: "", "What is a *bias*? A bias.")
    let second = lesson("second", needs: "", teaches: "bias", "It is added.")
    #expect(try problems(in: first, second).count == 1)
    let announced = lesson("first", needs: "", teaches: "", "What is a *bias*?")
    #expect(try problems(in: announced, second) == [])
  }

  @Test func `check says so in the end, and fails with a status`() throws {
    let host = ScriptedHost()
    host.files.contents["good/01-sample.md"] = Array(soundLesson.utf8)
    host.files.contents["bad/01-sample.md"] =
      Array(soundLesson.replacing("784*16", with: "784*17").utf8)
    #expect(
      text(try reply("check good", host: host))
        == "All is well: 1 lesson, 5 steps, 4 questions.\n")
    let bad = try reply("check bad", host: host)
    #expect(text(bad).contains("01-sample.md:30:11: the solution '784*17' is not accepted."))
    #expect(bad.error == CourseError.lessonsFail(problems: 1, files: 1).explanation)
    #expect(text(try reply("check nowhere", host: host)).contains("There is no file nowhere/*.md"))
  }

  /// A data set of one picture.
  private func withData(_ host: ScriptedHost) -> ScriptedHost {
    var host = host
    host.dataFolder = "mnist"
    let sizes: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28]
    host.files.contents["mnist/train-images-idx3-ubyte"] =
      [0, 0, 8, 3] + sizes + [UInt8](repeating: 200, count: 784)
    host.files.contents["mnist/train-labels-idx1-ubyte"] = [0, 0, 8, 1, 0, 0, 0, 1, 4]
    return host
  }

  @Test func `what touched the world is replayed where the world is another`() throws {
    let host = withData(ScriptedHost())
    var session = try session(with: file(soundLesson))
    let long = "inputs [" + Array(repeating: "0.25", count: 2000).joined(separator: ", ") + "]"
    _ = session.play(
      "lesson sample", "", "save net", "open net", "open gone", "digit train 0", "digit train 9",
      "accuracy train", "accuracy", "digit\t7", long, "save \"my net\"", "train drawn epochs=1",
      "export a.md", "784*15", "784*16", "", "2", "export notes.md", host: host)
    let notes = try #require(host.files.contents["notes.md"])
    #expect(String(decoding: notes, as: UTF8.self).contains("digit train 0  # done"))
    let elsewhere = ScriptedHost()
    for name in ["notes.md", "unix.md", "mark.md"] { elsewhere.files.contents[name] = notes }
    elsewhere.files.contents["crlf.md"] = notes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    elsewhere.files.contents["mark.md"] = [0xEF, 0xBB, 0xBF] + notes
    let files = elsewhere.files.contents
    for (name, host) in [
      ("notes.md", host), ("notes.md", elsewhere), ("crlf.md", elsewhere), ("mark.md", elsewhere),
    ] {
      let shown = text(session.reply(to: "check \(name)", host: host))
      #expect(shown.contains("1 replayed"), "\(name): \(shown)")
    }
    #expect(elsewhere.files.contents == files)
  }

  @Test func `a line before any file was read must come out as it did`() throws {
    let host = ScriptedHost()
    var session = try session(with: file(soundLesson))
    _ = session.play(
      "lesson sample", "", "save net", "784*15", "784*16", "export notes.md", host: host)
    let notes = String(decoding: host.files.contents["notes.md"] ?? [], as: UTF8.self)
    host.files.contents["notes.md"] = Array(notes.replacing("784*15", with: "784*16").utf8)
    #expect(text(session.reply(to: "check notes.md", host: host)).contains("'784*16' was not yet"))
  }

  @Test func `what somebody did is replayed`() throws {
    let host = ScriptedHost()
    host.files.contents["net"] = []
    var session = try session(with: file(soundLesson))
    _ = session.play(
      "lesson sample", "", "784*15", "hint", "784*16", "", "3", "2", "", "0.1", "",
      "nudge b1[0] 100", "export notes.md", host: host)
    let notes = String(decoding: host.files.contents["notes.md"] ?? [], as: UTF8.self)
    #expect(
      notes.contains(
        "## Numbers {#numbers}\n\n```typed\n784*15  # not yet\nhint  # done\n784*16  # right\n```"))
    #expect(text(session.reply(to: "check notes.md", host: host)).contains("1 replayed"))
    host.files.contents["notes.md"] = Array(
      notes.replacing("784*15", with: "785*16").replacing("0.1  # estimate", with: "0.1  # right")
        .utf8)
    #expect(text(session.reply(to: "check notes.md", host: host)).contains("'0.1' was right"))
    host.files.contents["notes.md"] = Array(notes.replacing("784*15", with: "784*16").utf8)
    let shown = text(session.reply(to: "check notes.md", host: host))
    #expect(
      shown.contains("notes.md:10:1: '784*16' was not yet when it was written down"), "\(shown)")
  }
}
