import Core

/// What a network that does not read digits is given: numbers that the learner typed.
struct TypedInput: Equatable, Sendable {
  /// One per neuron of layer 0.
  var inputs: [Float]
  /// What the outputs should be, where that was said.
  var target: [Float]?
}

extension Lab {
  /// Whether layer 0 is a picture.
  var readsDigits: Bool { network.sizes[0] == Digit.pixelCount }

  /// Whether it says which of the ten digits a picture shows.
  var tellsDigits: Bool { readsDigits && network.layer(network.outputLayer).neurons == 10 }

  /// What the network works on, to be read in a sentence.
  var subject: String { readsDigits ? current.origin : "the inputs typed" }

  /// The activations of layer 0.
  func input() throws(LabError) -> [Float] {
    if readsDigits { return current.digit.pixels }
    guard let typed, typed.inputs.count == network.sizes[0] else {
      throw .inputDoesNotFit(inputs: network.sizes[0])
    }
    return typed.inputs
  }

  /// The forward pass of the current digit, for what makes sense of digits only.
  func digitPass() throws(LabError) -> ForwardPass {
    guard readsDigits else { throw .inputDoesNotFit(inputs: network.sizes[0]) }
    return try pass()
  }
}
