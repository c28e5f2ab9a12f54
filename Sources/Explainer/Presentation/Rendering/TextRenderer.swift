extension OutputFormat {
  /// Pictures and words, for whoever sees them.
  public static let text = OutputFormat("text", for: .viewer) { TextRenderer($0.capabilities) }
}

/// Makes a reply into the characters of a terminal, a pipe or a file.
public struct TextRenderer: ReplyRenderer {
  /// What the place can show.
  public var capabilities: TerminalCapabilities
  /// Which moment of what moves is drawn; nil at rest.
  var moment: Int?

  /// A renderer for one place.
  public init(_ capabilities: TerminalCapabilities) { self.capabilities = capabilities }

  /// The reply as text: lines that end with a line feed, none wider than the terminal.
  ///
  /// - Parameter location: Where the line stands that it answers, to be told with what is wrong; nil
  ///   where that is plain to see.
  public func render(_ reply: Reply, at location: String? = nil) -> String {
    Painter.painted(drawn(reply, at: location), capabilities).lines.map { $0 + "\n" }.joined()
  }

  /// The same of a reply to a line, which is still to be seen above it.
  public func render(_ reply: Reply, to line: TypedLine, at location: String?) -> String {
    render(reply, at: location)
  }

  /// A single line, such as a prompt, with its colours.
  public func render(_ prose: Prose) -> String {
    Painter(capabilities).paint(speakable(prose))
  }

  /// The reply's lines.
  func drawn(_ reply: Reply, at location: String? = nil) -> [Line] {
    draw(reply, at: location).map(\.trimmedEnd)
  }

  private func draw(_ reply: Reply, at location: String?) -> [Line] {
    let lines = stacked(reply.blocks + reply.commandsToGoOn, width: capabilities.columns)
    guard let error = reply.error else { return lines }
    return lines + (lines.isEmpty ? [] : [[]]) + draw(error, at: location)
  }

  private func draw(_ error: ErrorMessage, at location: String?) -> [Line] {
    let message = Prose((location.map { "\($0): " } ?? "") + error.message, .problem)
    let said = wrap(message, to: capabilities.columns)
    // What begins with a place stands first, for programs that look for it there.
    return (location == nil ? pointer(error) + said : said + pointer(error))
      + wrap(error.hint, to: capabilities.columns)
  }

  /// The part of the line around the mistake, and carets under it.
  private func pointer(_ error: ErrorMessage) -> [Line] {
    guard let excerpt = error.excerpt else { return [] }
    let (characters, range) = (Array(excerpt.line), excerpt.range)
    let room = capabilities.columns - 4
    let window = window(around: range.lowerBound, in: characters, columns: room)
    func shown(_ range: Range<Int>) -> Line {
      speakable(Prose(String(characters[range.clamped(to: window)])))
    }
    let before = shown(window.lowerBound..<max(window.lowerBound, range.lowerBound))
    let marked = max(1, shown(range).width)
    return [
      [Span("  ")] + shown(window),
      [
        Span(String(repeating: " ", count: 2 + before.width)),
        Span(String(repeating: "^", count: min(marked, max(1, room - before.width))), .problem),
      ],
    ]
  }

  /// The characters around a place that take so many columns at most: half of them before it, where
  /// there are as many on both sides.
  private func window(
    around index: Int, in characters: [Character], columns: Int
  ) -> Range<Int> {
    func width(_ index: Int) -> Int { speakable(Prose(String(characters[index]))).width }
    var start = min(index, characters.count)
    var end = start
    var used = 0
    func fits(_ index: Int, _ room: Int) -> Bool {
      guard characters.indices.contains(index), used + width(index) <= room else { return false }
      used += width(index)
      return true
    }
    while fits(start - 1, columns / 2) { start -= 1 }
    while fits(end, columns) { end += 1 }
    while fits(start - 1, columns) { start -= 1 }
    return start..<end
  }

  /// As wide as text is read with ease; nothing is gained by breaking it a few columns earlier.
  private func readable(_ width: Int) -> Int { width < 88 ? width : 76 }

  /// Lines that are seen at once; as many as most terminals have where nobody knows.
  private var rows: Int { capabilities.rows ?? 24 }

  /// Blocks one under another, an empty line between them.
  func stacked(_ blocks: [Block], width: Int) -> [Line] {
    Array(blocks.map { draw($0, width: width) }.filter { !$0.isEmpty }.joined(separator: [[]]))
  }

