/// One mini-batch on its way through the network and back: forward pass, errors, and the step.
///
/// Everything lies in memory that the caller keeps from one mini-batch to the next. Activations and
/// errors lie layer after layer, in a layer example after example.
struct MiniBatchPass {
  let layout: KnobLayout
  let examples: Int
  let lit: UnsafePointer<LitInput>
  let ends: UnsafePointer<Int>
  let targets: UnsafePointer<Vector>
  let knobs: UnsafeMutablePointer<Vector>
  let activations: UnsafeMutablePointer<Vector>
  let errors: UnsafeMutablePointer<Vector>

  private func litInputs(_ example: Int) -> UnsafeBufferPointer<LitInput> {
    let start = example == 0 ? 0 : ends[example &- 1]
    return UnsafeBufferPointer(start: lit + start, count: ends[example] &- start)
  }

  /// Where a layer's activations of the first example start; errors lie likewise.
  private func start(_ place: KnobLayout.OfLayer) -> Int { place.activationStart &* examples }

  private var last: KnobLayout.OfLayer { layout.layers[layout.layers.count - 1] }

  /// The outputs, `layout.layers.last.vectors` vectors an example.
  var outputs: UnsafeMutablePointer<Vector> { activations + start(last) }

  /// a = σ(W·a + b), layer after layer; hidden activations without traces.
  func forward() {
    for index in layout.layers.indices {
      let place = layout.layers[index]
      let sums = activations + start(place)
      if index == 0 {
        for example in 0..<examples {
          Kernels.weightedInputs(
            litInputs(example), knobs + place.start, place, into: sums + example &* place.vectors)
        }
      } else {
        let before = layout.layers[index - 1]
        Kernels.weightedInputs(
          activations + start(before), before.vectors, examples: examples, knobs + place.start,
          place, into: sums)
      }
      let count = examples &* place.vectors &* 4
      UnsafeMutableRawPointer(sums).withMemoryRebound(to: Float.self, capacity: count) {
        place.activation.apply(UnsafeMutableBufferPointer(start: $0, count: count))
      }
      guard index < layout.layers.count - 1 else { return }
      for k in 0..<examples &* place.vectors { sums[k] = sums[k].withoutTraces }
    }
  }

  /// What a mini-batch's outputs were worth.
  struct Verdict {
    /// The cost of all examples together.
    var cost: Double = 0
    /// How many examples were read rightly.
    var right = 0
  }

  /// ∂C/∂z of the outputs of every example, and what they were worth.
  func compareOutputs(_ cost: Cost, soft: Bool) -> Verdict {
    let place = last
    let errors = errors + start(place)
    var verdict = Verdict()
    for example in 0..<examples {
      let from = example &* place.vectors
      var sum = Vector.zero
      for vector in 0..<place.vectors {
        let inUse = vector == place.vectors - 1 ? place.lastVectorInUse : Vector(repeating: 1)
        let (a, y) = (outputs[from &+ vector], targets[from &+ vector])
        let slope = cost.slope(at: a, target: y, through: place.activation)
        errors[from &+ vector] = slope.withoutTraces * inUse
        sum += cost.term(a, y, soft: soft) * inUse
      }
      verdict.cost += Double(sum.sum())
      verdict.right += isRight(outputs + from, targets + from, place) ? 1 : 0
    }
    return verdict
  }

  /// Whether one output is brighter than all others, and it is the one that should be.
  private func isRight(
    _ outputs: UnsafePointer<Vector>, _ targets: UnsafePointer<Vector>, _ place: KnobLayout.OfLayer
  ) -> Bool {
    UnsafeRawPointer(outputs).withMemoryRebound(to: Float.self, capacity: place.vectors * 4) {
      outputs in
      UnsafeRawPointer(targets).withMemoryRebound(to: Float.self, capacity: place.vectors * 4) {
        targets in
        var wanted = 0
        for neuron in 1..<place.neurons where targets[neuron] > targets[wanted] { wanted = neuron }
        for neuron in 0..<place.neurons where neuron != wanted {
          guard outputs[wanted] > outputs[neuron] else { return false }
        }
        return true
      }
    }
  }

  /// ∂C/∂z of all other neurons: Wᵀ·error times the slope of the activation.
  func backward() {
    for index in layout.layers.indices.dropFirst().reversed() {
      let place = layout.layers[index]
      let before = layout.layers[index - 1]
      let target = errors + start(before)
      Kernels.wishes(
        of: errors + start(place), examples: examples, knobs + place.start, place, before.vectors,
        into: target)
      let activations = activations + start(before)
      for k in 0..<examples &* before.vectors {
        target[k] = (target[k] * before.activation.slope(at: activations[k])).withoutTraces
      }
    }
  }

  /// Adds `factor` times the gradient, summed over the mini-batch, to `target`: to the knobs
  /// themselves, or to a list in the same layout. The errors are multiplied on the way.
  func addGradient(times factor: Float, to target: UnsafeMutablePointer<Vector>) {
    for k in 0..<examples &* layout.activations { errors[k] *= factor }
    for index in layout.layers.indices {
      let place = layout.layers[index]
      let errors = errors + start(place)
      if index == 0 {
        for example in 0..<examples {
          Kernels.addOuterProduct(
            errors + example &* place.vectors, litInputs(example), to: target + place.start, place)
        }
      } else {
        let before = layout.layers[index - 1]
        Kernels.addOuterProducts(
          errors, activations + start(before), before.vectors, examples: examples,
          to: target + place.start, place)
      }
    }
  }
}
