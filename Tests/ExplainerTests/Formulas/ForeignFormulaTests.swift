import Testing

@testable import Formulas

/// Formulas as people type them who know school, NumPy, MATLAB, Julia, R or C.
@Suite struct ForeignFormulaTests {
  /// What works: the formula, and one of ours with the same value.
  static let meant: [(typed: String, plain: String)] =
    school + python + matlab + others + latex + slopes

  private static let school: [(String, String)] = [
    ("2two + 1", "2*two + 1"), ("3(two+1)", "9"), ("two² + 1", "5"), ("√16", "4"), ("½", "0.5"),
    ("|two - 5|", "3"), ("sin(90°)", "sin(1.5707963267948966)"), ("sin 90°", "sin(90°)"),
    ("2 to the power of 3", "8"), ("10 divided by 4", "2.5"), ("784 times 16", "12544"),
    ("two plus 3", "5"), ("two minus 3", "-1"), ("two squared", "4"), ("two cubed", "8"),
    ("25%", "0.25"), ("20% of 50", "10"), ("5!", "120"), ("0!", "1"), ("3! + 1", "7"),
    ("sqrt 2", "sqrt(2)"), ("exp two", "exp(2)"), ("ln 5", "log(5)"), ("log2 8", "3"),
    ("abs -3", "3"), ("sqrt two+1", "sqrt(2) + 1"), ("sigmoid z1[0]", "sigmoid(z1[0])"),
    ("argmax a3", "argmax(a3)"), ("sum a1", "sum(a1)"), ("sin²(two)", "sin(2)*sin(2)"),
    ("sin^2 two", "sin(2)^2"), ("1 < two < 3", "1"), ("1 < two < two", "0"),
    ("1,000.5", "1000.5"), ("2(3)", "6"), ("f'(5)", "10"), ("7 ÷ 2", "3.5"),
    ("1 ≤ u ≤ 2", "[1, 1, 0]"), ("max(1, 2, 3)", "3"), ("min(3, u, 2)", "[1, 2, 2]"),
  ]

  private static let python: [(String, String)] = [
    ("np.exp(1)", "exp(1)"), ("numpy.mean(a1)", "mean(a1)"), ("math.sqrt(2)", "sqrt(2)"),
    ("torch.sigmoid(z1)", "σ(z1)"), ("np.pi", "π"),
    ("np.linalg.norm(u)", "norm(u)"), ("F.relu(z1)", "relu(z1)"), ("np.maximum(0, z1)", "relu(z1)"),
    ("np.array([1, 2])", "[1, 2]"), ("np.dot(W1, a0)", "W1*a0"), ("np.dot(u, v)", "32"),
    ("np.matmul(W2, a1)", "W2*a1"), ("np.zeros((3, 4))", "zeros(3, 4)"),
    ("np.arange(3)", "range(3)"),
    ("np.where(u > 1, 1, 0)", "[0, 1, 1]"), ("np.sum(M, axis=0)", "[5, 7, 9]"),
    ("torch.sum(M, dim=1)", "[6, 15]"), ("sum(M, axis=1, keepdims=True)", "[[6], [15]]"),
    ("sum(M, axis=0, keepdims=True)", "[[5, 7, 9]]"),
    ("sum(M, axis=0, keepdims=False)", "[5, 7, 9]"),
    ("average(u)", "2"), ("average(M, axis=1)", "[2, 5]"),
    ("a0.shape", "[784]"), ("W1.shape", "[16, 784]"), ("W1.shape[0]", "16"), ("W1.size", "12544"),
    ("W1.size()", "[16, 784]"), ("W2.T", "transpose(W2)"), ("u.sum()", "6"), ("u.max()", "3"),
    ("a3.argmax()", "argmax(a3)"), ("M.sum(axis=1)", "[6, 15]"), ("u.dot(v)", "32"),
    ("a0.reshape((28, 28))", "reshape(a0, 28, 28)"), ("((u - v)**2).sum()", "27"),
    ("u.tolist()", "u"), ("-u.sum()", "-6"), ("5 % 3", "2"), ("-7 % 3", "2"), ("7 // 2", "3"),
    ("-7 // 2", "-4"), ("2**3", "8"), ("1 / (1 + np.exp(-z1))", "1 ./ (1 + exp(-z1))"),
    ("u / v", "u ./ v"), ("u[u > 1]", "[2, 3]"), ("u[u > 1 and u < 3]", "[2]"), ("u[-1]", "3"),
    ("1 if two > 1 else 0", "1"), ("two if two > 5 else 0", "0"), ("True and False", "0"),
    ("not True", "0"), ("two != 3", "1"), ("M[1][2]", "6"), ("any(u > 2)", "1"),
    ("len(u)", "3"), ("sorted([3, 1])", "[1, 3]"), ("print(u)", "u"), ("2 ** u", "[2, 4, 8]"),
  ]

