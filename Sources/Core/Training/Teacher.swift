/// A trained network whose outputs another one learns to give ("distillation": Hinton, Vinyals and
/// Dean, "Distilling the Knowledge in a Neural Network", 2015): they tell how much a 4 looks like a
/// 9, which the label does not.
struct Teacher: Sendable {
  private let layout: ParameterLayout
  private let parameters: [Vector]
  /// How much of a target is the teacher's output; the rest is the label.
  private let share: Float

  init(_ network: Network, share: Float) {
    layout = ParameterLayout(network)
    parameters = layout.parameters(of: network)
    self.share = share
  }

  /// Mixes the teacher's outputs into a mini-batch's targets.
  func teach(_ batch: inout MiniBatch) {
    for (example, output) in layout.outputs(parameters, batch.readdressed(for: layout)).enumerated()
    {
      for neuron in output.indices {
        let at = example * batch.outputVectors + neuron / 4
        batch.targets[at][neuron % 4] += share * (output[neuron] - batch.targets[at][neuron % 4])
      }
    }
  }
}
