import Core
import Presentation

/// What each pixel adds to the lead of one output over another: by how much the lead shrinks when that
/// pixel alone is darkened.
struct PixelLead {
  /// One a pixel; 0 where it is dark already.
  let parts: [Float]

  /// A reply must not wait for more multiplications.
  private static let most = 4_000_000

  /// Nil where it would take too long to find.
  init?(_ pass: ForwardPass, _ network: Network, of first: Int, over second: Int) {
    let lit = pass.input.indices.filter { pass.input[$0] != 0 }
    let later = network.layers.dropFirst()
    let each = later.reduce(network.layers[0].neurons) { $0 + $1.neurons * $1.inputs }
    guard lit.count <= Self.most / max(each, 1) else { return nil }
    let lead = pass.output[first] - pass.output[second]
    var parts = [Float](repeating: 0, count: pass.input.count)
    for pixel in lit {
      let column = network.layers[0].weights.column(pixel)
      let z = zip(pass.layers[0].z, column).map { $0 - $1 * pass.input[pixel] }
      let start = network.layers[0].activation.values(z)
      let outputs = later.reduce(start) { $1.pass($0).a }
      parts[pixel] = lead - (outputs[first] - outputs[second])
    }
    guard parts.allSatisfy(\.isFinite) else { return nil }
    self.parts = parts
  }

  /// The lead as a picture, with the names of what its signs are for.
  func picture(_ first: Int, _ second: Int) -> HeatMap {
    HeatMap(
      "what each pixel adds", rows: Digit.side, columns: Digit.side, values: parts, scale: .signed
    )
    .noted { $0.legend = .init("for \(first)", "for \(second)") }
  }

  /// Pixels on a side of the square that is named.
  private static let side = 4

  /// Where the ink does most for one and for the other.
  func sentence(_ first: Int, _ second: Int) -> String {
    let locations = [(first, location(1)), (second, location(-1))].compactMap { output, location in
      location.map { "for \(output) in \($0)" }
    }
    return locations.isEmpty ? "" : "The ink does most \(locations.joined(separator: "; "))."
  }

  /// The square with the largest sum of one sign; nil where there is none of that sign.
  private func location(_ sign: Float) -> String? {
    let starts = 0...(Digit.side - Self.side)
    var best: (sum: Float, row: Int, column: Int) = (0, 0, 0)
    for row in starts {
      for column in starts {
        var sum: Float = 0
        for y in row..<row + Self.side {
          for x in column..<column + Self.side { sum += max(0, sign * parts[y * Digit.side + x]) }
        }
        if sum > best.sum { best = (sum, row, column) }
      }
    }
    func span(_ start: Int) -> String { "\(start)–\(start + Self.side - 1)" }
    return best.sum > 0 ? "rows \(span(best.row)), columns \(span(best.column))" : nil
  }
}
