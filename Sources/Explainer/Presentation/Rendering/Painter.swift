/// A drawn line: pieces of text that stand next to each other.
typealias Line = [Span]

extension Line {
  /// How many columns the line takes.
  var width: Int { reduce(0) { $0 + $1.text.displayWidth } }

  /// The line with spaces up to a width.
  func padded(to width: Int) -> Line {
    let missing = width - self.width
    return missing > 0 ? self + [Span(String(repeating: " ", count: missing))] : self
  }
}

extension Span {
  /// As many spaces as the text takes columns.
  fileprivate var blank: String { String(repeating: " ", count: text.displayWidth) }
}

extension Line {
  /// The line with spaces in place of what is hidden.
  var blanked: Line { map { $0.style == .hidden ? Span($0.blank) : $0 } }
}

/// Turns styled lines into the characters of one terminal.
struct Painter {
  private let palette: Palette
  private let images: TerminalImages?
  private let detail: PictureDetail

  init(_ capabilities: TerminalCapabilities, _ detail: PictureDetail = .full) {
    images = capabilities.images
    palette = Palette(colors: min(capabilities.colors, detail.depth), theme: capabilities.theme)
    self.detail = detail
  }

  private func color(_ pixel: Pixel) -> Color { palette.color(detail.pixel(pixel)) }

  /// The line with its colours: only what changes from one piece to the next is said, and nothing is
  /// left open at the end.
  func paint(_ line: Line) -> String {
    var brush = Brush()
    for span in line where !span.text.isEmpty {
      switch span.style {
      case .pixels(let top, let bottom):
        let (top, bottom) = (color(top), color(bottom))
        for _ in span.text { brush.paint(top: top, bottom: bottom) }
      case .hidden: brush.write(span.blank, Look())
      case .image(let image):
        brush.draw(images.flatMap { image.sequence($0, palette.theme) } ?? "", over: span.blank)
      case .plain, .strong, .faint, .code, .problem, .verdict, .positive, .negative, .bar, .track,
        .field, .glow, .series:
        brush.write(span.text, look(of: span.style))
      }
    }
    return brush.finished
  }

  /// The line cell by cell, up to the last that shows anything.
  func cells(_ line: Line) -> [Cell] {
    var cells: [Cell] = []
    for span in line {
      switch span.style {
      case .pixels(let top, let bottom):
        let pixels = Cell(top: color(top), bottom: color(bottom))
        cells += span.text.map { _ in pixels }
      // Images are on no screen that is drawn again.
      case .hidden, .image: cells += span.blank.map { Cell($0, Look()) }
      case .plain, .strong, .faint, .code, .problem, .verdict, .positive, .negative, .bar, .track,
        .field, .glow, .series:
        let look = look(of: span.style)
        guard !span.text.isPlain else {
          cells += span.text.unicodeScalars.map { Cell(Character($0), look) }
          continue
        }
        for character in span.text {
          cells.append(Cell(character, look))
          cells += repeatElement(.rest, count: max(String(character).displayWidth - 1, 0))
        }
      }
    }
    while cells.last == .blank { cells.removeLast() }
    return cells
  }

  private func look(of style: Style) -> Look {
    guard palette.colors != .none else { return Look() }
    return switch style {
    case .plain, .hidden, .pixels, .image: Look()
    case .strong: Look(isBold: true)
    case .faint: Look(front: palette.color(.quiet))
    case .code: Look(front: palette.color(.hand))
    case .problem: Look(front: palette.color(.negative))
    case .verdict: Look(front: palette.color(.verdict), isBold: true)
    case .positive: Look(front: palette.color(.positive))
    case .negative: Look(front: palette.color(.negative))
    case .bar: Look(front: palette.color(.bar))
    case .track: Look(front: palette.color(.track))
    case .field(let pixel): Look(front: palette.ink(on: pixel), back: palette.color(pixel))
    case .glow(let glow): look(of: glow)
    case .series(let index): Look(front: palette.color(Palette.series(index)))
    }
  }

