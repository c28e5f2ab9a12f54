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
    let bright = cells.indices.filter { (cells[$0] ?? 0) >= 0.5 }.map(String.init)
    let names =
      bright.isEmpty
      ? "none of them" : bright.count == 1 ? "only \(bright[0])" : bright.joined(separator: ", ")
    let light = known.isEmpty ? "" : "; \(names) at 0.5 or more"
    return
      "\(title): \(known.count) of \(counted(cells.count, "neuron")) computed\(light); the one in turn is neuron \(current)"
  }
}
