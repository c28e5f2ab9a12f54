/// Several pictures of one kind, small and side by side.
struct Gallery: Equatable, Sendable {
  let maps: [HeatMap]

  init(_ maps: [HeatMap]) { self.maps = maps }

  /// What it shows, in words.
  var sentence: String {
    ([counted(maps.count, "picture")] + maps.map(\.sentence)).joined(separator: "\n")
  }
}

extension Gallery: FigureContent {
  static var kind: String { "gallery" }

  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    HeatMapDrawing(renderer: renderer, width: width).draw(maps)
  }
}
