import Core
import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

struct KnobTurnerTests {
  private let host = ScriptedHost.withScreen

  /// A number that stands beside a name on the screen.
  private func number(_ name: String, on screen: HandScreen) throws -> String {
    guard case .plot(_, let table) = screen.view.field else { throw HandMissing(reply: "") }
    for case .cells(let cells) in table.rows {
      if case .text(let first) = cells[0], first.text == name, case .text(let last) = cells[1] {
        return last.text
      }
    }
    throw HandMissing(reply: name)
  }

  private func tangent(_ screen: HandScreen) throws -> LinePlot.Tangent {
    guard case .plot(let plot, _) = screen.view.field else { throw HandMissing(reply: "") }
    return try #require(plot.tangent)
  }

  private func precise(_ fact: Fact?) throws -> Double {
    guard case .precise(let value) = fact else { throw HandMissing(reply: "") }
    return value
  }

  @Test func `all numbers are those of a line that sets the knob`() throws {
    var session = try bundledSession()
    var screen = try hand("turn W3[3,1]", in: &session)
    let start = try number("W3[3,1]", on: screen)
    for _ in 0..<8 { screen.press(.pageDown) }
    screen.press(.left, .left, .right)
    let value = try number("W3[3,1]", on: screen)
    #expect(value != start)
    #expect(screen.press(.enter) == .kept)
    _ = session.keep(screen, host: host)
    let neuron = session.reply(to: "neuron 3.3", host: host).facts
    guard case .number(let z) = neuron["z"], case .number(let a) = neuron["activation"] else {
      throw HandMissing(reply: "neuron")
    }
    #expect(try number("z of 3.3", on: screen) == Number.shown(z))
    #expect(try number("σ(z)", on: screen) == Number.shown(a))
    let gradient = session.reply(to: "gradient W3[3,1]", host: host).facts
    #expect(try abs(tangent(screen).y - precise(gradient["cost"])) < 1e-12)
    #expect(gradient["slope"] == .number(Float(try tangent(screen).slope)))
    let outputs = session.network.forward(session.current.digit.pixels).output
    #expect(screen.view.outputs.bars.map(\.value) == outputs.map(Double.init))
  }

  @Test func `there and back is where it was`() throws {
    var session = try bundledSession()
    let before = session.state
    var screen = try hand("turn b2[5]", in: &session)
    screen.press(.right, .pageUp, .pageUp, .left, .pageDown, .pageDown)
    #expect(screen.press(.enter) == .kept)
    #expect(text(session.keep(screen, host: host)) == "Nothing has changed.\n")
    #expect(session.state == before)
    screen.press(.right, .character("r"))
    _ = session.keep(screen, host: host)
    #expect(session.state == before)
  }

  @Test func `several knobs are one undo`() throws {
    var session = try bundledSession()
    let before = session.state
    var screen = try hand("turn b3[3]", in: &session)
    screen.press(.pageDown, .tab, .pageDown, .tab, .pageDown)
    #expect(screen.press(.enter) == .kept)
    let reply = session.keep(screen, host: host)
    guard case .list(let knobs) = reply.facts["knobs"] else { throw HandMissing(reply: "knobs") }
    #expect(knobs.count == 3)
    #expect(session.network != before.network)
    let undone = text(session.reply(to: "undo", host: host))
    #expect(undone.hasPrefix("Undone: turn b3[3]."))
    #expect(session.state == before)
  }

  @Test func `Tab goes to the knob with the steepest slope`() throws {
    var session = try bundledSession()
    _ = session.reply(to: "set b3[3] = -9", host: host)
    var screen = try hand("turn W2[3,4]", in: &session)
    screen.press(.tab)
    let pass = session.network.forward(session.current.digit.pixels)
    let target = (0..<10).map { Float($0 == 3 ? 1 : 0) }
    let gradient = session.network.gradient(of: pass, target: target, cost: .squares)
    let steepest = gradient.layers.flatMap { layer in
      layer.biases.map(abs) + layer.biases.indices.flatMap { layer.weights.row($0).map(abs) }
    }.max()
    #expect(Float(abs(try tangent(screen).slope)) == steepest)
    let first = screen.view.hints
    screen.press(.tab)
    #expect(screen.view.hints != first)
  }

