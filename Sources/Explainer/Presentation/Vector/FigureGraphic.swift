extension Figure {
  /// Room around a picture that stands alone.
  package static let margin = 16.0
  /// Wider, and pictures beside one another would not fit on a page.
  private static let widest = 1100.0

  /// The picture in shapes, without room around it, its size in whole points.
  ///
  /// - Parameter theme: what it is to stand on.
  package func graphic(on theme: TerminalCapabilities.Theme = .light) -> Graphic {
    var graphic = content.graphic(by: Pen(theme: theme))
    graphic.size = Graphic.Size(
      graphic.size.width.rounded(.up), graphic.size.height.rounded(.up))
    return graphic
  }

  /// Several pictures in one, side by side or below one another, on a ground of their own.
  package static func sheet(
    _ figures: [Figure], on theme: TerminalCapabilities.Theme = .light
  ) -> Graphic {
    Graphic.rows(figures.map { $0.graphic(on: theme) }, within: widest, gap: 2 * margin)
      .framed(by: margin, on: Pen(theme: theme).ground)
  }
}
