/// One mini-batch on its way through the network and back: forward pass, errors, and the step.
///
/// Everything lies in memory that the caller keeps from one mini-batch to the next and that has to
/// outlive the pass: whoever makes one vouches for that and for the sizes. Activations and
/// errors lie layer after layer, in a layer example after example.
@safe struct MiniBatchPass {
  let layout: ParameterLayout
  let examples: Int
  let nonzero: UnsafePointer<NonzeroInput>
  let ends: UnsafePointer<Int>
  let targets: UnsafePointer<Vector>
  let parameters: UnsafeMutablePointer<Vector>
  let activations: UnsafeMutablePointer<Vector>
  let errors: UnsafeMutablePointer<Vector>

  private func nonzeroInputs(_ example: Int) -> UnsafeBufferPointer<NonzeroInput> {
    let start = unsafe example == 0 ? 0 : ends[example &- 1]
    return unsafe UnsafeBufferPointer(start: nonzero + start, count: ends[example] &- start)
  }

  /// Where a layer's activations of the first example start; errors lie likewise.
  private func start(_ slice: ParameterLayout.LayerSlice) -> Int {
    slice.activationStart &* examples
  }

  private var last: ParameterLayout.LayerSlice { layout.layers[layout.layers.count - 1] }

  /// The outputs, `layout.layers.last.vectors` vectors an example.
  var outputs: UnsafeMutablePointer<Vector> { unsafe activations + start(last) }

  /// The outputs for one example.
  func outputs(_ example: Int) -> [Float] {
    (0..<last.neurons).map {
      unsafe Kernels.number(example * last.vectors * 4 + $0, of: UnsafeRawPointer(outputs))
    }
  }

  /// a = σ(W·a + b), layer after layer; hidden activations without traces.
  func forward() {
    for index in layout.layers.indices {
      let slice = layout.layers[index]
      let sums = unsafe activations + start(slice)
      if index == 0 {
        for example in 0..<examples {
          unsafe Kernels.weightedInputs(
            nonzeroInputs(example), parameters + slice.start, slice,
            into: sums + example &* slice.vectors)
        }
      } else {
        let before = layout.layers[index - 1]
        unsafe Kernels.weightedInputs(
          activations + start(before), before.vectors, examples: examples, parameters + slice.start,
          slice, into: sums)
      }
      let count = examples &* slice.vectors &* 4
      unsafe UnsafeMutableRawPointer(sums).withMemoryRebound(to: Float.self, capacity: count) {
        unsafe slice.activation.apply(UnsafeMutableBufferPointer(start: $0, count: count))
      }
      guard index < layout.layers.count - 1 else { return }
      for k in 0..<examples &* slice.vectors { unsafe sums[k] = unsafe sums[k].flushedToZero }
    }
  }

  /// What a mini-batch's outputs were worth.
  struct Verdict {
    /// The cost of all examples together.
    var cost: Double = 0
    /// How many examples were read correctly.
    var right = 0
  }

  /// ∂C/∂z of the outputs of every example, and what they were worth.
  func compareOutputs(_ cost: Cost, soft: Bool) -> Verdict {
    let slice = last
    let errors = unsafe errors + start(slice)
    var verdict = Verdict()
    for example in 0..<examples {
      let from = example &* slice.vectors
      var sum = Vector.zero
      for vector in 0..<slice.vectors {
        let inUse = vector == slice.vectors - 1 ? slice.lastVectorInUse : Vector(repeating: 1)
        let (a, y) = unsafe (outputs[from &+ vector], targets[from &+ vector])
        let slope = cost.slope(at: a, target: y, through: slice.activation)
        unsafe errors[from &+ vector] = slope.flushedToZero * inUse
        sum += cost.term(a, y, soft: soft) * inUse
      }
      verdict.cost += Double(sum.sum())
      unsafe verdict.right += isRight(outputs + from, targets + from, slice) ? 1 : 0
    }
    return verdict
  }

  /// Whether one output is brighter than all others, and it is the one that should be.
  private func isRight(
    _ outputs: UnsafePointer<Vector>, _ targets: UnsafePointer<Vector>,
    _ slice: ParameterLayout.LayerSlice
  ) -> Bool {
    unsafe UnsafeRawPointer(outputs).withMemoryRebound(to: Float.self, capacity: slice.vectors * 4)
    {
      outputs in
      unsafe UnsafeRawPointer(targets).withMemoryRebound(
        to: Float.self, capacity: slice.vectors * 4
      ) {
        targets in
        var target = 0
        for neuron in 1..<slice.neurons where unsafe targets[neuron] > targets[target] {
          target = neuron
        }
        for neuron in 0..<slice.neurons where neuron != target {
          guard unsafe outputs[target] > outputs[neuron] else { return false }
        }
        return true
      }
    }
  }

  /// ∂C/∂z of all other neurons: Wᵀ·error times the slope of the activation.
  func backward() {
    for index in layout.layers.indices.dropFirst().reversed() {
      let slice = layout.layers[index]
      let before = layout.layers[index - 1]
      let target = unsafe errors + start(before)
      unsafe Kernels.activationGradients(
        of: errors + start(slice), examples: examples, parameters + slice.start, slice,
        before.vectors,
        into: target)
      let activations = unsafe activations + start(before)
      for k in 0..<examples &* before.vectors {
        unsafe target[k] = unsafe (target[k] * before.activation.slope(at: activations[k]))
          .flushedToZero
      }
    }
  }

  /// Adds `factor` times the gradient, summed over the mini-batch, to `target`: to the parameters
  /// themselves, or to a list in the same layout. The errors are multiplied on the way.
  func addGradient(times factor: Float, to target: UnsafeMutablePointer<Vector>) {
    for k in 0..<examples &* layout.activations { unsafe errors[k] *= factor }
    for index in layout.layers.indices {
      let slice = layout.layers[index]
      let errors = unsafe errors + start(slice)
      if index == 0 {
        for example in 0..<examples {
          unsafe Kernels.addOuterProduct(
            errors + example &* slice.vectors, nonzeroInputs(example), to: target + slice.start,
            slice)
        }
      } else {
        let before = layout.layers[index - 1]
        unsafe Kernels.addOuterProducts(
          errors, activations + start(before), before.vectors, examples: examples,
          to: target + slice.start, slice)
      }
    }
  }
}

extension MiniBatchPass {
  /// Hands a pass over a mini-batch to `body`: the one place where memory becomes a pass.
  ///
  /// - Parameters:
  ///   - parameters: as many as the layout has.
  ///   - scratch: room for the activations of all examples and, after them, for their errors.
  static func over<Result>(
    _ batch: MiniBatch, _ layout: ParameterLayout, parameters: inout [Vector],
    scratch: inout [Vector], _ body: (MiniBatchPass) -> Result
  ) -> Result {
    let length = batch.count * layout.activations
    precondition(parameters.count == layout.parameters && scratch.count >= 2 * length)
    return unsafe parameters.withUnsafeMutableBufferPointer { parameters in
      unsafe scratch.withUnsafeMutableBufferPointer { scratch in
        unsafe batch.withInputs { nonzero, ends, targets in
          guard let parameters = parameters.baseAddress, let scratch = scratch.baseAddress else {
            preconditionFailure("a network has parameters and a mini-batch has an example")
          }
          return body(
            unsafe MiniBatchPass(
              layout: layout, examples: batch.count, nonzero: nonzero, ends: ends,
              targets: targets, parameters: parameters, activations: scratch,
              errors: scratch + length))
        }
      }
    }
  }
}
