/// A tiny convolutional network: three layers of kernels, then the brightest place of each kernel
/// wherever it is, then ten outputs that read those (as in LeCun et al., "Gradient-Based Learning
/// Applied to Document Recognition", 1998, and far smaller).
///
/// Where the ink lies is forgotten by the maximum over all places, which is why a shift does little
/// harm.
public struct ConvolutionalNetwork: Equatable, Sendable {
  var layers: [ConvolutionLayer]
  /// A row for each kernel of the last layer: its weights for the ten outputs, and six unused lanes.
  var outputWeights: [SIMD16<Float>]
  var outputBiases: SIMD16<Float> = .zero

  private static let outputs = 10

  /// All weights 0.
  init() {
    layers = [
      ConvolutionLayer(side: Digit.side, channels: 1, kernels: 8, reach: 5, stride: 2),
      ConvolutionLayer(side: 14, channels: 8, kernels: 16, reach: 3, stride: 2),
      ConvolutionLayer(side: 7, channels: 16, kernels: 24, reach: 3, stride: 1),
    ]
    outputWeights = [SIMD16<Float>](repeating: .zero, count: 24)
  }

  /// Fresh weights around 0 with standard deviation √(2/n) for n inputs (He et al., "Delving Deep into
  /// Rectifiers", 2015), biases 0.
  public init(using generator: inout SeededGenerator) {
    self.init()
    for index in layers.indices {
      let inputs = layers[index].reach * layers[index].reach * layers[index].channels
      let deviation = (2 / Float(inputs)).squareRoot()
      for vector in layers[index].weights.indices {
        for lane in 0..<8 {
          layers[index].weights[vector][lane] = generator.nextNormal() * deviation
        }
      }
    }
    let deviation = (1 / Float(outputWeights.count)).squareRoot()
    for kernel in outputWeights.indices {
      for output in 0..<Self.outputs {
        outputWeights[kernel][output] = generator.nextNormal() * deviation
      }
    }
  }

  /// Weights and biases in all: 5,106.
  public var parameters: Int {
    layers.reduce(0) { $0 + $1.parameters } + (outputWeights.count + 1) * Self.outputs
  }

  /// The same, layer by layer.
  public var parametersByLayer: [Int] {
    layers.map(\.parameters) + [(outputWeights.count + 1) * Self.outputs]
  }

  /// The kernels of the first layer, 5×5 each, row after row.
  public var firstKernels: [[Float]] {
    (0..<layers[0].kernels).map { layers[0].kernel($0, channel: 0) }
  }

  /// Rows, and columns, of those.
  public var firstReach: Int { layers[0].reach }

  /// The ten outputs before softmax, for 784 pixels.
  public func outputs(_ pixels: [Float]) -> [Float] {
    let sums = Pass(self, pixels).sums
    return (0..<Self.outputs).map { sums[$0] }
  }

  /// Which digit it says.
  public func answer(_ pixels: [Float]) -> Int { outputs(pixels).indexOfLargest }
}

extension ConvolutionalNetwork {
  /// Everything on the way from a picture to the outputs.
  struct Pass {
    /// The picture, then what each layer made.
    private(set) var activations: [[Float]]
    /// Where each kernel of the last layer is brightest.
    private(set) var peaks: [Int] = []
    /// How bright it is there.
    private(set) var brightest: [Float] = []
    /// The outputs before softmax.
    private(set) var sums: SIMD16<Float>

    init(_ network: ConvolutionalNetwork, _ pixels: [Float]) {
      activations = [pixels]
      for layer in network.layers {
        activations.append(layer.forward(activations[activations.count - 1]))
      }
      let last = activations[activations.count - 1]
      let kernels = network.outputWeights.count
      sums = network.outputBiases
      for kernel in 0..<kernels {
        var best = kernel
        for index in Swift.stride(from: kernel, to: last.count, by: kernels)
        where last[index] > last[best] { best = index }
        peaks.append(best)
        brightest.append(last[best])
        sums += network.outputWeights[kernel] * last[best]
      }
    }
  }

