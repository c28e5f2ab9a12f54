import Testing

@testable import Lab
@testable import Presentation

/// Replies that come to be moment by moment.
struct MotionTests {
  private func renderer(
    _ columns: Int = 80, _ rows: Int = 24, _ colors: TerminalCapabilities.ColorDepth = .none,
    unicode: Bool = true, _ theme: TerminalCapabilities.Theme = .dark
  ) -> TextRenderer {
    TextRenderer(
      TerminalCapabilities(
        columns: columns, rows: rows, colors: colors, unicode: unicode, theme: theme))
  }

  private func frames(
    _ lines: [String], _ renderer: TextRenderer, rows: Int = 100
  ) throws -> [Frame] {
    var session = try bundledSession()
    let replies = lines.map { session.reply(to: $0, host: ScriptedHost()) }
    return renderer.frames(of: try #require(replies.last), rows: rows).frames
  }

  private func text(_ frame: Frame) -> String {
    frame.lines.map { line in
      String(
        line.replacing(/\u{1B}\[[0-9;]*m/, with: "").reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  // MARK: forward

  @Test func `a pass begins with its input`() throws {
    let frames = try frames(["forward"], renderer(unicode: false))
    #expect(frames.count == 7)
    #expect(
      text(frames[0]) == """
                                            ..              ..
                                            ..              ..
                :---:                       ..              ..
             .*@@%%%@@*:                    ..              ..               ..  0
            -@@+.   .=@@.                   ..              ..               ..  1
            :=:      :@@.                   ..              ..               ..  2
                ---=*@@=                    ..              ..               ..  3
               -%@@@@%*-                    ..              ..               ..  4
                   .:=%@#.                  ..              ..               ..  5
                       %@=                  ..              ..               ..  6
           :##:       =@@:                  ..              ..               ..  7
           .=%@%+==+*%@#:                   ..              ..               ..  8
              :=*##**=.                     ..              ..               ..  9
                                            ..              ..
                                            ..              ..
                                            ..              ..
        layer 0, 784 pixels               layer 1         layer 2          layer 3
        784 numbers go in.




        """)
  }

  @Test func `half of the way to layer 2 its lines are half drawn`() throws {
    let frames = try frames(["forward"], renderer(unicode: false))
    #expect(
      text(frames[3]) == """
                                            @@              ..
                                           +@@++            ..
                :---:                    ++ ..  +++         ..
             .*@@%%%@@*:                +   @@     +++      ..               ..  0
            -@@+.   .=@@.             ++    ..    ++++      ..               ..  1
            :=:      :@@.            +  ++++@@++++          ..               ..  2
                ---=*@@=          ++++++    ..              ..               ..  3
               -%@/@@%*-      ++++++        @@      ++      ..               ..  4
                   .:=%@#.       +          ..     +-+      ..               ..  5
                       %@=     ++           oo    +-+-      ..               ..  6
           ://:       =@@:    +++           oo   +-+-       ..               ..  7
           .=%@%+==+*%@#:        ++++       ..  +++-        ..               ..  8
              :=*##/*=.       ++++   ++++   .. ++-          ..               ..  9
                                  ++++++ +++@@++-           ..
                                        ++++@@+             ..
                                            ..              ..
        layer 0, 784 pixels               layer 1         layer 2          layer 3
        Each of the 16 neurons of layer 2 adds up its 16 products w*a ...




        """)
  }

  @Test func `in colour neurons are dark until the pass is there`() throws {
    let frames = try frames(["forward"], renderer(80, 24, .trueColor))
    let dark = "\u{1B}[38;2;68;68;68m▆▆"
    #expect(
      frames[1].lines[0]
        == "                                    \u{1B}[38;2;68;68;68m▆▆              ▆▆\u{1B}[0m")
    #expect(
      frames[2].lines[0]
        == "                                 \u{1B}[38;2;79;197;191m⢀⡠⠂\u{1B}[38;2;252;252;252m▆▆              \u{1B}[38;2;68;68;68m▆▆\u{1B}[0m"
    )
    #expect(frames[0].lines.count { $0.contains(dark) } == 16)
    #expect(text(frames[2]).contains("… adds its bias, and the squash makes it an activation"))
    #expect(!text(frames[5]).contains("brightest"))
    #expect(text(frames[6]).contains("output 3 is the brightest"))
  }

  @Test func `no number is seen before it is computed`() throws {
    let frames = try frames(["forward"], renderer(200, 60, .trueColor), rows: 60)
    #expect(text(frames[0]).firstMatch(of: /0\.\d\d/) == nil)
    #expect(text(frames[1]).firstMatch(of: /0\.\d\d/) == nil)
    #expect(text(frames[2]).contains("0.9839") && !text(frames[2]).contains("0.9974"))
    #expect(!text(frames[5]).contains("0.9974") && text(frames[6]).contains("0.9974"))
  }

  // MARK: What holds of all of them

  private static let moving = [
    ["forward"], ["digit 8", "forward"], ["new 784 30 10 seed 1", "forward"],
    ["new 784 16 16 16 16 10 seed 2", "forward"], ["new 2 3 1 seed 1", "inputs 1, 2", "forward"],
    ["digit shift 3 2"], ["digit 8", "digit rotate -40"], ["digit scale 1.4"],
    ["digit 1", "digit scale 0.3"], ["set b3[3] = -6", "descend b3[3] rate=3"],
  ]
  private static let windows = [(40, 24), (80, 24), (120, 40), (200, 60)]

  @Test(arguments: moving, windows)
  func `the last frame is the reply at rest, and changes lead to it`(
    lines: [String], window: (columns: Int, rows: Int)
  ) throws {
    for colors in TerminalCapabilities.ColorDepth.allCases {
      for theme in TerminalCapabilities.Theme.allCases {
        let renderer = renderer(window.columns, window.rows, colors, theme)
        var session = try bundledSession()
        let reply = try #require(
          lines.map { session.reply(to: $0, host: ScriptedHost()) }.last)
        let frames = renderer.frames(of: reply, rows: 100).frames
        guard let first = frames.first, let last = frames.last else { continue }
        #expect(last.lines.map { $0 + "\n" }.joined() == renderer.render(reply))
        #expect(first.lines.joined().utf8.count <= 20_000)
        var seen = Cells(first.lines)
        for (before, after) in zip(frames, frames.dropFirst()) {
          let changes = after.changes(from: before)
          #expect(!changes.isEmpty && after.lines.count == before.lines.count)
          #expect(changes.reduce(0) { $0 + $1.text.utf8.count + 14 } <= 4096)
          seen.obey(changes)
          #expect(seen.difference(from: Cells(after.lines)) == nil, "\(colors), \(theme)")
        }
      }
    }
  }

