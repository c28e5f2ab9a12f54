// The loops of mini-batch training. Goals, in this order: 1. the same bits everywhere, 2. fast.
//
// Numbers come in vectors of four, and loops take four vectors (16 neurons) at a time where they
// can: SSE2 has sixteen registers, of which 4 hold sums (8 for two examples), 4 weights and the
// rest products. Which rows share a register never changes a sum: each is one neuron's alone.
//
// Each kernel stands beside a reference implementation in the tests' reach; the two agree bit by bit.

/// A vector of four numbers, the unit in which training's lists are counted.
typealias Vector = SIMD4<Float>

/// An input that is not 0: which column of weights it reaches, and how large it is.
struct NonzeroInput: Equatable, Sendable {
  /// From the first column of layer 1's weights to this input's, in bytes.
  var offset: Int32
  /// The activation.
  var value: Float
}

extension Kernels {
  /// z = b + Σ w·a over an example's nonzero inputs, in their order, for all neurons of a layer.
  ///
  /// - Parameters:
  ///   - nonzero: the inputs that are not 0.
  ///   - parameters: column 0 of the layer's weights.
  ///   - slice: the layer's shape.
  ///   - sums: where the weighted inputs go, `slice.vectors` vectors.
  @inline(__always)
  static func weightedInputs(
    _ nonzero: UnsafeBufferPointer<NonzeroInput>, _ parameters: UnsafePointer<Vector>,
    _ slice: ParameterLayout.LayerSlice, into sums: UnsafeMutablePointer<Vector>
  ) {
    let biases = unsafe parameters + slice.inputs &* slice.stride
    var vector = 0
    while vector &+ 4 <= slice.vectors {
      unsafe weightedInputs(nonzero, parameters + vector, biases + vector, SIMD16<Float>.self)
        .store(aligned: sums + vector)
      vector &+= 4
    }
    while vector < slice.vectors {
      unsafe weightedInputs(nonzero, parameters + vector, biases + vector, Vector.self)
        .store(aligned: sums + vector)
      vector &+= 1
    }
  }

  @inline(__always)
  private static func weightedInputs<Lanes: FloatLanes>(
    _ nonzero: UnsafeBufferPointer<NonzeroInput>, _ parameters: UnsafePointer<Vector>,
    _ biases: UnsafePointer<Vector>, _: Lanes.Type
  ) -> Lanes {
    var sum = unsafe Lanes.load(aligned: biases)
    let parameters = unsafe UnsafeRawPointer(parameters)
    for k in 0..<nonzero.count {
      let input = unsafe nonzero[k]
      sum = unsafe sum.plus(Lanes.load(aligned: parameters + Int(input.offset)), times: input.value)
    }
    return sum
  }

  /// Adds errors · inputsᵀ to a layer's parameters (or to their gradient), and the errors to its biases,
  /// for one example. Columns of inputs that are 0 are not touched.
  @inline(__always)
  static func addOuterProduct(
    _ errors: UnsafePointer<Vector>, _ nonzero: UnsafeBufferPointer<NonzeroInput>,
    to parameters: UnsafeMutablePointer<Vector>, _ slice: ParameterLayout.LayerSlice
  ) {
    let biases = unsafe parameters + slice.inputs &* slice.stride
    var vector = 0
    while vector &+ 4 <= slice.vectors {
      unsafe addOuterProduct(
        errors + vector, nonzero, parameters + vector, biases + vector, SIMD16<Float>.self)
      vector &+= 4
    }
    while vector < slice.vectors {
      unsafe addOuterProduct(
        errors + vector, nonzero, parameters + vector, biases + vector, Vector.self)
      vector &+= 1
    }
  }

  @inline(__always)
  private static func addOuterProduct<Lanes: FloatLanes>(
    _ errors: UnsafePointer<Vector>, _ nonzero: UnsafeBufferPointer<NonzeroInput>,
    _ parameters: UnsafeMutablePointer<Vector>, _ biases: UnsafeMutablePointer<Vector>,
    _: Lanes.Type
  ) {
    let error = unsafe Lanes.load(aligned: errors)
    let parameters = UnsafeMutableRawPointer(parameters)
    for k in 0..<nonzero.count {
      let input = unsafe nonzero[k]
      let column = unsafe parameters + Int(input.offset)
      unsafe Lanes.load(aligned: column).plus(error, times: input.value).store(aligned: column)
    }
    unsafe Lanes.load(aligned: biases).plus(error).store(aligned: biases)
  }
}

