import Core
import Testing

@testable import Formulas

/// What makes two values the same, and how one keeps its numbers.
struct ValueTests {
  @Test func `two values are the same with one shape and the same numbers`() {
    #expect(Value.number(3) == .number(3) && Value.number(3) != .number(4))
    #expect(Value.vector([3]) != .number(3) && Value.vector([1, 2]) != .vector([1, 3]))
    let (row, column) = (matrix([[1, 2]]), matrix([[1], [2]]))
    #expect(row != column && row != .vector([1, 2]) && row == matrix([[1, 2]]))
    #expect(matrix([[1, 2], [3, 4]]) != matrix([[1, 3], [2, 4]]))
  }

  @Test func `a twin of the same numbers is kept once`() {
    let exact = Value(.vector(2), [0.5, 2], twin: [0.5, 2])
    #expect(exact.given == [0.5, 2] && exact.twin == [0.5, 2] && exact.singles == [0.5, 2])
    let rounded = Value(.vector(2), [0.5, 0.1], twin: [0.5, 0.1])
    #expect(rounded.given == nil && rounded.twin == [0.5, 0.1])
    let typed = Value.vector([0.5, 1e300])
    #expect(typed.twin == nil && typed.given == nil && typed.singles == [0.5, .infinity])
  }

  @Test func `the first number that is too large is found where it stands`() {
    #expect(Value(.vector(3), [1, .infinity, .nan]).firstOverflow == 1)
    #expect(Value.vector(given: [1, 2, -.infinity]).firstOverflow == 2)
    #expect(Value(.vector(2), [1, .nan], twin: [1, 1]).firstOverflow == 1)
    #expect(Value.vector([1e308, -1e308]).firstOverflow == nil)
    #expect(Value.vector(given: [3e38]).firstOverflow == nil)
  }

  @Test func `a part of a table is taken where its rows and columns cross`() throws {
    var names = film
    names.bindings["T"] = matrix([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
    for (line, expected) in [
      ("T[1..2, 1..3]", matrix([[6, 7, 8], [10, 11, 12]])), ("T[2, 3]", .number(12)),
      ("T[0..0, 3..3]", matrix([[4]])), ("T[2]", .vector([9, 10, 11, 12])),
      ("T[0..2, 0]", .vector([1, 5, 9])), ("T[2, 0..3]", .vector([9, 10, 11, 12])),
      ("Tᵀ[3]", .vector([4, 8, 12])), ("T[-1]", .vector([9, 10, 11, 12])),
      ("T[:, 1]", .vector([2, 6, 10])), ("T[1, :]", .vector([5, 6, 7, 8])),
      ("T[0:2, 1:3]", matrix([[2, 3], [6, 7]])), ("T[-2:, :1]", matrix([[5], [9]])),
      ("T[[2, 0]]", matrix([[9, 10, 11, 12], [1, 2, 3, 4]])),
      ("T[1, [0, -1]]", .vector([5, 8])), ("T[0:3, [1]]", matrix([[2], [6], [10]])),
    ] as [(String, Value)] {
      #expect(try value(line, in: names) == expected, "\(line)")
    }
    for line in [
      "T[3]", "T[-4]", "T[0, 4]", "T[0.5]", "T[1:1]", "T[2:1]", "T[0:4]", "T[::2]", "T[[0.5]]",
      "T[2..1]", "T[0..3]", "u[3]", "u[0, 0]",
    ] {
      #expect(throws: ExpressionError.self, "\(line)") { try value(line, in: names) }
    }
  }
}
