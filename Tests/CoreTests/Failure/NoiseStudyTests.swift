import Testing

@testable import Core

struct NoiseStudyTests {
  @Test func `it counts what the network says of each picture`() throws {
    let network = try FailureFixtures.network()
    var study = NoiseStudy(network)
    var answers = [Int](repeating: 0, count: 10)
    for seed in 0..<60 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let noise = Digit.noise(using: &generator)
      study.add(noise, network)
      answers[network.forward(noise.pixels).answer] += 1
    }
    #expect(study.answers == answers)
    #expect(study.pictures == 60)
    #expect(answers[study.commonest] == answers.max())
    let zeros = network.forward([Float](repeating: 0, count: 784))
    #expect(study.blank == zeros.output)
    // With every input 0 the first weighted sums are the biases.
    #expect(zeros.layers[0].z == network.layer(1).biases)
    #expect(study.sameSide.count == 16 && study.sameSide.allSatisfy { (0...1).contains($0) })
  }

  @Test func `neurons that noise cannot move are on gray's side every time`() {
    let layers = [
      Layer(
        weights: Matrix(rows: 2, columns: 784), biases: [1, -1], activation: .sigmoid),
      Layer(
        weights: Matrix(rows: 10, columns: 2), biases: (0..<10).map { Float($0) }, activation: .relu
      ),
    ]
    let network = Network(layers: layers)
    var study = NoiseStudy(network)
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<10 { study.add(.noise(using: &generator), network) }
    #expect(study.sameSide == [1, 1])
    #expect(study.commonest == 9 && study.answers[9] == 10)
  }
}
