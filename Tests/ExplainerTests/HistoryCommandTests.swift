import Testing

@testable import Course
@testable import Explainer
@testable import Formulas
@testable import Lab
@testable import Presentation

struct HistoryCommandTests {
  private let host: ScriptedHost = {
    var host = ScriptedHost()
    host.history = ["digit 7", "neuron 1.5", "params 784 10", "Digit 3 1", "W1[5]·a0"]
    return host
  }()

  private func lines(_ line: String) throws -> [String] {
    let text = text(try reply(line, host: host))
    return text.split(separator: "\n").map { $0.drop { $0 == " " } }.map(String.init)
  }

  @Test func `the latest lines are shown with their numbers`() throws {
    #expect(try lines("history").count == 5)
    #expect(try lines("history 2") == ["4  Digit 3 1", "5  W1[5]·a0"])
  }

  @Test func `a pattern keeps the numbers and does not ask for large letters`() throws {
    #expect(try lines("history digit") == ["1  digit 7", "4  Digit 3 1"])
    #expect(try lines("history digit 3") == ["4  Digit 3 1"])
    #expect(try lines("history [5]") == ["5  W1[5]·a0"])
  }

  @Test func `a number in quotes is a pattern`() throws {
    #expect(try lines("history \"784\"") == ["3  params 784 10"])
  }

  @Test func `nothing found is said`() throws {
    #expect(try lines("history zebra") == ["No line typed before contains zebra."])
  }
}

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
