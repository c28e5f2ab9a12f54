import Testing

@testable import Course
@testable import Explainer

/// What is said to what was done at a task.
struct LessonActTests {
  @Test func `looking is shown and never an answer, and undo is never scolded`() throws {
    var session = try bundledSession()
    _ = session.play("lesson bias", "skip")
    _ = session.play("lesson a-messy-three break-again")
    for line in ["pixel 17 10", "classify", "neuron 3.3", "q = 3"] {
      #expect(!session.play(line).contains("Not yet"), "\(line)")
    }
    #expect(session.play("digit 8 1").contains("Lit there"))
    #expect(!session.play("undo").contains("Not yet"))
    #expect(session.play("digit 3").contains("It has to be an 8"))
    #expect(session.play("digit 8 6").contains("Done."))
    _ = session.play("lesson backpropagation third-lever")
    let shown = session.play("W3[3]")
    #expect(!shown.contains("Not yet") && shown.contains("16 entries"), "\(shown)")
  }

  @Test func `only an 8 is taken for an 8, and only a drawing for a drawing`() throws {
    var session = try bundledSession()
    _ = session.play("lesson a-messy-three break-again")
    for line in ["digit 0", "digit 5", "digit blank"] {
      #expect(session.play(line).contains("Not yet."), "\(line)")
    }
    #expect(session.play("digit 8", "digit shift 4 0").contains("Done."))
    _ = session.play("lesson weights look-at-digits")
    #expect(session.play("digit invert").contains("Not yet."))
    #expect(session.play("digit 9").contains("Done."))
  }

  @Test func `what is asked for is made of what it is about, and half of it is half`() throws {
    var session = try bundledSession()
    _ = session.play("lesson chain-rule is-it-true")
    #expect(session.play("nudge W3[0,0] 0.01").contains("So far, so good."))
    #expect(session.play("change = slope").contains("change doesn't depend on before yet."))
    #expect(session.play("change = ((a3[0] - 1)^2 - before)/0.01").contains("Done."))
  }

  @Test func `an answer is made of what it is about, also under a name`() throws {
    var session = try bundledSession()
    _ = session.play("lesson recap one-activation")
    #expect(session.play("x = a1[8]").contains("x takes a1, which the network has worked out"))
    #expect(session.play("x").contains("Your answer takes a1"))
    #expect(session.play("w = W1[8]*a0", "sigmoid(w + b1[8])").contains("✓"))
  }

  @Test func `what the network has ready is no answer, and a value needs no name`() throws {
    var session = try bundledSession()
    _ = session.play("lesson matrix-form type-it")
    #expect(session.play("mine = a1").contains("takes a1"))
    #expect(!session.play("a1").contains("Done"))
    let shown = session.play("sigmoid(W1*a0 + b1)")
    #expect(shown.contains("Kept under the name mine") && shown.contains("Done"), "\(shown)")
    _ = session.play("lesson recap")
  }

  @Test func `swapped indices are named`() {
    let meant = ["nudge W3[3,5] 0.1"]
    #expect(
      SwappedIndices.note("nudge W3[5, 3] 0.1", meant: meant)?.text.contains("swapped") == true)
    #expect(SwappedIndices.note("nudge W3[3,5] 1", meant: meant) == nil)
    #expect(SwappedIndices.note("nudge W3[5,4] 1", meant: meant) == nil)
    #expect(SwappedIndices.note("W3[", meant: meant) == nil)
  }
}
