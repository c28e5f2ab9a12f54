import Core
import Presentation

/// The outputs of two passes, and their differences.
struct OutputsTable {
  let table: Table

  /// More would fill the screen.
  private static let most = 12

  init(_ passes: [ForwardPass], names: (String, String)) {
    let (first, second) = (passes[0].output, passes[1].output)
    let largest = zip(first, second).reduce(Float(0)) { max($0, abs($1.1 - $1.0)) }
    var table = Table(.leading, .decimal, .decimal, .decimal, .leading, reading: .headed)
    table.add(
      "output", Prose(names.0.excerpt(upTo: 12)), Prose(names.1.excerpt(upTo: 12)), "difference")
    for index in first.indices.prefix(Self.most) {
      let difference = second[index] - first[index]
      let style: Prose.Style =
        difference > 0 ? .positive(1) : difference < 0 ? .negative(1) : .plain
      func mark(_ outputs: [Float]) -> Prose {
        Prose(Number.shown(outputs[index]), outputs[index] == outputs.max() ? .strong : .plain)
      }
      let share = largest > 0 && largest.isFinite ? abs(difference) / largest : 0
      table.rows.append(
        .cells([
          .text(Prose(String(index))), .text(mark(first)), .text(mark(second)),
          .text(Prose(Number.shown(difference), style)), .bar(share),
        ]))
    }
    self.table = table
  }
}

/// What the layers of two passes hold, and where they differ.
struct LayerMaps {
  /// For each layer the second's activations less the first's.
  let differences: [[Float]]
  private let passes: [ForwardPass]

  init(_ passes: [ForwardPass]) {
    self.passes = passes
    differences = zip(passes[0].layers, passes[1].layers).map { first, second in
      zip(first.a, second.a).map { $1 - $0 }
    }
  }

  /// More in a row would not fit.
  private static let most = 32

  var blocks: [Block] {
    differences.enumerated().filter { $1.count <= Self.most }.flatMap { index, values -> [Block] in
      let (first, second) = (passes[0].layers[index].a, passes[1].layers[index].a)
      func map(_ title: String, _ values: [Float], _ scale: HeatMap.Scale) -> Block {
        .figure(
          .heatMap(HeatMap(title, rows: 1, columns: values.count, values: values, scale: scale)))
      }
      return [
        .tight([
          map("layer \(index + 1): first", first, .ink), map("second", second, .ink),
          map("second − first", values, .signed),
        ])
      ]
    }
  }

  /// Which neuron of a hidden layer tells the two apart most.
  var sentence: Prose {
    let hidden = differences.dropLast().enumerated().compactMap {
      index, values -> (Int, Int, Float)? in
      let sizes = values.map(\.magnitude)
      let most = sizes.indexOfLargest
      return sizes.isEmpty || !(sizes[most] > 0) ? nil : (index + 1, most, values[most])
    }
    guard !hidden.isEmpty else { return "No hidden neuron differs." }
    let names = hidden.map { layer, neuron, difference in
      "\(layer).\(neuron) (\(difference > 0 ? "+" : "")\(Number.shown(difference)))"
    }
    return
      "The hidden \(hidden.count == 1 ? "neuron that differs" : "neurons that differ") most, layer by layer: \(listed(names))."
  }
}

extension String {
  /// With a capital at its start.
  var asSentence: Prose { Prose(prefix(1).uppercased() + dropFirst()) }
}
