import Testing

@testable import Formulas

/// Formulas as schools, NumPy, Julia and MATLAB teach them mean what they mean there.
@Suite struct FormulaSpellingTests {
  @Test(arguments: [
    ("2two", "2*two"), ("2(two + 1)", "2*(two + 1)"), ("W1 a0", "W1*a0"), ("W1 @ a0", "W1*a0"),
    ("W1 x a0", "W1*a0"), ("W1×a0", "W1*a0"), ("σ(W1 a0 + b1)", "σ(W1*a0 + b1)"),
    ("(1 + 2)(3 + 4)", "21"), ("two (two + 1)", "6"), ("u[0](two)", "2"), ("2 two^3", "16"),
    ("-2two", "-4"), ("28 x 28", "784"), ("3x8", "24"), ("28x 28", "784"), ("50 X 60", "3000"),
    ("2**3", "8"), ("2^-1", "0.5"), ("u.^2", "u^2"), ("6 ÷ 2", "3"), ("√two", "sqrt(two)"),
    ("2√two", "2*sqrt(two)"), ("√(two + 2)", "2"), ("√u[2]²", "sqrt(3)^2"), ("∑u", "6"),
    ("Σ u·v", "32"), ("∑u + 1", "7"), ("|two - 5|", "3"), ("2 + |-3| + 1", "6"),
    ("|u - v|[0]", "3"),
    ("e^-2", "exp(-2)"), ("e⁻²", "e^-2"), ("2π", "2*3.141592653589793"), ("pi", "π"),
    ("W2.T", "W2'"), ("u.T", "u'"), ("a0[0:10]", "a0[0..9]"), ("a0[:3]", "a0[0..2]"),
    ("a0[781:]", "a0[781..783]"), ("W1[5, :]", "W1[5]"), ("a1[-1]", "a1[15]"),
    ("a1[[0, 3]]", "[a1[0], a1[3]]"), ("sum(u > 1)", "2"), ("(u > 1)[0]", "0"),
    ("any(u == 2)", "1"),
    ("all(u > 0 and u < 4)", "1"), ("not (u > 1)", "[1, 0, 0]"),
    ("where(u > 1, u, -u)", "[-1, 2, 3]"),
    ("sum(M, axis=0)", "[5, 7, 9]"), ("sum(M, axis=1)", "[6, 15]"), ("max(M, axis=-1)", "[3, 6]"),
    ("argmax(M, axis=1)", "[2, 2]"), ("sort([3, 1, 2])", "[1, 2, 3]"),
    ("argsort([3, 1, 2])", "[1, 2, 0]"),
    ("top([3, 1, 2], 2)", "[3, 2]"), ("len(u)", "3"), ("zeros(2)", "[0, 0]"),
    ("ones(1, 2)", "[[1, 1]]"),
    ("range(3)", "[0, 1, 2]"), ("range(2, 4)", "[2, 3]"),
    ("reshape(range(4), 2, 2)", "[[0, 1], [2, 3]]"),
    ("outer([1, 2], [3, 4])", "[[3, 4], [6, 8]]"), ("clip([-1, 0.5, 2], 0, 1)", "[0, 0.5, 1]"),
    ("round(2.345, 1)", "2.3"), ("round(1234, 0)", "1234"), ("sign(-3)", "-1"), ("floor(2.7)", "2"),
    ("ceil(2.1)", "3"), ("log2(8)", "3"), ("log10(1000)", "3"), ("std([1, 3])", "1"),
    ("sigmoid'(0)", "0.25"), ("slope(tanh, 0)", "1"), ("two # a remark", "2"), ("two;", "2"),
    ("two ; # quiet", "2"), ("\u{FEFF}two", "2"), ("two − 1", "1"), ("two – 1", "1"),
    ("12_544", "12544"),
  ])
  func `it means the same`(typed: String, plain: String) throws {
    #expect(try value(typed) == value(plain))
  }

  @Test(arguments: [
    "1/2two", "2/3(two)", "2 3", "two 3", "a1(3)", "sigmid(3)", "||", "|1", "a1[1:1]", "a1[::2]",
    "sum(u, axis=1)", "sum(M, axis=2)", "dot(u, axis=0)", "reshape(u, 2, 2)", "top(u, 4)",
    "top(u, 0)",
    "range(0)", "zeros(0)", "zeros(1e9)", "ones(1e5, 1e5)", "outer(a0, W1)", "clip(1, 2, 0)",
    "round(1, 0.5)", "slope(3, 1)", "slope(softmax, u)", "softmax'(u)", "∞", "label", "cos(1e300)",
    "where(u > 1, p, 0)",
  ])
  func `it is refused with a hint`(typed: String) {
    #expect(throws: ExpressionError.self) { try value(typed) }
  }

  @Test func `sines and cosines are within two units in the last place`() throws {
    for (x, sine, cosine) in [
      (0.5, 0.479425538604203, 0.8775825618903728), (1, 0.8414709848078965, 0.5403023058681398),
      (3, 0.1411200080598672, -0.9899924966004454), (100, -0.5063656411097588, 0.8623188722876839),
      (1e6, -0.3499935021712929, 0.9367521275331448),
      (-2, -0.9092974268256817, -0.4161468365471424),
    ] {
      let found = [try value("sin(\(x))").entries[0], try value("cos(\(x))").entries[0]]
      for (a, b) in zip(found, [sine, cosine]) { #expect(abs(a - b) <= 2 * b.ulp) }
    }
  }

  @Test func `functions of one's own call others, and never themselves`() throws {
    var names = film
    let square = try OwnFunction("sq", parameters: ["x"], body: syntax("x^2"), known: [:])
    names.functions["sq"] = square
    names.functions["sum2"] = try OwnFunction(
      "sum2", parameters: ["x", "y"], body: syntax("sq(x) + sq(y) + two"), known: names.functions)
    #expect(try value("sum2(3, 4)", in: names) == .number(27))
    // What it calls stays as it was.
    names.functions["sq"] = try OwnFunction("sq", parameters: ["x"], body: syntax("0"), known: [:])
    #expect(try value("sum2(3, 4)", in: names) == .number(27))
    for body in ["f(x)", "g(x)"] {
      #expect(throws: ExpressionError.self) {
        try OwnFunction("f", parameters: ["x"], body: syntax(body), known: [:])
      }
    }
    #expect(throws: ExpressionError.self) { try value("sum2(3)", in: names) }
  }

  @Test func `a chain of functions is not endless work`() throws {
    var names = film
    names.functions["f0"] = try OwnFunction("f0", parameters: ["x"], body: syntax("x"), known: [:])
    for index in 1..<20 {
      names.functions["f\(index)"] = try OwnFunction(
        "f\(index)", parameters: ["x"], body: syntax("f\(index - 1)(x) + f\(index - 1)(x)"),
        known: names.functions)
    }
    #expect(throws: ExpressionError.self) { try value("f19(1)", in: names) }
  }
}
