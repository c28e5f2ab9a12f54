// The loops of mini-batch training. Goals, in this order: 1. the same bits everywhere, 2. fast.
//
// Numbers come in vectors of four, and loops take four vectors (16 neurons) at a time where they
// can: SSE2 has sixteen registers, of which 4 hold sums (8 for two examples), 4 weights and the
// rest products. Which rows share a register never changes a sum: each is one neuron's alone.
//
// Each kernel stands beside a plain twin in the tests' reach; the two agree bit by bit.

/// A vector of four numbers, the unit in which training's lists are counted.
typealias Vector = SIMD4<Float>

/// An input that is not 0: which column of weights it lights up, and how strongly.
struct LitInput: Equatable, Sendable {
  /// From the first column of layer 1's weights to this input's, in bytes.
  var offset: Int32
  /// The activation.
  var value: Float
}

extension Kernels {
  /// z = b + Σ w·a over an example's lit inputs, in their order, for all neurons of a layer.
  ///
  /// - Parameters:
  ///   - lit: the inputs that are not 0.
  ///   - knobs: column 0 of the layer's weights.
  ///   - place: the layer's shape.
  ///   - sums: where the weighted inputs go, `place.vectors` vectors.
  @inline(__always)
  static func weightedInputs(
    _ lit: UnsafeBufferPointer<LitInput>, _ knobs: UnsafePointer<Vector>,
    _ place: KnobLayout.OfLayer, into sums: UnsafeMutablePointer<Vector>
  ) {
    let biases = knobs + place.inputs &* place.stride
    var vector = 0
    while vector &+ 4 <= place.vectors {
      weightedInputs(lit, knobs + vector, biases + vector, SIMD16<Float>.self)
        .store(aligned: sums + vector)
      vector &+= 4
    }
    while vector < place.vectors {
      weightedInputs(lit, knobs + vector, biases + vector, Vector.self)
        .store(aligned: sums + vector)
      vector &+= 1
    }
  }

  @inline(__always)
  private static func weightedInputs<Lanes: FloatLanes>(
    _ lit: UnsafeBufferPointer<LitInput>, _ knobs: UnsafePointer<Vector>,
    _ biases: UnsafePointer<Vector>, _: Lanes.Type
  ) -> Lanes {
    var sum = Lanes.load(aligned: biases)
    let knobs = UnsafeRawPointer(knobs)
    for input in lit {
      sum = sum.plus(Lanes.load(aligned: knobs + Int(input.offset)), times: input.value)
    }
    return sum
  }

  /// Adds errors · inputsᵀ to a layer's knobs (or to their gradient), and the errors to its biases,
  /// for one example. Columns of inputs that are 0 are not touched.
  @inline(__always)
  static func addOuterProduct(
    _ errors: UnsafePointer<Vector>, _ lit: UnsafeBufferPointer<LitInput>,
    to knobs: UnsafeMutablePointer<Vector>, _ place: KnobLayout.OfLayer
  ) {
    let biases = knobs + place.inputs &* place.stride
    var vector = 0
    while vector &+ 4 <= place.vectors {
      addOuterProduct(errors + vector, lit, knobs + vector, biases + vector, SIMD16<Float>.self)
      vector &+= 4
    }
    while vector < place.vectors {
      addOuterProduct(errors + vector, lit, knobs + vector, biases + vector, Vector.self)
      vector &+= 1
    }
  }

