// Goals, in this order: 1. what the lessons show, 2. the same bits everywhere, 3. fast.
// Not a goal: matrices larger than a learner would wait for.
//
// The compiler checks Core for memory safety. What it can't check is marked `unsafe`, and stands in
// loops over memory (here and beside it in this folder, `Activation`, `OptimizerState`, the ink of
// `PenInk`, the pixels of `Augmenter`), in what lends training's memory to them (`MiniBatch`,
// `SparsePictures`, `MiniBatchPass`), and around zlib (`Gzip`). Everybody else sees arrays. A kernel that
// reorders sums stands beside a reference implementation that says what it computes, or is held
// against the plain training of `ReferenceTraining`; tests compare them.

/// The few loops where the time goes.
enum Kernels {
  /// How many terms are summed before the part is added to the total: a power of 2. Summing in parts
  /// keeps partial sums small, and what rounding loses of a part is carried into the next (Kahan,
  /// 1965); a fixed length gives the same bits on every machine. Within a block even and odd columns
  /// have sums of their own, so that an addition need not wait for the one before it.
  static let blockLength = 32

  /// `matrix · vector`.
  ///
  /// Terms run in the order of the columns, in blocks of two sums. A zero in the vector adds ±0 to a sum that
  /// started at +0, which changes nothing; where four stand together their columns are never read.
  static func multiply(_ matrix: borrowing Matrix, by vector: [Float]) -> [Float] {
    precondition(vector.count == matrix.columns)
    let (rows, columns) = (matrix.rows, matrix.columns)
    var product = [Float](repeating: 0, count: rows)
    unsafe matrix.columnMajor.withUnsafeBufferPointer { entries in
      unsafe vector.withUnsafeBufferPointer { vector in
        unsafe product.withUnsafeMutableBufferPointer { product in
          guard let entries = entries.baseAddress, let vector = vector.baseAddress,
            let product = product.baseAddress
          else { return }
          unsafe multiply(entries, rows, columns, by: vector, into: product)
        }
      }
    }
    return product
  }

  /// The reference implementation of `multiply`: blocks of products, every other one, added in order.
  static func referenceMultiply(_ matrix: Matrix, by vector: [Float]) -> [Float] {
    (0..<matrix.rows).map { row in
      var sum: Float = 0
      var lost: Float = 0
      for start in stride(from: 0, to: matrix.columns, by: blockLength) {
        let block = start..<min(start + blockLength, matrix.columns)
        var parts: [Float] = [0, 0]
        for k in block { parts[k % 2] += matrix[row, k] * vector[k] }
        let addend = (parts[0] + parts[1]) - lost
        let next = sum + addend
        lost = (next - sum) - addend
        sum = next
      }
      return sum
    }
  }

  private static func multiply(
    _ entries: UnsafePointer<Float>, _ rows: Int, _ columns: Int, by vector: UnsafePointer<Float>,
    into product: UnsafeMutablePointer<Float>
  ) {
    var row = 0
    while row + 16 <= rows {
      unsafe sums(entries + row, rows, columns, vector, SIMD16<Float>.self).store(product + row)
      row += 16
    }
    while row + 4 <= rows {
      unsafe sums(entries + row, rows, columns, vector, SIMD4<Float>.self).store(product + row)
      row += 4
    }
    while row < rows {
      unsafe product[row] = unsafe sums(entries + row, rows, columns, vector, SIMD1.self).value
      row += 1
    }
  }

  /// The sums of a few neighbouring rows, one in each lane.
  @inline(__always)
  private static func sums<Lanes: FloatLanes>(
    _ entries: UnsafePointer<Float>, _ rows: Int, _ columns: Int, _ vector: UnsafePointer<Float>,
    _: Lanes.Type
  ) -> Lanes {
    var total = KahanSum<Lanes>()
    var start = 0
    while start < columns {
      let end = min(start &+ blockLength, columns)
      var even = Lanes.zeros
      var odd = Lanes.zeros
      var column = start
      while column &+ 4 <= end {
        if unsafe !isZero(vector + column) {
          let first = unsafe entries + column &* rows
          even = unsafe even.plus(Lanes.load(first), times: vector[column])
          odd = unsafe odd.plus(Lanes.load(first + rows), times: vector[column &+ 1])
          even = unsafe even.plus(Lanes.load(first + 2 &* rows), times: vector[column &+ 2])
          odd = unsafe odd.plus(Lanes.load(first + 3 &* rows), times: vector[column &+ 3])
        }
        column &+= 4
      }
      while column < end {
        let weights = unsafe Lanes.load(entries + column &* rows)
        if column & 1 == 0 {
          even = unsafe even.plus(weights, times: vector[column])
        } else {
          odd = unsafe odd.plus(weights, times: vector[column])
        }
        column &+= 1
      }
      total.add(even.plus(odd))
      start = end
    }
    return total.sum
  }

  /// Whether four numbers are all 0 or −0.
  @inline(__always)
  private static func isZero(_ four: UnsafePointer<Float>) -> Bool {
    let raw = unsafe UnsafeRawPointer(four)
    let some =
      unsafe raw.loadUnaligned(as: UInt64.self)
      | raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    return some & 0x7FFF_FFFF_7FFF_FFFF == 0
  }
}

// MARK: Backpropagation

extension Kernels {
  /// Adds `errors · inputsᵀ` to a matrix of one row per error and one column per input, passing
  /// over the columns of inputs that are 0.
  static func addOuterProduct(_ errors: [Float], _ inputs: [Float], to matrix: inout Matrix) {
    precondition(errors.count == matrix.rows && inputs.count == matrix.columns)
    let rows = matrix.rows
    unsafe matrix.columnMajor.withUnsafeMutableBufferPointer { entries in
      for column in inputs.indices where inputs[column] != 0 {
        let input = inputs[column]
        let start = column * rows
        for row in 0..<rows { unsafe entries[start + row] += errors[row] * input }
      }
    }
  }

  /// The reference implementation of `addOuterProduct`.
  static func referenceAddOuterProduct(
    _ errors: [Float], _ inputs: [Float], to matrix: inout Matrix
  ) {
    for row in errors.indices {
      for column in inputs.indices { matrix[row, column] += errors[row] * inputs[column] }
    }
  }

  /// `matrixᵀ · vector`: for each column, its products with the vector, added in order.
  static func multiplyTransposed(_ matrix: Matrix, by vector: [Float]) -> [Float] {
    precondition(vector.count == matrix.rows)
    let rows = matrix.rows
    return unsafe matrix.columnMajor.withUnsafeBufferPointer { entries in
      (0..<matrix.columns).map { column in
        (0..<rows).reduce(0) { unsafe $0 + entries[column * rows + $1] * vector[$1] }
      }
    }
  }
}
