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
  /// Pixels that a cell shows across.
  let pixelsAcross: Float
  /// Pixels that a cell shows down.
  let pixelsDown: Float

  /// The point in the middle of a cell; for one beside the picture, a point beside it.
  public func point(line: Int, column: Int) -> FieldPoint {
    let (down, across) = (line - self.line, column - self.column)
    return FieldPoint(
      x: (Float(across) + 0.5) * pixelsAcross, y: (Float(down) + 0.5) * pixelsDown,
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
    let body = parts.body(rows: rows)
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
    let mentions = view.keys.filter { hasPointer || !$0.isGesture }
    func lines(isShort: Bool) -> [Line] {
      renderer.legendLines(
        of: [LegendItem](
          mentions, isShort: isShort, usesSigns: renderer.capabilities.unicode))
    }
    let long = lines(isShort: false)
    return long.count <= min(most, 3) ? long : Array(lines(isShort: true).prefix(most))
  }
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

extension FieldCells {
  /// The same further down the window.
  func moved(down lines: Int) -> FieldCells {
    FieldCells(
      line: line + lines, column: column, lines: self.lines, columns: columns,
      pixelsAcross: pixelsAcross, pixelsDown: pixelsDown)
  }
}