  @inline(__always)
  private static func addOuterProduct<Lanes: FloatLanes>(
    _ errors: UnsafePointer<Vector>, _ lit: UnsafeBufferPointer<LitInput>,
    _ knobs: UnsafeMutablePointer<Vector>, _ biases: UnsafeMutablePointer<Vector>, _: Lanes.Type
  ) {
    let error = Lanes.load(aligned: errors)
    let knobs = UnsafeMutableRawPointer(knobs)
    for input in lit {
      let column = knobs + Int(input.offset)
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
  ///   - sums: where the weighted inputs go, `place.vectors` vectors an example.
  static func weightedInputs(
    _ inputs: UnsafePointer<Vector>, _ inputVectors: Int, examples: Int,
    _ knobs: UnsafePointer<Vector>, _ place: KnobLayout.OfLayer,
    into sums: UnsafeMutablePointer<Vector>
  ) {
    var vector = 0
    while vector &+ 4 <= place.vectors {
      weightedInputs(
        inputs, inputVectors, examples, knobs + vector, place, sums + vector, SIMD16<Float>.self)
      vector &+= 4
    }
    while vector < place.vectors {
      weightedInputs(
        inputs, inputVectors, examples, knobs + vector, place, sums + vector, Vector.self)
      vector &+= 1
    }
  }

  /// A few rows for all examples, two at a time so that each weight is read once for both.
  @inline(__always)
  private static func weightedInputs<Lanes: FloatLanes>(
    _ inputs: UnsafePointer<Vector>, _ inputVectors: Int, _ examples: Int,
    _ knobs: UnsafePointer<Vector>, _ place: KnobLayout.OfLayer,
    _ sums: UnsafeMutablePointer<Vector>, _: Lanes.Type
  ) {
    let biases = Lanes.load(aligned: knobs + place.inputs &* place.stride)
    var example = 0
    while example < examples {
      let other = min(example &+ 1, examples &- 1)
      let first = floats(inputs + example &* inputVectors)
      let second = floats(inputs + other &* inputVectors)
      var firstSum = biases
      var secondSum = biases
      var column = knobs
      for input in 0..<place.inputs {
        let weights = Lanes.load(aligned: column)
        firstSum = firstSum.plus(weights, times: first[input])
        secondSum = secondSum.plus(weights, times: second[input])
        column += place.stride
      }
      firstSum.store(aligned: sums + example &* place.vectors)
      secondSum.store(aligned: sums + other &* place.vectors)
      example &+= 2
    }
  }

  /// Wᵀ · errors for all examples of a mini-batch: how much the cost grows with each activation of
  /// the layer before. A column's products are summed in four lanes, row r in lane r mod 4, and
  /// those as (lane 0 + lane 1) + (lane 2 + lane 3).
  ///
  /// - Parameters:
  ///   - errors: ∂C/∂z of this layer, `place.vectors` vectors an example.
  ///   - wishes: where the result goes, `inputVectors` vectors an example; what fills the last
  ///     vector is 0.
  static func wishes(
    of errors: UnsafePointer<Vector>, examples: Int, _ knobs: UnsafePointer<Vector>,
    _ place: KnobLayout.OfLayer, _ inputVectors: Int,
    into wishes: UnsafeMutablePointer<Vector>
  ) {
    for group in 0..<inputVectors {
      let used = min(4, place.inputs &- 4 &* group)
      let first = knobs + 4 &* group &* place.stride
      // What fills the last vector reads a column again and is put to 0.
      let columns = (
        first, first + min(1, used &- 1) &* place.stride, first + min(2, used &- 1) &* place.stride,
        first + min(3, used &- 1) &* place.stride
      )
      let inUse = Vector(1, used > 1 ? 1 : 0, used > 2 ? 1 : 0, used > 3 ? 1 : 0)
      for example in 0..<examples {
        let error = errors + example &* place.vectors
        var (a, b, c, d) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
        for vector in 0..<place.vectors {
          a += columns.0[vector] * error[vector]
          b += columns.1[vector] * error[vector]
          c += columns.2[vector] * error[vector]
          d += columns.3[vector] * error[vector]
        }
        let sums = totals(a, b, c, d)
        wishes[example &* inputVectors &+ group] = used == 4 ? sums : sums * inUse
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

  /// Adds Σ errors · inputsᵀ over a mini-batch to a layer's knobs (or to their gradient), and the
  /// errors to its biases; for each knob one example after another.
  static func addOuterProducts(
    _ errors: UnsafePointer<Vector>, _ inputs: UnsafePointer<Vector>, _ inputVectors: Int,
    examples: Int, to knobs: UnsafeMutablePointer<Vector>, _ place: KnobLayout.OfLayer
  ) {
    for column in 0..<place.inputs {
      let knobs = knobs + column &* place.stride
      let inputs = floats(inputs) + column
      var vector = 0
      while vector &+ 4 <= place.vectors {
        addProducts(
          errors + vector, place.vectors, inputs, 4 &* inputVectors, examples, knobs + vector,
          SIMD16<Float>.self)
        vector &+= 4
      }
      while vector < place.vectors {
        addProducts(
          errors + vector, place.vectors, inputs, 4 &* inputVectors, examples, knobs + vector,
          Vector.self)
        vector &+= 1
      }
    }
    let biases = knobs + place.inputs &* place.stride
    for example in 0..<examples {
      for vector in 0..<place.vectors {
        biases[vector] += errors[example &* place.vectors &+ vector]
      }
    }
  }

  @inline(__always)
  private static func addProducts<Lanes: FloatLanes>(
    _ errors: UnsafePointer<Vector>, _ errorStride: Int, _ inputs: UnsafePointer<Float>,
    _ inputStride: Int, _ examples: Int, _ knobs: UnsafeMutablePointer<Vector>, _: Lanes.Type
  ) {
    var sum = Lanes.load(aligned: knobs)
    var errors = errors
    var inputs = inputs
    for _ in 0..<examples {
      sum = sum.plus(Lanes.load(aligned: errors), times: inputs.pointee)
      errors += errorStride
      inputs += inputStride
    }
    sum.store(aligned: knobs)
  }

  @inline(__always)
  static func floats(_ vectors: UnsafePointer<Vector>) -> UnsafePointer<Float> {
    UnsafeRawPointer(vectors).assumingMemoryBound(to: Float.self)
  }
}
