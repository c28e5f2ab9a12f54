extension NetworkDiagram {
  func graphic(by pen: Pen) -> Graphic { NetworkDiagramVector(self).drawing(pen) }
}

/// Draws a network at work like the film: layer 0, columns of neurons as bright as their activations,
/// and the strongest terms as lines, the wider the stronger.
struct NetworkDiagramVector {
  private let diagram: NetworkDiagram
  private let connections: [NetworkDiagram.Connection]
  /// One for each layer that is not a picture.
  private let columns: [Column]
  private let firstLayer: Int
  /// Layer 0, if it is a picture.
  private let picture: Graphic.Box?
  private let size: Graphic.Size
  /// It stands on dark paper on every ground.
  private let pen = Pen.onDark

  private struct Column {
    /// The neurons shown, from top to bottom.
    var shown: [Int]
    var count: Int
    var x: Double
    /// The middle of the first.
    var top: Double
    var pitch: Double

    var isCut: Bool { shown.count < count }
  }

  private static let fanOut = NetworkDiagram.FanOut.most
  private static let margin = 24.0
  private static let pixel = 8.0
  private static let radius = 9.0
  private static let height = 400.0
  /// Room for captions below.
  private static let captions = 26.0
  private static let mostPitch = 34.0
  /// From one layer to the next.
  private static let gap = 140.0
  /// More neurons in a column would touch.
  private static let mostShown = 18

  init(_ diagram: NetworkDiagram) {
    self.diagram = diagram
    let connections = diagram.traced(Self.fanOut)
    let firstLayer = diagram.picture == nil ? 0 : 1
    let middle = Self.margin + Self.height / 2
    picture = diagram.picture.map { map in
      let side = Self.pixel * 28 / Double(max(map.rows, map.columns, 1))
      let (width, height) = (Double(map.columns) * side, Double(map.rows) * side)
      return Graphic.Box(Self.margin, middle - height / 2, width, height)
    }
    let start = picture.map { $0.right + Self.gap * 0.8 } ?? Self.margin + 60
    columns = diagram.layers.indices.dropFirst(firstLayer).map { layer in
      let count = diagram.layers[layer].count
      let shown = diagram.shown(layer, atMost: Self.mostShown, with: connections)
      let slots = Double(shown.count - 1 + (shown.count < count ? 1 : 0))
      let pitch = min(Self.mostPitch, (Self.height - 2 * Self.radius) / max(slots, 1))
      return Column(
        shown: shown, count: count, x: start + Double(layer - firstLayer) * Self.gap,
        top: middle - slots * pitch / 2, pitch: pitch)
    }
    size = Graphic.Size(
      (columns.last?.x ?? start) + Self.radius + 96, Self.height + 2 * Self.margin + Self.captions)
    self.connections = connections
    self.firstLayer = firstLayer
  }

  /// The network on its paper, and under it what the lines mean.
  func drawing(_ outer: Pen) -> Graphic {
    var drawing = Graphic(
      size, [.box(Graphic.Box(0, 0, size.width, size.height), Pen.darkPaper, corner: 10)])
    drawing.shapes += layerZero + lines
    for layer in diagram.layers.indices.dropFirst(firstLayer) {
      drawing.shapes += neurons(layer) + [caption(layer)]
    }
    let legend = outer.legend(
      connections.isEmpty
        ? []
        : [
          (outer.swatch(stroke(1, 0.6)), "for"), (outer.swatch(stroke(-1, 0.6)), "against"),
        ] + marks, within: size.width)
    let words = outer.paragraph(
      diagram.rule(hasLines: !connections.isEmpty) + leftOut,
      within: size.width, outer.paint(.quiet))
    return .column([drawing, legend, words], gap: Pen.gap)
  }

  // MARK: Layer 0

  /// The picture, with the pixels tinted where lines start.
  private var layerZero: [Graphic.Shape] {
    guard let map = diagram.picture, let picture else { return [] }
    let side = picture.width / Double(max(map.columns, 1))
    let tinted = map.noted { notes in
      notes = PictureNotes()
      for source in connections where source.layer == 1 {
        notes.tints[source.from] = source.term > 0 ? 1 : -1
      }
    }
    let colors = tinted.pixels(SignedScale([])).map { pen.paint($0).rgb }
    let corners = [
      (picture.left, picture.top), (picture.right, picture.top), (picture.right, picture.bottom),
      (picture.left, picture.bottom), (picture.left, picture.top),
    ].map { Graphic.Point($0.0, $0.1) }
    return [
      .squares(
        Graphic.Squares(
          at: Graphic.Point(picture.left, picture.top), side: side, columns: map.columns, colors)),
      .line(corners, Graphic.Stroke(pen.paint(.track), width: 1)),
      pen.text(
        "layer 0, \(counted(map.values.count, "pixel"))", picture.left + picture.width / 2,
        captionLine, .middle, pen.paint(.quiet)),
    ]
  }

  // MARK: Lines

  /// The weakest first, so that the strongest lie over them.
  private var lines: [Graphic.Shape] {
    var largest: [Int: Float] = [:]
    for connection in connections {
      largest[connection.layer] = max(largest[connection.layer] ?? 0, abs(connection.term))
    }
    return connections.strongestFirst.reversed().compactMap { connection in
      guard let from = position(connection.from, of: connection.layer - 1),
        let to = position(connection.to, of: connection.layer)
      else { return nil }
      let strength = NetworkDiagram.lineStrength(
        of: connection.term, largest: largest[connection.layer] ?? 1)
      return .line([from, to], stroke(connection.term, strength))
    }
  }

