import Lessons
import Testing

@testable import Explainer
@testable import Presentation

/// Every reply in windows of every size and kind: nothing is wider than the window, nothing pauses that
/// need not, no picture takes too long to send.
struct WindowTests {
  /// Lines that show what every command can show, one session after another.
  static let lines = [
    "network", "network 5", "params", "params 784 1000 1000 10", "digit", "digit 4",
    "digit cover 4 8 6 10", "pixels", "pixel 14 13", "weights 1.5", "weights 1", "weights 2",
    "weights 2.3", "biases 1", "activations 0", "activations 1", "neuron 1.5", "neuron 2.3",
    "neuron weights=[1, -2] inputs=[0.5, 0.25] bias=0.1", "forward", "classify",
    "classify noise 4", "a0", "W1", "W1[5]", "W2", "W2[0..2,0..2]", "a3", "σ(W1·a0 + b1)",
    "W1[5] .* a0", "explain σ(W1·a0 + b1)", "plot sigmoid", "plot 1/x", "inputs",
    "set W2[3,4] = 0.5", "nudge b1[0] -10", "histogram W1", "cost", "cost cross-entropy",
    "guess seed 7", "challenge",
    "cost drawn", "gradient 1.5", "gradient W2[3,4]", "gradient W1[5,151]", "confusion",
    "accuracy", "sweep shift -4 4", "sweep rotate -20.5 60 points=17", "worst noise", "worst",
    "convolve vertical", "convolve [[1,0,0],[0,-0.25,0],[0,0,1e9]]", "lstm", "attend",
    "attend [1, -3, 2, 3]", "compare 3 8", "compare bundled this", "map", "map 0", "probe",
    "step", "step to 1.5", "step to 2.3", "step out", "lessons", "where", "help",
    "why", "why 3 not 8", "why 5 method=lrp", "why 2 baseline=gray", "ablate", "ablate 1.5",
    "swap 8", "swap 8 2.3", "keep only 2.1 2.3", "keep all", "ideal 1.5", "ideal 3.3",
    "neuron 2.3 --likes", "fool 8",
    "help train", "help step", "help neuron", "nonsense", "W2*a0", "epoch", "history",
  ]

  /// The lines that used to pause in the smallest window, and others that need not.
  static let low = [
    "network", "network 5", "params", "forward", "neuron 1.5", "neuron 2.3", "classify", "cost",
    "gradient 1.5", "gradient W2[3,4]", "gradient W1[5,151]", "confusion", "explain σ(W1·a0 + b1)",
    "lessons", "digit", "weights 1.5", "histogram W1", "biases 1", "activations 1", "why",
    "why 3 not 8", "ablate", "ablate 1.5", "swap 8", "ideal 3.3", "neuron 2.3 --likes", "fool 8",
  ]

  static let kinds: [TerminalCapabilities] = TerminalCapabilities.Characters.allCases.flatMap {
    characters in
    TerminalCapabilities.ColorDepth.allCases.map { colors in
      TerminalCapabilities(columns: 40, rows: 24, colors: colors, characters: characters)
    }
  }

  /// The lines of a reply, without what colours them.
  private func rows(_ reply: Reply, _ place: TerminalCapabilities) -> [String] {
    let lines = TextRenderer(place).render(reply).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.dropLast().map { line in
      let parts = line.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
      return parts.dropFirst().reduce(String(parts[0])) { $0 + $1.drop { $0 != "m" }.dropFirst() }
    }
  }

  private static let shown = Result { try replies() }

  private func replies() throws -> [(line: String, reply: Reply)] { try Self.shown.get() }

  private static func replies() throws -> [(line: String, reply: Reply)] {
    var session = try bundledSession()
    let host = ScriptedHost(history: ["W1[5] .* a0", "a line that is too long for a row of forty"])
    var replies = lines.map { ($0, session.reply(to: $0, host: host)) }
    replies.append(("diff", session.reply(to: "diff", host: host)))
    return replies
  }

  @Test(arguments: kinds) func `no reply is wider than 40 columns`(_ place: TerminalCapabilities)
    throws
  {
    for (line, reply) in try replies() {
      for row in rows(reply, place) where row.displayWidth > 40 {
        Issue.record("\(line): \(row)")
      }
    }
  }

  /// The pages of the whole course, every question passed by.
  private static func pages() throws -> [(line: String, reply: Reply)] {
    var session = try bundledSession()
    let host = ScriptedHost()
    var pages: [(String, Reply)] = []
    for lesson in 1...Lessons.course.count {
      pages.append(("lesson \(lesson)", session.reply(to: "lesson \(lesson)", host: host)))
      while session.prompt != "nn> " {
        let place = session.prompt
        pages.append((place, session.reply(to: "skip", host: host)))
        if session.prompt == place { pages.append((place, session.reply(to: "", host: host))) }
        if session.prompt == place { _ = session.reply(to: "leave", host: host) }
      }
    }
    return pages
  }

