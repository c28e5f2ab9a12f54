/// As much of a terminal as the tests need to see what a person would see: cells, their colours,
/// the cursor, and which modes are on. Wrapped lines are not joined when the width changes.
struct Screen {
  struct Cell: Equatable {
    /// Nil in the right half of a wide character.
    var scalar: Unicode.Scalar? = " "
    /// The SGR numbers it was written with.
    var style = ""
  }

  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var row = 0
  private(set) var column = 0
  /// Private modes that are on, by number: 1049 is the alternate screen.
  private(set) var modes: Set<Int> = [25]
  private(set) var bells = 0
  /// Whether a line that is too long is wrapped, not cut.
  private var wrapsLines = true
  /// Whether what is written moves the rest of its row aside.
  private var inserts = false
  private var cells: [[Cell]]
  private var main: [[Cell]] = []
  private var style = ""
  private var wraps = false
  private var saved = (row: 0, column: 0, wraps: false)
  private var partial: [Unicode.Scalar] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  // MARK: What is seen

  /// A row's text, without spaces at its end and without what is shown faintly.
  func line(_ row: Int) -> String { text(row) { !Self.faintStyles.contains($0.style) } }

  /// What a row shows faintly: a suggestion, a title, a remark.
  func faint(_ row: Int) -> String { text(row) { Self.faintStyles.contains($0.style) } }

  /// Faint, and the grays of what is said quietly, in all depths of color.
  private static let faintStyles: Set = [
    "2", "90", "38;5;245", "38;5;242", "38;2;138;138;138", "38;2;108;108;108",
  ]

  /// All that a row shows.
  func whole(_ row: Int) -> String { text(row) { _ in true } }

  /// All that is shown.
  var wholeText: String { cells.indices.map(whole).joined(separator: "\n") }

  /// Whether a private mode is on.
  func isOn(_ mode: Int) -> Bool { mode == 7 ? wrapsLines : modes.contains(mode) }

  var lines: [String] { cells.indices.map(line) }
  var text: String { lines.joined(separator: "\n") }
  var currentLine: String { line(row) }

  func style(row: Int, column: Int) -> String { cells[row][column].style }