  @Test func `what is too tall to be seen whole does not move`() throws {
    #expect(try frames(["forward"], renderer(), rows: 24).count == 7)
    #expect(try frames(["forward"], renderer(), rows: 12).isEmpty)
    #expect(try frames(["network"], renderer()).isEmpty)
    #expect(try frames(["digit 7"], renderer()).isEmpty)
  }

  @Test func `a pass through many layers takes no longer than a second`() throws {
    for sizes in ["784 10", "784 16 16 10", "784 8 8 8 8 8 8 8 10"] {
      var session = try bundledSession()
      _ = session.reply(to: "new \(sizes) seed 1", host: ScriptedHost())
      let reply = session.reply(to: "forward", host: ScriptedHost())
      #expect(reply.pause * reply.moments < .seconds(1))
      #expect(reply.pause <= .milliseconds(120))
    }
  }

  @Test func `words and programs are told nothing of it`() throws {
    for line in ["forward", "digit shift 3 2"] {
      let moving = try reply(line)
      var still = moving
      still.blocks = moving.blocks.map(\.still)
      #expect(moving.moves && !still.moves)
      for format in OutputFormat.all where format.reader != .viewer {
        let renderer = format.renderer(OutputDestination(.pipe, width: 80))
        let typed = TypedLine(line)
        #expect(
          renderer.render(moving, to: typed, at: nil) == renderer.render(still, to: typed, at: nil))
      }
    }
  }

  // MARK: What moves

  @Test func `the outputs beside a digit go from those before to those after`() throws {
    var session = try bundledSession()
    func outputs() -> [Double] {
      session.network.forward(session.current.digit.pixels).output.map(Double.init)
    }
    let before = outputs()
    let reply = session.reply(to: "digit shift 4 1", host: ScriptedHost())
    let chart = try #require(reply.figures.first { $0.kind == "bars" })
    let first = try #require(chart.motion?.moments.first?.content(as: BarChart.self))
    #expect(first.bars.map(\.value) == before)
    #expect(chart.content(as: BarChart.self)?.bars.map(\.value) == outputs())
  }

  @Test func `the picture of a large network is there at once`() throws {
    let reply = try reply("new 784 400 10 seed 1", "digit rotate 20")
    #expect(!reply.moves)
    #expect(reply.figures.contains { $0.kind == "bars" })
  }

  @Test func `a picture that is shown again stands still`() throws {
    let block = Block.layouts([Layout(columns: 72, try reply("forward").blocks)])
    #expect(Reply([block]).moves)
    #expect(!Reply([block.still]).moves)
    #expect(block.still == block)
  }
}