  /// The first arrangement whose tables are not too wide and that leaves a row for the line above it
  /// and one for the prompt; where there is none, the lowest that has its picture, without as many
  /// empty lines as it takes.
  private func fitted(_ arrangements: [[Block]], width: Int) -> [Line] {
    func isPictured(_ blocks: [Block]) -> Bool { blocks.contains { !$0.allFigures.isEmpty } }
    let hasPicture = arrangements.first.map(isPictured) ?? false
    var lowest: [Line]?
    for arrangement in arrangements where arrangement.allSatisfy({ hasRoom(for: $0, width) }) {
      let lines = stacked(arrangement, width: width)
      guard lines.count > rows - 2 else { return lines }
      let isWhole = !hasPicture || isPictured(arrangement)
      if isWhole, lines.count < lowest?.count ?? .max { lowest = lines }
    }
    return (lowest ?? stacked(arrangements.first ?? [], width: width)).closed(to: rows - 2)
  }

  private func hasRoom(for block: Block, _ width: Int) -> Bool {
    switch block {
    case .table(let table): TableDrawing(renderer: self, width: width).fits(table)
    case .tight(let blocks), .spare(let blocks): blocks.allSatisfy { hasRoom(for: $0, width) }
    case .beside(let groups): groups.joined().allSatisfy { hasRoom(for: $0, width) }
    case .layouts(let layouts): shown(of: layouts, width).allSatisfy { hasRoom(for: $0, width) }
    case .fitting, .heading, .prose, .lines, .figure, .step: true
    }
  }

  private func shown(of layouts: [Layout], _ width: Int) -> [Block] {
    (layouts.first { $0.columns <= width && $0.rows <= rows } ?? layouts.last)?.blocks ?? []
  }

  private func draw(_ block: Block, width: Int) -> [Line] {
    switch block {
    case .heading(let prose): wrap(prose.emphasized, to: width)
    case .prose(let prose): wrap(keyed(prose), to: readable(width))
    case .lines(let lines): lines.flatMap { indented(keyed($0), to: width) }
    case .figure(let figure) where moment != nil:
      figure.at(moment).content.drawn(by: self, width: width)
    case .figure(let figure): FigureImageDrawing(renderer: self).draw(figure, width: width)
    case .table(let table): TableDrawing(renderer: self, width: width).draw(table)
    case .tight(let blocks): blocks.flatMap { draw($0, width: width) }
    case .beside(let groups): BesideDrawing(renderer: self, width: width).draw(groups)
    case .spare(let blocks): stacked(blocks, width: width)
    case .fitting(let arrangements): fitted(arrangements, width: width)
    case .step(let title): StepTitleDrawing(renderer: self, width: readable(width)).draw(title)
    case .layouts(let layouts): stacked(shown(of: layouts, width), width: width)
    }
  }
}

extension [Line] {
  /// The lines without empty ones, the lower first, as far as that is needed to be so many, or one more
  /// if need be; all of them where it would not be enough.
  fileprivate func closed(to most: Int) -> [Line] {
    let empty = indices.filter { self[$0].trimmedEnd.isEmpty }
    guard count > most, count - empty.count <= most + 1 else { return self }
    let left = Set(empty.suffix(count - most))
    return indices.filter { !left.contains($0) }.map { self[$0] }
  }
}

// MARK: Text

extension TextRenderer {
  /// The text as this place can show it: no control characters, and ASCII where that is all it has.
  func speakable(_ prose: Prose) -> Line {
    speakable(
      prose.spans.map { span in
        guard moment == nil || !span.isOutcome else { return Span(span.text, .hidden) }
        // What a sign looks like in a picture is shown as it looks there.
        guard span.text == "■", capabilities.colors > .none, capabilities.unicode else {
          return Span(span.text, Style(span.style))
        }
        switch span.style {
        case .positive: return Span("■", .pixels(top: .signed(0.75), bottom: .signed(0.75)))
        case .negative: return Span("■", .pixels(top: .signed(-0.75), bottom: .signed(-0.75)))
        case .plain, .strong, .faint, .code, .problem, .verdict, .prompt, .hidden:
          return Span(span.text, Style(span.style))
        }
      })
  }

  /// A legend that stands among words, with the mark that only pictures without colours have.
  private func keyed(_ prose: Prose) -> Prose {
    func has(_ style: Prose.Style) -> Bool { prose.spans.contains { $0 == .init("■", style) } }
    guard capabilities.colors == .none, has(.positive(1)), has(.negative(1)) else { return prose }
    return prose + Prose("  \(HeatMapGlyphs.both)", .faint)
  }

  /// The same of a line that is drawn already.
  func speakable(_ line: Line) -> Line {
    line.map { span in
      var clean = span.text.withoutControls
      // Where there are no colours, what counts against something is hollow.
      if capabilities.colors == .none, case .negative = span.style {
        clean = clean.replacing("■", with: "□")
      }
      if capabilities.colors == .none, !capabilities.hasFineMarks {
        clean = clean.replacing("■", with: "#")
      }
      return Span(clean.spelled(in: capabilities.characters), span.style)
    }
  }

