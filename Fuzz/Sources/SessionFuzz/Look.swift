import Course
import Explainer
import Lab
import Presentation

/// One line's reply, to be looked at from all sides.
struct Look {
  let reply: Reply
  let line: String
  /// The training that it showed, if it did.
  let view: TrainingView?
  /// All that was typed: what a reply quotes is not its own.
  let typed: String
  private let turn: Int

  init(_ reply: Reply, _ line: String, typed: [String], turn: Int, view: TrainingView?) {
    self.reply = reply
    self.line = line
    self.view = view
    self.turn = turn
    self.typed = typed.joined(separator: "\n").lowercased()
  }

  /// As it is shown without colours and in ASCII, where there is room.
  var plain: String {
    TextRenderer(TerminalCapabilities(columns: 200, colors: .none, unicode: false)).render(reply)
  }

  /// At every width; with every depth of colour and both sets of characters, one turn or another.
  func atRendering(_ violations: inout Violations) {
    let depths = TerminalCapabilities.ColorDepth.allCases
    for (index, columns) in [20, 40, 80, 200].enumerated() {
      let capabilities = TerminalCapabilities(
        columns: columns, colors: depths[(turn + index) % depths.count],
        unicode: (turn / 4 + index) % 2 == 0)
      let renderer = TextRenderer(capabilities)
      let text = renderer.render(reply)
      violations.expect(text.utf8.count < 2_000_000, "a reply has bounds", "\(text.utf8.count)")
      violations.expect(text.isEmpty || text.hasSuffix("\n"), "a line ends", text)
      Shown(text, capabilities).check(&violations)
      // A window of its own takes twice as long; each width has its turn.
      guard turn % 4 == index else { continue }
      let rows = [3, 10, 24, 50][turn / 4 % 4]
      let screen = renderer.screen(reply, rows: rows)
      violations.expect(screen.count <= rows, "a screen has so many rows", "\(screen.count)")
      Shown(screen.joined(separator: "\n"), capabilities).check(&violations)
      if case .keys(let keys) = reply.next {
        let legend = renderer.legend(of: ReplyScreenAction.bindings(keys))
        Shown(legend.joined(separator: "\n"), capabilities).check(&violations)
      }
      if let view {
        let training = renderer.screen(view, rows: rows)
        Shown(training.lines.joined(separator: "\n"), capabilities).check(&violations)
      }
    }
  }

  /// In sentences nothing is empty, drawn or lined up, and nothing is left of the network's signs.
  func atWords(_ violations: inout Violations) {
    let words = WordsRenderer().render(reply, to: TypedLine(line), at: nil)
    violations.expect(words.isEmpty == plain.isEmpty, "whoever listens is told", words)
    for line in words.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let isDrawn = line.unicodeScalars.contains {
        $0.value < 0x20 || 0x2500...0x25FF ~= $0.value || 0x2800...0x28FF ~= $0.value
      }
      violations.expect(!line.isEmpty && !isDrawn && !line.contains("  "), "a spoken line", words)
    }
  }

  /// All text is escaped, so that each `<` begins a tag and each `>` ends one.
  func atPage(_ violations: inout Violations) {
    // Its pictures take longer than those of all other forms.
    guard turn % 4 == 0 else { return }
    let page = HTMLRenderer().render(reply, to: TypedLine(line), at: nil)
    var isWithinTag = false
    let isSound = page.unicodeScalars.allSatisfy { scalar in
      if scalar == "<" || scalar == ">" {
        guard isWithinTag == (scalar == ">") else { return false }
        isWithinTag.toggle()
      }
      return scalar == "\n" || scalar.value >= 0x20 && !(0x7f..<0xa0).contains(scalar.value)
    }
    violations.expect(isSound && !isWithinTag, "a page has only tags of ours", page)
  }

  func atJSON(_ violations: inout Violations) {
    let json = JSONRenderer().render(reply, to: line)
    var reader = JSONReader(json)
    violations.expect(reader.isOneObject, "a reply is one JSON object", json)
    for text in reader.texts where ["nan", "inf", "-inf", "+inf"].contains(text) {
      violations.expect(typed.contains(text), "JSON calls them NaN and Infinity", json)
    }
    if let problem = reply.error {
      violations.expect(!problem.message.isEmpty, "an error has a message", json)
      violations.expect(!problem.hint.text.isEmpty, "an error has a hint", json)
    }
  }
}

/// Text as a terminal gets it.
/// Lines as they are shown somewhere.
struct Shown {
  let text: String
  let capabilities: TerminalCapabilities

  init(_ text: String, _ capabilities: TerminalCapabilities) {
    self.text = text
    self.capabilities = capabilities
  }

  func check(_ violations: inout Violations) {
    for line in text.split(separator: "\n") {
      let bare = withoutColors(line, &violations)
      if !capabilities.unicode {
        violations.expect(
          bare.utf8.allSatisfy { $0 < 0x80 }, "ASCII is asked for", String(bare))
      }
      let width = bare.unicodeScalars.allSatisfy(\.isASCII) ? bare.utf8.count : columns(bare)
      violations.expect(
        width <= capabilities.columns, "no line is wider than the terminal",
        "\(width) > \(capabilities.columns): \(bare)")
      let control = bare.unicodeScalars.first { Self.isControl($0) }
      violations.expect(control == nil, "no controls", bare.debugDescription)
    }
  }

  /// The line without `ESC [ numbers m`, which is all that may colour it.
  private func withoutColors(_ line: Substring, _ violations: inout Violations) -> String {
    guard capabilities.colors != .none, line.utf8.contains(0x1b) else { return String(line) }
    var bare: [UInt8] = []
    var bytes = Array(line.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == 0x1b, bytes.first == UInt8(ascii: "[") else {
        bare.append(byte)
        continue
      }
      bytes = bytes.dropFirst().drop { (0x30...0x39).contains($0) || $0 == 0x3b }
      violations.expect(bytes.popFirst() == UInt8(ascii: "m"), "only colours", String(line))
    }
    return String(decoding: bare, as: UTF8.self)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
      || (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      || (0x2028...0x2029).contains(scalar.value)
  }

  private func columns(_ line: String) -> Int {
    line.reduce(0) { columns, character in
      columns + (character.unicodeScalars.map(Self.columns).max() ?? 0)
    }
  }

  /// Wide in East Asia, or a picture.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1F300...0x1F320,
    0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default:
      scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }
}