  private func stroke(_ term: Float, _ strength: Float) -> Graphic.Stroke {
    Graphic.Stroke(
      pen.paint(.signed(term > 0 ? strength : -strength)), width: 0.6 + 2.6 * Double(strength),
      dash: term > 0 ? nil : .init(on: 6, off: 5))
  }

  /// The middle of a neuron or of a pixel; nil where it is not shown.
  private func position(_ index: Int, of layer: Int) -> Graphic.Point? {
    if layer < firstLayer, let picture, let map = diagram.picture {
      let side = picture.width / Double(map.columns)
      let (row, column) = index.quotientAndRemainder(dividingBy: map.columns)
      return Graphic.Point(
        picture.left + (Double(column) + 0.5) * side, picture.top + (Double(row) + 0.5) * side)
    }
    let column = columns[layer - firstLayer]
    return column.shown.firstIndex(of: index).map {
      Graphic.Point(column.x, column.top + Double($0) * column.pitch)
    }
  }
}

// MARK: Neurons

extension NetworkDiagramVector {
  private func neurons(_ layer: Int) -> [Graphic.Shape] {
    let column = columns[layer - firstLayer]
    let isOutput = layer == diagram.outputLayer
    var shapes: [Graphic.Shape] = []
    for index in column.shown {
      guard let center = position(index, of: layer) else { continue }
      let neuron = diagram.layers[layer][index]
      let level = min(max(neuron.brightness.isNaN ? 0 : neuron.brightness, 0), 1)
      let radius = min(Self.radius, column.pitch * 0.42)
      shapes.append(
        .disc(
          center, radius: radius, fill: pen.paint(.ink(level)),
          rim: Graphic.Stroke(pen.paint(.bar), width: 1)))
      if isOutput {
        shapes += label(index, neuron, center)
      } else if layer == 0 {
        shapes.append(
          pen.text(
            Self.number(neuron.activation), center.x - Self.radius - 8, center.y + 4, .end,
            pen.paint(.quiet)))
      }
    }
    if column.isCut {
      let y = column.top + Double(column.shown.count) * column.pitch
      shapes += [-5, 0, 5].map {
        .disc(Graphic.Point(column.x, y + $0), radius: 1.2, fill: pen.paint(.quiet))
      }
    }
    return shapes
  }

  /// An output's number and its value: the network's answer in a ring, one that was asked about in a
  /// square.
  private func label(
    _ index: Int, _ neuron: NetworkDiagram.Neuron, _ center: Graphic.Point
  ) -> [Graphic.Shape] {
    let mark = diagram.mark(of: index)
    let isChosen = mark == .verdict
    let paint = pen.paint(isChosen ? .verdict : .quiet)
    return (mark.map { [shape(of: $0, center)] } ?? []) + [
      pen.text(
        String(index), center.x + Self.radius + 10, center.y + 4.5, size: 13, bold: isChosen,
        isChosen ? paint : pen.ink),
      pen.text(
        Self.number(neuron.activation), center.x + Self.radius + 66, center.y + 4.5, .end, paint),
    ]
  }

  private func shape(
    of mark: NetworkDiagram.Mark, _ center: Graphic.Point, reach: Double = radius + 4
  ) -> Graphic.Shape {
    switch mark {
    case .verdict:
      return .disc(
        center, radius: reach, fill: nil, rim: Graphic.Stroke(pen.paint(.verdict), width: 2))
    case .asked:
      let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
        Graphic.Point(center.x + $0.0 * reach, center.y + $0.1 * reach)
      }
      return .line(corners, Graphic.Stroke(pen.paint(.hand), width: 2))
    }
  }

  /// What the marks of two outputs mean; one alone needs no words.
  private var marks: [(sample: Graphic, name: String)] {
    guard diagram.hasAskedMark else { return [] }
    let (side, middle) = (Pen.lineHeight, Pen.lineHeight / 2)
    func sample(_ mark: NetworkDiagram.Mark) -> Graphic {
      let paper = Graphic.Box(0, 0, side, side)
      let sign = shape(of: mark, Graphic.Point(middle, middle), reach: middle - 3)
      return Graphic(
        Graphic.Size(side, side), [.box(paper, Pen.darkPaper, corner: 2), sign])
    }
    return [(sample(.asked), "asked about")]
      + (diagram.chosen == nil ? [] : [(sample(.verdict), "what the network says")])
  }

  private static func number(_ value: Float) -> String {
    value.isNaN ? "?" : FieldRowDrawing.short(value)
  }

  // MARK: Words

  private var captionLine: Double { size.height - 18 }

  private func caption(_ layer: Int) -> Graphic.Shape {
    pen.text(
      "layer \(layer)", columns[layer - firstLayer].x, captionLine, .middle, pen.paint(.quiet))
  }

  /// What is not drawn of layers with many neurons.
  private var leftOut: String {
    let cut = columns.indices.filter { columns[$0].isCut }
    guard !cut.isEmpty else { return "" }
    let count = cut.reduce(0) { $0 + columns[$1].count - columns[$1].shown.count }
    return diagram.leftOut(
      count, ofLayers: cut.map { $0 + firstLayer }, hidesLines: hidesLines)
  }

  /// Whether there are lines that would end at neurons left out.
  private var hidesLines: Bool {
    connections.contains {
      position($0.from, of: $0.layer - 1) == nil || position($0.to, of: $0.layer) == nil
    }
  }
}