// MARK: Layers that read neurons

extension Kernels {
  /// z = b + Σ w·a for all neurons of a layer and all examples of a mini-batch, inputs in order.
  ///
  /// - Parameters:
  ///   - inputs: the activations of the layer before, `inputVectors` vectors an example.
  ///   - sums: where the weighted inputs go, `slice.vectors` vectors an example.
  static func weightedInputs(
    _ inputs: UnsafePointer<Vector>, _ inputVectors: Int, examples: Int,
    _ parameters: UnsafePointer<Vector>, _ slice: ParameterLayout.LayerSlice,
    into sums: UnsafeMutablePointer<Vector>
  ) {
    var vector = 0
    while vector &+ 4 <= slice.vectors {
      unsafe weightedInputs(
        inputs, inputVectors, examples, parameters + vector, slice, sums + vector,
        SIMD16<Float>.self)
      vector &+= 4
    }
    while vector < slice.vectors {
      unsafe weightedInputs(
        inputs, inputVectors, examples, parameters + vector, slice, sums + vector, Vector.self)
      vector &+= 1
    }
  }

  /// A few rows for all examples, two at a time so that each weight is read once for both.
  @inline(__always)
  private static func weightedInputs<Lanes: FloatLanes>(
    _ inputs: UnsafePointer<Vector>, _ inputVectors: Int, _ examples: Int,
    _ parameters: UnsafePointer<Vector>, _ slice: ParameterLayout.LayerSlice,
    _ sums: UnsafeMutablePointer<Vector>, _: Lanes.Type
  ) {
    let biases = unsafe Lanes.load(aligned: parameters + slice.inputs &* slice.stride)
    var example = 0
    while example < examples {
      let other = min(example &+ 1, examples &- 1)
      let first = unsafe UnsafeRawPointer(inputs + example &* inputVectors)
      let second = unsafe UnsafeRawPointer(inputs + other &* inputVectors)
      var firstSum = biases
      var secondSum = biases
      var column = unsafe parameters
      for input in 0..<slice.inputs {
        let weights = unsafe Lanes.load(aligned: column)
        firstSum = unsafe firstSum.plus(weights, times: number(input, of: first))
        secondSum = unsafe secondSum.plus(weights, times: number(input, of: second))
        unsafe column += slice.stride
      }
      unsafe firstSum.store(aligned: sums + example &* slice.vectors)
      unsafe secondSum.store(aligned: sums + other &* slice.vectors)
      example &+= 2
    }
  }

  /// Wᵀ · errors for all examples of a mini-batch: how much the cost grows with each activation of
  /// the layer before. A column's products are summed in four lanes, row r in lane r mod 4, and
  /// those as (lane 0 + lane 1) + (lane 2 + lane 3).
  ///
  /// - Parameters:
  ///   - errors: ∂C/∂z of this layer, `slice.vectors` vectors an example.
  ///   - gradients: where the result goes, `inputVectors` vectors an example; what fills the last
  ///     vector is 0.
  static func activationGradients(
    of errors: UnsafePointer<Vector>, examples: Int, _ parameters: UnsafePointer<Vector>,
    _ slice: ParameterLayout.LayerSlice, _ inputVectors: Int,
    into gradients: UnsafeMutablePointer<Vector>
  ) {
    for group in 0..<inputVectors {
      let used = min(4, slice.inputs &- 4 &* group)
      let first = unsafe parameters + 4 &* group &* slice.stride
      // What fills the last vector reads a column again and is put to 0.
      let columns = unsafe (
        first, first + min(1, used &- 1) &* slice.stride, first + min(2, used &- 1) &* slice.stride,
        first + min(3, used &- 1) &* slice.stride
      )
      let inUse = Vector(1, used > 1 ? 1 : 0, used > 2 ? 1 : 0, used > 3 ? 1 : 0)
      for example in 0..<examples {
        let error = unsafe errors + example &* slice.vectors
        var (a, b, c, d) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
        for vector in 0..<slice.vectors {
          unsafe a += columns.0[vector] * error[vector]
          unsafe b += columns.1[vector] * error[vector]
          unsafe c += columns.2[vector] * error[vector]
          unsafe d += columns.3[vector] * error[vector]
        }
        let sums = totals(a, b, c, d)
        unsafe gradients[example &* inputVectors &+ group] = used == 4 ? sums : sums * inUse
      }
    }
  }

