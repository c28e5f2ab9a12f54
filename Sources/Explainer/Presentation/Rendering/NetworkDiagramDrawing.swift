import Core

/// Draws a network at work: the picture, columns of neurons, lines between them, what they are, and
/// what the lines mean.
struct NetworkDiagramDrawing {
  let renderer: TextRenderer
  let width: Int

  private var capabilities: TerminalCapabilities { renderer.capabilities }
  private var unicode: Bool { capabilities.hasFineMarks }
  private var hasColors: Bool { capabilities.colors != .none }

  func draw(_ diagram: NetworkDiagram) -> [Line] {
    guard let plan = NetworkDiagramPlan.fitting(diagram, width: width, unicode: unicode) else {
      return rows(diagram)
    }
    var canvas = NetworkDiagramCanvas(plan, lines(diagram, plan), blank: blank)
    for layer in diagram.layers.indices.dropFirst(plan.firstLayer) {
      add(layer, of: diagram, plan, to: &canvas)
    }
    let picture = plan.picture.map { map in
      let map = diagram.shareOfLines(into: 1) > 0 ? map : map.noted { $0.tints = [:] }
      return HeatMapDrawing(renderer: renderer, width: map.columns * (map.notes.isLarge ? 2 : 1))
        .draw(map)
    }
    // On its paper what stands at the edge has a margin.
    let right = blank == .plain ? plan.width : min(plan.width + 1, width)
    let drawn = canvas.lines(beside: picture ?? [], from: plan.pictureTop, to: right)
    return drawn + [captions(diagram, plan)] + legend(diagram, plan)
  }

  /// Pictures of light stand on dark paper on every ground.
  private var blank: Style {
    hasColors && capabilities.theme == .light ? .glow(.paper) : .plain
  }
}

// MARK: Lines

extension NetworkDiagramDrawing {
  private func lines(_ diagram: NetworkDiagram, _ plan: NetworkDiagramPlan) -> LineCanvas {
    var canvas = LineCanvas(columns: plan.width, lines: plan.height, unicode: unicode)
    var largest: [Int: Float] = [:]
    for connection in plan.connections {
      largest[connection.layer] = max(largest[connection.layer] ?? 0, abs(connection.term))
    }
    for connection in plan.connections.strongestFirst.reversed() {
      let isMarked =
        connection.layer == diagram.outputLayer && diagram.mark(of: connection.to) != nil
      let part = diagram.shareOfLines(into: connection.layer)
      guard part > 0, let ends = plan.ends(connection, isMarked: isMarked) else { continue }
      let strength = NetworkDiagram.lineStrength(
        of: connection.term, largest: largest[connection.layer] ?? 1)
      canvas.add(
        from: ends.from, to: ends.to, part: part, stroke(connection.term, strength, plan))
    }
    return canvas
  }

  private func stroke(
    _ term: Float, _ strength: Float, _ plan: NetworkDiagramPlan
  ) -> LineCanvas.Stroke {
    let signed = term > 0 ? strength : -strength
    let glow = plan.size.neuronWidth == 4 ? Glow.coarseLine(signed) : .line(signed)
    return LineCanvas.Stroke(
      style: hasColors ? .glow(glow) : .plain,
      space: hasColors || term > 0 ? 0 : 2, letter: term > 0 ? "+" : "-")
  }
}

// MARK: Neurons

extension NetworkDiagramDrawing {
  private func add(
    _ layer: Int, of diagram: NetworkDiagram, _ plan: NetworkDiagramPlan,
    to canvas: inout NetworkDiagramCanvas
  ) {
    let column = plan.columns[layer - plan.firstLayer]
    let isOutput = layer == diagram.outputLayer
    for index in column.shown {
      guard let line = plan.line(index, of: layer) else { continue }
      let neuron = diagram.layers[layer][index]
      canvas.put([lamp(diagram.hasReached(layer) ? neuron : nil, plan)], column.left, line)
      if isOutput { label(index, of: diagram, plan, column, line, &canvas) }
      if layer == 0, plan.size.valueWidth > 0 {
        canvas.put([Span(Self.number(neuron.activation), .glow(.quiet))], 0, line)
      }
    }
    if column.isCut {
      let line = column.top + column.shown.count * plan.pitch
      let dots = unicode ? "⋮" : ":"
      canvas.put([Span(dots, .glow(.quiet))], column.left + plan.size.neuronWidth / 2, line)
    }
  }

