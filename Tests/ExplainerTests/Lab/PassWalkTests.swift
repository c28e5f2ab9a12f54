import Testing

@testable import Lab

struct PassWalkTests {
  @Test(arguments: [[16, 16, 10], [1], [30, 10], [1, 1, 1], [3, 1, 7, 2]])
  func `each position stands for one stage`(sizes: [Int]) {
    let walk = PassWalk(sizes: sizes)
    var stages: [PassWalk.Stage] = [.load]
    for (index, size) in sizes.enumerated() {
      for neuron in 0..<size {
        stages += PassWalk.Operation.allCases.map {
          .neuron(layer: index + 1, neuron: neuron, $0)
        }
      }
    }
    stages.append(.done)
    #expect(walk.count == stages.count)
    for (position, stage) in stages.enumerated() {
      #expect(walk.stage(at: position) == stage)
      if case .neuron(let layer, let neuron, let operation) = stage {
        #expect(walk.position(layer, neuron, operation) == position)
      }
    }
  }

  @Test(arguments: [[16, 16, 10], [1], [3, 1, 7, 2]])
  func `a longer way on ends where it says`(sizes: [Int]) {
    let walk = PassWalk(sizes: sizes)
    for position in 0..<walk.count {
      let neuron = walk.stage(at: walk.nextNeuron(after: position))
      let layer = walk.stage(at: walk.nextLayer(after: position))
      switch walk.stage(at: position) {
      case .load:
        #expect(neuron == .neuron(layer: 1, neuron: 0, .multiply))
        #expect(layer == neuron)
      case .neuron(let old, let number, let operation):
        let isLast = number == sizes[old - 1] - 1
        if !isLast {
          #expect(neuron == .neuron(layer: old, neuron: number + 1, operation))
        } else if old < sizes.count {
          #expect(neuron == .neuron(layer: old + 1, neuron: 0, operation))
        } else {
          #expect(neuron == .done)
        }
        #expect(
          layer == (old < sizes.count ? .neuron(layer: old + 1, neuron: 0, .multiply) : .done))
      case .done:
        #expect(neuron == .done)
        #expect(layer == .done)
      }
    }
  }

  @Test func `the film's network has 170 operations`() {
    #expect(PassWalk(sizes: [16, 16, 10]).count == 170)
  }
}
