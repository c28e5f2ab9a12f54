/// Turns slopes into steps, and remembers what it needs from one step to the next.
///
/// Plain descent needs no memory and no list of slopes: a step goes straight into the columns of
/// the nonzero inputs. Everything else passes over all parameters once a mini-batch.
struct OptimizerState: Sendable {
  private let kind: TrainingSettings.Optimizer
  private let momentum: Float
  private let weightDecay: Float
  /// The mean slopes of one mini-batch; all 0 between two.
  private var gradient: [Vector]
  /// A running mean of slopes (adam), or the last step (sgd).
  private var velocity: [Vector]
  /// A running mean of squared slopes, for adam.
  private var squares: [Vector]
  /// Adam's two rates of forgetting to the power of the number of steps.
  private var forgotten: (first: Double, second: Double) = (1, 1)

  init(_ settings: TrainingSettings, _ layout: ParameterLayout) {
    kind = settings.optimizer
    momentum = settings.momentum
    weightDecay = settings.weightDecay
    let plain = kind == .sgd && momentum == 0 && weightDecay == 0
    gradient = [Vector](repeating: .zero, count: plain ? 0 : layout.parameters)
    velocity = gradient
    squares = kind == .adam ? gradient : []
  }

  /// Moves the pass's parameters down its mean slope.
  mutating func step(_ pass: MiniBatchPass, learningRate: Float) {
    let count = Float(pass.examples)
    guard !gradient.isEmpty else {
      return unsafe pass.addGradient(times: -learningRate / count, to: pass.parameters)
    }
    let kept = 1 - learningRate * weightDecay
    unsafe gradient.withUnsafeMutableBufferPointer { gradient in
      guard let gradient = gradient.baseAddress else { return }
      unsafe pass.addGradient(times: 1 / count, to: gradient)
    }
    if kept < 1 { unsafe decay(pass.parameters, pass.layout, kept) }
    switch kind {
    case .sgd: unsafe descend(pass.parameters, learningRate)
    case .adam: unsafe descendByAdam(pass.parameters, learningRate)
    }
  }

  private func decay(
    _ parameters: UnsafeMutablePointer<Vector>, _ layout: ParameterLayout, _ kept: Float
  ) {
    for slice in layout.layers {
      for k in slice.start..<slice.biasStart { unsafe parameters[k] *= kept }
    }
  }

  /// v ← momentum · v + slope, w ← w − rate · v.
  private mutating func descend(_ parameters: UnsafeMutablePointer<Vector>, _ rate: Float) {
    let momentum = momentum
    unsafe velocity.withUnsafeMutableBufferPointer { velocity in
      unsafe gradient.withUnsafeMutableBufferPointer { gradient in
        for k in 0..<gradient.count {
          let step = unsafe (velocity[k] * momentum + gradient[k]).flushedToZero
          unsafe velocity[k] = step
          unsafe parameters[k] -= step * rate
          unsafe gradient[k] = .zero
        }
      }
    }
  }

  /// m ← 0.9 m + 0.1 slope, v ← 0.999 v + 0.001 slope², w ← w − rate · m̂ / (√v̂ + 10⁻⁸), where the
  /// hats undo that both start at 0 (Kingma and Ba, "Adam", 2015, algorithm 1).
  private mutating func descendByAdam(_ parameters: UnsafeMutablePointer<Vector>, _ rate: Float) {
    forgotten.first *= 0.9
    forgotten.second *= 0.999
    let rate = rate / Float(1 - forgotten.first)
    let correction = 1 / Float((1 - forgotten.second).squareRoot())
    unsafe velocity.withUnsafeMutableBufferPointer { velocity in
      unsafe squares.withUnsafeMutableBufferPointer { squares in
        unsafe gradient.withUnsafeMutableBufferPointer { gradient in
          for k in 0..<gradient.count {
            let slope = unsafe gradient[k]
            let mean = unsafe (velocity[k] * 0.9 + slope * 0.1).flushedToZero
            let square = unsafe (squares[k] * 0.999 + slope * slope * 0.001).flushedSquaresToZero
            unsafe velocity[k] = mean
            unsafe squares[k] = square
            unsafe parameters[k] -= mean * rate / (square.squareRoot() * correction + 1e-8)
            unsafe gradient[k] = .zero
          }
        }
      }
    }
  }
}