  @Test func `no page of the course is wider than 40 columns`() throws {
    let pages = try Self.pages()
    #expect(pages.count > 240)
    for (line, reply) in pages {
      // Which colours there are does not change how wide a page is; which characters, it may.
      for place in Self.kinds where [.none, .sixteen].contains(place.colors) {
        for row in rows(reply, place) where row.displayWidth > 40 {
          Issue.record("\(line), \(place.characters): \(row)")
        }
      }
    }
  }

  @Test(arguments: kinds) func `the smallest window needs no pause`(_ place: TerminalCapabilities)
    throws
  {
    for line in Self.low {
      let rows = rows(try reply(line), place)
      #expect(rows.count <= 22, "\(line): \(rows.count)")
    }
    let diff = try reply("set W2[3,4] = 0.5", "nudge b1[0] -10", "diff")
    #expect(rows(diff, place).count <= 22)
  }

  @Test(arguments: [(80, 24), (120, 40)], TerminalCapabilities.Theme.allCases)
  func `a picture takes at most 20 KB`(_ size: (Int, Int), _ theme: TerminalCapabilities.Theme)
    throws
  {
    let place = TerminalCapabilities(
      columns: size.0, rows: size.1, colors: .trueColor, unicode: true, theme: theme)
    for (line, reply) in try replies() {
      let bytes = TextRenderer(place).render(reply).utf8.count
      #expect(bytes <= 20_000, "\(line): \(bytes)")
    }
  }

  /// What a console's font has besides ASCII, of what this program shows.
  private static let consoleMarks = "█▀▄▌▐░▒▓■─│┌┐└┘├┤┬┴┼σδΣ·½±≈≤≥∞√²é"

  @Test func `a console is shown nothing that its font lacks`() throws {
    for colors in TerminalCapabilities.ColorDepth.allCases {
      let place = TerminalCapabilities(columns: 80, colors: colors, characters: .blocks)
      for (line, reply) in try replies() {
        let odd = Set(rows(reply, place).joined().filter { !$0.isASCII })
          .subtracting(Self.consoleMarks)
        #expect(odd.isEmpty, "\(line): \(odd)")
      }
    }
  }

  @Test func `a console has half blocks, and lines of ASCII`() throws {
    let place = TerminalCapabilities(columns: 80, rows: 24, colors: .sixteen, characters: .blocks)
    let classified = rows(try reply("classify"), place).joined()
    #expect(classified.contains("▀") && classified.contains("==="))
    #expect(rows(try reply("plot sigmoid"), place).joined().contains("***"))
    #expect(
      TerminalCapabilities.characters(environment: ["TERM": "linux", "LANG": "C.UTF-8"]) == .blocks)
    #expect(TerminalCapabilities.characters(environment: ["TERM": "linux", "LANG": "C"]) == .ascii)
    #expect(
      TerminalCapabilities.characters(environment: ["TERM": "xterm", "LANG": "C.UTF-8"]) == .all)
  }

  // MARK: Tables in 40 columns

  private func narrow(_ lines: String...) throws -> String {
    var session = try bundledSession()
    let reply = lines.reduce(Reply()) { session.reply(to: $1, host: ScriptedHost()) }
    return TextRenderer(
      TerminalCapabilities(columns: 40, rows: 24, colors: .none, unicode: true)
    ).render(reply)
  }

  @Test func `what changed stands in rows of its own`() throws {
    #expect(
      try narrow("set W2[3,4] = 0.5", "nudge b1[0] -10", "diff") == """
        layer 1: 1 knob changed, by 10.0000
          b1[0]  1.0151  became  -8.9849
        layer 2: 1 knob changed, by 4.9666
          W2[3,4]  -4.4666  became  0.5000
        layer 3: no knob changed

        2 of 13,002 knobs are not where they
        were. For this digit the network still
        says 3.

        """)
  }

  @Test func `columns come closer where that is all it takes`() throws {
    #expect(
      try narrow("params") == """
                                weights biases
        into layer 1 784 × 16 =  12,544     16
        into layer 2  16 × 16 =     256     16
        into layer 3  16 × 10 =     160     10
        ──────────────────────────────────────
        total                    12,960     42

        12,960 + 42 = 13,002 knobs. Learning
        means setting them all well.

        """)
  }

  @Test func `a last column goes below the others`() throws {
    #expect(
      try narrow("explain W1·a0 + b1").hasPrefix(
        """
           part        shape
        1    W1        16×784
           [0.0339, 0.1279, 0.2585, …]
        """))
  }

  @Test func `counts too wide for a grid are told digit by digit`() {
    // The same as a reply does it: the first arrangement there is room for.
    var wide = Table(.leading, .trailing)
    wide.add(Prose(String(repeating: "1", count: 30)), Prose(String(repeating: "2", count: 30)))
    let reply = Reply([.fitting([[.table(wide)], [.prose("digit by digit")]])])
    #expect(text(reply, columns: 80).contains("111"))
    #expect(text(reply, columns: 40) == "digit by digit\n")
  }
}
