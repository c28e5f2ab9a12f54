import Core
import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

/// Questions that are answered by a drawing.
struct DrawQuestionTests {
  private func lesson(_ lines: String) -> String {
    """
    ---
    lesson: hand
    title: By hand
    minutes: 1
    needs: none
    teaches: draw, digit, a3
    video: 0:00
    ---

    # By hand

    Draw.

    ## One {#one}

    ```ask draw
    question: Draw a 3. Type `draw`.
    digit: 3
    expect: a3[3] > 0.9
    \(lines)
    hint: Two bows.
    hint: Type `digit 3`.
    ```
    """
  }

  private static let three = "strokes: 25,20 50,8 72,22 45,46 75,66 50,92 22,80"

  @Test func `one that its strokes answer is sound`() throws {
    #expect(try problems(in: file(lesson(Self.three))) == [])
  }

  @Test(arguments: [
    "strokes: 50,10 50,90", "strokes: x", "strokes: 25,20 900,8", "", "digit: 11\n\(three)",
    "\(three)\nstart: digit 3", "\(three)\nsolution: digit 3",
  ])
  func `one that cannot be answered so is refused`(lines: String) throws {
    #expect(try !problems(in: file(lesson(lines))).isEmpty)
  }

  private func session(at step: String) throws -> Session {
    var session = try bundledSession()
    _ = session.play("lesson \(step)")
    return session
  }

  private static let steps = [
    "a-messy-three your-own", "layers your-own", "a-function something-else", "recap by-your-hand",
  ]

  /// Nobody needs a pad, a mouse or a terminal: a line does, and `solution` tells one.
  @Test(arguments: steps)
  func `it can be passed with the line that solution tells`(step: String) throws {
    var session = try session(at: step)
    guard
      case .list(let lines) = session.reply(to: "solution", host: ScriptedHost()).facts["solution"],
      case .text(let line) = lines.first
    else { throw HandMissing(reply: "solution") }
    #expect(line.hasPrefix("draw "))
    #expect(session.play(line).contains("✓ Done."))
  }

  @Test(arguments: steps)
  func `the pad answers it, too`(step: String) throws {
    var session = try session(at: step)
    var screen = try hand("draw", in: &session)
    screen.drawThree()
    screen.press(.enter)
    let said = text(session.keep(screen, host: ScriptedHost.withScreen))
    // A 3 is a 3 in all of them but the last, which wants a 5.
    #expect(said.contains("✓ Done.") == !step.hasPrefix("recap"))
  }

  @Test(arguments: zip(steps, ["digit 3 4", "digit 3 4", "digit 3", "digit 5 1"]))
  func `one of our drawings does as well`(step: String, line: String) throws {
    var session = try session(at: step)
    #expect(session.play(line).contains("✓ Done."))
  }

  @Test func `a wrong drawing is told what the network saw`() throws {
    var session = try session(at: "layers your-own")
    let said = session.play("draw 72,10 34,10 30,46 58,42 74,64 54,90 24,80")
    #expect(said.contains("✗ Not yet. The network says 5, at 0.98"), "\(said)")
    #expect(said.contains("output 3 is at 0.0"))
    #expect(session.play("digit blank").contains("✗ Not yet. The sheet is empty."))
    #expect(session.play("digit noise 4").contains("✗ Not yet. The network"))
    #expect(session.play("draw 15,30 85,30 / 15,70 85,70").contains("lights no output"))
  }
}
