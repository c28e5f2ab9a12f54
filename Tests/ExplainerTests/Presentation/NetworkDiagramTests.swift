import Testing

@testable import Core
@testable import Explainer
@testable import Lab
@testable import Presentation

/// The network drawn: what is drawn is true of the network, whatever its layers are.
struct NetworkDiagramTests {
  /// Three inputs, four neurons of which one is dark, two outputs.
  private let small = NetworkDiagram(
    picture: nil,
    layers: [
      [1, 0, -2].map { .init($0, brightness: $0) },
      [1, 0.6, 0.2, 0].map { .init($0, brightness: $0) },
      [0.25, 0.9].map { .init($0, brightness: $0) },
    ],
    connections: [
      .init(layer: 2, from: 0, to: 1, term: 3), .init(layer: 2, from: 2, to: 1, term: -1),
      .init(layer: 1, from: 2, to: 0, term: -4), .init(layer: 1, from: 0, to: 0, term: 2),
      .init(layer: 1, from: 0, to: 2, term: 1),
    ])

  private func draw(
    _ diagram: NetworkDiagram, _ columns: Int, colors: TerminalCapabilities.ColorDepth = .none,
    unicode: Bool = true
  ) -> String {
    text(
      Reply([.figure(.network(diagram))]), columns: columns, colors: colors, unicode: unicode)
  }

  private func pass(_ lines: String...) throws -> (ForwardPass, Lab) {
    var session = try bundledSession()
    let host = ScriptedHost()
    for line in lines { #expect(session.reply(to: line, host: host).error == nil, "\(line)") }
    return (try session.classroom.bench.pass(), session.classroom.bench)
  }

  @Test func `PRINT`() throws {
    print(draw(small, 40)); print(draw(small, 80)); print(draw(small.large, 120))
    print(draw(small, 80, unicode: false))
    print(draw(small, 40, colors: .trueColor).replacing("\u{1B}", with: "\\u{1B}"))
    print(small.sentence)
  }
}
