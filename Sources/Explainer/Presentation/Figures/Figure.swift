/// A picture as a value: what it shows, not how it is drawn.
public enum Figure: Equatable, Sendable {
  case heatMap(HeatMap)
  case barChart(BarChart)
  case gallery([HeatMap])
  case grid(NumberGrid)
  case linePlot(LinePlot)
  case trainingCurves(TrainingCurves)
  case cells(CellStrip)

  /// What the picture shows, for those who cannot see it.
  public var sentence: String {
    switch self {
    case .heatMap(let map): map.sentence
    case .barChart(let chart): chart.sentence
    case .gallery(let maps): "\(maps.count) pictures: " + maps.map(\.title).joined(separator: ", ")
    case .grid(let grid): grid.sentence
    case .linePlot(let plot): plot.sentence
    case .trainingCurves(let curves): curves.sentence
    case .cells(let strip): strip.sentence
    }
  }
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
  public var sentence: String {
    switch scale {
    case .ink:
      let lit = values.count { $0 > 0 }
      return "\(title): \(rows) by \(columns) pixels, \(lit) of them lit"
    case .signed:
      let positive = values.count { $0 > 0 }
      let negative = values.count { $0 < 0 }
      return
        "\(title): \(rows) by \(columns) numbers, \(positive) positive and \(negative) negative"
    }
  }
}

/// One bar a number, with its label and its value.
public struct BarChart: Equatable, Sendable {
  /// One bar.
  public struct Bar: Equatable, Sendable {
    /// What the number belongs to.
    public var label: String
    /// The number.
    public var value: Double

    /// One bar.
    public init(_ label: String, _ value: some BinaryFloatingPoint) {
      self.label = label
      self.value = Double(value)
    }
  }

  /// Shown above the bars.
  public var title: String
  /// From top to bottom.
  public var bars: [Bar]
  /// The bar to point out, if any.
  public var highlighted: Int?

  /// A chart of labelled numbers.
  public init(_ title: String, _ bars: [Bar], highlighted: Int? = nil) {
    self.title = title
    self.bars = bars
    self.highlighted = highlighted
  }

  /// The value that fills the whole length: 1 for activations, the largest size otherwise.
  public var fullLength: Double {
    let largest = bars.reduce(0) { $1.value.isFinite ? max($0, abs($1.value)) : $0 }
    let isActivations = bars.allSatisfy { $0.value >= 0 && $0.value <= 1 }
    return isActivations || largest == 0 ? 1 : largest
  }

  /// What it shows, in words.
  public var sentence: String {
    "\(title): " + bars.map { "\($0.label) is \(Number.shown($0.value))" }.joined(separator: ", ")
  }
}

/// The numbers themselves, in rows and columns with their positions.
public struct NumberGrid: Equatable, Sendable {
  /// Shown above the numbers.
  public var title: String
  /// The number of the first row.
  public var firstRow: Int
  /// The number of the first column.
  public var firstColumn: Int
  /// Row after row, all of one length but for the last, which may be shorter.
  public var rows: [[Double]]

  /// Numbers whose rows and columns are counted from the given ones.
  public init(_ title: String, firstRow: Int, firstColumn: Int, rows: [[some BinaryFloatingPoint]])
  {
    self.title = title
    self.firstRow = firstRow
    self.firstColumn = firstColumn
    self.rows = rows.map { row in row.map { Double($0) } }
  }

  /// What it shows, in words.
  public var sentence: String {
    let columns = rows.first?.count ?? 0
    return "\(title): \(rows.count) rows from \(firstRow), \(columns) columns from \(firstColumn)"
  }
}