/// What is seen of lines with colours, and of changes over them: a reader that shares nothing with the
/// painter.
private struct Cells {
  private struct Look: Equatable {
    var front = ""
    var back = ""
    var isBold = false
  }
  private struct Cell: Equatable {
    var character: Character = " "
    var look = Look()
  }
  private struct Place: Hashable {
    var line: Int
    var column: Int
  }

  private var cells: [Place: Cell] = [:]
  private var look = Look()

  init(_ lines: [String]) {
    for (line, text) in lines.enumerated() { write(text, line, 0) }
  }

  /// The first place that does not look the same.
  func difference(from other: Cells) -> String? {
    let (here, there) = (seen, other.seen)
    let places = Set(here.keys).union(there.keys).filter { here[$0] != there[$0] }
    let first = places.min { ($0.line, $0.column) < ($1.line, $1.column) }
    return first.map { place in
      "\(place.line), \(place.column): \(here[place] ?? []), not \(there[place] ?? [])"
    }
  }

  /// Halves by their colours, whichever character shows them; no blanks.
  private var seen: [Place: [String]] {
    cells.compactMapValues { cell in
      let (front, back) = (cell.look.front, cell.look.back)
      switch cell.character {
      case " ": return back.isEmpty ? nil : [back, back]
      case "▀": return [front, back]
      case "▄": return [back, front]
      default: return [String(cell.character), front, back, "\(cell.look.isBold)"]
      }
    }
  }

  mutating func obey(_ changes: [Frame.Change]) {
    for change in changes {
      let end = write(change.text, change.line, change.column)
      guard change.clearsRest else { continue }
      #expect(look == Look())
      cells = cells.filter { $0.key.line != change.line || $0.key.column < end }
    }
  }

  @discardableResult
  private mutating func write(_ text: String, _ line: Int, _ start: Int) -> Int {
    var column = start
    for (index, part) in text.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
      .enumerated()
    {
      var visible = part
      if index > 0, let end = part.firstIndex(of: "m") {
        set(part[..<end].split(separator: ";").map(String.init))
        visible = part[part.index(after: end)...]
      }
      for character in visible {
        cells[Place(line: line, column: column)] = Cell(character: character, look: look)
        column += String(character).displayWidth
      }
    }
    return column
  }

  private mutating func set(_ numbers: [String]) {
    var rest = numbers[...]
    while let number = rest.popFirst() {
      let length = rest.first == "2" ? 4 : 2
      switch number {
      case "0": look = Look()
      case "1": look.isBold = true
      case "22": look.isBold = false
      case "38":
        look.front = rest.prefix(length).joined(separator: ",")
        rest = rest.dropFirst(length)
      case "48":
        look.back = rest.prefix(length).joined(separator: ",")
        rest = rest.dropFirst(length)
      case "39": look.front = ""
      case "49": look.back = ""
      default:
        if number.hasPrefix("4") || number.hasPrefix("10") {
          look.back = String((Int(number) ?? 10) - 10)
        } else {
          look.front = number
        }
      }
    }
  }
}
