import Core
import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

struct DrawingPadTests {
  private func pad(_ screen: HandScreen) throws -> DrawingPad {
    try #require(screen.content as? DrawingPad)
  }

  private func picture(_ screen: HandScreen) throws -> HeatMap {
    guard case .picture(let map, _) = screen.view.field else { throw HandMissing(reply: "") }
    return map
  }

  @Test func `a drawing that is kept is the digit, and one undo takes it back`() throws {
    var session = try bundledSession()
    let before = session.state
    var screen = try hand("draw", in: &session)
    #expect(session.state == before)
    screen.drawThree()
    let drawn = try pad(screen).digit
    #expect(screen.press(.enter) == .kept)
    let reply = session.keep(screen, host: ScriptedHost.withScreen)
    #expect(session.current.digit == drawn && session.current.origin == "your drawing")
    #expect(session.current.label == nil)
    #expect(reply.facts["digit"] == .integer(3) && reply.facts["strokes"] == .integer(1))
    #expect(
      text(session.reply(to: "undo", host: ScriptedHost.withScreen)).contains("Undone: draw"))
    #expect(session.state == before)
  }

  @Test(arguments: [KeyName.escape, .character("q"), .control("c"), .control("d")])
  func `an empty sheet is left at once`(key: KeyName) throws {
    var session = try bundledSession()
    var screen = try hand("digit draw", in: &session)
    #expect(screen.press(key) == .left)
    screen.drawThree()
    screen.type("c")
    #expect(screen.press(key) == .left)
  }

  @Test(arguments: [KeyName.escape, .character("q")])
  func `a drawing is not thrown away unasked`(key: KeyName) throws {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    screen.drawThree()
    #expect(screen.press(key) == .goesOn)
    #expect(screen.view.verdict.text == "Throw it away? Escape. Keep it? Enter.")
    // Any other key is an answer, too: the work goes on.
    #expect(screen.press(.left) == .goesOn)
    #expect(screen.view.verdict.text.hasPrefix("The network says 3."))
    #expect(screen.press(key) == .goesOn)
    #expect(screen.press(key) == .left)
  }

  @Test func `Ctrl-C does not ask, and Enter keeps what Escape asked about`() throws {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    screen.drawThree()
    #expect(screen.press(.control("c")) == .left)
    screen.press(.escape)
    #expect(screen.press(.enter) == .kept)
  }

  @Test func `an empty sheet is not kept, and that is said`() throws {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    #expect(screen.view.verdict.text == "Nothing is drawn yet.")
    #expect(screen.press(.enter) == .goesOn)
    #expect(screen.view.verdict.text == "Nothing to keep yet: draw, or Escape.")
    screen.press(.left)
    #expect(screen.view.verdict.text == "Nothing is drawn yet.")
  }

  @Test func `points that are typed draw what a file draws`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    host.files.contents["a.strokes"] = Array("stroke 20,10 70,20\nstroke 40,50 70,80\n".utf8)
    for words in ["", " raw"] {
      _ = session.reply(to: "draw a.strokes\(words)", host: host)
      let filed = session.current.digit
      let reply = session.reply(to: "draw 20,10 70,20 / 40,50 70,80\(words)", host: host)
      #expect(session.current.digit == filed && session.current.origin == "your drawing")
      #expect(reply.facts["strokes"] == .integer(2))
      _ = session.reply(to: "draw 20,10 70,20/40,50 70,80\(words)", host: host)
      #expect(session.current.digit == filed)
    }
  }

  @Test(arguments: ["draw /", "draw 20,10,5", "draw 900,900", "draw ,5", "draw 1,2 3"])
  func `points that are none are told`(line: String) throws {
    var session = try bundledSession()
    let before = session.state
    #expect(session.reply(to: line, host: ScriptedHost()).error != nil)
    #expect(session.state == before)
  }

  @Test func `keys draw what the mouse draws`() throws {
    var session = try bundledSession()
    var (keys, mouse) = (
      try hand("draw", in: &session), try hand("draw", in: &session)
    )
    keys.press(.character(" "), .right, .right, .down, .left, .character(" "), .up, .up)
    mouse.drag(.first, (14.5, 14.5), (15.5, 14.5), (16.5, 14.5), (16.5, 15.5), (15.5, 15.5))
    #expect(try pad(keys).sketch == pad(mouse).sketch)
    #expect(try pad(keys).sketch.strokes.count == 1)
  }

  @Test func `every report of a fast mouse is on the sheet`() throws {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    let way = (0..<1000).map { FieldPoint(x: Float($0 % 28) + 0.5, y: Float($0 / 36) + 0.5) }
    _ = screen.take(.pointer(HandPointer(.press, at: way[0])))
    for point in way.dropFirst() { _ = screen.take(.pointer(HandPointer(.drag, at: point))) }
    _ = screen.take(.pointer(HandPointer(.release, at: way[999])))
    #expect(try pad(screen).sketch.strokes.map(\.points.count) == [1000])
  }

  @Test func `the second button and x rub out`() throws {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    screen.drag(.first, (4.5, 14.5), (24.5, 14.5))
    #expect(try picture(screen).values[14 * 28 + 14] == 1)
    screen.drag(.second, (14.5, 10.5), (14.5, 18.5))
    #expect(try picture(screen).values[14 * 28 + 14] == 0)
    #expect(try pad(screen).sketch.strokes.count == 2)
    var typed = try hand("draw", in: &session)
    typed.drag(.first, (4.5, 14.5), (14.5, 14.5))
    typed.press(.character("x"), .left, .left, .character("x"), .left)
    #expect(try picture(typed).values[14 * 28 + 12] == 0)
    #expect(try picture(typed).values[14 * 28 + 6] == 1)
  }

  @Test func `strokes, rubbing and clearing are undone one by one, and done again`() throws {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    var states = [try pad(screen).sketch]
    func note() throws { states.append(try pad(screen).sketch) }
    screen.drag(.first, (4.5, 4.5), (14.5, 14.5))
    try note()
    screen.drag(.first, (4.5, 20.5), (14.5, 20.5))
    try note()
    screen.drag(.second, (9.5, 20.5), (10.5, 20.5))
    try note()
    screen.type("c")
    try note()
    for state in states.dropLast().reversed() {
      screen.type("u")
      #expect(try pad(screen).sketch == state)
    }
    screen.type("u")
    for state in states.dropFirst() {
      screen.type("r")
      #expect(try pad(screen).sketch == state)
    }
    screen.type("uu")
    screen.drag(.first, (20.5, 4.5), (20.5, 14.5))
    let branch = try pad(screen).sketch
    screen.type("r")
    #expect(try pad(screen).sketch == branch)
  }

  @Test func `a press beside the sheet draws nothing, a drag beyond it goes along its edge`() throws
  {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    let outside = FieldPoint(x: 40, y: 5, isInside: false)
    _ = screen.take(.pointer(HandPointer(.press, at: outside)))
    _ = screen.take(.pointer(HandPointer(.drag, at: outside)))
    _ = screen.take(.pointer(HandPointer(.release, at: outside)))
    #expect(try pad(screen).sketch.isEmpty)
    _ = screen.take(.pointer(HandPointer(.drag, .second, at: FieldPoint(x: 5, y: 5))))
    _ = screen.take(.pointer(HandPointer(.release, .second, at: FieldPoint(x: 5, y: 5))))
    #expect(try pad(screen).sketch.isEmpty)
    _ = screen.take(.pointer(HandPointer(.press, at: FieldPoint(x: 26, y: 5))))
    _ = screen.take(.pointer(HandPointer(.drag, at: outside)))
    #expect(try pad(screen).sketch.strokes[0].points.last == .init(x: 27.5, y: 5))
  }

  @Test func `the brush has sizes, each for the strokes to come`() throws {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    screen.drag(.first, (4.5, 4.5), (14.5, 4.5))
    screen.type("]]]]]")
    screen.drag(.first, (4.5, 14.5), (14.5, 14.5))
    screen.type("[[[[[")
    screen.drag(.first, (4.5, 24.5), (14.5, 24.5))
    let pens = try pad(screen).sketch.strokes.map(\.penRadius)
    #expect(pens[0] == Drawing.usualPen && pens[1] > pens[0] && pens[2] < pens[0])
  }

  @Test func `the network gets it centered, or raw`() throws {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    screen.drag(.first, (2.5, 2.5), (2.5, 8.5))
    let normalized = try #require(screen.view.side?.values)
    #expect(normalized == (try pad(screen).sketch.normalized().digit.pixels))
    screen.type("n")
    #expect(try screen.view.side?.values == pad(screen).sketch.asDrawn().pixels)
    let raw = session.network.forward(try pad(screen).sketch.asDrawn().pixels).output
    #expect(screen.view.outputs.bars.map(\.value) == raw.map(Double.init))
  }

  @Test func `the reasons lie on the ink they are about`() throws {
    var session = try bundledSession()
    var screen = try hand("draw", in: &session)
    screen.drawThree()
    #expect(try picture(screen).notes.tints.isEmpty && screen.view.legend == nil)
    screen.type("w")
    let map = try picture(screen)
    #expect(!map.notes.tints.isEmpty)
    #expect(map.notes.tints.keys.allSatisfy { map.values[$0] > 0 })
    #expect(screen.view.legend?.positive == "for 3")
    screen.type("w")
    #expect(try picture(screen).notes.tints.isEmpty)
  }

  @Test func `a network that reads no digits has nothing to draw for`() throws {
    var session = try bundledSession()
    _ = session.reply(to: "new 2 2", host: ScriptedHost.withScreen)
    #expect(session.reply(to: "draw", host: ScriptedHost.withScreen).error != nil)
  }

  @Test func `many outputs, one output, and none that leads`() throws {
    for sizes in ["784 30", "784 8 1", "784 3", "784 4 4 4 4 12"] {
      var session = try bundledSession()
      _ = session.reply(to: "new \(sizes) seed 1", host: ScriptedHost.withScreen)
      var screen = try hand("draw", in: &session)
      screen.drawThree()
      screen.type("w")
      for columns in [40, 60, 80, 120] {
        let lines = screen.drawn(columns, 40).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= columns })
      }
      #expect(screen.view.outputs.bars.count <= 10)
    }
  }
}
