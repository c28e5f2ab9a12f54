import Testing

@testable import Presentation

struct ScreenRenderingTests {
  private let renderer = TextRenderer(
    TerminalCapabilities(columns: 40, colors: .none, unicode: true))

  @Test func `what can be spared goes first, then the end`() {
    let reply = Reply([
      .heading("one"), .spare([.lines(["two", "three"])]), .lines(["four", "five", "six"]),
    ])
    #expect(renderer.screen(reply, rows: 8).count == 8)
    #expect(renderer.screen(reply, rows: 7) == ["one", "", "four", "five", "six"])
    #expect(
      renderer.screen(reply, rows: 3) == ["one", "", "… 3 more lines need a taller window"])
    #expect(renderer.screen(reply, rows: 1) == ["… 5 more lines need a taller window"])
  }

  @Test func `keys are named, and stand for lines where nobody can press them`() {
    let keys = [
      KeyBinding(.character(" "), .right, line: "step", label: "next"),
      KeyBinding(.character("b"), line: "step back", label: "back"),
    ]
    let legend = renderer.legend(of: ReplyScreenAction.bindings(keys))
    #expect(legend == ["Space next  b back  q leave"])
    #expect(renderer.render(Reply(next: .keys(keys))) == "Go on: step · step back\n")
  }

  @Test func `cells to come, dark ones and the current one differ`() {
    let strip = CellStrip("layer 1", cells: [0, 0.4, 1, nil, nil], current: 3)
    let reply = Reply([.figure(.cells(strip))])
    #expect(renderer.render(reply) == "layer 1   ░ ▒ █[·]·  3 of 5\n")
    #expect(
      strip.sentence
        == "layer 1: 3 of 5 neurons computed; only 2 at 0.5 or more; the one in turn is neuron 3")
    let many = CellStrip("layer 1", cells: [Float?](repeating: 1, count: 300), current: 150)
    let line = renderer.render(Reply([.figure(.cells(many))]))
    #expect(line == "layer 1  …███████[█]███████…  300 of 300\n")
  }

  @Test func `a table too wide leaves its spare column out`() {
    var table = Table(.leading, .leading)
    table.spareColumns = [1]
    table.add("short", Prose(String(repeating: "x", count: 40)))
    #expect(renderer.render(Reply([.table(table)])) == "short\n")
  }

  @Test func `a hidden number keeps its room`() {
    var table = Table(.decimal, .leading)
    table.add(Prose("-10.5", .hidden), "a")
    table.add("1.5", "b")
    #expect(renderer.render(Reply([.table(table)])) == "       a\n  1.5  b\n")
  }
}
