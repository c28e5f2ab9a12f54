import Testing

@testable import nn_repl

@Suite struct LineUndoTests {
  private func line(_ text: String, _ cursor: Int? = nil) -> EditLine.Buffer {
    let scalars = Array(text.unicodeScalars)
    return EditLine.Buffer(scalars: scalars, cursor: cursor ?? scalars.count)
  }

  @Test func `words typed are taken back one by one, other changes each by itself`() {
    var undo = LineUndo()
    for end in 1...8 { undo.note(line(String("digit 7 ".prefix(end)))) }
    undo.note(line("digit 7 "))
    undo.note(line("digit 7"))
    #expect(undo.step() == line("digit 7 "))
    #expect(undo.step()?.text == "digit ")
    #expect(undo.step()?.text == "")
    #expect(undo.step() == nil)
  }

  @Test func `moving the cursor ends a word, and is no change`() {
    var undo = LineUndo()
    undo.note(line("a"))
    undo.note(line("ab"))
    undo.note(line("ab", 0))
    undo.note(line("cab", 1))
    #expect(undo.step() == line("ab", 0))
    #expect(undo.step()?.text == "")
    #expect(undo.step() == nil)
  }

  @Test func `what was taken back is not taken back again`() {
    var undo = LineUndo()
    undo.note(line("a"))
    undo.note(line("a pasted text"))
    #expect(undo.step() == line("a"))
    undo.note(line("a"))
    undo.note(line("ab"))
    #expect(undo.step() == line("a"))
    #expect(undo.step()?.text == "")
  }
}
