/// A picture as a value: what it shows, not how it is drawn.
///
/// A new kind is a file with the value and its `sentence`, a file that draws it in characters and one
/// that draws it in shapes, and a line here.
public struct Figure: Equatable, Sendable {
  /// What is shown.
  let content: any FigureContent
  /// How it comes to that, where it is worth watching.
  package private(set) var motion: Motion?

  package static func heatMap(_ map: HeatMap) -> Self { Self(content: map) }
  package static func barChart(_ chart: BarChart) -> Self { Self(content: chart) }
  package static func gallery(_ maps: [HeatMap]) -> Self { Self(content: Gallery(maps)) }
  package static func grid(_ grid: NumberGrid) -> Self { Self(content: grid) }
  package static func linePlot(_ plot: LinePlot) -> Self { Self(content: plot) }
  package static func trainingCurves(_ curves: TrainingCurves) -> Self { Self(content: curves) }
  package static func histogram(_ histogram: Histogram) -> Self { Self(content: histogram) }
  package static func scatterPlot(_ plot: ScatterPlot) -> Self { Self(content: plot) }
  package static func cells(_ strip: CellStrip) -> Self { Self(content: strip) }
  package static func network(_ diagram: NetworkDiagram) -> Self { Self(content: diagram) }

  /// What one sees in the picture, for those who cannot.
  public var sentence: String { content.sentence }

  /// What kind of picture it is, for programs.
  package var kind: String { type(of: content).kind }

  /// What is shown, where it is of that kind.
  package func content<Content>(as kind: Content.Type) -> Content? { content as? Content }

  /// The same picture in fewer rows, where it can be had.
  package var low: Figure {
    if let plot = content(as: ScatterPlot.self) { return .scatterPlot(plot.low) }
    guard let plot = content(as: LinePlot.self) else { return self }
    let before = motion.map { $0.moments.map(\.low) } ?? []
    return Figure.linePlot(plot.low).moving(from: before, pause: motion?.pause ?? .zero)
  }

  /// The same, shown after other pictures of its size.
  package func moving(from moments: [Figure], pause: Duration) -> Figure {
    var figure = self
    figure.motion = moments.isEmpty ? nil : Motion(moments: moments, pause: pause)
    return figure
  }

  /// The same at rest.
  package var still: Figure { Figure(content: content) }

  /// Whether both show the same in the end.
  public static func == (first: Figure, second: Figure) -> Bool {
    first.content.isEqual(to: second.content)
  }
}

/// What every kind of figure has: a value, words for it, and a drawing of it.
protocol FigureContent: Equatable, Sendable {
  /// What programs call it.
  static var kind: String { get }
  /// Whether it shows more in pixels than in characters.
  static var isBestInPixels: Bool { get }
  /// What one sees in the picture: true of all its values, whatever they are.
  var sentence: String { get }
  /// The picture in characters, no line wider than so many columns.
  func drawn(by renderer: TextRenderer, width: Int) -> [Line]
  /// The picture in shapes, for files and images.
  func graphic(by pen: Pen) -> Graphic
}

extension FigureContent {
  func isEqual(to other: any FigureContent) -> Bool { (other as? Self) == self }
}

/// A grid of numbers shown as brightness (ink) or as strength and sign (weights).
public struct HeatMap: Equatable, Sendable {
  /// What a number looks like.
  public enum Scale: Equatable, Sendable {
    /// 0 is black, 1 is white.
    case ink
    /// Two hues that no kind of eyes confuses, one above 0 and one below; stronger for larger sizes.
    case signed
  }

  /// Shown above the picture.
  public var title: String
  /// Rows of the grid.
  public let rows: Int
  /// Columns of the grid.
  public let columns: Int
  /// Row after row.
  public let values: [Float]
  /// What a number looks like.
  public let scale: Scale
  /// What is shown beside the numbers.
  public var notes = PictureNotes()

  /// A picture of a grid of numbers, given row after row.
  public init(_ title: String, rows: Int, columns: Int, values: [Float], scale: Scale) {
    precondition(values.count == rows * columns)
    self.title = title
    self.rows = rows
    self.columns = columns
    self.values = values
    self.scale = scale
  }

  /// What it shows, in words.
  public var sentence: String { HeatMapStory(self).sentence }
}

extension HeatMap: FigureContent {
  static var kind: String { "picture" }

  func drawn(by renderer: TextRenderer, width: Int) -> [Line] {
    HeatMapDrawing(renderer: renderer, width: width).draw(self)
  }
}
