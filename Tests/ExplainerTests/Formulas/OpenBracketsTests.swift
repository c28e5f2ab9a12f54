import Testing

@testable import Formulas

/// A formula that ends inside brackets goes on on the next line; what is wrong before does not.
@Suite struct OpenBracketsTests {
  @Test(arguments: [
    "(", "(1 + 2", "sum([1,", "W1[5,", "[[1, 2],", "max(a1, (b1 + 2)", "f(x", "x = (1", "f(x) = (x",
    "(1 # a remark", "2(", "σ(W1·a0", "√(2", "sigmoid'(", "slope(tanh,", "[",
  ])
  func `it stays open`(line: String) { #expect(Syntax.staysOpen(line)) }

  @Test(arguments: [
    "", "1", "(1)", "1 +", "(1 + 2]", "[1, 2)", ")", "(1))", "(1 $", "1 2 (", "|x",
    "# (", "1 # (", "((1) 2 3", "'(", "[1,, (",
  ])
  func `it has an end, or something is wrong before it`(line: String) {
    #expect(!Syntax.staysOpen(line))
  }

  @Test func `a comment ends with its own line`() throws {
    let whole = Syntax.joined("(1 + # one", "2) # two")
    #expect(try value(whole) == .number(3))
  }
}
