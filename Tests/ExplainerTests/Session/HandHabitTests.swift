import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

/// What people type to `draw`, `move` and `turn` that is written otherwise.
struct HandHabitTests {
  @Test(arguments: [
    ("turn W2 3 4", "turn W2[3,4]"), ("turn w2[3,4]", "turn W2[3,4]"),
    ("turn w2 3,4", "turn W2[3,4]"), ("turn b3 3", "turn b3[3]"), ("turn B3[3]", "turn b3[3]"),
    ("turn b3 3 7", "turn b3[3] 7"), ("turn pixle 14 14", "turn pixel 14 14"),
    ("draw 3", "draw"), ("draw a 3", "draw"), ("draw three", "draw"),
  ])
  func `the screen that is meant comes up`(typed: String, meant: String) throws {
    var (first, second) = (try bundledSession(), try bundledSession())
    #expect(try hand(typed, in: &first) == hand(meant, in: &second))
  }

  @Test(arguments: [
    ("set w2 3 4 = 1", "set W2[3,4] = 1"), ("nudge b3 3 0.5", "nudge b3[3] 0.5"),
    ("set w2[3,4] = 1", "set W2[3,4] = 1"), ("move left", "digit shift -1 0"),
    ("move right 3", "digit shift 3 0"), ("move up 2", "digit shift 0 -2"),
    ("move down", "digit shift 0 1"), ("move 3 -1", "digit shift 3 -1"),
    ("move rotate 20", "digit rotate 20"), ("move left by 2 pixels", "digit shift -2 0"),
  ])
  func `the line that is meant is carried out`(typed: String, meant: String) throws {
    var (first, second) = (try bundledSession(), try bundledSession())
    #expect(first.reply(to: typed, host: ScriptedHost()).error == nil)
    _ = second.reply(to: meant, host: ScriptedHost())
    #expect(first.state == second.state)
  }

  @Test func `what is not clear is told with what to type`() throws {
    try expectProblem(
      "turn b3", "'b3' isn't one knob: it's all of a layer's.", "Say which one, such as b3[0].")
    try expectProblem(
      "turn W2", "'W2' isn't one knob: it's all of a layer's.", "Say which one, such as W2[0,0].")
    for line in [
      "turn W2 3", "turn W2 3 4 5 6", "move nowhere", "move left right", "draw me a river",
    ] {
      #expect(try reply(line).error != nil, "\(line)")
    }
  }
}
