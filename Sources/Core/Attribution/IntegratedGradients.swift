/// Integrated gradients: the slopes of a number along the straight way from a baseline to the input,
/// added up, times how far each input has moved (Sundararajan, Taly and Yan, "Axiomatic Attribution for
/// Deep Networks", 2017). At hidden layers it is conductance, the same sum taken where the way passes a
/// neuron (Dhamdhere, Sundararajan and Yan, "How Important Is a Neuron?", 2018).
///
/// The sum is Gauss's with eight points, over pieces of the way that are halved until what their
/// slopes promise is what the number does on them.
struct IntegratedGradients {
  private let network: Network
  private let explained: ExplainedNumber
  /// z of layer 1 at the baseline, and how far it moves to the input: it goes straight as well.
  private let start: [Double]
  private let way: [Double]
  /// How large a piece's error may be, as a part of the way.
  private let tolerance: Double
  /// ∫ ∂F/∂z of layer 1.
  private var errors: [Double]
  /// ∫ ∂F/∂a · da of every hidden layer.
  private var conductances: [[Double]]
  private var passes = 0

  /// More would be longer than anybody waits; what is missing then is told as an error.
  private static let mostPasses = 40_000
  private static let deepest = 40

  private init(
    _ network: Network, _ explained: ExplainedNumber, start: [Double], way: [Double],
    tolerance: Double
  ) {
    self.network = network
    self.explained = explained
    self.start = start
    self.way = way
    self.tolerance = tolerance
    errors = [Double](repeating: 0, count: start.count)
    conductances = network.layers.dropLast().map { [Double](repeating: 0, count: $0.neurons) }
  }

  /// Explains a number.
  ///
  /// - Parameters:
  ///   - network: whose number it is.
  ///   - input: one activation per neuron of layer 0.
  ///   - baseline: as many, from which the way starts.
  static func attribution(
    of explained: ExplainedNumber, in network: Network, input: [Double], baseline: [Double]
  ) -> Attribution {
    precondition(input.count == network.sizes[0] && baseline.count == input.count)
    let first = network.layers[0]
    let moved = zip(input, baseline).map { $0 - $1 }
    let (low, high) = (PrecisePass(network, baseline), PrecisePass(network, input))
    let (reference, value) = (explained.value(low), explained.value(high))
    var sums = IntegratedGradients(
      network, explained, start: low.z[0], way: first.preciseSums(moved),
      tolerance: 1e-7 * max(1, abs(value - reference)))
    sums.integrate(reference, value)
    let pixels = zip(first.preciseTransposedSums(sums.errors), moved).map { $1 == 0 ? 0 : $0 * $1 }
    let none = [Double](repeating: 0, count: network.layers.count)
    return Attribution(
      value: value, reference: reference, layers: [pixels] + sums.conductances, biases: none,
      stabilizers: none)
  }

  // MARK: The sum

  /// A piece of the way, and the number at both of its ends.
  private struct Piece {
    var from: Double
    var to: Double
    var first: Double
    var last: Double
    var depth: Int
  }

  /// Goes the whole way, piece by piece.
  private mutating func integrate(_ first: Double, _ last: Double) {
    let quarters = 4
    let ends = (0...quarters).map { Double($0) / Double(quarters) }
    var values = ends.dropFirst().dropLast().map { value(at: $0) }
    values = [first] + values + [last]
    var pieces = (0..<quarters).map {
      Piece(from: ends[$0], to: ends[$0 + 1], first: values[$0], last: values[$0 + 1], depth: 0)
    }
    while let piece = pieces.popLast() {
      let sum = sums(over: piece)
      let isGood =
        abs(sum.total - (piece.last - piece.first)) <= tolerance * (piece.to - piece.from)
      guard !isGood, piece.depth < Self.deepest, passes < Self.mostPasses else {
        add(sum)
        continue
      }
      let middle = (piece.from + piece.to) / 2
      let between = value(at: middle)
      pieces.append(
        Piece(
          from: piece.from, to: middle, first: piece.first, last: between, depth: piece.depth + 1))
      pieces.append(
        Piece(from: middle, to: piece.to, first: between, last: piece.last, depth: piece.depth + 1))
    }
  }

  private func pass(at part: Double) -> PrecisePass {
    PrecisePass(network, first: zip(start, way).map { $0 + part * $1 })
  }

  private func value(at part: Double) -> Double { explained.value(pass(at: part)) }

  /// What the slopes on a piece come to.
  private struct Sum {
    var errors: [Double]
    var conductances: [[Double]]
    /// ∫ dF, by which it is judged.
    var total = 0.0
  }

  private mutating func sums(over piece: Piece) -> Sum {
    var sum = Sum(
      errors: [Double](repeating: 0, count: errors.count),
      conductances: conductances.map { [Double](repeating: 0, count: $0.count) })
    let half = (piece.to - piece.from) / 2
    for (point, weight) in Self.points {
      for side in [-point, point] {
        addSlopes(at: piece.from + half * (1 + side), times: weight * half, to: &sum)
      }
    }
    passes += 2 * Self.points.count
    return sum
  }

  /// One pass forward with the speed of every activation along the way, one back with the slopes.
  private func addSlopes(at part: Double, times weight: Double, to sum: inout Sum) {
    let pass = pass(at: part)
    let layers = network.layers
    var speeds: [[Double]] = []
    var speed = way
    for index in layers.indices.dropLast() {
      let activation = layers[index].activation
      speed = zip(speed, pass.z[index]).map { $0 * activation.preciseSlope($1) }
      speeds.append(speed)
      speed = layers[index + 1].preciseSums(speed)
    }
    var error = explained.slopes(pass, layers[layers.count - 1])
    sum.total += weight * zip(error, speed).reduce(0) { $0 + $1.0 * $1.1 }
    for index in layers.indices.dropFirst().reversed() {
      let slopes = layers[index].preciseTransposedSums(error)
      let activation = layers[index - 1].activation
      for neuron in slopes.indices {
        sum.conductances[index - 1][neuron] += weight * slopes[neuron] * speeds[index - 1][neuron]
      }
      error = zip(slopes, pass.z[index - 1]).map { $0 * activation.preciseSlope($1) }
    }
    for neuron in error.indices { sum.errors[neuron] += weight * error[neuron] }
  }

  private mutating func add(_ sum: Sum) {
    for neuron in errors.indices { errors[neuron] += sum.errors[neuron] }
    for layer in conductances.indices {
      for neuron in conductances[layer].indices {
        conductances[layer][neuron] += sum.conductances[layer][neuron]
      }
    }
  }

  /// The points of Gauss's sum on one side of the middle of −1…1, and their weights (Abramowitz and
  /// Stegun, "Handbook of Mathematical Functions", table 25.4).
  private static let points: [(Double, Double)] = [
    (0.183434642495650, 0.362683783378362), (0.525532409916329, 0.313706645877887),
    (0.796666477413627, 0.222381034453374), (0.960289856497536, 0.101228536290376),
  ]
}
