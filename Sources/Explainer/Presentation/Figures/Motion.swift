/// How a figure comes to what it shows: an order of events, where there is one.
///
/// It is something to watch and says nothing of its own: whoever reads, hears or keeps a reply has the
/// figure alone, which stands without what was before it.
package struct Motion: Sendable {
  /// What is shown before the figure itself, one after another, each as large as the figure.
  package let moments: [Figure]
  /// How long each of them stands.
  package let pause: Duration
}

extension Prose {
  /// The same, said only when all that moves above it has come to rest.
  package var asOutcome: Prose {
    Prose(
      spans.map { span in
        var span = span
        span.isOutcome = true
        return span
      })
  }
}

extension Block {
  /// The block with each of its pictures changed.
  package func mappingFigures(_ change: (Figure) -> Figure) -> Block {
    func changed(_ blocks: [Block]) -> [Block] { blocks.map { $0.mappingFigures(change) } }
    return switch self {
    case .heading, .prose, .lines, .table, .step: self
    case .figure(let figure): .figure(change(figure))
    case .tight(let blocks): .tight(changed(blocks))
    case .spare(let blocks): .spare(changed(blocks))
    case .beside(let groups): .beside(groups.map(changed))
    case .layouts(let layouts):
      .layouts(
        layouts.map { Layout(columns: $0.columns, rows: $0.rows, changed($0.blocks)) })
    case .fitting(let arrangements): .fitting(arrangements.map(changed))
    }
  }

  /// The block with nothing in it that moves.
  package var still: Block { mappingFigures(\.still) }

  /// All pictures in it, in every layout.
  var allFigures: [Figure] {
    switch self {
    case .heading, .prose, .lines, .table, .step: []
    case .figure(let figure): [figure]
    case .tight(let blocks), .spare(let blocks): blocks.flatMap(\.allFigures)
    case .beside(let groups): groups.joined().flatMap(\.allFigures)
    case .layouts(let layouts): layouts.flatMap(\.blocks).flatMap(\.allFigures)
    case .fitting(let arrangements): arrangements.joined().flatMap(\.allFigures)
    }
  }
}
