import Testing

@testable import Explainer
@testable import Lab

/// Commands as people spell them, where it is plain what they mean.
struct SpellingTests {
  @Test(arguments: [
    ("activation leaky relu", "activation leaky-relu"),
    ("activation Leaky ReLU", "activation leaky-relu"),
    ("digit three", "digit 3"), ("digit Seven", "digit 7"),
    ("new 784-30-10 seed 1", "new 784 30 10 seed 1"),
    ("new 784x30x10 seed 1", "new 784 30 10 seed 1"),
    ("new 784-30-10 leaky relu seed 1", "new 784 30 10 leaky-relu seed 1"),
    ("set b1[5] 3", "set b1[5] = 3"), ("set b1[5] to 3", "set b1[5] = 3"),
    ("set b1[5] -b1[5]", "set b1[5] = -b1[5]"), ("nudge b1[5] = 1", "nudge b1[5] 1"),
    ("nudge b1[5] by -1", "nudge b1[5] -1"),
  ])
  func `means the same`(line: String, plain: String) throws {
    var (first, second) = (try bundledSession(), try bundledSession())
    let reply = first.reply(to: line, host: ScriptedHost())
    #expect(reply.error == nil, "\(line): \(reply.error?.message ?? "")")
    #expect(second.reply(to: plain, host: ScriptedHost()).error == nil)
    #expect(first.state == second.state, "\(line)")
  }

  @Test func `what is nearly a word is asked about`() throws {
    #expect(
      try reply("new 784 16 16 10 tanhh").error?.hint.text == "Did you mean 'tanh'?")
    #expect(try reply("sigmiod(2)").error?.hint == "Did you mean sigmoid(2)?")
    #expect(try reply("params 784-16-16-10").error == nil)
  }

  @Test func `a setting given a value by itself is told to be a name`() throws {
    #expect(text(try reply("epochs = 2")).contains("train epochs=2"))
    #expect(!text(try reply("steps = 2")).contains("train"))
  }
}
