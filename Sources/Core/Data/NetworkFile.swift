/// A network as a safetensors file: tensors `layers.N.weight` (one row per neuron) and
/// `layers.N.bias`, the activation among the notes.
public struct NetworkFile: Equatable, Sendable {
  /// The network.
  public var network: Network
  /// Free text by name, such as `source` and `accuracy`. Of long notes in a file the start is kept.
  public var notes: [String: String]

  /// A network with notes, to be written.
  public init(network: Network, notes: [String: String] = [:]) {
    self.network = network
    self.notes = notes
  }

  /// The file's bytes.
  public var encoded: [UInt8] {
    var tensors: [String: Safetensors.Tensor] = [:]
    for (index, layer) in network.layers.enumerated() {
      let weights = layer.weights
      tensors["layers.\(index + 1).weight"] = Safetensors.Tensor(
        shape: [weights.rows, weights.columns], values: weights.rowMajor)
      tensors["layers.\(index + 1).bias"] = Safetensors.Tensor(
        shape: [layer.neurons], values: layer.biases)
    }
    var metadata = notes
    metadata["activation"] = network.layers.map(\.activation.rawValue).joined(separator: ",")
    return Safetensors(tensors: tensors, metadata: metadata).encoded
  }

  /// Reads a file's contents. Accepted are our own names and those of a PyTorch `Sequential`:
  /// `0.weight`, `2.weight` and so on. The note `activation` holds one name for all layers or one a
  /// layer, with commas; without it every layer is a sigmoid.
  public init(_ file: [UInt8]) throws(NetworkFileError) {
    let contents: Safetensors
    do { contents = try Safetensors(file) } catch { throw .format(error) }
    let prefixes = try Self.layerPrefixes(contents.tensors.keys)
    let activations = try Self.activations(contents.metadata["activation"], prefixes.count)
    var layers: [Layer] = []
    for (prefix, activation) in zip(prefixes, activations) {
      layers.append(
        try Self.layer(
          prefix, in: contents, inputs: layers.last?.neurons, activation: activation))
    }
    network = Network(layers: layers)
    notes = Self.bounded(contents.metadata.filter { $0.key != "activation" })
  }

  /// As much of the notes as a person would read; others' files may hold megabytes of them.
  private static func bounded(_ notes: [String: String]) -> [String: String] {
    let longest = 300
    let kept = notes.filter { $0.key.unicodeScalars.prefix(longest + 1).count <= longest }
      .sorted { $0.key < $1.key }.prefix(100)
    return Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) }).mapValues { note in
      let start = note.unicodeScalars.prefix(longest)
      return start.endIndex == note.endIndex ? note : String(start) + "…"
    }
  }

  /// Whether bytes are a network as `encoded` writes one, rather than some other program's.
  public static func isOurs(_ file: [UInt8]) -> Bool {
    guard let contents = try? Safetensors(file), contents.metadata["activation"] != nil,
      (try? NetworkFile(file)) != nil
    else { return false }
    return contents.tensors.keys.allSatisfy { $0.hasPrefix("layers.") }
  }

  /// What stands before `weight` and `bias` in the tensors' names, in the order of the layers.
  private static func layerPrefixes(_ names: some Sequence<String>) throws(NetworkFileError)
    -> [String]
  {
    var numbers: Set<Int> = []
    var stems: Set<String> = []
    for name in names.sorted() {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      let numbered = parts.first == "layers" ? parts.dropFirst() : parts[...]
      guard numbered.count == 2, let number = numbered.first.flatMap({ Int($0) }), number >= 0,
        number < 1_000_000, numbered.last == "weight" || numbered.last == "bias"
      else { throw .unexpectedTensor(name) }
      numbers.insert(number)
      stems.insert(parts.first == "layers" ? "layers." : "")
    }
    guard let stem = stems.first, let first = numbers.min(), let last = numbers.max() else {
      throw .noLayers
    }
    guard stems.count == 1 else { throw .unexpectedTensor("layers.\(first).weight") }
    // Our own layers are numbered one by one; in a PyTorch Sequential the modules between are
    // activations, so the first gap is the step.
    let second = numbers.filter { $0 > first }.min() ?? first + 1
    let step = stem.isEmpty ? second - first : 1
    for number in stride(from: first, through: last, by: step) where !numbers.contains(number) {
      throw .missingTensor("\(stem)\(number).weight")
    }
    return numbers.sorted().map { "\(stem)\($0)." }
  }

  private static func activations(_ note: String?, _ count: Int) throws(NetworkFileError)
    -> [Activation]
  {
    let names = (note ?? Activation.standard.rawValue).split(
      separator: ",", omittingEmptySubsequences: false)
    var activations: [Activation] = []
    for name in names {
      guard let activation = Activation(rawValue: String(name)) else {
        throw .unknownActivation(String(name))
      }
      activations.append(activation)
    }
    if activations.count == 1 { return [Activation](repeating: activations[0], count: count) }
    guard activations.count == count else { throw .unknownActivation(note ?? "") }
    return activations
  }

  private static func layer(
    _ prefix: String, in contents: Safetensors, inputs: Int?, activation: Activation
  ) throws(NetworkFileError) -> Layer {
    let weightName = prefix + "weight"
    let biasName = prefix + "bias"
    guard let weights = contents.tensors[weightName] else { throw .missingTensor(weightName) }
    guard let biases = contents.tensors[biasName] else { throw .missingTensor(biasName) }
    guard weights.shape.count == 2, weights.shape.allSatisfy({ $0 >= 1 }),
      inputs == nil || weights.shape[1] == inputs
    else {
      throw .wrongShape(
        tensor: weightName, shape: weights.shape,
        expected: [weights.shape.first ?? 1, inputs ?? Digit.pixelCount])
    }
    guard biases.shape == [weights.shape[0]] else {
      throw .wrongShape(tensor: biasName, shape: biases.shape, expected: [weights.shape[0]])
    }
    return Layer(
      weights: Matrix(
        rows: weights.shape[0], columns: weights.shape[1], rowMajor: weights.values),
      biases: biases.values, activation: activation)
  }
}

/// Why a safetensors file is not a network.
public enum NetworkFileError: Error, Equatable {
  /// The file itself could not be read.
  case format(SafetensorsError)
  /// There is no tensor called `layers.N.weight`, nor one with PyTorch's `N.weight`.
  case noLayers
  /// A tensor that belongs to no layer.
  case unexpectedTensor(String)
  /// A tensor that the others call for.
  case missingTensor(String)
  /// A tensor whose shape does not fit its neighbours.
  case wrongShape(tensor: String, shape: [Int], expected: [Int])
  /// An activation function that this program does not have.
  case unknownActivation(String)
}
