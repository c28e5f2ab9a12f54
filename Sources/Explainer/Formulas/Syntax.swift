/// What a line says: a value, or a name for one.
public enum Statement: Equatable, Sendable {
  case expression(Syntax)
  /// `x = …`: the value is to be bound to the name, which is the learner's own.
  case assignment(name: String, Syntax)
  /// `f(x, y) = …`: a function of the learner's own.
  case definition(name: String, parameters: [String], Syntax)
}

/// An expression that has been read, and not yet computed.
///
/// Its parts lie in one array in the order of evaluation: operands, then what joins them; the
/// whole comes last. So nothing that walks or frees it calls itself, however deep it is.
public struct Syntax: Equatable, Sendable {
  /// The line, character by character, as ranges count.
  let characters: [Character]
  /// Never empty.
  package let nodes: [Node]

  /// One part.
  package struct Node: Equatable, Sendable {
    var form: Form
    /// Where the part stands, without brackets around it.
    var range: Range<Int>
    /// The same with its brackets.
    package var outer: Range<Int>
    /// Where an error of this part points: the operator's sign, the function's name.
    var mark: Range<Int>
    /// The first node of this part: it and its operands fill `start...` without a gap.
    var start: Int
  }

  /// What a part is. Its operands come right before it.
  package enum Form: Equatable, Sendable {
    case number(Double)
    case name(String)
    /// `[…]` of so many elements.
    case list(Int)
    case negation
    case not
    case transposition
    case binary(Symbol)
    case call(Function, Int)
    /// `sum(W1, axis=1)`: a function of each row or column, and the axis.
    case along(Function)
    /// `sigmoid'(z1)`: the slope of a function at each entry.
    case slope(Function)
    /// `slope(f, x)`: the same of a function of the learner's own.
    case slopeOfOwn(String)
    /// `slope(x -> x^2, 3)`: the same of a function without a name.
    case slopeOfLambda(String, Syntax)
    /// `f(…)` of so many arguments, a function of the learner's own.
    case own(String, Int)
    /// `…[i, j..k]`.
    case index([Index])

    /// Names that must have a value.
    fileprivate var names: [String] {
      switch self {
      case .name(let name): [name]
      case .slopeOfLambda(let parameter, let body): body.names.filter { $0 != parameter }
      case .number, .list, .negation, .not, .transposition, .binary, .call, .along, .slope,
        .slopeOfOwn, .own, .index:
        []
      }
    }

    var operands: Int {
      switch self {
      case .number, .name: 0
      case .list(let count), .call(_, let count), .own(_, let count): count
      case .negation, .not, .transposition, .slope, .slopeOfOwn, .slopeOfLambda: 1
      case .binary, .along: 2
      case .index(let indices): indices.reduce(1) { $0 + $1.operands }
      }
    }
  }

  /// How an index is written.
  package enum Index: Equatable, Sendable {
    /// A number, or a list of some.
    case entries
    /// A condition: the entries for which it holds.
    case mask
    /// `i..j`, both included.
    case through
    /// `i:j`, the second left out; either end may be missing.
    case upTo(from: Bool, to: Bool)

    var operands: Int {
      switch self {
      case .entries, .mask: 1
      case .through: 2
      case .upTo(let from, let to): (from ? 1 : 0) + (to ? 1 : 0)
      }
    }
  }

  /// A part of the line.
  package func text(_ range: Range<Int>) -> String { String(characters[range]) }

  /// The operands of a node, in order, as indices into `nodes`.
  func operands(of index: Int) -> [Int] {
    var operands: [Int] = []
    var next = index - 1
    for _ in 0..<nodes[index].form.operands {
      operands.append(next)
      next = nodes[next].start - 1
    }
    return operands.reversed()
  }

  /// Every name that must have a value, each once, in the order of the line.
  public var names: [String] {
    var seen: Set<String> = []
    return nodes.flatMap(\.form.names).filter { seen.insert($0).inserted }
  }
}

extension Syntax {
  /// What it is made of: its names, and the functions of the language that it calls.
  package var ingredients: Set<String> {
    Set(names).union(nodes.compactMap { $0.form.function?.names.first })
  }
}

extension Syntax.Form {
  fileprivate var function: Function? {
    switch self {
    case .call(let function, _), .along(let function), .slope(let function): function
    case .number, .name, .list, .negation, .not, .transposition, .binary, .slopeOfOwn,
      .slopeOfLambda, .own, .index:
      nil
    }
  }
}

extension Syntax {
  /// Reads a line.
  ///
  /// - Parameters:
  ///   - source: the line, as typed.
  ///   - limits: what it may ask for.
  /// - Throws: `ExpressionError` where it cannot be read, with its range in characters.
  public static func parse(
    _ source: String, limits: Limits = .standard
  ) throws(ExpressionError) -> Statement {
    var parser = Parser(source, limits: limits)
    return try parser.statement()
  }

  /// Whether a line is a formula though it begins with a word of no meaning: as `let x = 3` and
  /// `if x > 0 then 1 else 0`, which other languages have.
  package static func isForeign(_ line: String) -> Bool {
    var parser = Parser(line, limits: .standard)
    let isDeclared = parser.isDeclaration
    guard case .name(let word) = parser.token.kind else { return false }
    if Constant.absent.contains(word) { return parser.tokens.count == 2 }
    guard isDeclared || ["if", "for", "while", "lambda", "function", "fn"].contains(word) else {
      return false
    }
    do throws(ExpressionError) {
      _ = try parser.statement()
      return true
    } catch { return error.isForeign || isDeclared }
  }

  /// Reads expressions that commas separate, as `plot` takes them: `sigmoid(x), relu(x)`.
  ///
  /// A comma that groups thousands separates nothing: `1,234` is one number.
  public static func parseList(
    _ source: String, limits: Limits = .standard
  ) throws(ExpressionError) -> [Syntax] {
    var parser = Parser(source, limits: limits)
    return try parser.expressions()
  }
}

extension Syntax {
  /// Whether the whole says that something is so or is not, rather than how much something is.
  package var isComparison: Bool {
    switch nodes.last?.form {
    case .not: true
    case .binary(let symbol):
      [.less, .greater, .atMost, .atLeast, .equal, .notEqual, .assign, .and, .or].contains(symbol)
    case .number, .name, .list, .negation, .transposition, .call, .along, .slope, .slopeOfOwn,
      .slopeOfLambda, .own, .index, nil:
      false
    }
  }
}