  /// The reference implementation of `activationGradients`, for one example.
  static func referenceActivationGradients(
    of errors: [Float], _ weights: (_ row: Int, _ column: Int) -> Float, inputs: Int
  ) -> [Float] {
    (0..<inputs).map { column in
      var lanes: [Float] = [0, 0, 0, 0]
      for row in errors.indices { lanes[row % 4] += weights(row, column) * errors[row] }
      return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
    }
  }

  /// The sum of each of four vectors: (lane 0 + lane 1) + (lane 2 + lane 3).
  @inline(__always)
  private static func totals(_ a: Vector, _ b: Vector, _ c: Vector, _ d: Vector) -> Vector {
    let even = Vector(lowHalf: pairs(a, b).0, highHalf: pairs(c, d).0)
    let odd = Vector(lowHalf: pairs(a, b).1, highHalf: pairs(c, d).1)
    return even + odd
  }

  /// Of two vectors, the sums of lanes 0 and 1, and the sums of lanes 2 and 3.
  @inline(__always)
  private static func pairs(_ a: Vector, _ b: Vector) -> (SIMD2<Float>, SIMD2<Float>) {
    let sums =
      Vector(lowHalf: a.evenHalf, highHalf: b.evenHalf)
      + Vector(lowHalf: a.oddHalf, highHalf: b.oddHalf)
    return (sums.evenHalf, sums.oddHalf)
  }

  /// Adds Σ errors · inputsᵀ over a mini-batch to a layer's parameters (or to their gradient), and the
  /// errors to its biases; for each parameter one example after another.
  static func addOuterProducts(
    _ errors: UnsafePointer<Vector>, _ inputs: UnsafePointer<Vector>, _ inputVectors: Int,
    examples: Int, to parameters: UnsafeMutablePointer<Vector>, _ slice: ParameterLayout.LayerSlice
  ) {
    for column in 0..<slice.inputs {
      let parameters = unsafe parameters + column &* slice.stride
      let inputs = unsafe UnsafeRawPointer(inputs) + column &* MemoryLayout<Float>.stride
      let inputBytes = inputVectors &* MemoryLayout<Vector>.stride
      var vector = 0
      while vector &+ 4 <= slice.vectors {
        unsafe addProducts(
          errors + vector, slice.vectors, inputs, inputBytes, examples, parameters + vector,
          SIMD16<Float>.self)
        vector &+= 4
      }
      while vector < slice.vectors {
        unsafe addProducts(
          errors + vector, slice.vectors, inputs, inputBytes, examples, parameters + vector,
          Vector.self)
        vector &+= 1
      }
    }
    let biases = unsafe parameters + slice.inputs &* slice.stride
    for example in 0..<examples {
      for vector in 0..<slice.vectors {
        unsafe biases[vector] += errors[example &* slice.vectors &+ vector]
      }
    }
  }

  @inline(__always)
  private static func addProducts<Lanes: FloatLanes>(
    _ errors: UnsafePointer<Vector>, _ errorStride: Int, _ inputs: UnsafeRawPointer,
    _ inputBytes: Int, _ examples: Int, _ parameters: UnsafeMutablePointer<Vector>, _: Lanes.Type
  ) {
    var sum = unsafe Lanes.load(aligned: parameters)
    var errors = unsafe errors
    var inputs = unsafe inputs
    for _ in 0..<examples {
      sum = unsafe sum.plus(Lanes.load(aligned: errors), times: inputs.load(as: Float.self))
      unsafe errors += errorStride
      unsafe inputs += inputBytes
    }
    unsafe sum.store(aligned: parameters)
  }

  /// One of the numbers in a list of vectors, counted across them.
  @inline(__always)
  static func number(_ index: Int, of vectors: UnsafeRawPointer) -> Float {
    unsafe vectors.load(fromByteOffset: index &* MemoryLayout<Float>.stride, as: Float.self)
  }
}