  private func text(_ row: Int, where isWanted: (Cell) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    for cell in cells[row] {
      if let scalar = cell.scalar { text.append(isWanted(cell) ? scalar : " ") }
    }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  // MARK: The window

  mutating func resize(columns: Int, rows: Int) {
    while row >= rows {
      cells.removeFirst()
      row -= 1
    }
    cells = (0..<rows).map { index in
      let old = index < cells.count ? cells[index] : []
      return Array(old.prefix(columns))
        + Array(repeating: Cell(), count: max(0, columns - old.count))
    }
    (self.columns, self.rows) = (columns, rows)
    column = min(column, columns - 1)
    wraps = false
  }

  // MARK: What comes in

  mutating func feed(_ text: some Sequence<Unicode.Scalar>) {
    for scalar in text { feed(scalar) }
  }

  private mutating func feed(_ scalar: Unicode.Scalar) {
    guard partial.isEmpty else {
      partial.append(scalar)
      if sequenceIsComplete { obeySequence() }
      return
    }
    switch scalar {
    case "\u{1b}": partial = [scalar]
    case "\r": move(toColumn: 0)
    case "\n": lineFeed()
    case "\u{08}": move(toColumn: column - 1)
    case "\t": move(toColumn: (column / 8 + 1) * 8)
    case "\u{07}": bells += 1
    default: if scalar.value >= 0x20 { put(scalar) }
    }
  }

  private var sequenceIsComplete: Bool {
    guard partial.count > 1 else { return false }
    if partial[1] == "[" {
      return partial.count > 2 && (0x40..<0x7f).contains(partial[partial.count - 1].value)
    }
    if partial[1] == "]" { return partial.last == "\u{07}" }
    if ["_", "P"].contains(partial[1]) { return partial.suffix(2) == ["\u{1b}", "\\"] }
    return !["(", ")", "#"].contains(partial[1]) || partial.count > 2
  }

  private mutating func obeySequence() {
    let sequence = partial
    partial = []
    switch sequence[1] {
    case "7": saved = (row, column, wraps)
    case "8": (row, column, wraps) = saved
    case "M": if row > 0 { row -= 1 }
    case "[":
      let isPrivate = sequence[2] == "?"
      let text = String(
        String.UnicodeScalarView(sequence[(isPrivate ? 3 : 2)..<(sequence.count - 1)]))
      let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map {
        Int($0) ?? 0
      }
      obey(sequence[sequence.count - 1], numbers, isPrivate)
    default: break
    }
  }

  private mutating func obey(_ final: Unicode.Scalar, _ numbers: [Int], _ isPrivate: Bool) {
    let first = numbers.first ?? 0
    let count = max(first, 1)
    switch final {
    case "A": move(toRow: row - count)
    case "B": move(toRow: row + count)
    case "C": move(toColumn: column + count)
    case "D": move(toColumn: column - count)
    case "G": move(toColumn: count - 1)
    case "d": move(toRow: count - 1)
    case "H", "f":
      move(toRow: count - 1)
      move(toColumn: max(numbers.count > 1 ? numbers[1] : 1, 1) - 1)
    case "J": eraseDisplay(first)
    case "K": erase(row, first == 0 ? column..<columns : first == 1 ? 0..<column + 1 : 0..<columns)
    case "X": erase(row, column..<min(column + count, columns))
    case "@":
      cells[row].insert(contentsOf: Array(repeating: Cell(), count: count), at: column)
      cells[row].removeLast(count)
    case "P":
      cells[row].removeSubrange(column..<min(column + count, columns))
      cells[row] += Array(repeating: Cell(), count: columns - cells[row].count)
    case "m": style = first == 0 ? "" : numbers.map(String.init).joined(separator: ";")
    case "h" where first == 4: inserts = true
    case "l" where first == 4: inserts = false
    case "h" where isPrivate: numbers.forEach { set($0, true) }
    case "l" where isPrivate: numbers.forEach { set($0, false) }
    default: break
    }
  }

  private mutating func set(_ mode: Int, _ isOn: Bool) {
    if mode == 7 {
      wrapsLines = isOn
      return
    }
    if mode == 1049, isOn != modes.contains(1049) {
      if isOn {
        main = cells
        saved = (row, column, wraps)
        eraseDisplay(2)
      } else {
        cells = main
        (row, column, wraps) = saved
        // The window may have another size than when the other screen was left.
        resize(columns: columns, rows: rows)
      }
    }
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(scalar)
    guard width > 0 else { return }
    if wraps || column + width > columns {
      column = 0
      lineFeed()
    }
    if inserts {
      cells[row].insert(contentsOf: Array(repeating: Cell(), count: width), at: column)
      cells[row].removeLast(width)
    }
    cells[row][column] = Cell(scalar: scalar, style: style)
    if width == 2 { cells[row][column + 1] = Cell(scalar: nil, style: style) }
    wraps = column + width >= columns
    column = min(column + width, columns - 1)
  }

  private mutating func lineFeed() {
    wraps = false
    if row + 1 < rows {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: Cell(), count: columns))
    }
  }

  private mutating func move(toColumn wanted: Int) {
    column = min(max(wanted, 0), columns - 1)
    wraps = false
  }

  private mutating func move(toRow wanted: Int) {
    row = min(max(wanted, 0), rows - 1)
    wraps = false
  }

  private mutating func erase(_ row: Int, _ range: Range<Int>) {
    for column in range.clamped(to: 0..<columns) { cells[row][column] = Cell() }
  }

  private mutating func eraseDisplay(_ part: Int) {
    if part == 0 { erase(row, column..<columns) }
    let whole = part == 0 ? row + 1..<rows : part == 1 ? 0..<row : 0..<rows
    for row in whole { erase(row, 0..<columns) }
  }

  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36f, 0x200b...0x200f, 0xfe00...0xfe0f: 0
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
      0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff:
      2
    default: 1
    }
  }
}
