import Testing

@testable import Lab
@testable import Presentation

struct TrainingScreenTests {
  /// A training of four epochs, a little past its middle.
  private func view(inputs: Int = 784) -> TrainingView {
    var curves = TrainingCurves(epochs: 4)
    for step in 1...18 {
      let epoch = Double(step) / 8
      curves.cost.append(.init(epoch: epoch, value: 0.25 + 0.5 / (1 + epoch * epoch)))
      curves.shown.append(.init(epoch: epoch, value: 0.96 - 0.3 / (1 + 3 * epoch)))
    }
    for (epoch, value) in [0.1, 0.9, 0.93].enumerated() {
      curves.heldOut.append(.init(epoch: Double(epoch), value: value))
    }
    let side = inputs == 784 ? 28 : 1
    let columns = inputs / side
    let weights = (0..<inputs).map { place in
      let (row, column) = (Float(place / columns) - 13.5, Float(place % columns) - 13.5)
      return abs(row) < 10 && abs(column) < 10 ? (row * row - column * column) / 100 : 0
    }
    return TrainingView(
      epoch: 3, epochs: 4, progress: 0.5625, examplesSeen: 112_500, examplesPerSecond: 512_345,
      secondsLeft: 171.2, curves: curves,
      weights: HeatMap(
        "weights of 1.5", rows: side, columns: columns, values: weights, scale: .signed))
  }

  private func screen(
    _ columns: Int, _ rows: Int, unicode: Bool = true,
    colors: TerminalCapabilities.ColorDepth = .none
  ) -> String {
    let renderer = TextRenderer(
      TerminalCapabilities(columns: columns, colors: colors, unicode: unicode))
    return renderer.screen(view(), rows: rows).lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  @Test func `on 80 columns the curves stand beside the weights`() {
    #expect(
      screen(80, 24) == """
        Epoch 3 of 4  112,500 digits shown
        ━━━━━━━━━━━━━━━━━·············  56%   510,000 digits a second, 2 min 52 s left

        mean cost 0.3325                                    weights of 1.5
             │                                              ····························
         0.8 ┤   ⡀                                          ····························
         0.6 ┤   ⠈⠉⠒⠒⠢⢄⣀                                    ····▫▪■■■■■■■■■■■■■■■■▪▫····
         0.4 ┤          ⠉⠉⠑⠒⠒⠒⠤⠤⠤⠤⣀⣀⣀⡀                      ····□▫▫▪▪■■■■■■■■■■▪▪▫▫□····
         0.2 ┤                                              ····□□□▫▫▪▪▪▪▪▪▪▪▪▪▫▫□□□····
         0.0 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄     ····□□□□▫▫··▪▪▪▪··▫▫□□□□····
             └┬─────────┬─────────┬─────────┬─────────┬     ····□□□□▫▫▫······▫▫▫□□□□····
              0         1         2         3         4     ····□□□□▫▫▫······▫▫▫□□□□····
                                                            ····□□□□▫▫··▪▪▪▪··▫▫□□□□····
        ⠒⠒ held out 93.0%  ⠂⠐ training 92.1%                ····□□□▫▫▪▪▪▪▪▪▪▪▪▪▫▫□□□····
        100% ┤             ⢀ ⣀⣀⣀⣀⣀⣀⡀⢀                       ····□▫▫▪▪■■■■■■■■■■▪▪▫▫□····
         80% ┤   ⠄⠐ ⠁⠈ ⠁⠈⠉⠉⠉⠉⠁                              ····▫▪■■■■■■■■■■■■■■■■▪▫····
         60% ┤                                              ····························
         40% ┤                                              ····························
         20% ┤
          0% ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
             └┬─────────┬─────────┬─────────┬─────────┬
              0         1         2         3         4

        ← → another neuron  ↑ all of layer 1  q stop and keep what is learned
        """)
  }