  private static let matlab: [(String, String)] = [
    ("[1 2 3]", "[1, 2, 3]"), ("[-1 2 3]", "[0 - 1, 2, 3]"), ("[1 2; 3 4]", "[[1, 2], [3, 4]]"),
    ("[1, 2; 3, 4]", "[[1, 2], [3, 4]]"), ("[1; 2; 3]", "[1, 2, 3]"), ("u.*u", "u .* u"),
    ("u.^2", "[1, 4, 9]"), ("M.^2", "[[1, 4, 9], [16, 25, 36]]"), ("2.^u", "[2, 4, 8]"),
    ("u.^u", "[1, 4, 27]"), ("W2'", "transpose(W2)"), ("numel(M)", "6"),
    ("mod(17, 5)", "2"), ("two ~= 3", "1"), ("u[end]", "3"), ("u[end-1]", "2"),
    ("u[1:end]", "[2, 3]"),
    ("!two", "0"), ("1 && 0", "0"), ("1 || 0", "1"), ("u > 1 & u < 3", "[0, 1, 0]"),
  ]

  private static let others: [(String, String)] = [
    ("σ.(z1)", "σ(z1)"), ("u .+ v", "u + v"), ("u .- v", "u - v"), ("W1 %*% a0", "W1*a0"),
    ("5 %% 3", "2"), ("7 %/% 2", "3"), ("t(W2)", "transpose(W2)"), ("nrow(W1)", "16"),
    ("ifelse(u > 1, 1, 0)", "[0, 1, 1]"), ("if two > 1 then 5 else 6", "5"),
    ("if (two > 1) 5 else 6", "5"), ("if(two > 1, 5, 6)", "5"),
    ("two > 1 ? 5 : 6", "5"), ("two > 5 ? 1 : two > 1 ? 2 : 3", "2"), ("Math.max(u)", "3"),
    ("Math.pow(2, 3)", "8"), ("Math.PI", "π"), ("fabs(-3)", "3"), ("sigma(2)", "σ(2)"),
    ("logistic(2)", "σ(2)"), ("true", "1"), ("False", "0"), ("two <> 3", "1"), ("5 mod 3", "2"),
    ("7 div 2", "3"), ("u dot v", "32"), ("pow(two, 3)", "8"), ("factorial(4)", "24"),
  ]

  private static let latex: [(String, String)] = [
    ("W₁a₀", "W1*a0"), ("a⁽¹⁾", "a1"), ("a₅⁽¹⁾", "a1[5]"), ("a_5^{(1)}", "a1[5]"),
    ("a^{(1)}_5", "a1[5]"), ("w^{(2)}_{3,4}", "W2[3, 4]"), ("w_{3,4}^{(2)}", "W2[3, 4]"),
    ("\\sigma(two)", "σ(2)"), ("\\frac{1}{2}", "0.5"),
    ("\\frac{1}{1 + e^{-two}}", "1/(1 + exp(-2))"),
    ("\\sqrt{two + 2}", "2"), ("two^{3}", "8"), ("\\sum a^{(1)}", "sum(a1)"),
    ("\\sigma\\left(W^{(1)} a^{(0)} + b^{(1)}\\right)", "σ(W1*a0 + b1)"), ("2 \\cdot 3", "6"),
    ("2 \\times 3", "6"), ("\\mathbf{W1} a0", "W1*a0"), ("W2^T", "transpose(W2)"),
    ("W2^\\top", "transpose(W2)"), ("$two^2$", "4"), ("2 \\leq 3", "1"), ("\\ln two", "log(2)"),
    ("a_{1}", "a1"), ("2\\pi", "2π"),
  ]

  private static let slopes: [(String, String)] = [
    ("slope f 5", "10"), ("slope f at 5", "10"), ("slope(f, 5)", "10"), ("slope tanh 0", "1"),
    ("slope(x -> x^3, 2)", "12"), ("slope(lambda x: x^3, 2)", "12"), ("slope(@(x) x.^3, 2)", "12"),
    ("slope(x -> two*x + f(x), 3)", "8"), ("tanh'(0)", "1"), ("f'(two) + 1", "5"), ("f’(5)", "10"),
    ("f'(u)", "[2, 4, 6]"),
  ]

  static var names: NameTable {
    get throws {
      var names = film
      names.functions["f"] = try OwnFunction(
        "f", parameters: ["x"], body: syntax("x^2 + 1"), known: [:])
      return names
    }
  }

  @Test(arguments: meant)
  func `what has one meaning works`(typed: String, plain: String) throws {
    let names = try Self.names
    let (typed, plain) = (try value(typed, in: names), try value(plain, in: names))
    #expect(typed.shape == plain.shape)
    let pairs = zip(typed.entries, plain.entries)
    #expect(pairs.allSatisfy { abs($0 - $1) <= 1e-12 * max(1, abs($1)) })
  }

