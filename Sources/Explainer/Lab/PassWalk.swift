import Core

/// The forward pass as a row of operations: the image is loaded, then every neuron of every layer
/// multiplies, adds up, adds its bias and squashes, then the pass is done.
///
/// A position in the row says which operation was done last. It is a number and nothing else: what
/// the operation made comes from Core's pass, so that no way to a position leaves a trace.
struct PassWalk: Equatable, Sendable {
  /// What a neuron does, in order.
  enum Operation: Int, CaseIterable, Comparable {
    case multiply, sum, bias, squash

    static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
  }

  /// What one position stands for.
  enum Stage: Equatable {
    case load
    case neuron(layer: Int, neuron: Int, Operation)
    case done
  }

  /// Neurons per layer, from layer 1.
  let sizes: [Int]

  init(sizes: [Int]) { self.sizes = sizes }

  init(_ network: Network) { sizes = network.layers.map(\.neurons) }

  /// How many positions there are: from 0 to one less.
  var count: Int { 2 + Operation.allCases.count * sizes.reduce(0, +) }

  /// The position at which the pass is done.
  var last: Int { count - 1 }

  /// What a position stands for.
  func stage(at position: Int) -> Stage {
    precondition((0..<count).contains(position))
    guard position > 0 else { return .load }
    guard position < last else { return .done }
    let steps = Operation.allCases.count
    var neuron = (position - 1) / steps
    var layer = 1
    while neuron >= sizes[layer - 1] {
      neuron -= sizes[layer - 1]
      layer += 1
    }
    return .neuron(layer: layer, neuron: neuron, Operation.allCases[(position - 1) % steps])
  }

  /// The position of an operation of a neuron.
  func position(_ layer: Int, _ neuron: Int, _ operation: Operation) -> Int {
    precondition((0..<sizes[layer - 1]).contains(neuron))
    let before = sizes[..<(layer - 1)].reduce(0, +) + neuron
    return 1 + before * Operation.allCases.count + operation.rawValue
  }

  /// The same operation of the next neuron.
  func nextNeuron(after position: Int) -> Int {
    position == 0 ? 1 : min(position + Operation.allCases.count, last)
  }

  /// The first operation of the next layer.
  func nextLayer(after position: Int) -> Int {
    switch stage(at: position) {
    case .load: 1
    case .neuron(let layer, _, _) where layer < sizes.count: self.position(layer + 1, 0, .multiply)
    case .neuron, .done: last
    }
  }
}

/// Where the learner is in a pass, and which neuron is kept in view.
struct Stepping: Equatable, Sendable {
  /// A neuron by its layer, from 1, and its number.
  struct Neuron: Equatable, Sendable {
    var layer: Int
    var neuron: Int
  }

  /// The network's shape when the pass was begun; another shape has other positions.
  private var walk: PassWalk?
  private var position = 0
  private var watched: Neuron?

  /// The position, if a pass of a network of this shape is under way.
  func position(in walk: PassWalk) -> Int? { self.walk == walk ? position : nil }

  /// Goes to a position.
  mutating func move(to position: Int, in walk: PassWalk) {
    self.walk = walk
    self.position = position
  }

  /// Gives the pass up; what is watched stays.
  mutating func leave() {
    walk = nil
    position = 0
  }

  /// The neuron that is watched, if the network has it.
  func watched(in walk: PassWalk) -> Neuron? {
    guard let watched, watched.layer <= walk.sizes.count,
      watched.neuron < walk.sizes[watched.layer - 1]
    else { return nil }
    return watched
  }

  /// Keeps a neuron in view, or none.
  mutating func watch(_ neuron: Neuron?) { watched = neuron }
}
