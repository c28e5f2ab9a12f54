import Testing

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