  /// Breaks a paragraph at spaces so that no line is wider than `width`; a longer word is cut.
  func wrap(_ prose: Prose, to width: Int) -> [Line] { wrap(speakable(prose), to: width) }

  /// The same of a line that is drawn already.
  func wrap(_ line: Line, to width: Int) -> [Line] {
    var lines: [Line] = [[]]
    var room = width
    for word in words(of: line, width) {
      let gap = lines[lines.count - 1].isEmpty ? 0 : word.spacesBefore
      if word.width + gap > room, !lines[lines.count - 1].isEmpty {
        lines.append([])
        room = width
      } else if gap > 0 {
        lines[lines.count - 1].append(Span(String(repeating: " ", count: gap)))
        room -= gap
      }
      for piece in word.cut(to: width) {
        if piece.width > room, !lines[lines.count - 1].isEmpty {
          lines.append([])
          room = width
        }
        lines[lines.count - 1] += piece
        room -= piece.width
      }
    }
    return lines
  }

  /// The title of a picture; no line where it has none.
  func title(_ text: String, to width: Int) -> [Line] {
    text.isEmpty ? [] : wrap(Prose(text, .faint), to: width)
  }

  /// As `wrap`, keeping the spaces at the beginning before every line of it; after a mark of its own,
  /// as options have, lines hang below the text.
  private func indented(_ prose: Prose, to width: Int) -> [Line] {
    if let mark = prose.spans.first, mark.isHanging, prose.spans.count > 1, width > 20 {
      let room = width - mark.text.count
      let spaces = Span(String(repeating: " ", count: mark.text.count))
      return wrap(Prose(Array(prose.spans.dropFirst())), to: room).enumerated().map { index, line in
        (index == 0 ? speakable(Prose([mark])) : [spaces]) + line
      }
    }
    let indent = prose.text.prefix { $0 == " " }.count
    guard indent > 0, indent < width / 2 else { return wrap(prose, to: width) }
    let spaces = Span(String(repeating: " ", count: indent))
    return wrap(prose, to: width - indent).map { [spaces] + $0 }
  }

  /// Runs of characters without a space between them, however many styles they have; what is to be
  /// typed is one word, unless it is longer than a line.
  private func words(of line: Line, _ width: Int) -> [Word] {
    var words: [Word] = []
    var spaces = 0
    var isInWord = false
    for span in line {
      let isWhole = span.style == .code && span.text.displayWidth <= width
      let parts =
        isWhole
        ? span.text.wholeBetweenSpaces
        : span.text.split(separator: " ", omittingEmptySubsequences: false)
      for part in parts.enumerated() {
        if part.offset > 0 {
          spaces = isInWord ? 1 : spaces + 1
          isInWord = false
        }
        guard !part.element.isEmpty else { continue }
        let piece = Span(String(part.element), span.style)
        if isInWord {
          words[words.count - 1].spans.append(piece)
        } else {
          words.append(Word(spans: [piece], spacesBefore: spaces))
          (spaces, isInWord) = (0, true)
        }
      }
    }
    return words
  }
}

extension String {
  /// The text in one piece, and nothing for each space before and after it: as if it were split at
  /// those alone.
  fileprivate var wholeBetweenSpaces: [Substring] {
    let tail = drop { $0 == " " }
    let middle = tail.prefix(tail.count - tail.reversed().prefix { $0 == " " }.count)
    guard !middle.isEmpty else { return split(separator: " ", omittingEmptySubsequences: false) }
    let (before, after) = (count - tail.count, tail.count - middle.count)
    return Array(repeating: "", count: before) + [middle] + Array(repeating: "", count: after)
  }
}

private struct Word {
  var spans: Line
  var spacesBefore: Int

  var width: Int { spans.width }

  /// The word in pieces no wider than `width`.
  func cut(to width: Int) -> [Line] {
    guard self.width > width else { return [spans] }
    var pieces: [Line] = [[]]
    var room = width
    for span in spans {
      for character in span.text {
        let piece = Span(String(character), span.style)
        let needed = piece.text.displayWidth
        if needed > room {
          pieces.append([])
          room = width
        }
        pieces[pieces.count - 1].append(piece)
        room -= needed
      }
    }
    return pieces
  }
}

extension Prose.Span {
  /// Whether it is a mark of a letter or two with spaces around it.
  fileprivate var isHanging: Bool {
    let mark = text.filter { $0 != " " }
    return (1...2).contains(mark.count) && text.hasPrefix(" ") && text.hasSuffix("  ")
      && !mark.contains("-")
  }
}

extension Prose {
  /// The same text, its plain parts made strong.
  fileprivate var emphasized: Prose {
    Prose(spans.map { Prose.Span($0.text, $0.style == .plain ? .strong : $0.style) })
  }
}
