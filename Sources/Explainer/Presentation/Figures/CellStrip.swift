/// The neurons of a layer in a row: bright or dark where they are computed, empty where not yet.
public struct CellStrip: Equatable, Sendable {
  /// Stands before the cells.
  public var title: String
  /// One a neuron, from 0 to 1; nil for those to come.
  public var cells: [Float?]
  /// The cell to point out.
  public var current: Int

  /// A row of cells.
  public init(_ title: String, cells: [Float?], current: Int) {
    precondition(cells.indices.contains(current))
    self.title = title
    self.cells = cells
    self.current = current
  }

  /// What it shows, in words.
  public var sentence: String {
    let known = cells.compactMap(\.self)
    let bright = known.count { $0 >= 0.5 }
    return
      "\(title): \(known.count) of \(cells.count) computed, \(bright) of them bright; now neuron \(current)"
  }
}
