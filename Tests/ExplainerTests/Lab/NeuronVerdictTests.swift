import Core
import Testing

@testable import Lab

struct NeuronVerdictTests {
  private func sentence(
    _ products: [Float], bias: Float, _ activation: Activation = .sigmoid
  ) -> String {
    let sum = products.reduce(0, +)
    return NeuronVerdict(
      products: products, weightedSum: sum, bias: bias, z: sum + bias, activation: activation
    ).sentence.text
  }

  /// Every combination of signs of the inputs' sum, the bias and z, for both activations.
  @Test(
    arguments: [
      ([2, -1], 1, "It's lit. The votes for it beat the votes against."),
      ([2], 0, "It's lit. All votes are for it."),
      ([2, -1], -0.5, "It's lit. The votes for it beat the votes against."),
      ([1, -1], 1, "It's lit. The votes come to about 0, so its bias decides."),
      ([], 1, "It's lit. Nothing votes, so its bias decides."),
      ([0, 0], 1, "It's lit. Nothing votes, so its bias decides."),
      ([1, -2], 2, "It's lit thanks to its bias. The inputs alone vote against it."),
      ([2, -1], -2, "It's dark. The inputs vote yes, but its bias wants more."),
      ([1, -1], -1, "It's dark. The votes come to about 0, so its bias decides."),
      ([], -1, "It's dark. Nothing votes, so its bias decides."),
      ([1, -2], -1, "It's dark. The votes against it beat the votes for."),
      ([1, -2], 0.5, "It's dark. The votes against it beat the votes for."),
      ([-2], 0, "It's dark. All votes are against it."),
    ] as [([Float], Float, String)])
  func `what decides is told as it is`(products: [Float], bias: Float, expected: String) {
    for activation in Activation.allCases {
      #expect(sentence(products, bias: bias, activation) == expected)
    }
  }

  @Test(
    arguments: [
      ([], 0, "nothing votes, and its bias is about 0."),
      ([], -0.0, "nothing votes, and its bias is about 0."),
      ([1, -1], 0, "the votes come to about 0, and so does its bias."),
      ([1], -1, "the votes and its bias cancel out."),
      ([-1], 1, "the votes and its bias cancel out."),
    ] as [([Float], Float, String)])
  func `with z at 0 sigmoid is on the edge and ReLU is dark`(
    products: [Float], bias: Float, why: String
  ) {
    #expect(sentence(products, bias: bias) == "It's lit, on the very edge: " + why)
    #expect(sentence(products, bias: bias, .relu) == "It's dark, as z isn't above 0: " + why)
  }

  @Test func `next to nothing above 0 lights a ReLU only just`() {
    #expect(
      sentence([1e-6], bias: 0, .relu)
        == "It's lit, but only just: the votes come to about 0, and so does its bias.")
    #expect(sentence([-1e-6], bias: 0, .relu).hasPrefix("It's dark, as z isn't above 0"))
  }

  @Test func `votes that cancel are not told as votes against`() throws {
    try expectReply(
      to: "neuron weights=[1,-2] inputs=[.5,.25] bias=.1",
      "It's lit. The votes come to about 0, so its bias decides.")
  }
}