  /// A neuron; one without an activation yet is dark.
  private func lamp(_ neuron: NetworkDiagram.Neuron?, _ plan: NetworkDiagramPlan) -> Span {
    let brightness = neuron?.brightness ?? 0
    let level = min(max(brightness.isNaN ? 0 : brightness, 0), 1)
    if plan.size.neuronWidth == 4 {
      let number = neuron.map { Self.number($0.activation) } ?? (unicode ? "  · " : "  . ")
      return Span(number, hasColors ? .glow(.number(level)) : .plain)
    }
    let glyph = hasColors && unicode ? "▆" : glyph(level)
    return Span(String(repeating: glyph, count: plan.size.neuronWidth), .glow(.lamp(level)))
  }

  /// A neuron where its brightness is no colour.
  private func glyph(_ brightness: Float) -> String {
    switch brightness {
    case 0.75...: unicode ? "▆" : "@"
    case 0.5...: unicode ? "▄" : "O"
    case 0.1...: unicode ? "▂" : "o"
    default: unicode ? "·" : "."
    }
  }

  private func label(
    _ index: Int, of diagram: NetworkDiagram, _ plan: NetworkDiagramPlan,
    _ column: NetworkDiagramPlan.Column, _ line: Int, _ canvas: inout NetworkDiagramCanvas
  ) {
    let isKnown = diagram.hasReached(diagram.outputLayer)
    let right = column.left + plan.size.neuronWidth
    let mark = isKnown ? diagram.mark(of: index) : nil
    var (look, quiet) = (Style.glow(.label), Style.glow(.quiet))
    switch mark {
    case .verdict:
      (look, quiet) = (.glow(.verdict), .glow(.verdict))
      canvas.put([Span("[", look)], column.left - 1, line)
      canvas.put([Span("]", look)], right, line)
    case .asked:
      look = .glow(.asked)
      canvas.put([Span(Self.askedMark, look)], column.left - 1, line)
    case nil: break
    }
    let digits = String(diagram.outputs.count - 1).count
    let number = String(repeating: " ", count: digits - String(index).count) + String(index)
    let value =
      plan.size.valueWidth > 0 && isKnown
      ? " " + Self.number(diagram.outputs[index].activation) : ""
    canvas.put(
      [
        Span(number, look), Span(value, quiet),
      ], right + plan.size.labelGap, line)
  }

  private static let askedMark = ">"

  /// In four columns.
  private static func number(_ value: Float) -> String {
    let text = value.isNaN ? "?" : FieldRowDrawing.short(value)
    return String(repeating: " ", count: max(0, 4 - text.count)) + text
  }
}

// MARK: Words

extension NetworkDiagramDrawing {
  /// What the columns are.
  private func captions(_ diagram: NetworkDiagram, _ plan: NetworkDiagramPlan) -> Line {
    let lefts = plan.columns.map(\.left)
    let isClose = zip(lefts, lefts.dropFirst()).contains { $1 - $0 < 9 }
    var line: Line = []
    if plan.picture != nil {
      let pixels = Number.grouped(diagram.layers[0].count)
      let room = (lefts.first ?? 0) - 4
      let long = "layer 0, \(pixels) pixels"
      line.append(Span(long.count <= room ? long : "layer 0", captionStyle(0, of: diagram)))
    }
    for (index, column) in plan.columns.enumerated() {
      let number = index + plan.firstLayer
      let text = isClose ? String(number) : "layer \(number)"
      let middle = column.left + (plan.size.neuronWidth - text.count) / 2
      let left = max(min(middle, width - text.count), index > 0 ? line.width + 1 : 0)
      line = line.padded(to: left)
      line.append(Span(text, captionStyle(number, of: diagram)))
    }
    return line
  }

  /// The layer where something happens stands out.
  private func captionStyle(_ layer: Int, of diagram: NetworkDiagram) -> Style {
    diagram.reach.map { $0.layer + ($0.isOnTheWay ? 1 : 0) } == layer ? .strong : .faint
  }

