/// A name that the network gives: a letter for what it is and the number of a layer, as W1.
package struct LayerName: Equatable {
  package enum Kind: Character, CaseIterable {
    case activations = "a"
    case weightedInputs = "z"
    case weights = "W"
    case biases = "b"

    /// Whether it takes a digit to know these.
    package var isOfPass: Bool {
      switch self {
      case .activations, .weightedInputs: true
      case .weights, .biases: false
      }
    }

    /// The first layer that has these; the image, layer 0, has activations only.
    package var firstLayer: Int { self == .activations ? 0 : 1 }

    /// What the name stands for, for a listing.
    package func note(_ layer: Int) -> String {
      switch self {
      case .activations:
        layer == 0 ? "activations of layer 0, the image" : "activations of layer \(layer)"
      case .weightedInputs: "weighted inputs of layer \(layer), before its activation"
      case .weights: "weights into layer \(layer), one row a neuron"
      case .biases: "biases of layer \(layer)"
      }
    }
  }

  package let kind: Kind
  package let layer: Int

  /// Nil for a name of another form, which a learner may bind.
  package init?(_ name: String) {
    let digits = name.dropFirst()
    guard let first = name.first, let kind = Kind(rawValue: first), !digits.isEmpty,
      digits.allSatisfy(\.isASCIIDigit)
    else { return nil }
    self.kind = kind
    layer = Int(digits) ?? .max
  }

  init(_ kind: Kind, _ layer: Int) {
    self.kind = kind
    self.layer = layer
  }

  var text: String { "\(kind.rawValue)\(layer)" }
}
