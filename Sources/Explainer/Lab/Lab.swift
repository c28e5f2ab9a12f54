import Core
import Formulas

/// Everything on the learner's bench, as a value: the network, the digit, names, a pass under way,
/// the last training, and what can be taken back. A copy is a bench of its own.
public struct Lab: Sendable {
  /// What the program carries for every bench.
  public struct Content: Sendable {
    /// The trained network and its notes.
    public var network: NetworkFile
    /// Our own digits, grouped by digit in rising order.
    public var drawings: [Drawing]

    /// Content for a bench; there is at least one drawing.
    public init(network: NetworkFile, drawings: [Drawing]) {
      precondition(!drawings.isEmpty)
      self.network = network
      self.drawings = drawings
    }
  }

  /// What came with the program.
  let content: Content
  /// The network that every command works on.
  public internal(set) var network: Network
  /// Where the network is from: its notes.
  var notes: [String: String]
  /// The digit that every command works on.
  public internal(set) var current: CurrentDigit
  /// What the learner typed for a network that does not read digits.
  var typed: TypedInput?
  /// The network as it was opened or made, to compare with.
  var baseline: Network
  /// The learner's own names, and `ans`.
  var bindings: [String: Value] = [:]
  /// The learner's own functions.
  var functions: [String: OwnFunction] = [:]
  /// The expression that was explained last, to open its parts.
  var explanation: Explanation?
  /// Where the learner is in a pass that is gone through step by step.
  var stepping = Stepping()
  /// The training that was done last, epoch by epoch.
  var lastTraining: TrainingRecord?
  /// Its curves, for the next one to be compared with.
  var earlierTraining: EarlierTraining?
  /// What `keep only` cut the network down from.
  var reduction: NetworkReduction?
  /// What can be taken back.
  var undoHistory = UndoHistory()
  /// Games that are on.
  var games = Games()
  /// Data sets read so far, by name.
  var datasets: [DigitSet: Dataset] = [:]
  /// Where chance comes from.
  var generator: SeededGenerator

  /// A bench with the bundled network and the first drawing of a 3.
  public init(content: Content, seed: UInt64 = 0) {
    self.content = content
    network = content.network.network
    baseline = network
    notes = content.network.notes
    current = Self.drawing(content.drawings.firstIndex { $0.digit == 3 } ?? 0, of: content)
    generator = SeededGenerator(seed: seed)
  }

  /// A bench as it is when the program starts, with the same content.
  package var fresh: Lab { Lab(content: content) }

  static func drawing(_ index: Int, of content: Content) -> CurrentDigit {
    let drawing = content.drawings[index]
    let copy = index - (content.drawings.firstIndex { $0.digit == drawing.digit } ?? index)
    return CurrentDigit(
      drawing.rasterized(), label: drawing.digit,
      origin: "our drawing \(copy) of \(drawing.digit.withArticle)")
  }

  /// Makes a network the one that every command works on.
  package mutating func adopt(_ file: NetworkFile) {
    network = file.network
    baseline = file.network
    notes = file.notes
  }

  /// The forward pass of the current digit; in a network that reads none, of the inputs typed.
  func pass() throws(LabError) -> ForwardPass { try pass(of: try input()) }

  /// The forward pass of as many numbers as the network reads.
  func pass(of input: [Float]) throws(LabError) -> ForwardPass {
    let pass = network.forward(input)
    for (index, layer) in pass.layers.enumerated() {
      if let neuron = layer.z.firstIndex(where: { !$0.isFinite }) {
        throw .tooLarge(what: "The weighted input of neuron \(index + 1).\(neuron)")
      }
    }
    return pass
  }
}
