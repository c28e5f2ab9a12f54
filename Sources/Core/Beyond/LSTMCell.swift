/// A cell with a memory of one number, and three gates that are σ (Hochreiter and Schmidhuber, "Long
/// Short-Term Memory", 1997; the forget gate: Gers, Schmidhuber and Cummins, 2000).
public struct LSTMCell: Equatable, Sendable {
  /// What a gate, or the candidate, makes of the input x and the output h of the step before.
  public struct Part: Equatable, Sendable {
    /// The weight of x.
    public var input: Double
    /// The weight of h.
    public var feedback: Double
    /// What is added.
    public var bias: Double

    /// Two weights and a bias.
    public init(_ input: Double, _ feedback: Double, _ bias: Double) {
      (self.input, self.feedback, self.bias) = (input, feedback, bias)
    }

    func sum(_ x: Double, _ h: Double) -> Double { input * x + feedback * h + bias }
  }

  /// What a step computes, in its order.
  public struct Step: Equatable, Sendable {
    /// The input.
    public let x: Double
    /// How much of the candidate is written: σ, 0 to 1.
    public let inputGate: Double
    /// How much of the memory is kept: σ, 0 to 1.
    public let forgetGate: Double
    /// What could be written: tanh, −1 to 1.
    public let candidate: Double
    /// How much of the memory is shown: σ, 0 to 1.
    public let outputGate: Double
    /// The memory after the step: forget gate × memory + input gate × candidate.
    public let memory: Double
    /// What the cell puts out: output gate × tanh(memory).
    public let output: Double
  }

  /// How much is written.
  public var inputGate: Part
  /// How much is kept.
  public var forgetGate: Part
  /// What is written.
  public var candidate: Part
  /// How much is shown.
  public var outputGate: Part

  /// A cell from its parts, in the order in which PyTorch keeps them.
  public init(inputGate: Part, forgetGate: Part, candidate: Part, outputGate: Part) {
    (self.inputGate, self.forgetGate) = (inputGate, forgetGate)
    (self.candidate, self.outputGate) = (candidate, outputGate)
  }

  /// A cell made by hand: 1 is written into its memory, 0 leaves it, −1 wipes it out.
  public static let notebook = LSTMCell(
    inputGate: Part(8, 0, -4), forgetGate: Part(8, 0, 5), candidate: Part(3, 0, 0),
    outputGate: Part(0, 0, 4))

  /// All steps over a sequence, from a memory and an output of 0.
  public func steps(over sequence: [Double]) -> [Step] {
    var (memory, output) = (0.0, 0.0)
    return sequence.map { x in
      let input = preciseSigmoid(inputGate.sum(x, output))
      let forget = preciseSigmoid(forgetGate.sum(x, output))
      let new = preciseHyperbolicTangent(candidate.sum(x, output))
      let shown = preciseSigmoid(outputGate.sum(x, output))
      memory = forget * memory + input * new
      output = shown * preciseHyperbolicTangent(memory)
      return Step(
        x: x, inputGate: input, forgetGate: forget, candidate: new, outputGate: shown,
        memory: memory, output: output)
    }
  }
}