  @Test func `a pixel is turned between black and white`() throws {
    var session = try bundledSession()
    var screen = try hand("turn pixel 14 14", in: &session)
    #expect(
      screen.view.hints[0].hasPrefix("a0[406], the pixel in row 14, column 14: it hardly matters"))
    for _ in 0..<20 { screen.press(.pageUp) }
    #expect(try number("a0[406]", on: screen) == "1.0000")
    for _ in 0..<20 { screen.press(.pageDown) }
    #expect(try number("a0[406]", on: screen) == "0.0000")
    screen.press(.right)
    #expect(screen.press(.enter) == .kept)
    _ = session.keep(screen, host: host)
    #expect(session.current.digit[14, 14] == 0.02)
    let cost = session.reply(to: "cost", host: host).facts["cost"]
    #expect(try abs(tangent(screen).y - precise(cost)) < 1e-9)
  }

  /// A step up and a step down show how steep the curve is between them.
  @Test(arguments: ["turn W1[0,1]", "turn b1[2]", "turn a0[1]", "turn a0[0]"])
  func `the slope is that of the curve`(line: String) throws {
    var session = try bundledSession()
    for line in ["new 2 3 2 seed 1", "inputs [1, 2] wanted=[0, 1]"] {
      _ = session.reply(to: line, host: host)
    }
    var screen = try hand(line, in: &session)
    let slope = try tangent(screen).slope
    screen.press(.right)
    let up = try tangent(screen)
    screen.press(.left, .left)
    let down = try tangent(screen)
    let expected = (up.y - down.y) / (up.x - down.x)
    #expect(expected.magnitude > 1e-4)
    #expect(abs(slope - expected) < 0.01 * expected.magnitude)
  }

  @Test func `small networks have knobs and inputs`() throws {
    var session = try bundledSession()
    for line in ["new 2 3 2 seed 1", "inputs [1, 2] wanted=[0, 1]"] {
      _ = session.reply(to: line, host: host)
    }
    for line in ["turn W1[0,1]", "turn a0[1]", "turn b2[0] wanted=[1, 1] cross-entropy"] {
      var screen = try hand(line, in: &session)
      screen.press(.pageUp, .pageUp, .tab, .right)
      #expect(screen.press(.enter) == .kept)
      #expect(session.keep(screen, host: host).error == nil, "\(line)")
      #expect(text(session.reply(to: "undo", host: host)).hasPrefix("Undone: \(line.prefix(10))"))
    }
  }

  @Test func `at black and white it says so`() throws {
    var session = try bundledSession()
    var screen = try hand("turn pixel 14 14", in: &session)
    for _ in 0..<20 { screen.press(.pageUp) }
    #expect(screen.view.hints[0] == "a0[406], the pixel in row 14, column 14: it's all white")
    screen.press(.left)
    #expect(
      screen.view.hints[0].hasPrefix("a0[406], the pixel in row 14, column 14: it hardly matters"))
    for _ in 0..<20 { screen.press(.pageDown) }
    #expect(screen.view.hints.contains("it's all black"))
  }

  @Test func `a knob that hardly matters points to one that does`() throws {
    var session = try bundledSession()
    var screen = try hand("turn W2[3,4]", in: &session)
    #expect(screen.view.hints.contains("W2[3,4] hardly matters here: Tab goes to a knob that does"))
    #expect(screen.drawn().contains("hardly matters"))
    #expect(screen.drawn(40, 24).contains("press Tab"))
    screen.press(.tab)
    #expect(!screen.view.hints[0].contains("hardly"))
  }

  @Test(arguments: ["turn W9[0,0]", "turn a0[784]", "turn a0[x]", "turn 3", "turn pixel 28 0"])
  func `what is no knob is told`(line: String) throws {
    var session = try bundledSession()
    let before = session.state
    #expect(session.reply(to: line, host: host).error != nil)
    #expect(session.state == before)
  }

  @Test func `without a screen a line is named`() throws {
    try expectProblem(
      "turn W2[3,4]", "There's no screen here to turn a knob on.",
      "Type set W2[3,4] = 0.5 or nudge W2[3,4] 0.1.")
    try expectProblem(
      "move", "There's no screen here to move the digit on.",
      "Type digit shift 3 0, digit rotate 20 or digit scale 1.2.")
    try expectProblem(
      "draw", "There's no screen to draw on here.",
      "Type its points, draw 22,20 40,8 66,14, or type draw FILE.strokes; help draw shows how.")
    try expectProblem(
      "challenge 3", "There's no screen to draw on here.",
      "Type its points, challenge 3 22,20 40,8 66,14, or change a drawing and type challenge.")
  }
}
