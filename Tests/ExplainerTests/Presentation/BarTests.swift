import Testing

@testable import Presentation

struct BarTests {
  private func draw(
    _ chart: BarChart, columns: Int = 80, _ colors: TerminalCapabilities.ColorDepth = .none,
    unicode: Bool = true
  ) -> String {
    text(Reply([.figure(.barChart(chart))]), columns: columns, colors: colors, unicode: unicode)
  }

  private let outputs = BarChart(
    "outputs",
    [.init("0", 0.00001), .init("1", 0.0023), .init("2", 0.25), .init("3", 0.9974), .init("4", 1)],
    highlighted: 4)
  private let signed = BarChart(
    "biases", [.init("8", 2.65), .init("9", -1.325), .init("10", 0.0023), .init("11", 0)])

  @Test(arguments: [40, 80, 120])
  func `a bar is never drawn full or empty where its number is not`(columns: Int) {
    #expect(
      draw(outputs, columns: columns) == """
        outputs
        0  ························ 0.0000
        1  ╸······················· 0.0023
        2  ━━━━━━·················· 0.2500
        3  ━━━━━━━━━━━━━━━━━━━━━━━╸ 0.9974
        4  ━━━━━━━━━━━━━━━━━━━━━━━━ 1.0000 <

        """)
    #expect(
      draw(outputs, columns: columns, unicode: false) == """
        outputs
        0  ........................ 0.0000
        1  -....................... 0.0023
        2  ======.................. 0.2500
        3  =======================- 0.9974
        4  ======================== 1.0000 <

        """)
  }

  @Test func `a long bar takes what the window has`() {
    var long = outputs
    long.longestBar = 36
    let lengths = [40, 60, 80].map { columns in
      draw(long, columns: columns).split(separator: "\n")[5].count { $0 == "━" }
    }
    #expect(lengths == [28, 36, 36])
  }

  @Test func `where there are signs, all bars start at one zero line and share one scale`() {
    #expect(
      draw(signed) == """
        biases
         8          │━━━━━━━━━━━━━━━  2.6500
         9  ╺━━━━━━━│                -1.3250
        10          │╸                0.0023
        11          │                 0.0000

        """)
    #expect(
      draw(signed, unicode: false) == """
        biases
         8          |===============  2.6500
         9  -=======|                -1.3250
        10          |-                0.0023
        11          |                 0.0000

        """)
  }

  @Test func `bars that all go left end at the zero line`() {
    let chart = BarChart("", [.init("a", -2), .init("b", -0.5)])
    #expect(
      draw(chart) == """
        a  ━━━━━━━━━━━━━━━━━━━━━━━│ -2.0000
        b                   ━━━━━━│ -0.5000

        """)
  }

  @Test func `color tells what is pointed out, what is next, and the track`() {
    let lines = draw(outputs, .trueColor).split(separator: "\n")
    let (gold, quiet, bar, track) = (
      "38;2;255;215;95", "38;2;138;138;138", "38;2;208;208;208", "38;2;58;58;58"
    )
    #expect(lines[5].hasPrefix("\u{1B}[1;\(gold)m4  ━"))
    #expect(lines[4].contains("3  \u{1B}[\(bar)m━━━━━━━━━━━━━━━━━━━━━━━╸ \u{1B}[0m0.9974"))
    #expect(lines[1].hasPrefix("\u{1B}[\(quiet)m0  \u{1B}[\(track)m························"))
    let both = draw(signed, .trueColor).split(separator: "\n")
    #expect(both[1].contains("38;2;44;196;189m━"))
    #expect(both[2].contains("38;2;245;138;60m╺"))
  }

  @Test(
    arguments: TerminalCapabilities.ColorDepth.allCases,
    TerminalCapabilities.Characters.allCases)
  func `a bar and its track have no character in common`(
    colors: TerminalCapabilities.ColorDepth, characters: TerminalCapabilities.Characters
  ) {
    let bar = Bar(
      TextRenderer(TerminalCapabilities(columns: 80, colors: colors, characters: characters)))
    let track = Set(bar.line(0.0, length: 12).map(\.text).joined())
    #expect(track.count == 1)
    for share in [1, 0.3, -0.3, -1] {
      let line = bar.line(share, length: 12)
      #expect(track.isDisjoint(with: line[0].text), "\(share)")
      #expect(line.width == 12)
    }
  }

  @Test func `what is no number has no bar, and what is too large a full one`() {
    let chart = BarChart(
      "", [.init("a", Double.nan), .init("b", Double.infinity), .init("c", 1.0)])
    #expect(
      draw(chart) == """
        a  ························ not a number
        b  ━━━━━━━━━━━━━━━━━━━━━━━━            ∞
        c  ━━━━━━━━━━━━━━━━━━━━━━━━       1.0000

        """)
  }

  @Test func `a bar of a table keeps its sign without color`() {
    var table = Table(.leading, .leading)
    for share in [1, 0.5, -0.5, 0, 0.0001, 0.9999] as [Float] {
      table.rows.append(.cells([.text("a"), .bar(share)]))
    }
    #expect(
      text(Reply([.table(table)])) == """
        a  ━━━━━━━━━━━━
        a  ━━━━━━······
        a  ╍╍╍╍╍╍······
        a  ············
        a  ╸···········
        a  ━━━━━━━━━━━╸

        """)
  }
}
