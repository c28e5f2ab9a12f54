import Testing

@testable import Course
@testable import Explainer
@testable import Presentation

struct LessonPlayerTests {
  private func sample() throws -> Session { try session(with: file(soundLesson)) }

  @Test func `Enter alone goes through prose and stops at a question`() throws {
    var session = try sample()
    #expect(session.prompt == "nn> ")
    #expect(session.play("lesson sample").contains("It begins with prose."))
    #expect(session.prompt == "sample 1/5> ")
    let step = session.play("")
    #expect(step.contains("12,960"))
    #expect(step.contains("? How many weights lead into layer 1?"))
    #expect(session.prompt == "sample 2/5> ")
    #expect(session.play("").contains("Answer first."))
    #expect(session.play("", "", "").contains("Answer first."))
    #expect(session.prompt == "sample 2/5> ")
  }

  @Test(arguments: ["784*16", "12544", "12,544", "12544.0", "count(W1)", "16 * 784", "x = 1"])
  func `an answer is right by its value, however written`(answer: String) throws {
    var session = try sample()
    _ = session.play("lesson sample 2")
    let shown = session.play(answer)
    #expect(shown.contains("Right") == (answer != "x = 1"), "\(shown)")
    #expect((session.classroom.course.player?.open == nil) == (answer != "x = 1"))
  }

  @Test(arguments: [
    ("12560", "That counts the 16 biases as well."),
    ("800", "Each of the 16 neurons has its own 784."),
    ("784*15", "✗ Not yet: 784*15 is 11,760."), ("7", "✗ Not yet. That's too small.\n"),
    ("a1", "✗ Not yet: the answer is a number, and this is 16 entries."),
  ])
  func `a wrong answer is told what it is`(answer: String, message: String) throws {
    var session = try sample()
    _ = session.play("lesson sample 2")
    let shown = session.play(answer)
    #expect(shown.contains(message), "\(shown)")
    #expect(session.classroom.course.player?.open != nil)
  }

  @Test func `a slip of the pen is no wrong answer`() throws {
    var session = try sample()
    _ = session.play("lesson sample 2")
    #expect(session.play("784*").contains("A value is missing"))
    #expect(session.play("784*16").contains("Right"))
    #expect(session.classroom.course.progress?["sample"].questions["numbers"]?.isOpen == false)
  }

  @Test func `hints are a ladder, and the solution is separate`() throws {
    var session = try sample()
    _ = session.play("lesson sample 2")
    #expect(session.play("hint").contains("Hint 1 of 2: How many pixels"))
    #expect(session.play("hint").contains("Hint 2 of 2: 784 for each"))
    #expect(session.play("hint").contains("That was the last hint"))
    #expect(session.play("solution").contains("784*16 is 12,544"))
    #expect(session.classroom.course.player?.open != nil)
    #expect(session.play("784*16").contains("That is most of them."))
  }

  @Test func `words are taken as numbers, and talk is answered kindly`() throws {
    var session = try sample()
    _ = session.play("lesson sample 2")
    #expect(session.play("7.5").hasPrefix("✗ Not yet. That's too small.\n"))
    #expect(session.play("twelve").contains("Not yet"))
    for talk in ["foo bar baz", "it is the middle of it", "the loop!"] {
      let shown = session.play(talk)
      #expect(shown.contains("'\(talk)' isn't a number or a formula."), "\(shown)")
      #expect(shown.contains("Type hint or skip"))
    }
    #expect(session.play("hnit").contains("Did you mean 'hint'?"))
    _ = session.play("skip", "skip")
    #expect(session.play("it is dark").contains("'it is dark' is no number."))
    #expect(session.play("half").contains("you said 0.5000"))
    _ = session.play("")
    #expect(session.play("it is done").contains("'it is done' is no command."))
    #expect(session.play("1 + 1").contains("2"))
  }

  @Test func `a solution that would not do any more is put back to where it does`() throws {
    var session = try session(
      with: file(
        soundLesson.replacing("expect: b1[0] > 50", with: "expect: b1[0] > 50 and b1[1] < 50")))
    _ = session.play("lesson sample deeds")
    #expect(!session.play("solution").contains("are back"))
    _ = session.play("set b1[1] = 60")
    #expect(session.play("solution").contains("are back where the question began"))
    #expect(session.play("digit 7", "nudge b1[0] 100").contains("Done."))
  }

