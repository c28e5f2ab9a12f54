import Presentation

/// The largest of some activations, and whether it is alone.
struct Brightest {
  /// Where it stands: more than one place where several are equal.
  let places: [Int]
  let value: Float

  init(_ activations: [Float]) {
    let first = activations.indexOfLargest
    let value = activations.isEmpty ? 0 : activations[first]
    self.value = value
    places = activations.indices.filter { activations[$0] == value }
  }

  /// The one place; nil where several are equal.
  var only: Int? { places.count == 1 ? places.first : nil }

  /// `3 and 5`, `0, 1 and 2`, `0, 1, 2 and 7 others`.
  var names: String {
    guard places.count > 4 else { return listed(places.map(String.init)) }
    return listed(
      places.prefix(3).map(String.init) + ["\(Number.grouped(places.count - 3)) others"])
  }

  /// Which output is the brightest, as part of a sentence.
  var phrase: Prose {
    only.map { "output \(strong: $0) is the brightest" }
      ?? "outputs \(names) are equally bright"
  }
}
