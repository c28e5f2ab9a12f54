/// What a neuron makes of its weighted input: a value between 0 and 1 for sigmoid, 0 or more for
/// ReLU.
public enum Activation: String, Sendable, CaseIterable {
  /// σ(z) = 1 / (1 + e^−z), which squashes any number into 0…1.
  case sigmoid
  /// max(0, z): nothing below zero, unchanged above.
  case relu

  /// The activation of a neuron whose weighted input is `z`.
  public func value(_ z: Float) -> Float {
    switch self {
    case .sigmoid: 1 / (1 + exponential(-z))
    case .relu: z > 0 ? z : z.isNaN ? z : 0
    }
  }

  /// How fast `value` grows at a neuron that now has activation `a`; backpropagation needs no `z`.
  public func slope(at a: Float) -> Float {
    switch self {
    case .sigmoid: a * (1 - a)
    case .relu: a > 0 ? 1 : 0
    }
  }

  /// `value` of every weighted input, in order.
  public func values(_ weightedInputs: [Float]) -> [Float] {
    var result = weightedInputs
    result.withUnsafeMutableBufferPointer { apply($0) }
    return result
  }

  /// Replaces each weighted input by its activation; four at a time, with the bits of `value`.
  func apply(_ numbers: UnsafeMutableBufferPointer<Float>) {
    var index = 0
    if case .sigmoid = self, let base = numbers.baseAddress {
      while index + 4 <= numbers.count {
        let z = SIMD4<Float>.load(base + index)
        (1 / (1 + exponential(-z))).store(base + index)
        index += 4
      }
    }
    while index < numbers.count {
      numbers[index] = value(numbers[index])
      index += 1
    }
  }
}
