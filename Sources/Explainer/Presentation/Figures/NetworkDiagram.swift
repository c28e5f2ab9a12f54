/// A network at work as the film draws it: layer 0, columns of neurons as bright as their activations,
/// and the strongest terms that lead to the brightest output.
public struct NetworkDiagram: Equatable, Sendable {
  /// What a neuron shows.
  public struct Neuron: Equatable, Sendable {
    /// What it holds.
    public var activation: Float
    /// How bright that is, 0 to 1; what is above is as bright as 1.
    public var brightness: Float

    /// A neuron that holds an activation.
    public init(_ activation: Float, brightness: Float) {
      self.activation = activation
      self.brightness = brightness
    }
  }

  /// A term w·a of a neuron's sum.
  public struct Connection: Equatable, Sendable {
    /// The layer of the neuron that adds it, from 1.
    public var layer: Int
    /// The neuron of the layer before whose activation is in it.
    public var from: Int
    /// The neuron that adds it.
    public var to: Int
    /// The weight times the activation: finite and not 0.
    public var term: Float

    /// A term of a neuron's sum.
    public init(layer: Int, from: Int, to: Int, term: Float) {
      precondition(layer > 0 && term.isFinite && term != 0)
      self.layer = layer
      self.from = from
      self.to = to
      self.term = term
    }
  }

  /// Layer 0 where it is a picture, which stands in place of its neurons.
  public let picture: HeatMap?
  /// From layer 0 to the output.
  public let layers: [[Neuron]]
  /// The terms that may be drawn: into each neuron from the largest down.
  public let connections: [Connection]
  /// The brightest outputs: one, or several that are equal.
  public let brightest: [Int]
  /// The output that was asked for, whose votes are traced in place of those for the brightest.
  public let asked: Int?
  /// Whether it is drawn large where the line is long enough: with a number in every neuron.
  public var isLarge = false
  /// How far the pass has come; nil where it is done.
  package var reach: Reach?

  /// A network at work.
  ///
  /// - Parameters:
  ///   - picture: layer 0 as a picture, if it is one.
  ///   - layers: from layer 0 to the output; at least two, none of them empty.
  ///   - connections: terms, those into a neuron from the largest size down.
  ///   - asked: the output whose terms they lead back from; nil for the brightest.
  public init(
    picture: HeatMap?, layers: [[Neuron]], connections: [Connection], asked: Int? = nil
  ) {
    precondition(layers.count > 1 && layers.allSatisfy { !$0.isEmpty })
    precondition(picture.map { $0.values.count == layers[0].count } != false)
    precondition(
      connections.allSatisfy {
        layers.indices.contains($0.layer) && layers[$0.layer].indices.contains($0.to)
          && layers[$0.layer - 1].indices.contains($0.from)
      })
    self.picture = picture
    self.layers = layers
    self.connections = connections
    self.asked = asked
    precondition(asked.map { layers[layers.count - 1].indices.contains($0) } != false)
    let outputs = (layers.last ?? []).map(\.activation).filter { !$0.isNaN }
    let most = outputs.max()
    brightest = (layers.last ?? []).indices.filter { layers.last?[$0].activation == most }
  }

  /// The output that is marked as the verdict; none where several are equally bright.
  public var chosen: Int? { brightest.count == 1 && outputs.count > 1 ? brightest[0] : nil }

  /// The one output to which lines lead; nil where they lead to several.
  public var traced: Int? { asked ?? chosen }

  /// What an output is pointed out as.
  enum Mark {
    /// What the network says.
    case verdict
    /// What somebody asked about: not what the network says.
    case asked
  }

  /// The mark of an output, if any.
  func mark(of output: Int) -> Mark? {
    output == chosen ? .verdict : output == asked ? .asked : nil
  }

  /// Whether there is an output that was asked about and is not what the network says.
  var hasAskedMark: Bool { asked.map { mark(of: $0) == .asked } ?? false }

  /// The outputs whose terms are traced back.
  var roots: [Int] { asked.map { [$0] } ?? brightest }

  /// The neurons of the last layer.
  public var outputs: [Neuron] { layers[layers.count - 1] }

  /// The number of the last layer.
  public var outputLayer: Int { layers.count - 1 }

  /// The same drawn large.
  package var large: NetworkDiagram {
    var diagram = self
    diagram.isLarge = true
    return diagram
  }
}

// MARK: Tracing

extension NetworkDiagram {
  /// How many of the strongest terms are followed into a neuron, from the output back: into the
  /// outputs traced together, then into each neuron they come from.
  public struct FanOut: Equatable, Sendable {
    private let counts: [Int]

    /// How many are followed into the output, one layer before it, and before that.
    public init(_ output: Int, _ hidden: Int, _ first: Int) { counts = [output, hidden, first] }

    /// Into a neuron so many layers before the output.
    public func count(_ layersBack: Int) -> Int { counts[min(layersBack, counts.count - 1)] }

    /// The most that any drawing follows.
    public static let most = FanOut(5, 3, 2)
  }

  /// The strongest terms, traced back from the brightest outputs, or from the one that was asked for;
  /// the output's first.
  public func traced(_ fanOut: FanOut) -> [Connection] {
    var reached = Set(roots)
    var all: [Connection] = []
    for layer in stride(from: outputLayer, to: 0, by: -1) {
      let isOutput = layer == outputLayer
      let count = fanOut.count(outputLayer - layer)
      let into = connections.filter { $0.layer == layer && reached.contains($0.to) }
      let followed =
        isOutput
        ? Array(into.strongestFirst.prefix(count))
        : reached.sorted().flatMap { to in into.filter { $0.to == to }.prefix(count) }
      all += followed
      reached = Set(followed.map(\.from))
    }
    return all
  }
}

extension [NetworkDiagram.Connection] {
  /// From the largest size down; equal ones stay in their order.
  package var strongestFirst: Self {
    enumerated().sorted {
      let (first, second) = (abs($0.element.term), abs($1.element.term))
      return first == second ? $0.offset < $1.offset : first > second
    }.map(\.element)
  }
}
