import Core

/// The parts of a screen under the hand, each drawn as large as the window has room for.
struct HandScreenParts {
  let renderer: TextRenderer
  let view: HandView
  let size: HandScreenSize

  /// Between what stands side by side.
  private static let gap = 3
  private static let smallSide = Digit.side / 2

  private var width: Int { renderer.capabilities.columns }

  /// What the hand works on, with what stands beside it.
  struct Field {
    var lines: [Line]
    var cells: FieldCells?
  }

  /// All between the title and the keys.
  ///
  /// - Parameter rows: Those of the window.
  func body(rows: Int) -> (field: Field, below: [Line]) {
    let field = HandFieldDrawing(renderer: renderer, view: view, size: size).draw(rows: rows)
    let isLow = rows < Self.low
    guard size != .narrow else { return (field, below(isLow: isLow)) }
    let left = (field.lines.map(\.width).max() ?? 0) + Self.gap
    let right = beside(width - left, rows: field.lines.count, isLow: isLow)
    return (
      Field(lines: joined(field.lines, right, from: left), cells: field.cells), []
    )
  }

  /// In fewer rows there is no room for empty ones.
  private static let low = 22

  // MARK: Beside the field

  /// - Parameter rows: Those of the field.
  private func beside(_ room: Int, rows: Int, isLow: Bool) -> [Line] {
    let numbers = self.numbers(room)
    let isClose = isLow && !numbers.isEmpty
    let top = numbers + (numbers.isEmpty || isClose ? [] : [[]]) + outputs(room, isBare: isClose)
    let words = Array(renderer.wrap(view.verdict, to: room).prefix(2)) + legend(room)
    let side = self.side(room)
    let (upper, lower) =
      size == .large
      ? (top, beside(side, Digit.side, fields(room - Digit.side - Self.gap), room))
      : (beside(top, top.map(\.width).max() ?? 0, side, room), layers(room))
    // The words stand below what they are about, the layers at the foot of the picture.
    let spare = max(rows - upper.count - words.count - lower.count, 0)
    let above = [Line](repeating: [], count: min(spare, 1))
    let under = [Line](repeating: [], count: lower.isEmpty ? 0 : spare - above.count)
    return upper + above + words + under + lower
  }

  /// What belongs to a knob, above its outputs.
  private func numbers(_ room: Int) -> [Line] {
    guard case .plot(_, let numbers) = view.field else { return [] }
    return renderer.stacked([.table(numbers)], width: room)
  }

  private func outputs(_ room: Int, isBare: Bool) -> [Line] {
    var chart = view.outputs
    if isBare { chart.title = "" }
    chart.longestBar =
      switch size {
      case .large: 50
      case .wide: 18
      case .medium, .narrow: min(18, room - 9)
      }
    return BarChartDrawing(renderer: renderer, width: room).draw(chart)
  }

  private func legend(_ room: Int) -> [Line] {
    guard let legend = view.legend else { return [] }
    return Array(renderer.wrap(legend.prose, to: room).prefix(1))
  }

  /// The picture beside the outputs: half as large, or under them as it is.
  private func side(_ room: Int) -> [Line] {
    guard let side = view.side, size == .large || size == .wide else { return [] }
    let picture = HeatMapDrawing(renderer: renderer, width: room)
    var bare = side
    bare.title = ""
    let isLarge = size == .large
    let title = renderer.title(side.title, to: isLarge ? Digit.side : Self.smallSide)
    return title + picture.draw(isLarge ? bare : bare.shrunk(by: 2).noted { $0.isDense = true })
  }

  /// Lines with others beside them, where there is room for those.
  private func beside(
    _ left: [Line], _ leftWidth: Int, _ right: [Line], _ room: Int
  ) -> [Line] {
    let start = leftWidth + Self.gap
    guard start + (right.map(\.width).max() ?? 0) <= room else { return left }
    return joined(left, right, from: start)
  }

  /// Lines with others beside them that begin at a column.
  private func joined(_ left: [Line], _ right: [Line], from start: Int) -> [Line] {
    (0..<max(left.count, right.count)).map { row in
      let line = row < left.count ? left[row] : []
      return row < right.count && !right[row].isEmpty
        ? line.padded(to: start) + right[row] : line
    }
  }

  // MARK: Layers

  private func layers(_ room: Int) -> [Line] {
    // Beside a curve stand numbers already.
    if case .plot = view.field, size != .large { return [] }
    return view.layers.map { LampRow(renderer: renderer, width: room).draw($0) }
  }

  /// Layers as fields with their numbers in them, as many as there is room for beside the picture.
  private func fields(_ room: Int) -> [Line] {
    let rows = Digit.side / 2 + 1
    let perLayer = max((rows - view.layers.count) / max(view.layers.count, 1), 1)
    let all = view.layers.flatMap { layer -> [Line] in
      LampRow(renderer: renderer, width: room).fields(layer, most: perLayer - 1) + [[]]
    }
    return Array(all.prefix(rows))
  }

  // MARK: Below the field, where nothing fits beside it

  private func below(isLow: Bool) -> [Line] {
    let best = view.outputs.bars.indices.sorted {
      view.outputs.bars[$0].value > view.outputs.bars[$1].value
    }
    let written = view.outputs.numbers
    // Three, or as many as a line holds: outputs of a strange network are long to write.
    let highest =
      (0...3).reversed().lazy
      .map { best.prefix($0).map { "\(view.outputs.bars[$0].label) \(written[$0])" } }
      .map { renderer.speakable(Prose($0.joined(separator: "   "), .faint)) }
      .first { $0.width <= width } ?? []
    return (isLow ? [] : numbers(width)) + Array(renderer.wrap(view.verdict, to: width).prefix(1))
      + legend(width) + [highest]
  }
}