  @Test func `each at its best rate, sigmoids and ReLU read what the lesson says`() throws {
    let read = try [("", "1"), ("relu ", "0.2")].map { activation, rate -> Int in
      var session = try bundledSession()
      let host = ScriptedHost()
      _ = session.reply(to: "new 784 16 10 \(activation)seed 1", host: host)
      let reply = session.reply(to: "train drawn epochs=1 examples=1000 rate=\(rate)", host: host)
      guard case .precise(let share)? = reply.facts["drawn"] else { return 0 }
      return Int((share * 112).rounded())
    }
    #expect(read == [85, 91])
  }

  @Test func `where marks what is done and what is on, and only that is strong`() throws {
    var session = try sample()
    _ = session.play("lesson sample", "", "784*16", "")
    let reply = session.reply(to: "where", host: ScriptedHost())
    guard
      case .table(let table)? = reply.blocks.flatMap(\.meaning).first(where: {
        if case .table = $0 { true } else { false }
      })
    else {
      Issue.record("no table of the steps")
      return
    }
    let rows = table.rows.compactMap { row -> [Prose]? in
      guard case .cells(let cells) = row else { return nil }
      return cells.compactMap { if case .text(let prose) = $0 { prose } else { nil } }
    }
    #expect(rows.map { $0[0].text } == ["done", "done", "here", "", ""])
    #expect(rows.map { $0[1].text } == ["1", "2", "3", "4", "5"])
    #expect(rows.map { $0[2] == Prose($0[2].text, .strong) } == [false, false, true, false, false])
  }

  @Test func `any command works at a question, and a name may be bound`() throws {
    var session = try sample()
    _ = session.play("lesson sample 2")
    #expect(session.play("digit 7").contains("our drawing 0 of a 7"))
    #expect(session.play("n = 784").contains("n = 784"))
    #expect(session.play("n*16").contains("Right"))
    #expect(session.play("1 + 1").contains("2"))
  }

  @Test func `a choice is a number or the words of an option`() throws {
    var session = try sample()
    _ = session.play("lesson sample choices")
    #expect(session.play("3").contains("Which digit would the eleventh be?"))
    #expect(session.play("7").contains("'7' isn't one choice."))
    #expect(session.play("the first").contains("Zero is a digit, too."))
    #expect(session.play("option c").contains("Which digit would the eleventh be?"))
    #expect(session.play("the loop!").contains("'the loop!' isn't one choice."))
    #expect(session.play("Ten").contains("Right."))
  }

  @Test func `an estimate is taken, the truth shown, the distance told`() throws {
    var session = try sample()
    _ = session.play("lesson sample guesses")
    #expect(session.play("").contains("Guess first"))
    let shown = session.play("0.5")
    #expect(shown.contains("our drawing 0 of a 7"))
    #expect(shown.contains("Surprise: you said 0.5000, and it's 0."))
    #expect(shown.contains("Most of it is black."))
    #expect(session.classroom.course.player?.open == nil)
  }

  @Test func `a deed is done when what was expected holds`() throws {
    var session = try sample()
    _ = session.play("lesson sample deeds")
    #expect(session.play("").contains("There is something to do first"))
    #expect(session.play("nudge b1[0] -1000").contains("The other way."))
    #expect(!session.play("params").contains("The other way."))
    let shown = session.play("nudge b1[0] 5000")
    #expect(shown.contains("Done."))
    #expect(session.play("").contains("You have finished sample."))
    #expect(session.prompt == "nn> ")
  }

  @Test func `back shows a step as it was, and what was answered does not stop`() throws {
    var session = try sample()
    _ = session.play("lesson sample 2", "12544", "", "2", "", "0.1", "digit 9")
    #expect(session.prompt == "sample 4/5> ")
    _ = session.play("back")
    #expect(session.prompt == "sample 3/5> ")
    _ = session.play("")
    #expect(session.prompt == "sample 4/5> ")
    #expect(session.current.label == 3)
    #expect(session.play("back", "back", "back", "back").contains("This is the first step."))
    #expect(session.prompt == "sample 1/5> ")
  }

