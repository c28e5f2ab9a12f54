/// The input that lights a neuron most, found by gradient ascent: a step along the slope of its weighted
/// input, back into 0…1, and again as long as it rises (Simonyan, Vedaldi and Zisserman, "Deep Inside
/// Convolutional Networks", 2013; Erhan and others, "Visualizing Higher-Layer Features", 2009).
///
/// A penalty for speckle may be taken off: half the sum of the squared differences of neighbors, times
/// a factor. What is found depends on the start: squashes that are full have next to no slope.
public struct IdealInput: Sendable {
  /// The neuron's layer, from 1.
  public let layer: Int
  /// The neuron's number, from 0.
  public let neuron: Int
  /// What a speckle of 1 costs; 0 for no penalty.
  public let penalty: Double
  /// What has been found so far, 0 to 1.
  public private(set) var input: [Double]
  /// The weighted input of the neuron for it.
  public private(set) var weightedInput: Double
  /// That less the penalty, which is what rises.
  public private(set) var height: Double
  private let network: Network
  private var pass: PrecisePass
  /// How far the pixel with the steepest slope goes in a step.
  private var rate = 0.1

  /// Steps of a search. By measurement, more make no visible difference.
  public static let usualSteps = 120
  /// A step is halved as often before the top is reached.
  private static let mostHalvings = 12

  /// A search that has not begun.
  ///
  /// - Parameters:
  ///   - layer: from 1.
  ///   - neuron: from 0.
  ///   - network: that it belongs to.
  ///   - start: where it begins, one number per neuron of layer 0.
  ///   - penalty: what a speckle of 1 costs; only pictures of 28×28 have any.
  public init(layer: Int, neuron: Int, in network: Network, from start: [Float], penalty: Double) {
    precondition(layer >= 1 && layer <= network.outputLayer && start.count == network.sizes[0])
    self.layer = layer
    self.neuron = neuron
    self.penalty = start.count == Digit.pixelCount ? penalty : 0
    // What comes after the neuron is of no interest.
    self.network = Network(layers: Array(network.layers.prefix(layer)))
    input = start.map { min(max(Double($0), 0), 1) }
    pass = PrecisePass(self.network, input)
    weightedInput = pass.z[layer - 1][neuron]
    height = weightedInput - (self.penalty > 0 ? self.penalty * Self.speckle(input) : 0)
  }

  /// What has been found, as the network reads it.
  public var activations: [Float] { input.map { Float($0) } }

  /// How speckled what has been found is.
  public var speckle: Double { Self.speckle(input) }

  /// Takes a step up; false where there is none.
  public mutating func advance() -> Bool {
    let slopes = slopes
    let largest = input.indices.reduce(0) { largest, index in
      let isStuck = slopes[index] > 0 ? input[index] >= 1 : input[index] <= 0
      return isStuck ? largest : max(largest, abs(slopes[index]))
    }
    guard largest > 0, largest.isFinite else { return false }
    for _ in 0..<Self.mostHalvings {
      let trial = zip(input, slopes).map { min(max($0 + rate * $1 / largest, 0), 1) }
      let pass = PrecisePass(network, trial)
      let sum = pass.z[layer - 1][neuron]
      let height = sum - (penalty > 0 ? penalty * Self.speckle(trial) : 0)
      if height > self.height {
        (input, self.pass, weightedInput, self.height) = (trial, pass, sum, height)
        rate = min(rate * 1.3, 1)
        return true
      }
      rate /= 2
    }
    return false
  }

  /// How fast the height grows with each number of the input.
  private var slopes: [Double] {
    var errors = [Double](repeating: 0, count: network.layer(layer).neurons)
    errors[neuron] = 1
    for index in network.layers.indices.dropFirst().reversed() {
      let activation = network.layers[index - 1].activation
      errors = zip(network.layers[index].preciseTransposedSums(errors), pass.z[index - 1]).map {
        $0 * activation.preciseSlope($1)
      }
    }
    let slopes = network.layers[0].preciseTransposedSums(errors)
    guard penalty > 0 else { return slopes }
    var result = slopes
    Self.eachPair { first, second in
      let pull = penalty * (input[first] - input[second])
      result[first] -= pull
      result[second] += pull
    }
    return result
  }

  /// Half the sum of the squared differences of neighbors.
  private static func speckle(_ input: [Double]) -> Double {
    guard input.count == Digit.pixelCount else { return 0 }
    var sum = 0.0
    eachPair { sum += (input[$0] - input[$1]) * (input[$0] - input[$1]) / 2 }
    return sum
  }

  /// All pairs of pixels beside or below one another.
  private static func eachPair(_ body: (Int, Int) -> Void) {
    let side = Digit.side
    for row in 0..<side {
      for column in 0..<side {
        let pixel = row * side + column
        if column + 1 < side { body(pixel, pixel + 1) }
        if row + 1 < side { body(pixel, pixel + side) }
      }
    }
  }
}