  @Test func `on 40 columns the numbers stand beside the weights`() {
    #expect(
      screen(40, 24) == """
        Epoch 3 of 4  112,500 digits shown
        ━━━━━━━━━━━━━━━━━·············  56%
        510,000 digits a second, 2 min 52 s left
        weights of 1.5
        ····························   mean cost
        ····························   0.3325
        ····▫▪■■■■■■■■■■■■■■■■▪▫····
        ····□▫▫▪▪■■■■■■■■■■▪▪▫▫□····   held out
        ····□□□▫▫▪▪▪▪▪▪▪▪▪▪▫▫□□□····   93.0%
        ····□□□□▫▫··▪▪▪▪··▫▫□□□□····
        ····□□□□▫▫▫······▫▫▫□□□□····   training
        ····□□□□▫▫▫······▫▫▫□□□□····   92.1%
        ····□□□□▫▫··▪▪▪▪··▫▫□□□□····
        ····□□□▫▫▪▪▪▪▪▪▪▪▪▪▫▫□□□····
        ····□▫▫▪▪■■■■■■■■■■▪▪▫▫□····
        ····▫▪■■■■■■■■■■■■■■■■▪▫····
        ····························
        ····························
        mean cost 0.3325
         1.0 ┤
         0.5 ┤  ⠈⠉⠉⠒⠒⠒⠤⠤⠤⠤⠤⠤⣀⣀⣀⣀⣀
         0.0 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄

        ← → neuron  ↑ all  q stop and keep
        """)
  }

  @Test func `in ASCII on 80 columns`() {
    #expect(
      screen(80, 24, unicode: false) == """
        Epoch 3 of 4  112,500 digits shown
        =================.............  56%   510,000 digits a second, 2 min 52 s left

        mean cost 0.3325                                    weights of 1.5
             |
         0.8 +   *
         0.6 +    ******                                        -+################+-
         0.4 +          **************                          =--++##########++--=
         0.2 +                                                  ===--++++++++++--===
         0.0 +- - - - - - - - - - - - - - - - - - - - -         ====--  ++++  --====
             ++---------+---------+---------+---------+         ====---      ---====
              0         1         2         3         4         ====---      ---====
                                                                ====--  ++++  --====
        ** held out 93.0%  oo training 92.1%                    ===--++++++++++--===
        100% +              oo*o*o*ooo                          =--++##########++--=
         80% +   ooooooo*o*o*                                   -+################+-
         60% +
         40% +
         20% +
          0% +- - - - - - - - - - - - - - - - - - - - -
             ++---------+---------+---------+---------+
              0         1         2         3         4

        Left Right another neuron  Up all of layer 1  q stop and keep what is learned
        """)
  }

  @Test func `in ASCII on 40 columns`() {
    #expect(
      screen(40, 24, unicode: false) == """
        Epoch 3 of 4  112,500 digits shown
        =================.............  56%
        510,000 digits a second, 2 min 52 s left
        weights of 1.5
                                       mean cost
                                       0.3325
            -+################+-
            =--++##########++--=       held out
            ===--++++++++++--===       93.0%
            ====--  ++++  --====
            ====---      ---====       training
            ====---      ---====       92.1%
            ====--  ++++  --====
            ===--++++++++++--===
            =--++##########++--=
            -+################+-


        mean cost 0.3325
         1.0 +
         0.5 +  *****************
         0.0 +- - - - - - - - - - - - - - - - -

        b n neuron  Up all  q stop and keep
        """)
  }

  @Test(arguments: [40, 60, 71, 72, 80, 100, 200], [1, 2, 5, 8, 12, 16, 20, 24, 40, 100])
  func `it fits every window, the keys below`(columns: Int, rows: Int) {
    for unicode in [true, false] {
      let lines = screen(columns, rows, unicode: unicode).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == rows)
      #expect(lines.allSatisfy { String($0).displayWidth <= columns })
      #expect(lines.last?.contains("stop and keep") == true)
    }
  }

  @Test func `colour adds nothing to the text`() {
    let colored = screen(80, 24, colors: .trueColor)
    #expect(colored.contains("\u{1B}[38;2;"))
    let bare = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    // Fields of weights are filled with colour instead of glyphs, so only the left is the same.
    let plain = screen(80, 24)
    for (line, plain) in zip(bare.split(separator: "\n"), plain.split(separator: "\n")) {
      let left = plain.prefix(45)
      #expect(line.prefix(left.count) == left)
      #expect(line.prefix(45).dropFirst(left.count).allSatisfy { $0 == " " })
    }
  }

  // MARK: All of layer 1

  private func gallery(
    _ columns: Int, _ rows: Int, neurons: Int = 16,
    colors: TerminalCapabilities.ColorDepth = .trueColor, unicode: Bool = true
  ) -> Frame {
    var view = view()
    view.gallery = (0..<neurons).map { neuron in
      let values = (0..<784).map { Float(($0 + neuron) % 29) - 14 }
      return HeatMap("", rows: 28, columns: 28, values: values, scale: .signed)
    }
    return TextRenderer(
      TerminalCapabilities(columns: columns, colors: colors, unicode: unicode)
    ).screen(view, rows: rows)
  }

  @Test func `all neurons stand in two rows above the curves`() throws {
    let lines = gallery(80, 24).lines.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
    #expect(lines.count == 24)
    #expect(lines[3].hasPrefix("the weights of the 16 neurons of layer 1  "))
    #expect(lines[3].contains("likes ink"))
    #expect(lines[15].contains("mean cost") && lines[15].contains("held out"))
    // Nine pixels a neuron, and a column between two.
    let pixels = PixelScreen(gallery(80, 24).lines.joined(separator: "\n"))
    for line in 4..<14 {
      for column in 0..<79 {
        let isGap = column % 10 == 9
        let cell = pixels.rows[line][column].halves
        #expect(cell.top.isEmpty == isGap && cell.bottom.isEmpty == isGap)
      }
    }
  }

  @Test func `where they would be too small to read one neuron is shown`() {
    for frame in [
      gallery(40, 24), gallery(80, 24, colors: .none), gallery(80, 24, unicode: false),
      gallery(80, 12), gallery(80, 24, neurons: 1),
    ] {
      #expect(!frame.lines.contains { $0.contains("neurons of layer 1") })
    }
    #expect(gallery(40, 24).lines.contains { $0.contains("weights of 1.5") })
  }

  @Test(arguments: [72, 80, 100, 120, 200, 300], [20, 24, 30, 40, 60, 100])
  func `the gallery fits every window`(columns: Int, rows: Int) {
    for neurons in [2, 3, 7, 16] {
      let frame = gallery(columns, rows, neurons: neurons)
      #expect(frame.lines.count == rows)
      #expect(frame.widths.allSatisfy { $0 <= columns })
      let first = frame.within(20_000, from: .empty)
      #expect(first.lines.joined().utf8.count <= 20_500)
    }
  }

  @Test func `time is told in the unit that fits`() {
    func left(_ seconds: Double) -> String? {
      let curves = TrainingCurves(epochs: 1)
      return TrainingView(
        epoch: 1, epochs: 1, progress: 0.5, examplesSeen: 1, examplesPerSecond: nil,
        secondsLeft: seconds, curves: curves, weights: view().weights
      ).timeLeft
    }
    #expect(left(0.2) == "1 s left")
    #expect(left(59.5) == "1 min 0 s left")
    #expect(left(3599) == "59 min 59 s left")
    #expect(left(7322) == "2 h 2 min left")
    #expect(left(.infinity) == nil)
  }

  @Test func `a neuron of a later layer has a row of weights`() throws {
    let session = try bundledSession()
    var watched = try WatchedNeuron("2.3", in: session.network)
    watched.move(by: -4)
    #expect(watched.name == "2.15")
    watched.move(by: 1)
    #expect(watched.name == "2.0")
  }
}
