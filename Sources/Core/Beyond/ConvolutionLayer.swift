/// A layer of kernels that are slid over what the layer before made: the same few weights at every
/// place.
///
/// Numbers of one place lie together, channel after channel; eight kernels share a vector.
struct ConvolutionLayer: Equatable, Sendable {
  typealias Eight = SIMD8<Float>

  /// Rows, and columns, of what it reads.
  let side: Int
  /// Numbers for each place of what it reads.
  let channels: Int
  /// How many kernels it has: a multiple of 8.
  let kernels: Int
  /// Rows, and columns, of a kernel: odd.
  let reach: Int
  /// How many places further on it looks each time.
  let stride: Int

  /// For each place of a kernel and each channel, the weight of every kernel.
  var weights: [Eight]
  /// Of each kernel.
  var biases: [Eight]

  init(side: Int, channels: Int, kernels: Int, reach: Int, stride: Int) {
    precondition(kernels % 8 == 0 && reach % 2 == 1)
    (self.side, self.channels, self.kernels) = (side, channels, kernels)
    (self.reach, self.stride) = (reach, stride)
    weights = [Eight](repeating: .zero, count: reach * reach * channels * kernels / 8)
    biases = [Eight](repeating: .zero, count: kernels / 8)
  }

  /// Rows, and columns, of what it makes.
  var outputSide: Int { (side + stride - 1) / stride }
  private var groups: Int { kernels / 8 }
  private var margin: Int { reach / 2 }

  /// Weights and biases in all.
  var parameters: Int { (weights.count + biases.count) * 8 }

  /// The weights of one kernel for one channel, row after row.
  func kernel(_ kernel: Int, channel: Int) -> [Float] {
    (0..<reach * reach).map {
      weights[($0 * channels + channel) * groups + kernel / 8][kernel % 8]
    }
  }

  /// Which places of a kernel lie within what is read, one row or column of places after another.
  private func span(_ position: Int) -> Range<Int> {
    let start = position * stride - margin
    return max(0, -start)..<min(reach, side - start)
  }

  /// Calls `body` with each place of the result, each place of a kernel there, and where what it
  /// weighs lies.
  @inline(__always)
  private func forEachTap(
    _ position: (row: Int, column: Int), _ body: (_ tap: Int, _ input: Int) -> Void
  ) {
    let rows = span(position.row)
    let columns = span(position.column)
    for down in rows {
      let row = position.row &* stride &- margin &+ down
      for right in columns {
        let column = position.column &* stride &- margin &+ right
        body(down &* reach &+ right, (row &* side &+ column) &* channels)
      }
    }
  }

  /// ReLU(kernel · pixels under it + bias), for every position and kernel.
  func forward(_ input: [Float]) -> [Float] {
    let side = outputSide
    var output = [Float](repeating: 0, count: side * side * kernels)
    var sums = biases
    for row in 0..<side {
      for column in 0..<side {
        for group in 0..<groups { sums[group] = biases[group] }
        forEachTap((row, column)) { tap, start in
          for channel in 0..<channels {
            let value = input[start &+ channel]
            guard value != 0 else { continue }
            let first = (tap &* channels &+ channel) &* groups
            for group in 0..<groups { sums[group] += weights[first &+ group] * value }
          }
        }
        let first = (row &* side &+ column) &* kernels
        for group in 0..<groups {
          let lit = sums[group].replacing(with: 0, where: sums[group] .<= 0)
          for lane in 0..<8 { output[first &+ group &* 8 &+ lane] = lit[lane] }
        }
      }
    }
    return output
  }

  /// Adds this example's slopes to `gradient`, a layer of slopes.
  ///
  /// - Parameters:
  ///   - input: what it read.
  ///   - output: what it made of that.
  ///   - slopes: of the cost with respect to `output`.
  ///   - needsInput: whether the slopes with respect to the input are wanted.
  /// - Returns: those; empty where they are not wanted.
  func backward(
    _ input: [Float], _ output: [Float], _ slopes: [Float], to gradient: inout ConvolutionLayer,
    needsInput: Bool
  ) -> [Float] {
    let side = outputSide
    var before = [Float](repeating: 0, count: needsInput ? input.count : 0)
    var errors = [Eight](repeating: .zero, count: groups)
    for row in 0..<side {
      for column in 0..<side {
        let first = (row &* side &+ column) &* kernels
        var isDark = true
        for kernel in 0..<kernels {
          let error = output[first &+ kernel] > 0 ? slopes[first &+ kernel] : 0
          errors[kernel >> 3][kernel & 7] = error
          if error != 0 { isDark = false }
        }
        if isDark { continue }
        for group in 0..<groups { gradient.biases[group] += errors[group] }
        forEachTap((row, column)) { tap, start in
          for channel in 0..<channels {
            let value = input[start &+ channel]
            let first = (tap &* channels &+ channel) &* groups
            if value != 0 {
              for group in 0..<groups { gradient.weights[first &+ group] += errors[group] * value }
            }
            // A neuron at 0 hands nothing further back.
            if needsInput, value != 0 {
              var sum = Eight.zero
              for group in 0..<groups { sum += weights[first &+ group] * errors[group] }
              before[start &+ channel] += sum.sum()
            }
          }
        }
      }
    }
    return before
  }
}
