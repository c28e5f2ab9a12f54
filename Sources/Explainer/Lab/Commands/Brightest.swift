import Presentation

/// The largest of some activations, and whether it is alone.
struct Brightest {
  /// The index it has: more than one where several are equal.
  let indices: [Int]
  let value: Float

  init(_ activations: [Float]) {
    let first = activations.indexOfLargest
    let value = activations.isEmpty ? 0 : activations[first]
    self.value = value
    indices = activations.indices.filter { activations[$0] == value }
  }

  /// The only index; nil where several are equal.
  var only: Int? { indices.count == 1 ? indices.first : nil }

  /// `3 and 5`, `0, 1 and 2`, `0, 1, 2 and 7 others`.
  var names: String {
    guard indices.count > 4 else { return listed(indices.map(String.init)) }
    return listed(
      indices.prefix(3).map(String.init) + ["\(Number.grouped(indices.count - 3)) others"])
  }

  /// Which output is the brightest, as part of a sentence.
  var phrase: Prose {
    only.map { "output \(strong: $0) is the brightest" }
      ?? "outputs \(names) are equally bright"
  }
}
