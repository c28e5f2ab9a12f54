import Testing

@testable import Core
@testable import Explainer
@testable import Lab
@testable import Presentation

/// Verdicts that are in doubt, and what each pixel has to do with it.
struct VerdictTests {
  private let twoLit = ["digit 4", "classify cover 11 7 2 8"]

  private func session(_ lines: [String]) throws -> (session: Session, reply: Reply) {
    var session = try bundledSession()
    let reply = lines.reduce(Reply()) { session.reply(to: $1, host: ScriptedHost()) }
    return (session, reply)
  }

  private func shown(_ reply: Reply, _ columns: Int, _ rows: Int) -> String {
    TextRenderer(
      TerminalCapabilities(columns: columns, rows: rows, colors: .none, unicode: true)
    ).render(reply)
  }

  @Test func `two lit outputs are both pointed out, and told with where the ink does most`() throws
  {
    let reply = try session(twoLit).reply
    let text = shown(reply, 80, 24)
    #expect(text.contains("A 7 or a 4? Both are lit, at 0.7452 and 0.6625."))
    #expect(text.contains("■ for 7  □ for 4"))
    #expect(text.contains("The network says 7. It's really a 4."))
    let marked = text.split(separator: "\n").filter { $0.hasSuffix(" <") }
    #expect(marked.count == 2 && marked[0].contains("4  ") && marked[1].contains("7  "))
    for (columns, rows) in [(40, 24), (80, 24), (120, 40)] {
      #expect(shown(reply, columns, rows).split(separator: "\n").count <= rows - 2)
    }
  }

  @Test func `one output far ahead needs no second picture`() throws {
    let text = shown(try session(["classify 3"]).reply, 80, 24)
    #expect(!text.contains("what each pixel adds") && text.contains("Only output 3 is lit"))
  }

  @Test func `what a pixel adds is what the lead loses when it is darkened`() throws {
    let (session, _) = try session(twoLit)
    let network = session.network
    let pixels = session.current.digit.pixels
    let pass = network.forward(pixels)
    let lead = try #require(PixelLead(pass, network, of: 7, over: 4))
    let whole = pass.output[7] - pass.output[4]
    for pixel in stride(from: 0, to: pixels.count, by: 5) {
      var dark = pixels
      dark[pixel] = 0
      let outputs = network.forward(dark).output
      let rest = outputs[7] - outputs[4]
      #expect(abs(lead.parts[pixel] - (whole - rest)) < 1e-5, "\(pixel)")
      #expect(pixels[pixel] != 0 || lead.parts[pixel] == 0)
    }
  }

  @Test func `a network too large to try every pixel has no such picture`() throws {
    var generator = SeededGenerator(seed: 1)
    let network = Network(sizes: [784, 600, 600, 10], activation: .sigmoid, using: &generator)
    let pass = network.forward([Float](repeating: 1, count: 784))
    #expect(PixelLead(pass, network, of: 0, over: 1) == nil)
  }
}
