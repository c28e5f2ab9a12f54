/// Draws figures: as pixels over the cells that they would take as characters, where a terminal shows
/// pictures, else as those characters. Either way they take the same room.
struct FigureImageDrawing {
  let renderer: TextRenderer

  private var capabilities: TerminalCapabilities { renderer.capabilities }

  /// A figure in lines no wider than `width`.
  func draw(_ figure: Figure, width: Int) -> [Line] {
    let lines = figure.content.drawn(by: renderer, width: width)
    guard let images = capabilities.images, figure.isBestInPixels else { return lines }
    return image(of: figure, over: lines, images) ?? lines
  }

  /// What is written in a picture is at least this part of a row high.
  private static let leastText = 0.35

  private func image(
    of figure: Figure, over lines: [Line], _ images: TerminalImages
  ) -> [Line]? {
    let (columns, rows) = (lines.map(\.width).max() ?? 0, lines.count)
    // All of it has to be on the screen at once.
    guard columns > 0, rows > 1, rows < capabilities.rows ?? .max else { return nil }
    let graphic = figure.graphic(on: capabilities.theme)
    let (width, height) = (columns * images.cell.width, rows * images.cell.height)
    let scale = min(Double(width) / graphic.size.width, Double(height) / graphic.size.height)
    guard Pen.usual * scale >= Self.leastText * Double(images.cell.height) else { return nil }
    let pixmap = graphic.pixmap(scale: scale).fitted(width: width, height: images.by.whole(height))
    let sequence = images.drawing(
      pixmap, columns: columns, rows: rows, on: Pen(theme: capabilities.theme).ground.rgb)
    let blank = String(repeating: " ", count: columns)
    return (1...rows).map { [Span(blank, .image($0 == rows ? sequence : ""))] }
  }
}

extension ImageProtocol {
  /// As many rows of pixels as can be drawn without touching those below.
  fileprivate func whole(_ height: Int) -> Int {
    switch self {
    case .kitty, .iterm: height
    case .sixel: height / 6 * 6
    }
  }
}

extension Pixmap {
  /// The picture from its upper left corner, cut or with room on the right and below.
  fileprivate func fitted(width: Int, height: Int) -> Pixmap {
    guard (width, height) != (self.width, self.height) else { return self }
    var fitted = Pixmap(width: width, height: height)
    let length = 4 * min(width, self.width)
    for row in 0..<min(height, self.height) {
      let (from, to) = (4 * row * self.width, 4 * row * width)
      fitted.bytes.replaceSubrange(to..<to + length, with: bytes[from..<from + length])
    }
    return fitted
  }
}

extension Figure {
  /// Whether it shows more in pixels than in characters: lists of bars and numbers do not.
  fileprivate var isBestInPixels: Bool { type(of: content).isBestInPixels }
}

extension FigureContent {
  static var isBestInPixels: Bool { false }
}

extension HeatMap { static var isBestInPixels: Bool { true } }
extension Gallery { static var isBestInPixels: Bool { true } }
extension NetworkDiagram { static var isBestInPixels: Bool { true } }
extension LinePlot { static var isBestInPixels: Bool { true } }
extension TrainingCurves { static var isBestInPixels: Bool { true } }
extension Histogram { static var isBestInPixels: Bool { true } }