  @Test func `skip passes a question by, and does what later steps need`() throws {
    var session = try sample()
    _ = session.play("lesson sample deeds")
    let shown = session.play("skip")
    #expect(shown.contains("You have finished sample."))
    #expect(shown.contains("One question was missed"))
    var again = try sample()
    _ = again.play("lesson sample 1", "skip", "skip", "skip", "skip")
    #expect(again.prompt == "sample 5/5> ")
  }

  @Test func `leaving gives back the session as it was`() throws {
    var session = try sample()
    _ = session.play("digit 4", "nudge b1[0] 1", "mine = 3")
    let before = session.lab.state
    _ = session.play("lesson sample deeds", "nudge b1[0] -9", "leave")
    #expect(session.lab.state == before)
    #expect(session.prompt == "nn> ")
    #expect(session.play("leave").contains("No lesson is on."))
    #expect(session.play("undo").contains("mine"))
  }

  @Test func `nothing tried in play touches the lesson`() throws {
    var session = try sample()
    _ = session.play("lesson sample 2")
    let before = session.lab.state
    #expect(session.play("play").contains("nothing here touches the lesson"))
    #expect(session.prompt == "sample 2/5 play> ")
    _ = session.play("reset", "digit noise 1", "activation relu", "12544")
    #expect(session.play("back").contains("You are playing beside the lesson."))
    #expect(session.play("play").contains("You are playing"))
    #expect(session.play("where").contains("beside sample 2/5"))
    #expect(session.play("done").contains("How many weights"))
    #expect(session.lab.state == before)
    #expect(session.prompt == "sample 2/5> ")
    #expect(session.play("done").contains("There is nothing to return to."))
  }

  @Test func `what was missed is asked again until it is right`() throws {
    var session = try sample()
    let host = ScriptedHost()
    _ = session.play("lesson sample 2", "7", "12544", "", "skip", "0.1", "", "skip", host: host)
    let review = session.play("review", host: host)
    #expect(review.contains("━··  1/3"), "\(review)")
    _ = session.play("12544", "", "1", "2", "", "skip", host: host)
    #expect(session.prompt == "nn> ")
    // The choice was missed again, and the deed skipped.
    #expect(session.play("review", host: host).contains("━·  1/2"))
    #expect(
      session.play("2", "", "nudge b1[0] 100", "", host: host).contains("That was the review"))
    #expect(session.play("review", host: host).contains("No question was missed."))
  }

  @Test func `a lesson is found by its start, its number and its near misses`() throws {
    var session = try sample()
    #expect(session.play("lesson sam").contains("  1/5"))
    #expect(session.play("lesson 1").contains("sample"))
    #expect(session.play("lesson smaple").contains("Did you mean 'sample'?"))
    #expect(session.play("lesson sample 9").contains("has no step 9"))
    #expect(session.play("lesson sample here").contains("has no step here"))
    var empty = try bundledSession(lessons: [])
    #expect(empty.play("lessons").contains("There are no lessons here."))
  }

  @Test func `every line of a lesson fits 40 columns of ASCII`() throws {
    var session = try sample()
    for line in ["lessons", "lesson sample", "", "hint", "solution", "7", "12544", "", "where"] {
      let reply = session.reply(to: line, host: ScriptedHost())
      let shown = text(reply, columns: 40, unicode: false)
      #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 40 }, "\(shown)")
      #expect(shown.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `a program is told the question and the verdict`() throws {
    var session = try sample()
    let asked = session.reply(to: "lesson sample 2", host: ScriptedHost())
    #expect(asked.facts["steps"] == .integer(5))
    #expect(asked.facts["question"] != nil)
    #expect(session.reply(to: "7", host: ScriptedHost()).facts["correct"] == .flag(false))
    #expect(session.reply(to: "12544", host: ScriptedHost()).facts["correct"] == .flag(true))
  }

  @Test func `--auto plays a lesson to its end`() throws {
    var session = try sample()
    let shown = session.play("lesson sample --auto")
    #expect(shown.contains("sample 2/5> 784*16"))
    #expect(shown.contains("You have finished sample."))
    #expect(session.prompt == "nn> ")
    #expect(session.classroom.course.progress == nil)
  }
}
