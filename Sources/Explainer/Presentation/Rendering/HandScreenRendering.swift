// What is under the learner's hand, in a window of so many rows.

/// A screen as it is drawn, and where on it the picture lies that the hand works on.
public struct HandFrame: Sendable {
  /// What is drawn.
  public let frame: Frame
  /// The cells of the picture; nil where it is none, or there is no room for it.
  public let field: FieldCells?
}

/// The cells of a picture on a screen: what turns a cell into a point of the picture.
public struct FieldCells: Equatable, Sendable {
  /// The first line, from the top of the window.
  let line: Int
  /// The first column.
  let column: Int
  /// Lines and columns of the picture.
  let lines: Int
  let columns: Int
  /// Lines of the picture above the first, which a low window has no room for.
  var skipped = 0
  /// Pixels that a cell shows across.
  let pixelsAcross: Float
  /// Pixels that a cell shows down.
  let pixelsDown: Float

  /// The point in the middle of a cell; for one beside the picture, a point beside it.
  public func point(line: Int, column: Int) -> FieldPoint {
    let (down, across) = (line - self.line, column - self.column)
    return FieldPoint(
      x: (Float(across) + 0.5) * pixelsAcross, y: (Float(skipped + down) + 0.5) * pixelsDown,
      isInside: (0..<lines).contains(down) && (0..<columns).contains(across))
  }
}

extension TextRenderer {
  /// What is under the hand, from the top of a window of so many rows.
  ///
  /// - Parameter hasPointer: Whether there may be a mouse to speak of.
  public func screen(_ view: HandView, rows: Int, hasPointer: Bool = true) -> HandFrame {
    let drawing = HandScreenDrawing(renderer: self, view: view, rows: rows, hasPointer: hasPointer)
    let (lines, field) = drawing.draw()
    return HandFrame(
      frame: Frame(lines.map(\.trimmedEnd), Painter(capabilities)), field: field)
  }
}

/// Finds a place for each part of a screen under the hand.
private struct HandScreenDrawing {
  let renderer: TextRenderer
  let view: HandView
  let rows: Int
  let hasPointer: Bool

  private var width: Int { renderer.capabilities.columns }
  private var size: HandScreenSize { HandScreenSize(columns: width, rows: rows) }

  func draw() -> (lines: [Line], field: FieldCells?) {
    let parts = HandScreenParts(renderer: renderer, view: view, size: size)
    var body = parts.body(rows: rows)
    // A line of keys is never missing, nor what the network says.
    let least = min(body.below.count, 1) + 1
    body.field = body.field.cut(to: max(rows - least, 1), of: view)
    body.below = Array(body.below.prefix(max(rows - body.field.lines.count - 1, 0)))
    let field = body.field
    // What is said above goes first, the empty line before the keys second.
    let room = rows - field.lines.count
    let keys = self.keys(most: max(room - body.below.count - 1, 1))
    let hasTitle = room - body.below.count - keys.count > 0
    let top = hasTitle ? [title] : []
    let used = top.count + field.lines.count + body.below.count + keys.count
    let gap = [Line](repeating: [], count: max(rows - used, 0))
    // The keys stand near the picture, not at the far end of a tall window.
    let above = min(gap.count, 1)
    let all = top + field.lines + body.below + gap.prefix(above) + keys
    return (
      Array(all.prefix(max(rows, 1))),
      field.cells.map { $0.moved(down: top.count) }
    )
  }

  private var title: Line {
    let lines = (view.hints + [""]).map { hint in
      renderer.speakable(Prose([.init(view.title, .strong), .init("  " + hint, .faint)]))
    }
    let fitting = lines.first { $0.trimmedEnd.width <= width }
    return fitting ?? renderer.wrap(Prose(view.title, .strong), to: width)[0]
  }

  /// What can be pressed; in shorter words where there is little room.
  private func keys(most: Int) -> [Line] {
    let mentions = view.keys.filter { ($0.label != nil) && (hasPointer || !$0.isGesture) }
    func lines(_ mentions: [KeyMention], isShort: Bool) -> [Line] {
      renderer.legendLines(
        of: [LegendItem](
          mentions, isShort: isShort, usesSigns: renderer.capabilities.unicode))
    }
    let long = lines(mentions, isShort: false)
    guard long.count > min(most, 3) else { return long }
    // The first keys tell how to begin, the last ones how to end.
    var left = mentions
    var short = lines(left, isShort: true)
    while short.count > most, left.count > Self.ends {
      left.remove(at: left.count - Self.ends - 1)
      short = lines(left, isShort: true)
    }
    return Array(short.prefix(most))
  }

  /// Keys that end the work: they keep it, or leave it.
  private static let ends = 2
}

/// What a window has room for.
enum HandScreenSize {
  /// Pictures at twice their size, and one more beside them.
  case large
  /// The outputs beside the picture, and a small picture beside those.
  case wide
  /// The outputs beside the picture.
  case medium
  /// The highest outputs under the picture.
  case narrow

  init(columns: Int, rows: Int) {
    switch columns {
    case 119... where rows >= 39: self = .large
    case 72...: self = .wide
    case 56...: self = .medium
    default: self = .narrow
    }
  }
}

extension HandScreenParts.Field {
  /// As many of its lines as there is room for: where the pen is.
  fileprivate func cut(to most: Int, of view: HandView) -> Self {
    guard lines.count > most else { return self }
    guard let cells, case .picture(let picture, let pen?) = view.field else {
      return Self(lines: Array(lines.prefix(most)), cells: cells)
    }
    let line = cells.line + pen.row * cells.lines / max(picture.rows, 1)
    let first = min(max(line - most + 1, 0), lines.count - most)
    let above = max(first - cells.line, 0)
    let top = max(cells.line - first, 0)
    return Self(
      lines: Array(lines[first..<first + most]),
      cells: FieldCells(
        line: top, column: cells.column, lines: min(cells.lines - above, most - top),
        columns: cells.columns, skipped: above, pixelsAcross: cells.pixelsAcross,
        pixelsDown: cells.pixelsDown))
  }
}

extension FieldCells {
  /// The same further down the window.
  func moved(down lines: Int) -> FieldCells {
    FieldCells(
      line: line + lines, column: column, lines: self.lines, columns: columns, skipped: skipped,
      pixelsAcross: pixelsAcross, pixelsDown: pixelsDown)
  }
}
