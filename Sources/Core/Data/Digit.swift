/// A picture of one handwritten digit: 28×28 activations, which are layer 0 of the network.
public struct Digit: Equatable, Sendable {
  /// Rows, and columns, of the picture.
  public static let side = 28
  /// Pixels in all: 784.
  public static let pixelCount = side * side

  /// Row after row from the top left, from 0 (black) to 1 (white ink): pixel k = 28·row + column.
  public let pixels: [Float]

  /// A picture from its 784 pixels; values outside 0…1 are brought to the nearest end.
  public init(pixels: [Float]) {
    precondition(pixels.count == Self.pixelCount, "a digit has 784 pixels")
    self.pixels = pixels.map { $0 > 0 ? min($0, 1) : 0 }
  }

  /// A picture from bytes as MNIST stores them, 0 (black) to 255 (white).
  public init(bytes: some Collection<UInt8>) {
    precondition(bytes.count == Self.pixelCount, "a digit has 784 pixels")
    pixels = bytes.map { Self.activation[Int($0)] }
  }

  /// Nothing but black.
  public static let blank = Digit(pixels: [Float](repeating: 0, count: pixelCount))

  /// The pixel at a row and a column, both from 0 at the top left.
  public subscript(row: Int, column: Int) -> Float {
    precondition(row >= 0 && row < Self.side && column >= 0 && column < Self.side)
    return pixels[row * Self.side + column]
  }

  /// How many pixels are not black.
  public var litPixels: Int { pixels.count { $0 > 0 } }

  /// Byte to activation; a division by 255 rounds differently from a product with 1/255.
  private static let activation = (0...255).map { Float($0) / 255 }
}