  /// What is refused, with the line to write instead; the first is the likeliest.
  static let refused: [(typed: String, instead: [String])] = [
    ("a1(3)", ["a1[3]", "a1*(3)"]), ("W1(3,4)", ["W1[3,4]"]), ("u(two)", ["u[two]", "u*(two)"]),
    ("two(3)", ["two*(3)"]), ("u'(2)", ["u'*(2)"]), ("a1{3}", ["a1[3]"]), ("{1, 2}", ["[1, 2]"]),
    ("x -> x^2", ["f(x) = x^2"]),
    ("lambda x: x^2", ["f(x) = x^2"]), ("@(x) x^2", ["f(x) = x^2"]),
    ("function(x) x^2", ["f(x) = x^2"]), ("(x, y) -> x*y", ["f(x, y) = x*y"]),
    ("size(W1)", ["count(W1)", "shape(W1)"]), ("size(W1) + 1", ["count(W1) + 1", "shape(W1) + 1"]),
    ("length(u)", ["count(u)", "norm(u)"]), ("lg(100)", ["log10(100)", "log2(100)"]),
    ("c(1,2,3)", ["[1,2,3]"]), ("two <- 5", ["two = 5", "two < -(5)"]),
    ("[x**2 for x in a1]", ["a1**2"]), ("sum(x*x for x in a1)", ["sum(a1.*a1)"]),
    ("sum x for x in a1", ["sum a1"]), ("[x + 1 for x in u + v]", ["(u + v) + 1"]),
    ("for i in range(3): i^2", ["range(3)^2"]), ("[1 -2 3]", ["[1, -2, 3]"]),
    ("[-1 2 -3]", ["[-1, 2, -3]"]),
    ("1 000", ["1000"]), ("f''(2)", ["(f'(2 + 0.001) - f'(2 - 0.001))/0.002"]),
    ("1 + f''(2)", ["1 + ((f'(2 + 0.001) - f'(2 - 0.001))/0.002)"]),
    ("slope(f', 2)", ["(f'(2 + 0.001) - f'(2 - 0.001))/0.002"]),
    ("slope(x^2, 3)", ["slope(x -> x^2, 3)"]), ("sqrt 2*3", ["sqrt(2)*3", "sqrt(2*3)"]),
    ("sqrt 2two", ["sqrt(2)two", "sqrt(2two)"]),
    ("sigmoid W2 a1 + b2", ["sigmoid(W2) a1 + b2", "sigmoid(W2 a1) + b2"]),
    ("5 % -3", ["5 /100 -3", "5 mod (-3)"]),
    ("u.summ()", ["sum(u)"]), ("W^(1) a0", ["W1 a0"]), ("W^1", ["W1"]), ("a¹", ["a1"]),
  ]

  @Test(arguments: refused)
  func `what has two meanings is refused with lines that work`(
    typed: String, instead: [String]
  ) throws {
    let error = #expect(throws: ExpressionError.self) { try value(typed, in: Self.names) }
    guard case .refused(_, let lines)? = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(lines == instead)
    for line in lines {
      switch try Syntax.parse(line) {
      case .expression(let syntax), .assignment(_, let syntax):
        #expect(throws: Never.self) { try Evaluator(names: Self.names).value(of: syntax) }
      case .definition: break
      }
    }
  }

  @Test(arguments: [
    ("let two = 3", "two"), ("var k = 3", "k"), ("const k = 3", "k"), ("int k = 3", "k"),
    ("k := 3", "k"), ("two += 1", "two"), ("two++", "two"), ("two--", "two"), ("two *= 2", "two"),
  ])
  func `a name is given a value as elsewhere`(line: String, name: String) throws {
    guard case .assignment(name, let syntax) = try Syntax.parse(line) else {
      Issue.record("\(line) gives no name a value")
      return
    }
    #expect(throws: Never.self) { try Evaluator(names: film).value(of: syntax) }
  }

  @Test(arguments: [
    "def g(x): return x^2", "g = lambda x: x^2", "g = x -> x^2", "g = @(x) x.^2",
    "function g(x) x^2", "g = function(x) x^2", "g(x) := x^2", "let g(x) = x^2",
  ])
  func `a function is defined as elsewhere`(line: String) throws {
    guard case .definition("g", ["x"], let body) = try Syntax.parse(line) else {
      Issue.record("\(line) defines nothing")
      return
    }
    var names = film
    names.functions["g"] = try OwnFunction("g", parameters: ["x"], body: body, known: [:])
    #expect(try value("g(3)", in: names) == .number(9))
  }

  @Test func `a name of the learner's own wins over what it means elsewhere`() throws {
    var names = film
    names.functions["sigma"] = try OwnFunction(
      "sigma", parameters: ["x"], body: syntax("x + 1"), known: [:])
    #expect(try value("sigma(2)", in: names) == .number(3))
    names.bindings["average"] = .number(2)
    #expect(throws: ExpressionError.self) { try value("average(3)", in: names) }
    #expect(try value("average + 1", in: names) == .number(3))
  }
}
