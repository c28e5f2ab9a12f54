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
  private static let leastText = 0.25

  private func image(
    of figure: Figure, over lines: [Line], _ images: TerminalImages
  ) -> [Line]? {
    let (columns, rows) = (lines.map(\.width).max() ?? 0, lines.count)
    // All of it has to be on the screen at once.
    guard columns > 0, rows > 1, rows < capabilities.rows ?? .max else { return nil }
    let graphic = figure.graphic(on: capabilities.theme)
    let image = FigureImage(graphic: graphic, columns: columns, rows: rows)
    guard graphic.size.width > 0, graphic.size.height > 0,
      Pen.usual * image.scale(images.cell) >= Self.leastText * Double(images.cell.height)
    else { return nil }
    let blank = String(repeating: " ", count: columns)
    return (1...rows).map { row in
      var part = image
      part.isLastRow = row == rows
      return [Span(blank, .image(part))]
    }
  }
}

/// A figure to be drawn over so many cells. It is made into pixels only where it is shown: to find how
/// a page fits a window, its parts are laid out many times.
struct FigureImage: Equatable {
  let graphic: Graphic
  let columns: Int
  let rows: Int
  /// Whether its cells are all on the screen once this row is, so that it can be drawn.
  var isLastRow = false

  /// How many pixels a point takes, so that all of it is seen.
  func scale(_ cell: CellSize) -> Double {
    min(
      Double(columns * cell.width) / graphic.size.width,
      Double(rows * cell.height) / graphic.size.height)
  }

  /// What draws it; nil in rows before the last.
  func sequence(_ images: TerminalImages, _ theme: TerminalCapabilities.Theme) -> String? {
    guard isLastRow else { return nil }
    var smallest: String?
    for fineness in ImageFineness.all {
      let text = sequence(images, theme, fineness)
      guard text.utf8.count > Self.mostBytes else { return text }
      smallest = text
    }
    return smallest
  }

  /// The most bytes that draw a picture.
  static let mostBytes = 20_000

  private func sequence(
    _ images: TerminalImages, _ theme: TerminalCapabilities.Theme, _ fineness: ImageFineness
  ) -> String {
    let share = fineness.scale
    let (width, height) = (columns * images.cell.width, rows * images.cell.height)
    let drawn = graphic.pixmap(scale: scale(images.cell) * share)
    let pixmap =
      switch images.by {
      // The terminal makes it as large as its cells.
      case .kitty, .iterm:
        drawn.fitted(
          width: max(Int(nearest: Double(width) * share), 1),
          height: max(Int(nearest: Double(height) * share), 1))
      case .sixel: drawn.fitted(width: width, height: height / 6 * 6)
      }
    return images.drawing(
      pixmap, columns: columns, rows: rows, on: Pen(theme: theme).ground.rgb,
      colors: fineness.colors)
  }
}

/// How finely a picture is drawn: where one is too much to send, it has fewer colours, then fewer
/// pixels.
private struct ImageFineness {
  /// From 2 to 256.
  let colors: Int
  /// The part of the pixels that it could have across and down.
  let scale: Double

  /// From the finest to the coarsest.
  static let all = [
    ImageFineness(colors: 64, scale: 1), ImageFineness(colors: 32, scale: 1),
    ImageFineness(colors: 32, scale: 0.7), ImageFineness(colors: 24, scale: 0.5),
    ImageFineness(colors: 16, scale: 0.35), ImageFineness(colors: 16, scale: 0.2),
  ]
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
  /// Lists of bars and numbers are as good as text.
  static var isBestInPixels: Bool { false }
}

extension HeatMap { static var isBestInPixels: Bool { true } }
extension Gallery { static var isBestInPixels: Bool { true } }
extension NetworkDiagram { static var isBestInPixels: Bool { true } }
extension LinePlot { static var isBestInPixels: Bool { true } }
extension TrainingCurves { static var isBestInPixels: Bool { true } }
extension Histogram { static var isBestInPixels: Bool { true } }
