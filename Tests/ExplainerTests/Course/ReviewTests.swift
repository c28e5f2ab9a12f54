import Testing

@testable import Course
@testable import Explainer
@testable import Presentation

struct ReviewTests {
  private func type(_ lines: String..., in session: inout Session, _ host: KeptProgress) -> String {
    lines.map { text(session.reply(to: $0, host: host)) }.joined()
  }

  @Test func `what was missed and got right on one day comes back once, on a later one`() throws {
    let host = KeptProgress()
    var session = try session(with: file(soundLesson))
    _ = type("lesson sample", "", "7", "12544", "leave", in: &session, host)
    #expect(type("review", "12544", "", in: &session, host).contains("That was the review."))
    #expect(type("review", in: &session, host).contains("No question was missed."))

    host.today += 1
    #expect(invitation(host).contains("review asks again what you missed: 1 question."))
    var nextDay = try ExplainerTests.session(with: file(soundLesson))
    #expect(type("review", in: &nextDay, host).contains("How many weights lead into layer 1?"))
    _ = type("12544", "", in: &nextDay, host)
    host.today += 1
    #expect(!invitation(host).contains("review"))
    #expect(type("review", in: &nextDay, host).contains("No question was missed."))
  }

  @Test func `a clock that is put back asks nothing twice`() {
    var question = Progress.Question()
    question.miss(on: 20)
    question.master(on: 20)
    #expect(!question.isDue(on: 20) && !question.isDue(on: 3) && question.isDue(on: 21))
    question.master(on: 3)
    #expect(question.isDue(on: 21))
    question.master(on: 21)
    #expect(!question.isDue(on: 22))
    question.miss(on: 4)
    #expect(question.isDue(on: 4) && question.isDue(on: 22))
  }

  @Test func `of progress without days only what is open is asked`() {
    #expect(!Progress.Question(missed: 2, mastered: 2).isDue(on: .max))
    #expect(Progress.Question(missed: 2, mastered: 1).isDue(on: 0))
  }

  private func invitation(_ host: KeptProgress) -> String {
    guard var session = try? ExplainerTests.session(with: file(soundLesson)) else { return "" }
    return text(Reply(session.invitation(host: host)))
  }
}
