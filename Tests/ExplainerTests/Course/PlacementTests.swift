import Testing

@testable import Course
@testable import Explainer

struct PlacementTests {
  private func type(_ lines: String..., in session: inout Session, _ host: KeptProgress) -> String {
    lines.map { text(session.reply(to: $0, host: host)) }.joined()
  }

  @Test func `the first miss shows where to begin, and is not kept`() throws {
    let host = KeptProgress()
    var session = try bundledSession()
    let shown = type("placement", "2", "", in: &session, host)
    #expect(shown.contains("A neuron has the weights 6") && shown.contains("Right"))
    let end = type("5", in: &session, host)
    #expect(end.contains("You know 1 of the 7: sigmoid."), "\(end)")
    #expect(type("", in: &session, host).contains("Squashing a sum"))
    guard case .success(let kept) = ProgressFile.decode(try #require(host.bytes)) else {
      Issue.record("not progress")
      return
    }
    #expect(kept.last == "sigmoid")
    #expect(kept.lessons.values.allSatisfy { $0.questions.isEmpty })
  }

  @Test(arguments: ["skip", "solution"])
  func `to say that it is new is enough`(line: String) throws {
    let host = KeptProgress()
    var session = try bundledSession()
    let shown = type("placement", line, in: &session, host)
    #expect(shown.contains("Begin at the beginning: a-messy-three."))
    #expect(!shown.contains("missed"))
  }

  @Test func `whoever knows all of it begins after the last lesson asked about`() throws {
    let host = KeptProgress()
    var session = try bundledSession()
    let course = try session.classroom.readCourse()
    let placement = try #require(Lesson.placement(of: course.lessons))
    var shown = type("placement", in: &session, host)
    for step in placement.steps {
      shown += type(step.questions[0].modelAnswer[0], "", in: &session, host)
    }
    #expect(shown.contains("You know all of that"), "\(shown)")
    #expect(session.classroom.course.player == nil)
  }

  @Test func `a placement must be a question that is answered by its answer`() {
    for step in ["nowhere", "deeds", "guesses"] {
      let text = soundLesson.replacing("video: 11:34", with: "video: 11:34\nplacement: \(step)")
      #expect(throws: LessonError.self) { _ = try Lesson(file(text)) }
    }
    let text = soundLesson.replacing("video: 11:34", with: "video: 11:34\nplacement: numbers")
    #expect(throws: Never.self) { _ = try Lesson(file(text)) }
  }
}
