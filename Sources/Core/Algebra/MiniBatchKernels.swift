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
    let biases = parameters + slice.inputs &* slice.stride
    var vector = 0
    while vector &+ 4 <= slice.vectors {
      weightedInputs(nonzero, parameters + vector, biases + vector, SIMD16<Float>.self)
        .store(aligned: sums + vector)
      vector &+= 4
    }
    while vector < slice.vectors {
      weightedInputs(nonzero, parameters + vector, biases + vector, Vector.self)
        .store(aligned: sums + vector)
      vector &+= 1
    }
  }

  @inline(__always)
  private static func weightedInputs<Lanes: FloatLanes>(
    _ nonzero: UnsafeBufferPointer<NonzeroInput>, _ parameters: UnsafePointer<Vector>,
    _ biases: UnsafePointer<Vector>, _: Lanes.Type
  ) -> Lanes {
    var sum = Lanes.load(aligned: biases)
    let parameters = UnsafeRawPointer(parameters)
    for input in nonzero {
      sum = sum.plus(Lanes.load(aligned: parameters + Int(input.offset)), times: input.value)
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
    let biases = parameters + slice.inputs &* slice.stride
    var vector = 0
    while vector &+ 4 <= slice.vectors {
      addOuterProduct(
        errors + vector, nonzero, parameters + vector, biases + vector, SIMD16<Float>.self)
      vector &+= 4
    }
    while vector < slice.vectors {
      addOuterProduct(errors + vector, nonzero, parameters + vector, biases + vector, Vector.self)
      vector &+= 1
    }
  }

  @inline(__always)
  private static func addOuterProduct<Lanes: FloatLanes>(
    _ errors: UnsafePointer<Vector>, _ nonzero: UnsafeBufferPointer<NonzeroInput>,
    _ parameters: UnsafeMutablePointer<Vector>, _ biases: UnsafeMutablePointer<Vector>,
    _: Lanes.Type
  ) {
    let error = Lanes.load(aligned: errors)
    let parameters = UnsafeMutableRawPointer(parameters)
    for input in nonzero {
      let column = parameters + Int(input.offset)
      Lanes.load(aligned: column).plus(error, times: input.value).store(aligned: column)
    }
    Lanes.load(aligned: biases).plus(error).store(aligned: biases)
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
      weightedInputs(
        inputs, inputVectors, examples, parameters + vector, slice, sums + vector,
        SIMD16<Float>.self)
      vector &+= 4
    }
    while vector < slice.vectors {
      weightedInputs(
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
    let biases = Lanes.load(aligned: parameters + slice.inputs &* slice.stride)
    var example = 0
    while example < examples {
      let other = min(example &+ 1, examples &- 1)
      let first = floats(inputs + example &* inputVectors)
      let second = floats(inputs + other &* inputVectors)
      var firstSum = biases
      var secondSum = biases
      var column = parameters
      for input in 0..<slice.inputs {
        let weights = Lanes.load(aligned: column)
        firstSum = firstSum.plus(weights, times: first[input])
        secondSum = secondSum.plus(weights, times: second[input])
        column += slice.stride
      }
      firstSum.store(aligned: sums + example &* slice.vectors)
      secondSum.store(aligned: sums + other &* slice.vectors)
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
      let first = parameters + 4 &* group &* slice.stride
      // What fills the last vector reads a column again and is put to 0.
      let columns = (
        first, first + min(1, used &- 1) &* slice.stride, first + min(2, used &- 1) &* slice.stride,
        first + min(3, used &- 1) &* slice.stride
      )
      let inUse = Vector(1, used > 1 ? 1 : 0, used > 2 ? 1 : 0, used > 3 ? 1 : 0)
      for example in 0..<examples {
        let error = errors + example &* slice.vectors
        var (a, b, c, d) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
        for vector in 0..<slice.vectors {
          a += columns.0[vector] * error[vector]
          b += columns.1[vector] * error[vector]
          c += columns.2[vector] * error[vector]
          d += columns.3[vector] * error[vector]
        }
        let sums = totals(a, b, c, d)
        gradients[example &* inputVectors &+ group] = used == 4 ? sums : sums * inUse
      }
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
      let parameters = parameters + column &* slice.stride
      let inputs = floats(inputs) + column
      var vector = 0
      while vector &+ 4 <= slice.vectors {
        addProducts(
          errors + vector, slice.vectors, inputs, 4 &* inputVectors, examples, parameters + vector,
          SIMD16<Float>.self)
        vector &+= 4
      }
      while vector < slice.vectors {
        addProducts(
          errors + vector, slice.vectors, inputs, 4 &* inputVectors, examples, parameters + vector,
          Vector.self)
        vector &+= 1
      }
    }
    let biases = parameters + slice.inputs &* slice.stride
    for example in 0..<examples {
      for vector in 0..<slice.vectors {
        biases[vector] += errors[example &* slice.vectors &+ vector]
      }
    }
  }

  @inline(__always)
  private static func addProducts<Lanes: FloatLanes>(
    _ errors: UnsafePointer<Vector>, _ errorStride: Int, _ inputs: UnsafePointer<Float>,
    _ inputStride: Int, _ examples: Int, _ parameters: UnsafeMutablePointer<Vector>, _: Lanes.Type
  ) {
    var sum = Lanes.load(aligned: parameters)
    var errors = errors
    var inputs = inputs
    for _ in 0..<examples {
      sum = sum.plus(Lanes.load(aligned: errors), times: inputs.pointee)
      errors += errorStride
      inputs += inputStride
    }
    sum.store(aligned: parameters)
  }

  @inline(__always)
  static func floats(_ vectors: UnsafePointer<Vector>) -> UnsafePointer<Float> {
    UnsafeRawPointer(vectors).assumingMemoryBound(to: Float.self)
  }
}
