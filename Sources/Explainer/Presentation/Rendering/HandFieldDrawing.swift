import Core

/// Draws what the hand works on: a picture in a frame with the pen on it, or a curve.
struct HandFieldDrawing {
  let renderer: TextRenderer
  let view: HandView
  let size: HandScreenSize

  private var capabilities: TerminalCapabilities { renderer.capabilities }
  private var showsPixels: Bool { capabilities.colors > .none && capabilities.unicode }

  /// - Parameter rows: Those of the window.
  func draw(rows: Int) -> HandScreenParts.Field {
    switch view.field {
    case .picture(let picture, let pen): draw(picture, pen, rows)
    case .plot(let plot, _): draw(plot, rows)
    }
  }

  // MARK: Pictures

  /// A title, a line of words, one of keys and the frame's two lines go with the picture.
  private static let around = 5

  private func draw(
    _ picture: HeatMap, _ pen: HandView.Pen?, _ rows: Int
  ) -> HandScreenParts.Field {
    let isLarge = size == .large
    var bare = picture.noted {
      $0.isLarge = isLarge
      $0.isWhole = true
      $0.legend = nil
    }
    bare.title = ""
    // In ASCII the signs for ink could be mistaken for those of reasons.
    let isSigned = !showsPixels && !picture.notes.tints.isEmpty
    if isSigned, !capabilities.hasFineMarks { bare = bare.ofTints }
    var lines = HeatMapDrawing(renderer: renderer, width: capabilities.columns).draw(bare)
    let columns = lines.first?.width ?? 0
    let perLine = isLarge ? 1 : 2
    if isSigned, capabilities.hasFineMarks { tint(&lines, of: picture, isLarge) }
    if let pen { mark(pen, in: &lines, of: picture, isLarge: isLarge) }
    let isFramed = rows >= lines.count + Self.around
    let cells = FieldCells(
      line: isFramed ? 1 : 0, column: isFramed ? 1 : 0, lines: lines.count, columns: columns,
      pixelsAcross: isLarge ? 0.5 : 1, pixelsDown: Float(perLine))
    return .init(lines: isFramed ? framed(lines, columns) : lines, cells: cells)
  }

  private func framed(_ lines: [Line], _ columns: Int) -> [Line] {
    let signs =
      capabilities.hasFineMarks ? "╭╮╰╯─│" : capabilities.unicode ? "┌┐└┘─│" : "++++-|"
    let marks = signs.map { String($0) }
    let rule = String(repeating: marks[4], count: columns)
    let side = Span(marks[5], .track)
    return [[Span(marks[0] + rule + marks[1], .track)]]
      + lines.map { [side] + $0.padded(to: columns) + [side] }
      + [[Span(marks[2] + rule + marks[3], .track)]]
  }

  /// Puts the signs of reasons over ink that has no colours.
  private func tint(_ lines: inout [Line], of picture: HeatMap, _ isLarge: Bool) {
    let glyphs = HeatMapGlyphs(unicode: true)
    func strength(_ row: Int, _ column: Int) -> Float {
      picture.notes.tints[row * picture.columns + column] ?? 0
    }
    for line in lines.indices {
      for column in 0..<picture.columns {
        let (top, bottom) =
          isLarge
          ? (strength(line, column), 0)
          : (strength(2 * line, column), strength(2 * line + 1, column))
        guard top != 0 || bottom != 0 else { continue }
        lines[line] = lines[line].replacing(
          isLarge ? 2 * column : column, count: isLarge ? 2 : 1, with: glyphs.signed(top, bottom))
      }
    }
  }

  /// Shows the pen over the picture: as a pixel, or where there are none as a sign.
  private func mark(
    _ pen: HandView.Pen, in lines: inout [Line], of picture: HeatMap, isLarge: Bool
  ) {
    let line = isLarge ? pen.row : pen.row / 2
    guard lines.indices.contains(line) else { return }
    let column = isLarge ? 2 * pen.column : pen.column
    guard showsPixels else {
      // Ink and reasons have a plus of their own in ASCII.
      let sign = capabilities.unicode ? "+" : "O"
      lines[line] = lines[line].replacing(column, count: isLarge ? 2 : 1, with: sign)
      return
    }
    // A span is a pixel, or two of them one above the other.
    guard lines[line].indices.contains(pen.column),
      case .pixels(let top, let bottom) = lines[line][pen.column].style
    else { return }
    let isTop = isLarge || pen.row % 2 == 0
    let isBottom = isLarge || pen.row % 2 == 1
    lines[line][pen.column].style = .pixels(
      top: isTop ? .marked(1) : top, bottom: isBottom ? .marked(1) : bottom)
  }

  // MARK: Curves

  private func draw(_ plot: LinePlot, _ rows: Int) -> HandScreenParts.Field {
    let width =
      switch size {
      case .large: 60
      case .wide: capabilities.columns - 33
      case .medium: capabilities.columns - 30
      case .narrow: capabilities.columns
      }
    var fitting = plot
    fitting.tallest = min(size == .large ? 26 : size == .narrow ? 8 : 15, max(rows - 7, 6))
    return .init(lines: LinePlotDrawing(renderer: renderer, width: width).draw(fitting), cells: nil)
  }
}

extension Line {
  /// The line with other characters in some of its columns, each of which held one.
  fileprivate func replacing(_ column: Int, count: Int, with sign: String) -> Line {
    var line: Line = []
    var start = 0
    for span in self {
      let characters = span.text.map { String($0) }
      let text = characters.enumerated().map { index, character in
        (column..<column + count).contains(start + index) ? sign : character
      }
      line.append(Span(text.joined(), span.style))
      start += characters.count
    }
    return line
  }
}

extension HeatMap {
  /// Its tints alone as a picture of their own, for places without colours.
  fileprivate var ofTints: HeatMap {
    var map = HeatMap(
      title, rows: rows, columns: columns, values: values.indices.map { notes.tints[$0] ?? 0 },
      scale: .signed)
    map.notes = notes
    map.notes.tints = [:]
    return map
  }
}
