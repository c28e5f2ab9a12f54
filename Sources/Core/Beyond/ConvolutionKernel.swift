/// Nine weights that are slid over a picture: one small neuron, used at every place.
public struct ConvolutionKernel: Equatable, Sendable {
  /// Rows, and columns, of the kernel.
  public static let side = 3

  /// Row after row, nine numbers.
  public let weights: [Float]

  /// A kernel from its nine numbers, row after row.
  public init(_ weights: [Float]) {
    precondition(weights.count == Self.side * Self.side)
    self.weights = weights
  }

  /// Slid over a picture in a margin of black one pixel wide, so that the result is 28×28 as well.
  ///
  /// As in neural networks the kernel is not turned over first: entry (r, c) weighs the pixel r − 1 down
  /// and c − 1 to the right (Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 9.1).
  ///
  /// - Returns: 784 sums, row after row.
  public func applied(to digit: Digit) -> [Float] {
    let side = Digit.side
    return (0..<Digit.pixelCount).map { index in
      let (row, column) = (index / side, index % side)
      var sum: Float = 0
      for down in 0..<Self.side {
        for right in 0..<Self.side {
          let (fromRow, fromColumn) = (row + down - 1, column + right - 1)
          guard (0..<side).contains(fromRow), (0..<side).contains(fromColumn) else { continue }
          sum += weights[down * Self.side + right] * digit[fromRow, fromColumn]
        }
      }
      return sum
    }
  }
}

extension ConvolutionKernel {
  /// A kernel that people have a name for.
  public enum Named: String, CaseIterable, Sendable {
    /// Bright on the left and dark on the right (Sobel and Feldman, 1968).
    case vertical
    /// Bright above and dark below.
    case horizontal
    /// Bright on the upper left and dark on the lower right.
    case diagonal
    /// A pixel against its eight neighbours.
    case outline
    /// The mean of nine pixels.
    case blur
    /// A pixel made to differ more from its four neighbours.
    case sharpen
  }

  /// A kernel by its name.
  public init(_ name: Named) {
    switch name {
    case .vertical: self.init([1, 0, -1, 2, 0, -2, 1, 0, -1])
    case .horizontal: self.init([1, 2, 1, 0, 0, 0, -1, -2, -1])
    case .diagonal: self.init([2, 1, 0, 1, 0, -1, 0, -1, -2])
    case .outline: self.init([-1, -1, -1, -1, 8, -1, -1, -1, -1])
    case .blur: self.init([Float](repeating: 1.0 / 9, count: 9))
    case .sharpen: self.init([0, -1, 0, -1, 5, -1, 0, -1, 0])
    }
  }
}
