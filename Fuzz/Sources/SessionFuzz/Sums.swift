import Course
import Explainer
import Lab
import Presentation

extension Look {
  /// What stands above a line across adds up to what stands below it, to the last decimal.
  func atSums(_ violations: inout Violations) {
    guard reply.error == nil else { return }
    for block in Self.leaves(reply.blocks) {
      switch block {
      case .table(let table): ShownTable(table).check(&violations)
      case .figure(let figure):
        let labels = figure.content(as: BarChart.self)?.bars.map(\.label)
        if labels == ["right", "wrong"] { checkShares(&violations) }
      case .heading, .prose, .lines, .tight, .spare, .beside, .layouts, .fitting, .step: break
      }
    }
  }

  /// Right and wrong are all there are.
  private func checkShares(_ violations: inout Violations) {
    let shares = plain.split(separator: "\n").compactMap { line -> ShownNumber? in
      let words = line.split(separator: " ")
      guard let label = words.first, label == "right" || label == "wrong" else { return nil }
      return words.dropFirst().lazy.compactMap { ShownNumber($0) }.first
    }
    guard shares.count == 2, let sum = ShownNumber.sum(shares), let one = ShownNumber("1") else {
      violations.add("right and wrong are shown", plain)
      return
    }
    violations.expect(sum.equals(one), "right and wrong are the whole", plain)
  }
}

/// A number as it was printed: so many units of its last decimal.
struct ShownNumber {
  private let units: Int
  private let places: Int
  private let exponent: Substring

  /// Nil for what is no number; `∞` is none.
  init?(_ text: some StringProtocol) {
    let text = text.filter { $0 != "," }
    let mantissa = text.prefix { $0 != "e" }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let units = Int(String(parts.joined())) else { return nil }
    self.units = units
    places = parts.count == 2 ? parts[1].count : 0
    exponent = Substring(text.dropFirst(mantissa.count))
  }

  private init(units: Int, places: Int, exponent: Substring) {
    self.units = units
    self.places = places
    self.exponent = exponent
  }

  /// Nil where they are written in different ways, and nobody would add them up.
  static func sum(_ numbers: [ShownNumber]) -> ShownNumber? {
    guard let first = numbers.first, numbers.allSatisfy({ $0.exponent == first.exponent }) else {
      return nil
    }
    let places = numbers.map(\.places).max() ?? 0
    var total = 0
    for number in numbers {
      guard let units = number.units(places) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(units)
      guard !overflow else { return nil }
      total = sum
    }
    return ShownNumber(units: total, places: places, exponent: first.exponent)
  }

  func equals(_ other: ShownNumber) -> Bool {
    let places = max(places, other.places)
    return exponent == other.exponent && units(places) == other.units(places)
  }

  private func units(_ places: Int) -> Int? {
    var units = units
    for _ in self.places..<max(self.places, places) {
      let (next, overflow) = units.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      units = next
    }
    return units
  }
}

/// A table as it is printed.
private struct ShownTable {
  private let above: [[String]]
  private let below: [[String]]

  init(_ table: Table) {
    func texts(_ rows: some Sequence<Table.Row>) -> [[String]] {
      rows.compactMap { row in
        guard case .cells(let cells) = row else { return nil }
        return cells.map { cell in
          // What is hidden is not printed yet.
          guard case .text(let prose) = cell else { return "" }
          return prose.spans.filter { $0.style != .hidden }.map(\.text).joined()
        }
      }
    }
    let rule = table.rows.firstIndex(of: .rule) ?? table.rows.count
    above = texts(table.rows[..<rule])
    below = texts(table.rows[rule...])
  }

  func check(_ violations: inout Violations) {
    guard let total = below.first else { return }
    let header = above.first ?? []
    // A running sum's last is the total; factors are no parts.
    let isRunning = header.contains("sum")
    let isProduct = total[0].contains("∂") || total[0].contains("δ")
    if isRunning { checkRunning(&violations) }
    for column in total.indices.dropFirst() where !isRunning && !isProduct {
      checkColumn(column, total[column], &violations)
    }
    checkBias(&violations)
  }

  private func checkColumn(_ column: Int, _ total: String, _ violations: inout Violations) {
    guard let whole = ShownNumber(total) else { return }
    let cells = above.compactMap { column < $0.count ? $0[column] : nil }.filter { !$0.isEmpty }
    let parts = cells.compactMap { ShownNumber($0) }
    // A column with words in it, but for its head, is none of parts.
    guard !parts.isEmpty, parts.count >= cells.count - 1 else { return }
    guard ShownNumber.sum(parts + [whole]) != nil, let own = ShownNumber.sum(parts) else { return }
    violations.expect(own.equals(whole), "what is shown adds up", "\(cells) is not \(total)")
  }

  /// Each running sum is the one before and the row's own part.
  private func checkRunning(_ violations: inout Violations) {
    var last = ShownNumber("0.0000")
    for row in above.dropFirst() where row.count > 2 {
      guard let before = last, let now = ShownNumber(row[2]) else { return }
      if let part = ShownNumber(row[1]), let sum = ShownNumber.sum([before, part]) {
        violations.expect(sum.equals(now), "what is shown adds up so far", "\(row)")
      }
      last = now
    }
  }

  /// The weighted sum and the bias are z.
  private func checkBias(_ violations: inout Violations) {
    guard below.count >= 3, below[0][0] == "weighted sum", below[1][0] == "bias" else { return }
    for column in below[0].indices.dropFirst() {
      let cells = below.prefix(3).map { ShownNumber($0[column]) }
      guard let sum = cells[0], let bias = cells[1], let z = cells[2],
        let both = ShownNumber.sum([sum, bias])
      else { continue }
      if ShownNumber.sum([both, z]) != nil {
        violations.expect(both.equals(z), "weighted sum and bias are z", "\(below)")
      }
    }
  }
}
