import Foundation
import Testing

@testable import Formulas

/// Slopes of 1,000 formulas of chance, which keep away from corners: as PyTorch finds them, and as
/// turning an entry a little up and down does. `make_slopes.py` beside the fixture says how they were
/// made.
@Suite struct ThousandSlopesTests {
  private struct Case {
    let formula: String
    let name: String
    let value: Double
    let slopes: [Double]
  }

  private func fixture() throws -> (names: NameTable, cases: [Case]) {
    let url = try #require(
      Bundle.module.url(forResource: "slopes", withExtension: "txt", subdirectory: "Fixtures"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    var names = NameTable()
    for line in lines where line.hasPrefix("@") {
      let parts = line.dropFirst().split(separator: " ")
      let (rows, columns) = (try #require(Int(parts[1])), try #require(Int(parts[2])))
      let entries = parts.dropFirst(3).compactMap { Double($0) }
      names.bindings[String(parts[0])] =
        columns > 0
        ? matrix((0..<rows).map { Array(entries[$0 * columns..<($0 + 1) * columns]) })
        : rows > 0 ? .vector(entries) : .number(entries[0])
    }
    names.functions["f"] = try OwnFunction(
      "f", parameters: ["x"], body: syntax("x^3 - 2x"), known: [:])
    let cases = try lines.filter { !$0.hasPrefix("@") }.map { line in
      let columns = line.split(separator: "\t").map(String.init)
      return Case(
        formula: columns[0], name: columns[1], value: try #require(Double(columns[2])),
        slopes: columns[3].split(separator: " ").compactMap { Double($0) })
    }
    return (names, cases)
  }

  @Test func `PyTorch finds the same`() throws {
    let (names, cases) = try fixture()
    #expect(cases.count == 1_000)
    var wrong: [String] = []
    for item in cases {
      let gradient = try FormulaGradient(of: syntax(item.formula), in: names)
      let found = try #require(try gradient.slopes(of: item.name))
      let slopes = rowMajor(found.entries, found.shape)
      let isSame =
        slopes.count == item.slopes.count
        && zip(slopes + [gradient.value], item.slopes + [item.value]).allSatisfy {
          abs($0 - $1) <= 1e-9 * max(1, abs($1))
        }
      if !isSame { wrong.append("\(item.formula) by \(item.name): \(slopes)") }
    }
    #expect(wrong == [])
  }

  @Test func `turning an entry up and down finds the same`() throws {
    let (names, cases) = try fixture()
    var wrong: [String] = []
    for item in cases {
      let syntax = try syntax(item.formula)
      let gradient = try FormulaGradient(of: syntax, in: names)
      for name in syntax.names {
        let found = try #require(try gradient.slopes(of: name))
        for index in found.entries.indices {
          let expected = try difference(syntax, name, index, names)
          let size = max(abs(expected), 1e-2 * abs(gradient.value), 1e-2)
          if abs(found.entries[index] - expected) > 1e-6 * size {
            wrong.append(
              "\(item.formula) by \(name)[\(index)]: \(found.entries[index]), \(expected)")
          }
        }
      }
    }
    #expect(wrong == [])
  }

  /// The central difference, of two steps, so that its own error is of the fourth order.
  private func difference(
    _ syntax: Syntax, _ name: String, _ index: Int, _ names: NameTable
  ) throws -> Double {
    let place = try #require(names.value(of: name))
    func value(_ step: Double) throws -> Double {
      var entries = place.entries
      entries[index] += step
      var moved = names
      moved.bindings[name] = Value(place.shape, entries)
      return try #require(try Evaluator(names: moved).value(of: syntax).number)
    }
    let step = 1e-4
    let wide = (try value(step) - value(-step)) / (2 * step)
    let narrow = (try value(step / 2) - value(-step / 2)) / step
    return (4 * narrow - wide) / 3
  }
}
