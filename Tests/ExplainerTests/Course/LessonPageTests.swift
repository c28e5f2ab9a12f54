import Testing

@testable import Course
@testable import Explainer
@testable import Presentation

/// What stands on the screen of a lesson, and where.
struct LessonPageTests {
  private let picture = """
    ---
    lesson: pictures
    title: Pictures
    minutes: 1
    needs: none
    teaches: digit, a0
    ---

    # Pictures

    ## A digit {#digit}

    ```run
    digit 3
    ```

    \(String(repeating: "It has a great many words below it. ", count: 16))

    ## A question {#question}

    ```ask number
    question: How many pixels are there?
    keep: digit 3
    answer: count(a0)
    wrong 28: One row.
    hint: Rows and columns.
    hint: 28 rows of 28.
    right: All of them.
    ```
    """

  private func lines(_ reply: Reply, rows: Int = 24, columns: Int = 80) -> [String] {
    TextRenderer(TerminalCapabilities(columns: columns, rows: rows, colors: .none, unicode: true))
      .render(reply).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `words stand beside a picture that leaves them no room`() throws {
    var session = try session(with: file(picture))
    let reply = session.reply(to: "lesson pictures", host: ScriptedHost())
    #expect(lines(reply).count <= 24)
    #expect(lines(reply).contains { $0.contains("▄") && $0.contains("words") })
    // A window that is high enough has them under it.
    #expect(!lines(reply, rows: 50).contains { $0.contains("▄") && $0.contains("words") })
    #expect(lines(reply, columns: 40).allSatisfy { $0.count <= 40 })
  }

  @Test func `the picture of a question stands beside it, and is heard`() throws {
    var session = try session(with: file(picture))
    _ = session.play("lesson pictures")
    let question = session.reply(to: "", host: ScriptedHost())
    #expect(lines(question).contains { $0.contains("? How many pixels") })
    #expect(lines(question).contains { $0.contains("▄") })
    #expect(WordsRenderer().render(question, to: "", at: nil).contains("28 by 28 pixels"))
    // It comes back with every third wrong answer, by which it has left the screen.
    let shown = (1...6).map { _ in session.play("28").contains("▄") }
    #expect(shown == [false, false, true, false, false, true])
    #expect(session.play("digit 7", "").contains("▄"))
  }

  @Test func `a picture that cannot be kept is an error`() throws {
    let lesson = picture.replacing("keep: digit 3", with: "keep: 1 + 1")
    #expect(
      try problems(in: file(lesson)).contains {
        $0.contains("'1 + 1' shows no picture that could be kept.")
      })
  }

  @Test func `what a low window leaves out is heard all the same`() {
    let map = HeatMap(
      "a picture", rows: 28, columns: 28, values: .init(repeating: 0, count: 784), scale: .ink)
    let rest = Block.lines(.init(repeating: "Words that take some room.", count: 21))
    let page = Reply(LessonPage.arranged([.spare([.figure(.heatMap(map))]), rest]))
    #expect(!lines(page, columns: 40).contains { $0.contains("a picture") })
    #expect(WordsRenderer().render(page, to: "", at: nil).contains("a picture"))
  }

  @Test func `the title says the place in the lesson, in words and as a bar`() {
    let title = Block.step(StepTitle(lesson: "bias", title: "A whole neuron", number: 2, count: 4))
    let wide = lines(Reply([title]))[0]
    #expect(wide.hasPrefix("bias  A whole neuron  ") && wide.hasSuffix("━━··  2/4"))
    #expect(wide.count == 80)
    let long = Block.step(
      StepTitle(lesson: "bias", title: .init(repeating: "long ", count: 9), number: 2, count: 4))
    #expect(lines(Reply([long]), columns: 40)[0].hasPrefix("bias 2/4  long"))
    #expect(
      WordsRenderer().render(Reply([title]), to: "", at: nil) == "bias 2/4, A whole neuron.\n")
  }

  @Test func `Enter at the end of a lesson begins the next, and only there`() throws {
    let first = picture
    let second = picture.replacing("lesson: pictures", with: "lesson: more")
    var session = try session(with: file(first, "01-a.md"), file(second, "02-b.md"))
    let end = session.play("lesson pictures 2", "784", "")
    #expect(end.contains("You have finished pictures.") && end.contains("Press Enter."))
    var other = session
    #expect(session.play("").contains("more  A digit"))
    #expect(session.prompt == "more 1/2> ")
    _ = other.play("digit 7", "")
    #expect(other.prompt == "nn> ")
  }
}
