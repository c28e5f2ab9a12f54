import Testing

@testable import Explainer

struct CompletionTests {
  private func candidates(_ text: String, host: ScriptedHost = ScriptedHost()) throws -> [String] {
    try bundledSession().completions(for: text, host: host).candidates.map(\.text)
  }

  @Test func `commands and their arguments are completed`() throws {
    #expect(try candidates("ne") == ["network", "neuron", "new"])
    #expect(try candidates("neuron 2.1") == ["2.1"] + (10...15).map { "2.\($0)" })
    #expect(try candidates("digit b") == ["blank"])
    #expect(try candidates("digit 3 ").count >= 3)
    #expect(try candidates("accuracy t") == ["train", "test"])
    #expect(try candidates("help pa") == ["params"])
    #expect(try candidates("nonsense x").isEmpty)
  }

  @Test func `a line may begin with a name or a function`() throws {
    let offered = try candidates("a")
    for name in ["accuracy", "activations", "a0", "a3", "abs(", "argmax("] {
      #expect(offered.contains(name), "\(name)")
    }
    #expect(!offered.contains("and"))
    #expect(try candidates("W") == ["W1", "W2", "W3"])
    #expect(try candidates("sig").contains("sigmoid("))
    var session = try bundledSession()
    for line in ["speed = 3", "spin(x) = 2x"] { _ = session.reply(to: line, host: ScriptedHost()) }
    let own = session.completions(for: "sp", host: ScriptedHost()).candidates.map(\.text)
    #expect(own.contains("speed") && own.contains("spin("))
  }

  @Test func `every setting tells what it does and what it is without being set`() throws {
    let train = try bundledSession().completions(for: "train ", host: ScriptedHost()).candidates
    let notes = Dictionary(uniqueKeysWithValues: train.map { ($0.text, $0.note) })
    #expect(notes["epochs="] == "how often each example is shown; 5 if left out")
    #expect(notes["cost="] == "what is made small; cross-entropy if left out")
    for command in SessionCommand.all {
      let offered = try bundledSession().completions(
        for: command.name + " ", host: ScriptedHost()
      ).candidates
      for parameter in command.declaration.parameters {
        guard let usual = parameter.usual,
          let shown = offered.first(where: { $0.text == parameter.name + "=" })
        else { continue }
        #expect(shown.note.hasSuffix("\(usual) if left out"), "\(command.name) \(shown.text)")
      }
    }
  }

  @Test func `file names are completed`() throws {
    let host = ScriptedHost()
    host.files.contents["net.safetensors"] = []
    #expect(try candidates("open n", host: host) == ["net.safetensors"])
  }
}
