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

  @Test func `file names are completed`() throws {
    let host = ScriptedHost()
    host.files.contents["net.safetensors"] = []
    #expect(try candidates("open n", host: host) == ["net.safetensors"])
  }
}
