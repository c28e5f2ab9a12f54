/// Several pictures of one kind, small and side by side.
struct Gallery: Equatable, Sendable {
  let maps: [HeatMap]

  init(_ maps: [HeatMap]) { self.maps = maps }

  /// What it shows, in words.
  var sentence: String {
    "\(maps.count) pictures: " + maps.map(\.title).joined(separator: ", ")
  }
}

extension Gallery: FigureContent {
  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    HeatMapDrawing(renderer: renderer, width: width).draw(maps)
  }
}
