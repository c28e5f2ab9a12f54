import Testing

@testable import Explainer

struct ArgumentCompletionTests {
  private func candidates(_ line: String, _ host: ScriptedHost = ScriptedHost()) throws -> [String]
  {
    try bundledSession().completions(for: line, host: host).candidates.map(\.text)
  }

  @Test func `settings have their values`() throws {
    #expect(try candidates("train cost=") == ["cost=squares", "cost=cross-entropy"])
    #expect(try candidates("train drawn optimizer=a") == ["optimizer=adam"])
    #expect(try candidates("train rate=") == ["rate=0.5", "rate=0.1"])
    #expect(try candidates("train zebra=") == [])
  }

  @Test func `neurons are offered layer by layer`() throws {
    #expect(try candidates("neuron ").starts(with: ["1.", "2.", "3."]))
    #expect(try candidates("weights 3.").count == 10)
    #expect(try candidates("weights 4.") == [])
  }

  @Test func `files are of the right kind, and in quotes where they have to be`() throws {
    let host = ScriptedHost()
    for name in ["a.safetensors", "my net.safetensors", "b.md", "c.png", "q\".safetensors"] {
      host.files.contents[name] = []
    }
    #expect(
      try candidates("open ", host)
        == ["a.safetensors", "\"my net.safetensors\"", #""q\".safetensors""#])
    for line in ["open m", "open my\\ n", "open \"my n", "open m\"y n\"et"] {
      #expect(try candidates(line, host) == ["\"my net.safetensors\""], "\(line)")
    }
    let typed = try bundledSession().completions(for: "open my\\ n", host: host)
    #expect(typed.replacedLength == 5)
    host.files.contents["my other.safetensors"] = []
    #expect(
      try candidates("open m", host)
        == ["\"my net.safetensors\"", "\"my other.safetensors\""])
    host.files.contents["my other.safetensors"] = nil
    host.files.contents["dir/my net.safetensors"] = []
    #expect(try candidates("open dir/m", host) == ["\"dir/my net.safetensors\""])
    host.files.contents["dir/my net.safetensors"] = nil
    #expect(try candidates("open ~", host) == ["~/"])
    #expect(try candidates("open \"m", host) == ["\"my net.safetensors\""])
    #expect(try candidates("check ", host) == ["b.md"])
    host.files.contents["b.md"] = nil
    #expect(try candidates("check a", host) == ["a.safetensors"])
  }
}
