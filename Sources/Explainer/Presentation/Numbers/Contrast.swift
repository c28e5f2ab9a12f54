/// Two numbers that are told side by side: with as many digits as it takes to see that they differ.
package enum Contrast {
  /// Both as `Number.precise`, or where that makes them the same with more digits.
  package static func shown(_ first: Float, _ second: Float) -> (first: String, second: String) {
    let usual = (Number.precise(first), Number.precise(second))
    guard usual.0 == usual.1, first != second else { return usual }
    let gap = abs(Double(first) - Double(second))
    let places = Number.decimals + 1 - min(RoundNumber.exponent(of: gap), 0)
    let scale = RoundNumber.power(places)
    let units = [first, second].map { (Double($0) * scale).rounded() }
    guard units.allSatisfy({ abs($0) < 1e15 }), units[0] != units[1] else {
      return ("\(first)", "\(second)")
    }
    let shortest = (1...places).first { places in
      let scale = RoundNumber.power(places)
      return (Double(first) * scale).rounded() != (Double(second) * scale).rounded()
    }
    let shown = [first, second].map {
      let places = shortest ?? places
      return Number.decimal(
        Int(nearest: Double($0) * RoundNumber.power(places)), places: places)
    }
    return (shown[0], shown[1])
  }
}

/// Parts of a whole as they are shown.
package enum Shares {
  /// The share of each count in ten-thousandths that add up to 1 as they are printed: the nearest
  /// are rounded first, and what is not nothing is not shown as nothing.
  package static func of(_ counts: [Int]) -> [Float] {
    let total = counts.reduce(0, +)
    guard total > 0 else { return counts.map { _ in 0 } }
    let exact = counts.map { Double($0) / Double(total) * 10_000 }
    var units = exact.map { Int(nearest: $0.rounded(.down)) }
    let byRest = exact.indices.sorted {
      exact[$0] - Double(units[$0]) > exact[$1] - Double(units[$1])
    }
    for index in byRest.prefix(10_000 - units.reduce(0, +)) { units[index] += 1 }
    for index in units.indices where units[index] == 0 && counts[index] > 0 {
      guard let largest = units.indices.max(by: { units[$0] < units[$1] }) else { break }
      units[largest] -= 1
      units[index] += 1
    }
    return units.map { Float($0) / 10_000 }
  }
}
