/// What a network says of pictures in which nothing is written, and how much of that the noise itself
/// decides.
public struct NoiseStudy: Equatable, Sendable {
  /// How often each output was the brightest over pictures of noise.
  public private(set) var answers: [Int]
  /// The outputs where every input is 0, so that the biases alone speak.
  public let blank: [Float]
  /// The outputs for plain gray, every pixel at one half, which is what noise is on average.
  public let gray: [Float]
  /// Which neurons of layer 1 plain gray leaves lit on the same side of 0 as each picture of noise:
  /// the share of pictures, neuron by neuron.
  public var sameSide: [Double] { sides.map { pictures == 0 ? 0 : Double($0) / Double(pictures) } }
  /// How many pictures of noise were looked at.
  public private(set) var pictures = 0

  private let grayZ: [Float]
  private var sides: [Int]

  /// A study that has not looked at any noise yet.
  public init(_ network: Network) {
    let inputs = network.sizes[0]
    let gray = network.forward([Float](repeating: 0.5, count: inputs))
    self.gray = gray.output
    blank = network.forward([Float](repeating: 0, count: inputs)).output
    grayZ = gray.layers[0].z
    sides = [Int](repeating: 0, count: grayZ.count)
    answers = [Int](repeating: 0, count: gray.output.count)
  }

  /// Looks at one picture of noise.
  public mutating func add(_ noise: Digit, _ network: Network) {
    let pass = network.forward(noise.pixels)
    answers[pass.answer] += 1
    pictures += 1
    for (neuron, z) in pass.layers[0].z.enumerated() where (z > 0) == (grayZ[neuron] > 0) {
      sides[neuron] += 1
    }
  }

  /// What it says of most noise; the first of equals.
  public var commonest: Int { answers.firstIndex(of: answers.max() ?? 0) ?? 0 }
}
