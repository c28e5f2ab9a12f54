import Testing

@testable import Explainer
@testable import Presentation

struct RenderingTests {
  private let signs = HeatMap(
    "signs", rows: 2, columns: 4, values: [1, -1, 0, 0.2, 0, -1, 1, -0.2], scale: .signed)

  private func draw(
    _ figure: Figure, _ colors: TerminalCapabilities.ColorDepth, unicode: Bool = true
  )
    -> String
  {
    text(Reply([.figure(figure)]), colors: colors, unicode: unicode)
  }

  @Test func `positive and negative differ by glyph where there are no colors`() {
    #expect(draw(.heatMap(signs), .none) == "signs\n■■□□··▪▪\n··□□■■▫▫\n")
    #expect(draw(.heatMap(signs), .none, unicode: false) == "signs\n##==  ++\n  ==##--\n")
  }

  @Test func `signed pixels are filled in the colors of their ramp`() {
    let marks =
      [
        (.sixteen, "106", "101"), (.twoHundredFiftySix, "48;5;123", "48;5;216"),
        (.trueColor, "48;2;137;244;237", "48;2;255;190;144"),
      ] as [(TerminalCapabilities.ColorDepth, String, String)]
    for (colors, positive, negative) in marks {
      let shown = draw(.heatMap(signs), colors)
      #expect(shown.contains("[\(positive)m  \u{1B}[\(negative)m  "), "\(shown)")
    }
  }

  @Test func `a picture without a title begins with its first row`() throws {
    for line in ["a0", "W1", "W2[0..2,0..2]", "a1"] {
      #expect(text(try reply(line)).first?.isNewline == false, "\(line)")
    }
  }

  @Test func `raised characters keep their meaning in ASCII`() {
    #expect("3.4·10³⁸, 10⁻⁴ and a⁽⁰⁾ ⊙ W1ᵀ".spelledInASCII == "3.4*10^38, 10^-4 and a^(0) .* W1'")
  }

  @Test func `ink shows two pixels a character in colour`() {
    let ink = HeatMap(
      "", rows: 20, columns: 2, values: [1, 0, 0, 1] + [Float](repeating: 0, count: 36), scale: .ink
    )
    let line = draw(.heatMap(ink), .trueColor).split(
      separator: "\n", omittingEmptySubsequences: false)[0]
    // The second cell has the same two colours: the lower half block says so in fewer bytes.
    #expect(line == "\u{1B}[38;2;255;255;255;48;2;28;28;28m▀▄\u{1B}[0m")
  }

  @Test func `numbers line up on their points`() {
    var table = Table(.leading, .decimal)
    table.add("a", "-12.5000")
    table.add("b", "3.25")
    table.rows.append(.rule)
    table.add("c", "100")
    #expect(text(Reply([.table(table)])) == "a  -12.5000\nb    3.25\n───────────\nc  100\n")
  }

  @Test func `prose breaks at spaces and long words are cut`() {
    let long = String(repeating: "x", count: 50)
    let shown = text(Reply([.prose("one two \(long) three")]), columns: 40)
    #expect(shown == "one two\n\(long.prefix(40))\n\(long.prefix(10)) three\n")
  }

  @Test func `ASCII mode shows nothing but ASCII`() throws {
    for line in [
      "neuron 1.5", "params", "digit", "weights 1", "forward", "pixels", "help", "network",
    ] {
      #expect(text(try reply(line), unicode: false).utf8.allSatisfy { $0 < 128 }, "\(line)")
    }
  }

  @Test(arguments: [40, 60, 80, 132])
  func `no line is wider than the terminal`(columns: Int) throws {
    for command in SessionCommand.all {
      for line in [command.name, "help \(command.name)"] + command.declaration.examples + [
        "weights 1", "biases 1",
      ] {
        for row in text(try reply(line), columns: columns).split(separator: "\n") {
          #expect(String(row).displayWidth <= columns, "\(line): \(row)")
        }
      }
    }
  }

  @Test func `nothing but text comes out without colour`() throws {
    #expect(!text(try reply("neuron 1.5")).contains("\u{1B}"))
  }
}
