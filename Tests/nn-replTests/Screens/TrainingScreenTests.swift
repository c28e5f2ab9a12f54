import Foundation
import Testing

/// Training before a person's eyes.
@Suite struct TrainingScreenTests {
  private static let long = "train drawn epochs=5000 validate=100 watch=1.5"

  private func start(
    _ prompt: Prompt, _ line: String = long, watching neuron: String = "1.5"
  ) throws {
    prompt.type(line + "\r")
    try expectView(prompt, of: neuron)
  }

  private func expectView(
    _ prompt: Prompt, of neuron: String = "1.5", at location: SourceLocation = #_sourceLocation
  ) throws {
    try prompt.expect("the view, with the weights of \(neuron)", at: location) { screen in
      screen.modes.contains(1049) && screen.line(0).hasPrefix("Epoch ")
        && screen.lines.indices.contains {
          (screen.faint($0) + screen.line($0)).contains("weights of \(neuron)")
        }
        && screen.lines.last?.contains("q stop and keep") == true
    }
  }

  private func expectKept(_ prompt: Prompt, at location: SourceLocation = #_sourceLocation) throws {
    try prompt.expectPrompt(at: location)
    try prompt.expect("what was learned is kept", at: location) {
      $0.text.contains("what was learned is kept") || $0.text.contains("Stopped, and what")
    }
    #expect(prompt.screen.modes == [25, 2004], sourceLocation: location)
  }

  @Test func controlCKeepsWhatWasLearnedAndUndoTakesItBack() throws {
    let prompt = try Prompt()
    prompt.type("params\r")
    try prompt.expect("a command was carried out") { $0.text.contains("13,002") }
    try prompt.expectPrompt()
    try start(prompt)
    #expect(!prompt.screen.modes.contains(25))
    #expect(!prompt.terminal.isCooked)
    let before = prompt.screen.whole(0)
    try prompt.expect("it goes on") { $0.whole(0) != before && $0.whole(1).contains("a second") }
    prompt.press(.control("c"))
    try expectKept(prompt)
    prompt.type("diff\r")
    try prompt.expect("knobs have changed") { $0.text.contains("knobs") }
    try prompt.expectPrompt()
    prompt.type("undo\r")
    try prompt.expect("the training is undone") { $0.text.contains("train drawn epochs=5000") }
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  @Test func qStops() throws {
    let prompt = try Prompt()
    try start(prompt)
    prompt.type("q")
    try expectKept(prompt)
    prompt.type("params\r")
    try prompt.expect("another command is carried out") { $0.text.contains("12,960 + 42") }
    try prompt.expectGoodEnd()
  }

  @Test func keysGoToOtherNeurons() throws {
    let prompt = try Prompt()
    try start(prompt, "train drawn epochs=5000 validate=100 watch=1.14", watching: "1.14")
    prompt.press(.right)
    try expectView(prompt, of: "1.15")
    prompt.type("n")
    try expectView(prompt, of: "1.0")
    prompt.press(.left)
    prompt.type("bx?")
    try expectView(prompt, of: "1.14")
    prompt.press(.escape)
    try expectKept(prompt)
    try prompt.expectGoodEnd()
  }

  @Test func whereNoNeuronIsNamedAllOfLayer1AreShown() throws {
    let prompt = try Prompt()
    prompt.type("train drawn epochs=5000 validate=100\r")
    func expectAll() throws {
      try prompt.expect("all neurons of layer 1") {
        $0.whole(3).hasPrefix("the weights of the 16 neurons of layer 1")
          && $0.whole(15).contains("mean cost") && $0.whole(15).contains("held out")
      }
    }
    try expectAll()
    prompt.press(.right)
    try expectView(prompt, of: "1.6")
    prompt.press(.up)
    try expectAll()
    prompt.type("q")
    try expectKept(prompt)
    try prompt.expectGoodEnd()
  }

  @Test func atAPaceEvenATrainingOfAMomentIsWatched() throws {
    let prompt = try Prompt()
    prompt.type("train drawn epochs=1 batch=10000 validate=0 watch=1.3\r")
    try prompt.expect("it is done") { $0.text.contains("It has seen 10,000 digits") }
    try prompt.expectPrompt()
    try start(prompt, "train drawn epochs=1 validate=0 watch=1.3 pace=600s", watching: "1.3")
    try prompt.expect("it takes its time") { $0.whole(1).contains("9 min ") }
    prompt.type("n")
    try expectView(prompt, of: "1.4")
    prompt.type("q")
    try expectKept(prompt)
    try prompt.expectGoodEnd()
  }

  @Test func withoutMotionThereIsALine() throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      Program.path,
      arguments: ["--no-motion", "-c", "train drawn epochs=2 validate=0 pace=600s"],
      environment: home.environment(with: [:]))
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.transcript.contains("1049"))
    #expect(terminal.screen.text.contains("It has seen 20,000 digits"))
  }

  @Test func aNewSizeIsDrawnAnew() throws {
    let prompt = try Prompt()
    try start(prompt)
    prompt.terminal.resize(columns: 40, rows: 24)
    try prompt.expect("the curves give way") {
      $0.faint(3).hasPrefix("weights of 1.5") && $0.line(23).hasSuffix("q stop and keep")
    }
    prompt.terminal.resize(columns: 100, rows: 30)
    try prompt.expect("all is back") {
      $0.faint(3).contains("weights of 1.5") && !$0.faint(3).hasPrefix("weights")
        && $0.line(29).hasSuffix("keep what is learned")
    }
    prompt.press(.control("d"))
    try expectKept(prompt)
    try prompt.expectGoodEnd()
  }

  @Test func withoutColoursAndUnicodeItIsPlainASCII() throws {
    let prompt = try Prompt(
      columns: 80, rows: 24, environment: ["NO_COLOR": "1", "LANG": "C", "LC_ALL": "C"])
    try start(prompt)
    #expect(prompt.screen.text.utf8.count { $0 >= 0x80 } == 0)
    #expect(prompt.screen.line(0).contains("digits shown"))
    prompt.type("q")
    try expectKept(prompt)
    try prompt.expectGoodEnd()
  }

  @Test func aTrainingOfAMomentNeedsNoScreen() throws {
    let prompt = try Prompt()
    prompt.type("train drawn epochs=1 batch=10000 validate=0 watch=1.3\r")
    try prompt.expect("it is done") { $0.text.contains("It has seen 10,000 digits") }
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }

  @Test func onTheCommandLineToo() throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      Program.path, arguments: ["-c", Self.long, "-c", "params"],
      environment: home.environment(with: [:]))
    let settings = terminal.isCooked
    try terminal.expect("the view") { $0.modes.contains(1049) && $0.line(0).hasPrefix("Epoch ") }
    terminal.type("\u{03}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.isCooked == settings)
    #expect(terminal.screen.text.contains("Stopped, and what was learned is kept."))
    #expect(terminal.screen.text.contains("12,960 + 42"))
    #expect(terminal.screen.modes == [25])
  }

  @Test func aTerminalThatCannotMoveItsCursorGetsNoEscapes() throws {
    let home = try Home()
    let terminal = try PseudoTerminal(
      Program.path, arguments: ["-c", "train drawn epochs=3 batch=50 validate=100"],
      environment: home.environment(with: ["TERM": "dumb"]))
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.transcript.contains("\u{1b}"))
    #expect(terminal.screen.text.contains("It has seen 30,000 digits"))
  }
}
