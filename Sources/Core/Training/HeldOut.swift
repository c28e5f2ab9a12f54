extension ParameterLayout {
  /// How many pictures a network with these parameters reads correctly: as many as
  /// `Network.accuracy(on:)` counts.
  ///
  /// Sums run in another order here than in `Network.forward`, so where the two brightest outputs
  /// are all but equal that one decides.
  func accuracy(_ parameters: [Vector], on pictures: SparsePictures) -> Accuracy {
    let exact = network(parameters)
    var correct = 0
    var batch = MiniBatch(capacity: 100, layout: self)
    for start in stride(from: 0, to: pictures.count, by: batch.capacity) {
      batch.removeAll()
      let positions = Array(start..<min(start + batch.capacity, pictures.count))
      batch.append(pictures, positions.map(Int32.init)[...])
      for (position, output) in zip(positions, outputs(parameters, batch)) {
        let answer =
          Self.isClose(output)
          ? exact.forward(pictures.digit(position).pixels).answer : output.indexOfLargest
        correct += answer == Int(pictures.labels[position]) ? 1 : 0
      }
    }
    return Accuracy(examples: pictures.count, correct: correct)
  }

  /// The outputs for every example of a mini-batch.
  func outputs(_ parameters: [Vector], _ batch: MiniBatch) -> [[Float]] {
    var parameters = parameters
    var scratch = [Vector](repeating: .zero, count: 2 * batch.count * activations)
    return MiniBatchPass.over(batch, self, parameters: &parameters, scratch: &scratch) { pass in
      pass.forward()
      return (0..<pass.examples).map { pass.outputs($0) }
    }
  }

  private static func isClose(_ output: [Float]) -> Bool {
    let best = output.indexOfLargest
    return output.indices.contains { $0 != best && output[$0] > output[best] - 1e-4 }
  }
}
