/// What a neuron makes of its weighted input.
///
/// All that is known of one stands in this file: a new one is a case here, and the compiler asks for
/// its line in each `switch`. How people speak of it is for the floor above.
public enum Activation: String, Sendable, CaseIterable {
  /// σ(z) = 1 / (1 + e^−z), which squashes any number into 0…1.
  case sigmoid
  /// max(0, z): nothing below zero, unchanged above.
  case relu
  /// tanh z, which squashes any number into −1…1.
  case tanh
  /// z above zero, a hundredth of it below, so that no neuron ever stops learning.
  case leakyReLU = "leaky-relu"
}

// MARK: Facts

extension Activation {
  /// The film's, used where none is named. Its values can be read as chances.
  public static let standard = sigmoid

  /// What a formula may call it; the first is the one to show.
  public var functionNames: [String] {
    switch self {
    case .sigmoid: [rawValue, "σ"]
    case .relu: [rawValue, "ReLU"]
    case .tanh: [rawValue]
    case .leakyReLU: ["leaky_relu", "leakyrelu", "LeakyReLU"]
    }
  }

  /// What it makes of z, as a formula.
  public var formula: String {
    switch self {
    case .sigmoid: "1 / (1 + e^−z)"
    case .relu: "max(0, z)"
    case .tanh: "(e^z − e^−z) / (e^z + e^−z)"
    case .leakyReLU: "max(0.01·z, z)"
    }
  }

  /// Between which numbers its values lie.
  public var range: ClosedRange<Float> {
    switch self {
    case .sigmoid: 0...1
    case .relu: 0...(.infinity)
    case .tanh: -1...1
    case .leakyReLU: -.infinity...(.infinity)
    }
  }

  /// Whether every value can be read as a chance, which is what cross-entropy takes.
  public var givesChances: Bool { range.lowerBound >= 0 && range.upperBound <= 1 }

  /// Whether the slope is a(1 − a). It cancels the denominator of cross-entropy's slope, also where
  /// a has rounded to 0 or 1.
  var hasLogisticSlope: Bool {
    switch self {
    case .sigmoid: true
    case .relu, .tanh, .leakyReLU: false
    }
  }

  /// Whether the slope jumps at z = 0.
  var hasCornerAtZero: Bool {
    switch self {
    case .sigmoid, .tanh: false
    case .relu, .leakyReLU: true
    }
  }

  /// The learning rate with which plain descent on cross-entropy is at its best in 784-16-16-10 and
  /// others, and never runs off; measured. Slopes that do not fade ask for shorter steps.
  public var usualLearningRate: Float {
    switch self {
    case .sigmoid: 0.5
    case .relu, .tanh, .leakyReLU: 0.1
    }
  }
}

// MARK: Value and slope

extension Activation {
  /// The activation of a neuron whose weighted input is `z`.
  public func value(_ z: Float) -> Float {
    switch self {
    case .sigmoid: 1 / (1 + exponential(-z))
    case .relu: z > 0 ? z : z.isNaN ? z : 0
    case .tanh: hyperbolicTangent(z)
    case .leakyReLU: z > 0 ? z : z * 0.01
    }
  }

  /// How fast `value` grows at a neuron that now has activation `a`; backpropagation needs no `z`.
  public func slope(at a: Float) -> Float {
    switch self {
    case .sigmoid: a * (1 - a)
    case .relu: a > 0 ? 1 : 0
    case .tanh: (1 - a) * (1 + a)
    case .leakyReLU: a > 0 ? 1 : 0.01
    }
  }

  /// `value` of four neurons at once, with the same bits.
  @inline(__always)
  func value(_ z: Vector) -> Vector {
    switch self {
    case .sigmoid: 1 / (1 + exponential(-z))
    case .relu: z.replacing(with: 0, where: z .<= 0)
    case .tanh: hyperbolicTangent(z)
    case .leakyReLU: z.replacing(with: z * 0.01, where: z .<= 0)
    }
  }

  /// `slope` of four neurons at once, as training takes it: 0 where it is too small to move a parameter.
  @inline(__always)
  func slope(at a: Vector) -> Vector {
    switch self {
    case .sigmoid: a.flushedToZero * (1 - a)
    case .relu: Vector.zero.replacing(with: 1, where: a .> 0)
    case .tanh: (1 - a) * (1 + a)
    case .leakyReLU: Vector(repeating: 0.01).replacing(with: 1, where: a .> 0)
    }
  }

  /// The activation in Double.
  public func preciseValue(_ z: Double) -> Double {
    switch self {
    case .sigmoid: preciseSigmoid(z)
    case .relu: max(0, z)
    case .tanh: preciseHyperbolicTangent(z)
    case .leakyReLU: max(0.01 * z, z)
    }
  }

  /// How fast `preciseValue` grows with z, in Double.
  public func preciseSlope(_ z: Double) -> Double {
    switch self {
    case .sigmoid: preciseSigmoid(z) * preciseSigmoid(-z)
    case .relu: z > 0 ? 1 : 0
    case .tanh: (1 - preciseHyperbolicTangent(z)) * (1 + preciseHyperbolicTangent(z))
    case .leakyReLU: z > 0 ? 1 : 0.01
    }
  }
}

// MARK: Many neurons

extension Activation {
  /// `value` of every weighted input, in order.
  public func values(_ weightedInputs: [Float]) -> [Float] {
    var result = weightedInputs
    unsafe result.withUnsafeMutableBufferPointer { unsafe apply($0) }
    return result
  }

  /// Replaces each weighted input by its activation; four at a time, with the bits of `value`.
  func apply(_ numbers: UnsafeMutableBufferPointer<Float>) {
    guard let base = numbers.baseAddress else { return }
    var index = 0
    while index + 4 <= numbers.count {
      unsafe value(Vector.load(base + index)).store(base + index)
      index += 4
    }
    while index < numbers.count {
      unsafe numbers[index] = unsafe value(numbers[index])
      index += 1
    }
  }
}
