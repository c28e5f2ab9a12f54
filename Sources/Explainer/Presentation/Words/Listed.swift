/// Several names in one sentence: `a`, `a and b`, `a, b and c`.
///
/// - Parameter word: what goes before the last, `and` or `or`.
package func listed(_ names: [String], _ word: String = "and") -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return "\(names.dropLast().joined(separator: ", ")) \(word) \(last)"
}
