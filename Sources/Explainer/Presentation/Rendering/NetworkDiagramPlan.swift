import Core

/// Where everything of a drawn network stands: in columns and lines, counted from the top left.
struct NetworkDiagramPlan {
  /// A layer as it is drawn.
  struct Column {
    /// The neurons shown, from top to bottom; of a layer with too many some are left out.
    var shown: [Int]
    /// How many the layer has.
    var count: Int
    /// Its first column, and the line of its first neuron.
    var left: Int
    var top: Int

    var isCut: Bool { shown.count < count }
  }

  /// How large it is drawn.
  struct Size {
    var neuronWidth: Int
    /// Columns between two layers: at most, at least.
    var gaps: (most: Int, least: Int)
    var lines: Int
    /// Lines from one neuron to the next.
    var leastPitch: Int
    var mostPitch: Int
    /// Whether layer 0 is drawn at half its size, or at twice its size.
    var picture: Picture
    var fanOut: NetworkDiagram.FanOut
    /// Columns from an output to its number, the bracket between them included.
    var labelGap: Int
    /// Columns for the value of an output beside it, and of an input that is no pixel.
    var valueWidth: Int

    enum Picture { case halved, usual, doubled }

    static let large = Size(
      neuronWidth: 4, gaps: (20, 8), lines: 31, leastPitch: 2, mostPitch: 4, picture: .doubled,
      fanOut: .init(5, 3, 2), labelGap: 2, valueWidth: 0)
    static let usual = Size(
      neuronWidth: 2, gaps: (16, 5), lines: 16, leastPitch: 1, mostPitch: 3, picture: .usual,
      fanOut: .init(4, 3, 2), labelGap: 2, valueWidth: 5)
    static let narrow = Size(
      neuronWidth: 2, gaps: (9, 3), lines: 16, leastPitch: 1, mostPitch: 3, picture: .halved,
      fanOut: .init(3, 2, 1), labelGap: 1, valueWidth: 0)
  }

  let size: Size
  let connections: [NetworkDiagram.Connection]
  /// Layer 0 as it is drawn, if it is a picture, and its first line.
  let picture: HeatMap?
  private(set) var pictureTop = 0
  private let window: PictureWindow?
  /// A column for each layer that is not a picture.
  private(set) var columns: [Column] = []
  let firstLayer: Int
  let pitch: Int
  private(set) var height = 0
  private(set) var width = 0

  /// The largest that fits; nil where none does.
  static func fitting(_ diagram: NetworkDiagram, width: Int, unicode: Bool) -> Self? {
    var sizes: [Size] = (diagram.isLarge ? [.large] : []) + [.usual, .narrow]
    if !unicode {
      // Lines of whole characters cover one another.
      for index in sizes.indices { sizes[index].fanOut = .init(3, 2, 1) }
    }
    return sizes.lazy.compactMap { Self(diagram, $0, room: width) }.first
  }

  private init?(_ diagram: NetworkDiagram, _ size: Size, room: Int) {
    self.size = size
    let traced = diagram.traced(size.fanOut)
    connections = traced
    firstLayer = diagram.picture == nil ? 0 : 1
    let window = diagram.picture.map { PictureWindow($0, size.picture) }
    self.window = window
    picture = diagram.picture.flatMap { map in
      window.map { $0.picture(of: map, sources: traced.filter { $0.layer == 1 }) }
    }
    let counts = diagram.layers[firstLayer...].map(\.count)
    let slots = (size.lines - 1) / size.leastPitch + 1
    let most = min(counts.max() ?? 1, slots)
    pitch = most > 1 ? min(size.mostPitch, (size.lines - 1) / (most - 1)) : 1
    let label = String(diagram.outputs.count - 1).count
    let before = window?.width ?? size.valueWidth
    let gapCount = counts.count - (window == nil ? 1 : 0)
    // A bracket before the output that is marked, and behind it another, its number and its value.
    let fixed =
      before + counts.count * size.neuronWidth + 1 + size.labelGap + label + size.valueWidth
    let gap = gapCount > 0 ? min((room - fixed) / gapCount, size.gaps.most) : 0
    guard gap >= size.gaps.least || gapCount == 0 && fixed <= room else { return nil }
    arrange(diagram, slots: slots, before: before, gap: gap)
    width = fixed + gap * gapCount
  }

  private mutating func arrange(_ diagram: NetworkDiagram, slots: Int, before: Int, gap: Int) {
    var left = before + (window == nil ? 0 : gap)
    for layer in diagram.layers.indices.dropFirst(firstLayer) {
      if layer == diagram.outputLayer { left += 1 }
      columns.append(
        Column(
          shown: diagram.shown(layer, atMost: slots, with: connections),
          count: diagram.layers[layer].count, left: left,
          top: 0))
      left += size.neuronWidth + gap
    }
    height = max(columns.map(lines).max() ?? 0, window?.lines ?? 0)
    for index in columns.indices { columns[index].top = (height - lines(columns[index])) / 2 }
    pictureTop = (height - (window?.lines ?? 0)) / 2
  }

  /// The lines of a column, that of the dots for what is left out included.
  private func lines(_ column: Column) -> Int {
    (column.shown.count - 1) * pitch + 1 + (column.isCut ? pitch : 0)
  }
}

// MARK: Ends of lines

extension NetworkDiagramPlan {
  /// A place at the edge of a neuron or of the picture.
  struct Anchor {
    var column: Int
    var line: Int
  }

  /// The line a neuron stands on; nil where it is not shown.
  func line(_ neuron: Int, of layer: Int) -> Int? {
    let column = columns[layer - firstLayer]
    return column.shown.firstIndex(of: neuron).map { column.top + $0 * pitch }
  }

  /// Whether there are lines that would end at neurons left out.
  var hidesLines: Bool { connections.contains { ends($0, isMarked: false) == nil } }

  /// From the column after where a term comes from to the one before the neuron that adds it.
  func ends(_ connection: NetworkDiagram.Connection, isMarked: Bool) -> (from: Anchor, to: Anchor)?
  {
    guard let end = line(connection.to, of: connection.layer) else { return nil }
    let target = columns[connection.layer - firstLayer]
    let to = Anchor(column: target.left - (isMarked ? 2 : 1), line: end)
    let layer = connection.layer - 1
    guard layer < firstLayer, let window else {
      guard let start = line(connection.from, of: layer) else { return nil }
      let source = columns[layer - firstLayer]
      return (Anchor(column: source.left + size.neuronWidth, line: start), to)
    }
    return (Anchor(column: window.width, line: pictureTop + window.line(of: connection.from)), to)
  }
}
