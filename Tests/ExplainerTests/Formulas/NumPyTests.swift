import Core
import Foundation
import Testing

@testable import Formulas

/// 10,000 expressions agree with NumPy in value and shape, or both refuse. `make_expressions.py`
/// beside the fixture says how they were made.
@Suite struct NumPyTests {
  @Test func tenThousandExpressions() throws {
    let url = try #require(
      Bundle.module.url(forResource: "expressions", withExtension: "txt", subdirectory: "Fixtures"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    let given = lines.prefix { $0.hasPrefix("@") }
    let names = try table(given.map { try named($0) })
    let cases = lines.dropFirst(given.count)
    var wrong: [String] = []
    for line in cases {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if let complaint = complaint(columns, names) { wrong.append(complaint) }
    }
    #expect(cases.count == 10_000)
    #expect(wrong == [], "\(wrong.count) differ from NumPy")
  }

  /// What differs from NumPy in one line; nil if nothing.
  private func complaint(_ columns: [String], _ names: NameTable) -> String? {
    let isRefused = columns[1] == "!"
    do {
      let value = try value(columns[0], in: names)
      if isRefused { return "\(columns[0]) should be refused, is \(value)" }
      let expected = columns[2].split(separator: " ").compactMap { Double($0) }
      guard let tolerance = Double(columns[3]), shape(value) == columns[1] else {
        return "\(columns[0]) should be \(columns[1]), is \(value.shape)"
      }
      let difference = zip(rowMajor(value), expected).map { abs($0 - $1) }.max()
      guard let difference, difference <= tolerance, value.entries.count == expected.count else {
        return "\(columns[0]) should be \(columns[2]) ± \(tolerance), is \(rowMajor(value))"
      }
      return nil
    } catch {
      return isRefused ? nil : "\(columns[0]) should be \(columns[2]): \(error.message)"
    }
  }

  private func shape(_ value: Value) -> String {
    switch value.shape {
    case .number: ""
    case .vector(let count): "\(count)"
    case .matrix(let rows, let columns): "\(rows)x\(columns)"
    }
  }

  private func rowMajor(_ value: Value) -> [Double] {
    guard case .matrix(let rows, let columns) = value.shape else { return value.entries }
    return value.transposed(rows: rows, columns: columns).entries
  }

  /// "@W1 3 4 0.35 …".
  private func named(_ line: Substring) throws -> (String, Value) {
    let words = line.dropFirst().split(separator: " ")
    let rows = try #require(Int(words[1]))
    let columns = try #require(Int(words[2]))
    let entries = words.dropFirst(3).compactMap { Double($0) }
    if rows == 0 { return (String(words[0]), .number(entries[0])) }
    if columns == 0 { return (String(words[0]), .vector(entries)) }
    return (
      String(words[0]),
      Value(.matrix(rows: columns, columns: rows), entries)
        .transposed(rows: columns, columns: rows)
    )
  }

  private func table(_ given: [(String, Value)]) throws -> NameTable {
    let values = Dictionary(uniqueKeysWithValues: given)
    var layers: [Layer] = []
    while let weights = values["W\(layers.count + 1)"], let biases = values["b\(layers.count + 1)"],
      case .matrix(let rows, let columns) = weights.shape
    {
      let matrix = Matrix(rows: rows, columns: columns, columnMajor: weights.singles)
      layers.append(Layer(weights: matrix, biases: biases.singles, activation: .sigmoid))
    }
    let network = Network(layers: layers)
    let input = try #require(values["a0"])
    return NameTable(
      network: network, pass: network.forward(input.singles),
      bindings: values.filter { LayerName($0.key) == nil })
  }
}