  /// Adds the slopes of softmax cross-entropy for one example to `gradient`, a network of slopes.
  ///
  /// - Returns: whether it was read right.
  func addGradient(
    _ pixels: [Float], label: Int, to gradient: inout ConvolutionalNetwork
  ) -> Bool {
    let pass = Pass(self, pixels)
    let outputs = (0..<Self.outputs).map { pass.sums[$0] }
    let largest = outputs.max() ?? 0
    let powers = outputs.map { exponential($0 - largest) }
    let sum = powers.reduce(0, +)
    var errors = SIMD16<Float>.zero
    for output in 0..<Self.outputs {
      errors[output] = powers[output] / sum - (output == label ? 1 : 0)
    }
    gradient.outputBiases += errors
    var slopes = [Float](repeating: 0, count: pass.activations[layers.count].count)
    for kernel in outputWeights.indices {
      gradient.outputWeights[kernel] += errors * pass.brightest[kernel]
      slopes[pass.peaks[kernel]] += (outputWeights[kernel] * errors).sum()
    }
    for index in layers.indices.reversed() {
      slopes = layers[index].backward(
        pass.activations[index], pass.activations[index + 1], slopes, to: &gradient.layers[index],
        needsInput: index > 0)
    }
    return outputs.indexOfLargest == label
  }
}

/// The training of a tiny convolutional network: mini-batches, Adam (Kingma and Ba, 2015).
public struct ConvolutionTraining: Sendable {
  /// As it is now.
  public private(set) var network: ConvolutionalNetwork
  /// How many examples it was shown.
  public private(set) var examplesSeen = 0
  /// How many of those it read right just before it learned from them, in the mini-batch before.
  public private(set) var right = 0

  private var gradient = ConvolutionalNetwork()
  private var means = ConvolutionalNetwork()
  private var squares = ConvolutionalNetwork()
  private var steps: (Float, Float) = (1, 1)
  private let learningRate: Float

  /// How many examples a step is taken after.
  public static let miniBatch = 32

  /// A training of fresh weights.
  public init(seed: UInt64, learningRate: Float = 0.01) {
    var generator = SeededGenerator(seed: seed)
    network = ConvolutionalNetwork(using: &generator)
    self.learningRate = learningRate
  }

  /// Takes one step down the mean slope of some examples.
  ///
  /// - Parameter progress: how much of the training is over, 0 to 1: the steps shrink to a tenth.
  public mutating func train(on examples: [Dataset.Example], progress: Double) {
    guard !examples.isEmpty else { return }
    gradient = ConvolutionalNetwork()
    right = 0
    for example in examples
    where network.addGradient(example.digit.pixels, label: example.label, to: &gradient) {
      right += 1
    }
    examplesSeen += examples.count
    steps = (steps.0 * 0.9, steps.1 * 0.999)
    let rate = learningRate * Float(1 - 0.9 * progress)
    let step = AdamStep(
      share: 1 / Float(examples.count), rate: rate, meanLeft: steps.0, squareLeft: steps.1)
    for layer in network.layers.indices {
      step.take(
        &network.layers[layer].weights, gradient.layers[layer].weights,
        &means.layers[layer].weights, &squares.layers[layer].weights)
      step.take(
        &network.layers[layer].biases, gradient.layers[layer].biases, &means.layers[layer].biases,
        &squares.layers[layer].biases)
    }
    step.take(
      &network.outputWeights, gradient.outputWeights, &means.outputWeights, &squares.outputWeights)
    step.take(
      &network.outputBiases, gradient.outputBiases, &means.outputBiases, &squares.outputBiases)
  }
}

/// One step of Adam; the running means start at 0, which `left` undoes.
private struct AdamStep {
  /// What the sum of slopes is multiplied by to be their mean.
  let share: Float
  let rate: Float
  /// How much of the zero that the means began with is left in them.
  let meanLeft: Float
  let squareLeft: Float

  func take<Lanes: SIMD>(
    _ parameters: inout [Lanes], _ slopes: [Lanes], _ means: inout [Lanes],
    _ squares: inout [Lanes]
  ) where Lanes.Scalar == Float {
    for index in parameters.indices {
      take(&parameters[index], slopes[index], &means[index], &squares[index])
    }
  }

  @inline(__always)
  func take<Lanes: SIMD>(
    _ parameter: inout Lanes, _ slopes: Lanes, _ mean: inout Lanes, _ square: inout Lanes
  ) where Lanes.Scalar == Float {
    let slope = slopes * share
    mean = mean * 0.9 + slope * 0.1
    square = square * 0.999 + slope * slope * 0.001
    let size = (square / (1 - squareLeft)).squareRoot() + 1e-8
    parameter -= mean / (1 - meanLeft) * rate / size
  }
}
