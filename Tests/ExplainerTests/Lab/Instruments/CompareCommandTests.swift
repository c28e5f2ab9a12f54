import Core
import Testing

@testable import Explainer
@testable import Lab
@testable import Presentation

struct CompareCommandTests {
  private func difference(_ reply: Reply) -> [[Float]] {
    guard case .list(let layers) = reply.facts["difference"] else { return [] }
    return layers.compactMap { if case .numbers(let layer) = $0 { layer } else { nil } }
  }

  @Test func `two digits: the second less the first, layer by layer`() throws {
    let session = try bundledSession()
    let reply = try reply("compare 3 8.1")
    let drawings = session.lab.content.drawings
    let three = try #require(drawings.first { $0.digit == 3 }).rasterized()
    let eight = drawings.filter { $0.digit == 8 }[1].rasterized()
    let (first, second) = (
      session.network.forward(three.pixels), session.network.forward(eight.pixels)
    )
    let expected = zip(first.layers, second.layers).map { one, other in
      zip(one.a, other.a).map { $1 - $0 }
    }
    #expect(difference(reply) == expected)
    #expect(reply.facts["kind"] == .text("digits"))
    #expect(difference(try self.reply("compare this 3")).joined().allSatisfy { $0 == 0 })
  }

  private func reply(_ lines: String..., host: ScriptedHost = ScriptedHost()) throws -> Reply {
    var session = try bundledSession()
    return lines.reduce(Reply()) { session.reply(to: $1, host: host) }
  }

  @Test func `two networks: every knob that differs is counted`() throws {
    let changed = try reply("set W2[3,4] = 0.5", "nudge b1[0] 1", "compare opened this")
    #expect(changed.facts["changed"] == .integer(2))
    let same = try reply("compare bundled this")
    #expect(same.facts["changed"] == .integer(0))
    #expect(text(same).contains("The two are the same, knob by knob."))
    let other = try reply("new 784 12 10 seed 1", "compare bundled this")
    #expect(other.error == nil && other.facts["changed"] == nil)
    let host = ScriptedHost()
    let fromFile = try reply(
      "save mine.safetensors", "nudge b3[3] 2", "compare mine.safetensors this", host: host)
    #expect(fromFile.facts["changed"] == .integer(1))
  }

  @Test func `what cannot be compared is refused`() throws {
    try expectProblem(
      "compare bundled 3", "3 and bundled can't be compared: one is a digit, the other a network.",
      "Name two digits, compare 3 8, or two networks, compare bundled FILE.")
    try expectProblem(
      "compare 3 cat", "'cat' is neither a digit nor a network.",
      "Type a digit, 3, a drawing, 3.1, this, bundled or a file.")
    #expect(try reply("compare 3 3.999").error != nil)
    #expect(try reply("compare 3 12").error != nil)
    #expect(try reply("compare 3").error != nil)
    #expect(try reply("compare 3 none.png").error != nil)
    #expect(try reply("new 2 3 1", "compare bundled this").error != nil)
    #expect(try reply("new 2 3 1", "compare 3 8").error != nil)
  }
}
