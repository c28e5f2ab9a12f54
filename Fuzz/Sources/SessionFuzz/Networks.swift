import Core

/// Files of networks: whole ones of odd shapes and sizes, and what nobody trained.
enum Networks {
  static let files: [String: [UInt8]] = [
    "one.safetensors": encoded([1, 1], .sigmoid),
    "small.safetensors": encoded([2, 3, 1], .relu),
    "digits.safetensors": encoded([784, 3, 10], .relu),
    "eleven.safetensors": encoded([784, 7, 11], .sigmoid),
    "largest.safetensors": encoded([784, 3, 10], .sigmoid) { _ in 3e38 },
    "largest-small.safetensors": encoded([3, 2, 2], .relu) { $0 % 2 == 0 ? 3e38 : -3e38 },
    "large.safetensors": encoded([784, 2, 10], .relu) { $0 % 3 == 0 ? 99_999_992 : -1e8 },
    "smallest.safetensors": encoded([784, 3, 10], .relu) { _ in .leastNonzeroMagnitude },
    "zero.safetensors": encoded([784, 3, 10], .sigmoid) { $0 % 2 == 0 ? 0 : -0.0 },
    "nan.safetensors": encoded([784, 3, 10], .sigmoid) { $0 == 5 ? .nan : 0.5 },
    "infinite.safetensors": encoded([3, 2, 10], .relu) { $0 == 1 ? .infinity : 0.5 },
    "notes.safetensors": encoded(
      [2, 2], .sigmoid,
      notes: [
        "source": "\u{1b}[31mmade\u{202e}\n\u{7} " + String(repeating: "long ", count: 60) + "ago",
        "accuracy": "漢字 of 8 👩‍👧", "": "x",
      ]),
  ]

  private static func encoded(
    _ sizes: [Int], _ activation: Activation, notes: [String: String] = [:],
    _ value: ((Int) -> Float)? = nil
  ) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(sizes.reduce(0, +)))
    var network = Network(sizes: sizes, activation: activation, using: &generator)
    if let value {
      network = Network(
        layers: network.layers.map { layer in
          let rows = layer.neurons
          let columns = layer.inputs
          return Layer(
            weights: Matrix(
              rows: rows, columns: columns, rowMajor: (0..<rows * columns).map(value)),
            biases: (0..<rows).map(value), activation: activation)
        })
    }
    return NetworkFile(network: network, notes: notes).encoded
  }

  /// A small network's file with a few bytes changed, or cut short.
  static func broken(_ damage: UInt64) -> [UInt8] {
    damaged(encoded([2, 3, 1], .relu), damage)
  }

  /// Bytes a few of which are others, or gone.
  static func damaged(_ bytes: [UInt8], _ damage: UInt64) -> [UInt8] {
    var bytes = bytes
    var generator = SeededGenerator(seed: damage)
    for _ in 0...generator.next(below: 4) where !bytes.isEmpty {
      let offset = generator.next(below: bytes.count)
      switch generator.next(below: 4) {
      case 0: bytes[offset] = 0xff
      case 1: bytes[offset] ^= 1 << UInt8(generator.next(below: 8))
      case 2: bytes[offset] = UInt8(generator.next(below: 256))
      default: if generator.next(below: 4) == 0 { bytes.removeLast(bytes.count - offset) }
      }
    }
    return bytes
  }
}

/// MNIST's files, with fewer pictures.
enum IDXFiles {
  private static let count = 24

  static let names = ["t10k-", "train-"].flatMap {
    ["\($0)images-idx3-ubyte", "\($0)labels-idx1-ubyte"]
  }

  static let contents: [String: [UInt8]] = {
    var generator = SeededGenerator(seed: 5)
    let pixels = (0..<count * Digit.pixelCount).map { _ in
      UInt8(max(0, generator.next(below: 400) - 144))
    }
    let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, UInt8(count), 0, 0, 0, 28, 0, 0, 0, 28] + pixels
    let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, UInt8(count)] + (0..<count).map { UInt8($0 % 9) }
    return Dictionary(
      uniqueKeysWithValues: names.map { ("data/\($0)", $0.contains("images") ? images : labels) })
  }()
}
