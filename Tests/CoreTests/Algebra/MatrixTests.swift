import Testing

@testable import Core

struct MatrixTests {
  let matrix = Matrix(rows: 2, columns: 3, rowMajor: [1, 2, 3, 4, 5, 6])

  @Test func `rows and columns stand where they were written`() {
    #expect(matrix[0, 2] == 3)
    #expect(matrix[1, 0] == 4)
    #expect(matrix.row(1) == [4, 5, 6])
    #expect(matrix.column(1) == [2, 5])
    #expect(matrix.rowMajor == [1, 2, 3, 4, 5, 6])
    #expect(matrix.transpose.rowMajor == [1, 4, 2, 5, 3, 6])
  }

  @Test func `a product has one sum for each row`() {
    #expect(matrix.times([1, 0, -1]) == [-2, -2])
  }

  @Test(arguments: [(1, 1), (3, 40), (10, 16), (16, 784), (30, 65), (45, 100)])
  func `the kernel gives the bits of its reference implementation`(rows: Int, columns: Int) {
    var generator = SeededGenerator(seed: UInt64(rows * columns))
    for share: Float in [0, 0.2, 1] {
      let matrix = Matrix(
        rows: rows, columns: columns,
        columnMajor: (0..<rows * columns).map { _ in generator.nextNormal() })
      let vector = (0..<columns).map { _ in
        generator.nextUniform() < share ? generator.nextNormal() : 0
      }
      #expect(matrix.times(vector) == Kernels.referenceMultiply(matrix, by: vector))
    }
  }

  @Test func `a lone number among zeros counts, wherever it is and however small`() {
    let columns = 36
    for rows in [1, 4, 16] {
      var matrix = Matrix(rows: rows, columns: columns)
      for column in 0..<columns { matrix[rows - 1, column] = Float(column + 1) }
      for column in 0..<columns {
        for number in [0.5, -2, 0x1p-149, 0x1p-130, -0x1.8p-126] as [Float] {
          var vector = [Float](repeating: -0.0, count: columns)
          vector[column] = number
          #expect(matrix.times(vector)[rows - 1] == number * Float(column + 1))
        }
      }
    }
  }

  @Test func `outer and transposed products give the bits of plain loops`() {
    var generator = SeededGenerator(seed: 3)
    let errors = (0..<16).map { _ in generator.nextNormal() }
    let inputs = (0..<50).map { _ in generator.nextUniform() < 0.3 ? generator.nextNormal() : 0 }
    var fast = Matrix(rows: 16, columns: 50)
    var plain = fast
    Kernels.addOuterProduct(errors, inputs, to: &fast)
    Kernels.referenceAddOuterProduct(errors, inputs, to: &plain)
    #expect(fast == plain)
    let product = Kernels.multiplyTransposed(fast, by: errors)
    #expect(product == (0..<50).map { c in (0..<16).reduce(0) { $0 + plain[$1, c] * errors[$1] } })
  }
}