  /// What the marks mean, and what is drawn; the latter goes where there is little room. While a pass
  /// is watched it is what happens, in the room that all this takes.
  private func legend(_ diagram: NetworkDiagram, _ plan: NetworkDiagramPlan) -> [Line] {
    let lines = restingLegend(diagram, plan)
    guard let event = diagram.event else { return lines }
    let said = renderer.wrap(event, to: width)
    return lines.indices.map { $0 < said.count ? said[$0] : [] }
  }

  private func restingLegend(_ diagram: NetworkDiagram, _ plan: NetworkDiagramPlan) -> [Line] {
    let cut = leftOut(diagram, plan)
    guard !plan.connections.isEmpty else {
      return renderer.wrap(Prose(diagram.rule(hasLines: false) + cut, .faint), to: width)
    }
    let rule = width < 72 ? "" : diagram.rule(hasLines: true)
    let words = Prose((rule + cut).trimmed, .faint)
    let items =
      samples + marks(diagram) + shades(plan)
      + (words.text.isEmpty ? [] : [renderer.speakable(words)])
    return items.reduce(into: [Line]()) { lines, item in
      if let last = lines.last, last.width + 2 + item.width <= width {
        lines[lines.count - 1] += [Span("  ")] + item
      } else {
        lines += renderer.wrap(item, to: width)
      }
    }
  }

  /// What is not drawn of layers with many neurons.
  private func leftOut(_ diagram: NetworkDiagram, _ plan: NetworkDiagramPlan) -> String {
    let cut = plan.columns.indices.filter { plan.columns[$0].isCut }
    let count = cut.reduce(0) { $0 + plan.columns[$1].count - plan.columns[$1].shown.count }
    return diagram.leftOut(
      count, ofLayers: cut.map { $0 + plan.firstLayer }, hidesLines: plan.hidesLines)
  }

  /// A line of each sign, as they look.
  private var samples: [Line] {
    let (positive, negative) = !unicode ? ("+", "-") : hasColors ? ("━━", "━━") : ("⠒⠒", "⠂⠐")
    func style(_ strength: Float) -> Style { hasColors ? .glow(.line(strength)) : .plain }
    return [
      [Span(positive, style(0.8)), Span(" for", .faint)],
      [Span(negative, style(-0.8)), Span(" against", .faint)],
    ]
  }

  /// What the marks of two outputs mean; one alone needs no words.
  private func marks(_ diagram: NetworkDiagram) -> [Line] {
    guard diagram.hasAskedMark else { return [] }
    let asked: Line = [Span(Self.askedMark, .code), Span(" asked about", .faint)]
    let verdict: Line = [Span("[ ]", .verdict), Span(" what it says", .faint)]
    return [asked] + (diagram.chosen == nil ? [] : [verdict])
  }

  /// Where neurons and pixels have no colours, what their marks mean.
  private func shades(_ plan: NetworkDiagramPlan) -> [Line] {
    let isGlyphs = plan.size.neuronWidth < 4 && !(hasColors && unicode)
    let brightness: [Float] = [1, 0.6, 0.3, 0]
    let lamps: Line = [
      Span(brightness.map(glyph).joined()), Span(" bright to dark", .faint),
    ]
    let mark = HeatMapGlyphs(unicode: unicode).mark
    let starts: Line = [Span(mark), Span(" where a line starts", .faint)]
    let isMarked = !hasColors && plan.picture?.notes.tints.isEmpty == false
    return (isGlyphs ? [lamps] : []) + (isMarked ? [starts] : [])
  }

  /// As many columns as "… 65,536 more" takes.
  private static let moreWidth = 16

  /// Where there is no room for columns: a line for each layer.
  private func rows(_ diagram: NetworkDiagram) -> [Line] {
    diagram.layers.enumerated().map { index, neurons in
      let title = "layer \(index)  "
      guard index > 0 || diagram.picture == nil else {
        return [Span("\(title)\(Number.grouped(neurons.count)) pixels", .faint)]
      }
      let isWhole = title.count + neurons.count <= width
      let room = isWhole ? neurons.count : width - title.count - Self.moreWidth
      let isKnown = diagram.hasReached(index)
      let lamps = neurons.prefix(room).map { glyph(isKnown ? $0.brightness : 0) }
      let more = neurons.count - lamps.count
      return renderer.speakable([
        Span(title, .faint), Span(lamps.joined()),
        Span(more > 0 ? " … \(Number.grouped(more)) more" : "", .faint),
      ])
    }
  }
}
