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

  @Test func `it is drawn in 40 columns`() {
    #expect(
      draw(small, 40) == """
                   ⣀⣀⠤⠤⠲⠂▆▆⠐⡄
        1.00 ▆▆⠐⢖⠉⠉    ⠂    ⠈⢢
                 ⠣⡀  ⡀⠁       ⠱⡀
                  ⠈⠢⡄    ▄▄    ⠈⢆     ▂▂  0 0.25
           0 ··    ⠂⠑⢄           ⠣⡀
                 ⢀⠁   ⠱⡀          ⠑⢄
                ⠠      ⠈⠂▂▂⠐ ⠂⠐ ⠂⠐ ⠊⠂[▆▆] 1 0.90
        -2.0 ··⠐

                         ··
           layer 0     layer 1      layer 2
        ⠒⠒ for  ⠂⠐ against  ▆▄▂· bright to dark

        """)
  }

  @Test func `it is drawn in 80 columns`() {
    #expect(
      draw(small, 80) == """
                     ⣀⣀⣀⣀⠤⠤⠤⠔⡒⠂▆▆⠐⢄⡀
        1.00 ▆▆⠐⠶⡊⠉⠉⠉      ⠠       ⠈⠢⡀
                 ⠈⠑⢄⡀     ⠂          ⠈⠑⢄
                    ⠈⠒⢄⡀⠈      ▄▄       ⠑⠢⡀       ▂▂  0 0.25
           0 ··      ⠐ ⠈⠒⢄⡀               ⠈⠢⢄
                  ⢀ ⠁     ⠈⠢⢄                ⠑⢄⡀
                 ⠄           ⠉⠂▂▂⠐ ⠂⠐ ⠂⠐ ⠂⠐ ⠂⠐ ⠊⠂[▆▆] 1 0.90
        -2.0 ··⠐

                               ··
           layer 0           layer 1            layer 2
        ⠒⠒ for  ⠂⠐ against  ▆▄▂· bright to dark
        The strongest votes w·a, traced back from output 1.

        """)
  }

  @Test func `it is drawn in 120 columns, large`() {
    #expect(
      draw(small.large, 120) == """
                         ⢀⣀⣀⠤⠤⠲⠂1.00⠐⢄
                ⣀⣀⡠⠤⠤⠒⠒⠉⠉⠁   ⠂        ⠉⠢⡀
        1.00⠐⠶⡉⠉          ⢀ ⠁           ⠈⠢⣀
              ⠈⠑⠤⣀       ⠄                 ⠑⢄
                  ⠑⠢⣀  ⠐        0.60         ⠑⠢⡀         0.25  0
                     ⡑⠣⣀                       ⠈⠢⣀
           0       ⠠    ⠑⠢⣀                       ⠑⢄
                  ⠂        ⠉⠢⢄                      ⠑⠤⡀
               ⢀⠈             ⠉⠂0.20⠐ ⠂⠐ ⠂⠐ ⠂⠐ ⠂⠐ ⠂⠐ ⠂⠘⠂[0.90] 1
              ⠄
        -2.0⠐

                                   0
        layer 0                layer 1                  layer 2
        ⠒⠒ for  ⠂⠐ against  The strongest votes w·a, traced back from output 1.

        """)
  }

  @Test func `it is drawn in ASCII`() {
    #expect(
      draw(small, 80, unicode: false) == """
                       ++++++--@@++
        1.00 @@++++++++    --      ++
                 +++     --          +++
                    +++--      OO       ++        oo  0 0.25
           0 ..      --+++                +++
                   --     +++                ++
                 --          ++oo--------------++[@@] 1 0.90
        -2.0 ..--

                               ..
           layer 0           layer 1            layer 2
        + for  - against  @Oo. bright to dark
        The strongest votes w*a, traced back from output 1.

        """)
  }

  @Test func `it is drawn in true colors`() {
    #expect(
      draw(small, 40, colors: .trueColor) == """
                   \u{1B}[38;2;0;137;132m⣀⣀⠤⠤\u{1B}[38;2;237;141;81m⢲⠂\u{1B}[38;2;255;255;255m▆▆\u{1B}[38;2;79;197;191m⠐⡄\u{1B}[0m
        \u{1B}[38;2;138;138;138m1.00 \u{1B}[38;2;255;255;255m▆▆\u{1B}[38;2;0;137;132m⠐⢖⠉⠉   \u{1B}[38;2;237;141;81m⡠⠃    \u{1B}[38;2;79;197;191m⠈⢢\u{1B}[0m
                 \u{1B}[38;2;0;121;117m⠣⡀  \u{1B}[38;2;237;141;81m⡰⠁       \u{1B}[38;2;79;197;191m⠱⡀\u{1B}[0m
                  \u{1B}[38;2;0;121;117m⠈⠢\u{1B}[38;2;237;141;81m⡜    \u{1B}[38;2;179;179;179m▆▆    \u{1B}[38;2;79;197;191m⠈⢆     \u{1B}[38;2;114;114;114m▆▆  \u{1B}[0m0\u{1B}[38;2;138;138;138m 0.25\u{1B}[0m
        \u{1B}[38;2;138;138;138m   0 \u{1B}[38;2;68;68;68m▆▆   \u{1B}[38;2;237;141;81m⢀⠎\u{1B}[38;2;0;121;117m⠑⢄           \u{1B}[38;2;79;197;191m⠣⡀\u{1B}[0m
                 \u{1B}[38;2;237;141;81m⢠⠃   \u{1B}[38;2;0;121;117m⠱⡀          \u{1B}[38;2;79;197;191m⠑⢄\u{1B}[0m
                \u{1B}[38;2;237;141;81m⡰⠁     \u{1B}[38;2;0;121;117m⠈⠂\u{1B}[38;2;105;105;105m▆▆\u{1B}[38;2;168;73;0m⠐⠒⠒⠒⠒⠒⠒⠒\u{1B}[38;2;79;197;191m⠚⠂\u{1B}[1;38;2;255;215;95m[\u{1B}[22;38;2;236;236;236m▆▆\u{1B}[1;38;2;255;215;95m] 1 0.90\u{1B}[0m
        \u{1B}[38;2;138;138;138m-2.0 \u{1B}[38;2;68;68;68m▆▆\u{1B}[38;2;237;141;81m⠐⠁\u{1B}[0m

                         \u{1B}[38;2;68;68;68m▆▆\u{1B}[0m
           \u{1B}[38;2;138;138;138mlayer 0     layer 1      layer 2\u{1B}[0m
        \u{1B}[38;2;79;197;191m━━ \u{1B}[38;2;138;138;138mfor  \u{1B}[38;2;237;141;81m━━\u{1B}[38;2;138;138;138m against\u{1B}[0m

        """)
  }

  @Test func `it says who votes for the brightest output, layer by layer`() {
    #expect(
      small.sentence == """
        The network drawn: 3 inputs, then 4, then 2 neurons
        Output 1 is the brightest, at 0.9000
        Strongest votes on output 1, from layer 1: neuron 0 for it; neuron 2 against it
        Strongest votes on neuron 0 of layer 1: input 0 for it; input 2 against it
        """)
  }

  @Test func `equal outputs are not marked, and no term that is 0 is drawn`() throws {
    let (pass, lab) = try pass("new 784 10 seed 1", "digit blank")
    let diagram = NetworkDiagram(pass, lab)
    #expect(diagram.chosen == nil && diagram.connections.isEmpty)
    let drawn = draw(diagram, 80)
    #expect(!drawn.contains("[") && drawn.contains("every vote w·a on the brightest outputs is 0"))
    #expect(diagram.sentence.contains("equally bright, at 0.5000, so none is marked"))
    #expect(diagram.sentence.contains("Nothing votes for or against output 0"))
  }

  @Test func `what is no number is dark and is not the brightest`() {
    let odd: [Float] = [.nan, .infinity, -.infinity, 0.5]
    let neurons = odd.map { NetworkDiagram.Neuron($0, brightness: $0) }
    for outputs in [neurons, [neurons[0]], [neurons[0], neurons[3]]] {
      let diagram = NetworkDiagram(picture: nil, layers: [neurons, outputs], connections: [])
      for columns in [40, 80, 120] {
        #expect(!draw(diagram, columns).isEmpty && !draw(diagram.large, columns).isEmpty)
      }
      #expect(!diagram.sentence.isEmpty)
    }
    let last = NetworkDiagram(
      picture: nil, layers: [neurons, [neurons[0], neurons[3]]], connections: [])
    #expect(last.chosen == 1)
    let none = NetworkDiagram(picture: nil, layers: [neurons, [neurons[0]]], connections: [])
    #expect(none.brightest.isEmpty && none.sentence.contains("No output is a number"))
  }

  /// Against the plain definition: all terms of a neuron, sorted by size.
  @Test func `the lines are the strongest terms, traced back from the verdict`() throws {
    for digit in ["digit 3", "digit 7", "digit 5"] {
      let (pass, lab) = try pass(digit)
      let traced = NetworkDiagram(pass, lab).traced(.init(4, 3, 2))
      var reached: Set<Int> = [pass.answer]
      for (layer, count) in [(3, 4), (2, 3), (1, 2)] {
        var from: Set<Int> = []
        let before = pass.activations(layer - 1)
        for neuron in reached {
          let terms = before.indices.map {
            lab.network.layer(layer).weights[neuron, $0] * before[$0]
          }
          let strongest = terms.indices.sorted { abs(terms[$0]) > abs(terms[$1]) }.prefix(count)
          let drawn = traced.filter { $0.layer == layer && $0.to == neuron }
          #expect(Set(drawn.map(\.from)) == Set(strongest), "\(digit) \(layer).\(neuron)")
          #expect(drawn.allSatisfy { $0.term == terms[$0.from] })
          from.formUnion(strongest)
        }
        #expect(Set(traced.filter { $0.layer == layer }.map(\.to)) == reached)
        reached = from
      }
    }
  }

  @Test func `a neuron is as bright as its activation's own scale says`() throws {
    let (pass, lab) = try pass("new 784 4 10 seed 1", "activation tanh")
    let diagram = NetworkDiagram(pass, lab)
    for (neuron, a) in zip(diagram.layers[1], pass.layers[0].a) {
      #expect(neuron.activation == a && neuron.brightness == (1 + a) / 2)
    }
  }

  private static let architectures = [
    "784 16 16 10", "784 10", "784 70 10", "784 1 1", "784 17 16 16 10", "784 70 70 70 70 10",
    "784 16 16 16 16 16 16 10", "1 1", "2 3 1", "70 70 70", "3 40 5", "5 1 12 1 9",
  ]

  /// At 80×24 the line that was typed and the prompt stay in sight.
  @Test(arguments: architectures)
  func `every network is drawn in the window's columns, and at 80 in its rows`(sizes: String) throws
  {
    let inputs = Int(sizes.split(separator: " ")[0]) ?? 0
    let typed = (0..<inputs).map { String(Float($0 % 5) - 2) }.joined(separator: ", ")
    var session = try bundledSession()
    let host = ScriptedHost()
    let isPicture = inputs == Digit.pixelCount
    for line in ["new \(sizes) seed 1"] + (isPicture ? ["digit 3"] : ["inputs [\(typed)]"]) {
      #expect(session.reply(to: line, host: host).error == nil, "\(line)")
    }
    for line in ["network", "forward"] {
      let reply = session.reply(to: line, host: host)
      for columns in [40, 72, 80, 119, 200] {
        for colors in [TerminalCapabilities.ColorDepth.none, .trueColor] {
          for unicode in [true, false] {
            let shown = TextRenderer(
              TerminalCapabilities(columns: columns, rows: 60, colors: colors, unicode: unicode)
            ).render(reply).withoutEscapes.split(separator: "\n")
            #expect(shown.allSatisfy { String($0).displayWidth <= columns }, "\(line) \(columns)")
          }
        }
      }
      #expect(text(reply).split(separator: "\n", omittingEmptySubsequences: false).count <= 23)
    }
  }

  @Test func `a line that would end at a neuron left out is told of`() throws {
    let (pass, lab) = try pass("new 784 70 70 70 70 10 seed 1")
    let diagram = NetworkDiagram(pass, lab)
    let drawn = draw(diagram, 80).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let plan = try #require(NetworkDiagramPlan.fitting(diagram, width: 80, unicode: true))
    #expect(drawn.contains("with their lines") == plan.hidesLines)
    #expect(drawn.contains("Not drawn: 220 neurons of layers 1, 2, 3 and 4"))
  }
}

extension String {
  fileprivate var withoutEscapes: String {
    replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }
}
