/// A way to find what each part of a pass contributes to a number that the network puts out.
public enum AttributionMethod: String, Sendable, CaseIterable {
  /// Integrated gradients from a baseline.
  case gradients
  /// Differences to a baseline, handed back layer by layer.
  case layers
  /// Layer-wise relevance propagation, without a baseline.
  case lrp

  /// Whether it compares the input with a baseline.
  public var hasBaseline: Bool {
    switch self {
    case .gradients, .layers: true
    case .lrp: false
    }
  }
}

extension Network {
  /// What each neuron, pixels included, contributes to a number that this network puts out.
  ///
  /// - Parameters:
  ///   - explained: the number; its outputs are some of this network's.
  ///   - input: one activation per neuron of layer 0.
  ///   - baseline: as many; what the input is compared with, where the method does.
  ///   - method: how it is found.
  public func attribution(
    of explained: ExplainedNumber, input: [Float], baseline: [Float], method: AttributionMethod
  ) -> Attribution {
    let input = input.map(Double.init)
    let baseline = baseline.map(Double.init)
    return switch method {
    case .gradients:
      IntegratedGradients.attribution(of: explained, in: self, input: input, baseline: baseline)
    case .layers:
      LayerwiseRule.differences(of: explained, in: self, input: input, baseline: baseline)
    case .lrp: LayerwiseRule.relevance(of: explained, in: self, input: input)
    }
  }
}
