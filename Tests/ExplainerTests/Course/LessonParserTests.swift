import Testing

@testable import Course
@testable import Presentation

struct LessonParserTests {
  @Test func `a lesson is read with its steps, blocks and places`() throws {
    let lesson = try Lesson(file(soundLesson))
    #expect(lesson.id == "sample")
    #expect(lesson.title == "A sample")
    #expect(lesson.minutes == 3)
    #expect(lesson.video == "11:34")
    #expect(lesson.needs.isEmpty)
    #expect(lesson.teaches == ["digit", "params", "nudge", "b1", "pixel"])
    #expect(lesson.steps.map(\.id) == ["start", "numbers", "choices", "guesses", "deeds"])
    #expect(lesson.steps[1].title == "Numbers")
    #expect(lesson.steps[1].parts.count == 3)
    let question = try #require(lesson.steps[1].questions.first)
    #expect(question.text.text == "How many weights lead into layer 1?")
    #expect(question.wrongs.count == 2)
    #expect(question.hints.map(\.content.text).last == "784 for each of 16 neurons.")
    let kind = try #require(question.kind as? NumberQuestion)
    #expect(kind.tolerance == nil)
    #expect(kind.answer.text == "count(W1)")
    #expect(kind.answer.location == Lesson.Location(line: 24, column: 9))
  }

  @Test func `prose keeps emphasis, code, lists and its own breaks`() throws {
    let text = """
      ---
      lesson: x
      title: X
      ---
      Some *weight*, `code` and a [link](https://a.b).

      1. one
      2. two
         - deeper

      <!-- a note -->

      ```text
      a  drawing
      ```
      """
    let lesson = try Lesson(file(text))
    guard case .prose(let blocks, let line)? = lesson.steps.first?.parts.first else {
      Issue.record("no prose")
      return
    }
    #expect(line == 5)
    #expect(
      blocks == [
        .prose(
          "Some \(strong: "weight"), \(code: "code") and a link\(Prose(" (https://a.b)", .faint))."),
        .lines([
          Prose("1. ") + "one", Prose("2. ") + "two", Prose("  - ") + "deeper",
        ]),
        .lines([Prose("  a  drawing", .code)]),
      ])
  }

  @Test(arguments: [1, 240]) func `a lesson takes a minute to four hours`(minutes: Int) throws {
    let text = soundLesson.replacing("minutes: 3", with: "minutes: \(minutes)")
    #expect(try Lesson(file(text)).minutes == minutes)
  }

  /// Each change to a sound lesson, and what is said of it.
  @Test(arguments: [
    ("---\nlesson: sample", "lesson: sample", "1:1: a lesson starts with ---"),
    ("video: 11:34\n---", "video: 11:34", "1:1: the front matter is never closed"),
    ("minutes: 3", "minutse: 3", "4:1: there is no key 'minutse'; did you mean 'minutes'?"),
    ("minutes: 3", "minutes: soon", "4:10: 'minutes' takes a whole number, not 'soon'."),
    ("minutes: 3", "minutes: 0", "4:10: 'minutes' takes a whole number, not '0'."),
    ("minutes: 3", "minutes: 241", "4:10: 'minutes' takes a whole number, not '241'."),
    ("minutes: 3", "title: Again", "4:1: 'title' stands here a second time."),
    ("minutes: 3", "three minutes", "4:1: 'three minutes' is not of the form 'key: value'."),
    ("title: A sample\n", "", "1:1: 'title:' is missing."),
    ("lesson: sample", "lesson: My Sample", "2:9: 'My Sample' is no id"),
    ("lesson: sample", "lesson:", "2:1: nothing stands after 'lesson'."),
    (" {#numbers}", "", "14:1: the step 'Numbers' has no id"),
    ("{#choices}", "{#numbers}", "33:1: the id 'numbers' is taken by a step above."),
    ("{#choices}", "{#Two Words}", "33:1: 'Two Words' is no id"),
    ("## Choices", "# Choices", "33:1: a heading with one # stands only once"),
    ("```run\nparams", "```runn\nparams", "18:1: there is no block 'runn'"),
    ("```run\nparams\n", "```run\n\n", "18:1: this run block is empty."),
    ("\nparams\n", "\nparms 3\n", "19:1: there is no command 'parms'; did you mean 'params'?"),
    ("\nparams\n", "\nparms\n", "19:1: there is no command 'parms'; did you mean 'params'?"),
    ("\nparams\n", "\nparm5 3\n", "19:7: "),
    ("\nparams\n", "\nsave net\n", "19:1: a lesson may not run 'save' here."),
    ("\nparams\n", "\nopen net\n", "19:1: a lesson may not run 'open' here."),
    ("\nparams\n", "\nopen ../secret\n", "19:1: a lesson may not run 'open' here."),
    ("\nparams\n", "\nσ(W1·)\n", "19:6: A value is missing"),
    ("ask number", "ask numbr", "22:1: there is no question 'ask numbr'"),
    ("ask number", "ask", "22:1: there is no question 'ask '"),
    ("answer: count(W1)\n", "", "22:1: 'answer:' is missing."),
    ("answer: count(W1)", "answer: count(W1", "24:14: This ( is never closed."),
    ("answer: count(W1)", "answer: x = 3", "24:9: a name is bound only in 'run' and 'start'"),
    ("wrong count(W1) + count(b1)", "wrong count(W1) + · count(b1)", "25:19: A value is missing"),
    ("wrong count(W1) + count(b1)", "wrong", "25:1: nothing stands after 'wrong'."),
    ("hint: 784 for", "tip: 784 for", "28:1: there is no key 'tip'"),
    ("hint: 784 for", "option: 784 for", "28:1: 'option' has no place in 'ask number'."),
    ("answer: 2", "answer: 4", "40:9: there is no option 4: they count from 1 to 3."),
    ("answer: 2", "answer: two", "40:9: 'answer' takes a whole number, not 'two'."),
    ("option: nine\noption: ten\n", "", "35:1: a choice has at least two options."),
    ("reveal: digit 7\n", "", "53:1: 'reveal:' is missing."),
    ("reveal: digit 7", "reveal: export x", "55:9: a lesson may not run 'export' here."),
    ("start: digit 3", "start: lesson x", "67:8: a lesson may not run 'lesson' here."),
    ("expect: b1[0] > 50\n", "", "65:1: 'expect:' is missing."),
    ("It begins with prose.", "It <b>begins</b>.", "12:1: HTML is not shown at a prompt"),
    ("nudge b1[0] 100\n```", "nudge b1[0] 100", "65:1: this block is never closed"),
  ])
  func `what is wrong is told with its place`(change: (String, String, String)) throws {
    let broken = soundLesson.replacing(change.0, with: change.1)
    #expect(broken != soundLesson)
    do {
      _ = try Lesson(file(broken))
      Issue.record("it was read: \(change.1)")
    } catch {
      #expect(error.sentence.hasPrefix("01-sample.md:\(change.2)"), "\(error.sentence)")
    }
  }
}