  private func look(of glow: Glow) -> Look {
    let dark = Palette(colors: palette.colors, theme: .dark)
    let back = palette.theme == .light ? palette.color(.ink(0)) : .usual
    return switch glow {
    case .lamp(let level): Look(front: palette.lamp(level), back: back)
    case .number(let level):
      Look(front: palette.number(on: level), back: palette.color(.ink(level)))
    case .line(let strength): Look(front: dark.color(.signed(strength)), back: back)
    case .coarseLine(let strength): Look(front: dark.color(.coarse(strength)), back: back)
    case .label: Look(front: palette.theme == .light ? palette.lamp(1) : .usual, back: back)
    case .quiet: Look(front: dark.color(.quiet), back: back)
    case .verdict: Look(front: dark.color(.verdict), back: back, isBold: true)
    case .asked: Look(front: dark.color(.hand), back: back, isBold: true)
    case .paper: Look(back: back)
    }
  }
}

/// How characters look.
struct Look: Equatable {
  var front = Color.usual
  var back = Color.usual
  var isBold = false
}

/// What one place of a line shows: two that look alike are equal.
enum Cell: Equatable {
  case character(Character, Look)
  /// Two pixels of different colours, one above the other.
  case pixels(top: Color, bottom: Color)
  /// The right half of a wide character.
  case rest

  static let blank = Cell(" ", Look())

  /// A character. Of a space one sees nothing but what is behind it.
  init(_ character: Character, _ look: Look) {
    self = .character(character, character == " " ? Look(back: look.back) : look)
  }

  /// Two pixels.
  init(top: Color, bottom: Color) {
    self = top == bottom ? .character(" ", Look(back: top)) : .pixels(top: top, bottom: bottom)
  }

  var isRest: Bool { self == .rest }

  /// Whether no colour has to be set to show it after another.
  func needsNoColor(after other: Cell) -> Bool {
    guard case .character(let character, let look) = self,
      case .character(_, let before) = other
    else { return self == other }
    return look == before || character == " " && look.back == before.back
  }
}

/// Text and escape sequences as they are made, and the look that is set at their end.
struct Brush {
  private var text = ""
  private var now = Look()

  init() {}

  /// All of it, with nothing left open.
  var finished: String { now == Look() ? text : text + "\u{1B}[0m" }

  /// Adds characters.
  mutating func write(_ characters: String, _ look: Look) {
    // Of a space one sees nothing but what is behind it.
    let isBlank = now.back == look.back && characters.utf8.allSatisfy { $0 == 0x20 }
    if !isBlank { change(to: look) }
    text += characters
  }

  /// Adds the cells of a picture, and in its last row what draws it; the cursor skips those, as what is
  /// written over it would erase it.
  mutating func draw(_ sequence: String, over blank: String) {
    guard !sequence.isEmpty else { return write(blank, Look()) }
    change(to: Look())
    text += sequence + "\u{1B}[\(blank.count)C"
  }

  /// Adds cells.
  mutating func paint(_ cells: some Sequence<Cell>) {
    for cell in cells {
      switch cell {
      case .character(let character, let look): write(String(character), look)
      case .pixels(let top, let bottom): paint(top: top, bottom: bottom)
      case .rest: continue
      }
    }
  }

  /// Leaves no colour open.
  mutating func lift() { change(to: Look()) }

  /// What came since it was asked last.
  mutating func takeText() -> String {
    defer { text = "" }
    return text
  }

  /// Adds a cell of two pixels with the fewest bytes.
  mutating func paint(top: Color, bottom: Color) {
    guard top != bottom else {
      return write(" ", Look(front: now.front, back: top, isBold: now.isBold))
    }
    let upper = Look(front: top, back: bottom)
    let lower = Look(front: bottom, back: top)
    let isUpper = sequence(to: upper).utf8.count <= sequence(to: lower).utf8.count
    write(isUpper ? "▀" : "▄", isUpper ? upper : lower)
  }

  private mutating func change(to look: Look) {
    text += sequence(to: look)
    now = look
  }

  /// What it takes from the look that is set to another one.
  private func sequence(to look: Look) -> String {
    guard look != now else { return "" }
    guard look != Look() else { return "\u{1B}[0m" }
    var numbers: [String] = []
    if look.isBold != now.isBold { numbers.append(look.isBold ? "1" : "22") }
    if look.front != now.front { numbers.append(look.front.code(isBehind: false)) }
    if look.back != now.back { numbers.append(look.back.code(isBehind: true)) }
    return "\u{1B}[\(numbers.joined(separator: ";"))m"
  }
}
