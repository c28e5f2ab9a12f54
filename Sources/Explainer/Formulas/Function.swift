import Core
import Presentation

/// One function of the language: how it is written, and what it does.
package struct Function: Equatable, Sendable {
  /// The first is the one to show; all may be typed.
  package let names: [String]
  /// How many arguments it takes.
  package let arguments: ClosedRange<Int>
  /// How it is called, for a hint.
  package let usage: String
  /// What it does, in a few words.
  package let note: String
  let apply: @Sendable ([Value]) throws(OperationError) -> Value

  /// Each name belongs to one function.
  package static func == (left: Function, right: Function) -> Bool { left.names == right.names }

  /// By every name.
  package static let named: [String: Function] = {
    var named: [String: Function] = [:]
    for function in all { for name in function.names { named[name] = function } }
    return named
  }()

  /// What people call some of them elsewhere.
  static let meant: [String: String] = [
    "sigma": "sigmoid", "logistic": "sigmoid", "average": "mean", "avg": "mean", "length": "count",
    "len": "count", "size": "count", "root": "sqrt", "maximum": "max", "minimum": "min",
    "magnitude": "norm", "total": "sum",
  ]

  /// For a Tab after `word`: every function with a name that begins so, by each such name.
  static func candidates(_ word: String) -> [Completions.Candidate] {
    all.flatMap { function in
      let fitting = function.names.filter { $0.hasPrefix(word) }
      let names = word.isEmpty || fitting.isEmpty ? fitting : function.names
      return names.map {
        Completions.Candidate($0 + "(", note: function.note, isComplete: false)
      }
    }
  }

  private init(
    _ names: [String], takes arguments: ClosedRange<Int> = 1...1, _ usage: String, _ note: String,
    _ apply: @escaping @Sendable ([Value]) throws(OperationError) -> Value
  ) {
    self.names = names
    self.arguments = arguments
    self.usage = usage
    self.note = note
    self.apply = apply
  }

  /// What a neuron makes of its weighted input.
  private init(_ activation: Activation) {
    self.init(activation.functionNames, activation.formula, activation.preciseValue) {
      activation.values($0)
    }
  }

  /// A function of each number by itself, which keeps the shape.
  ///
  /// - Parameter single: what the network makes of the twin; without it the nearest Floats of what
  ///   `body` gives.
  private init(
    _ names: [String], _ note: String, _ body: @escaping @Sendable (Double) -> Double,
    single: @escaping @Sendable ([Float]) -> [Float]
  ) {
    self.init(names, "\(names[0])(z1)", note + ", entry by entry") {
      $0[0].mapped({ $0.map(body) }, single: single)
    }
  }

  private init(
    _ name: String, _ note: String, _ body: @escaping @Sendable (Double) -> Double
  ) {
    self.init([name], note, body) { $0.map { Float(body(Double($0))) } }
  }

  /// A function of all numbers together, which gives one.
  private init(
    gathering name: String, _ note: String, _ body: @escaping @Sendable ([Double]) -> Double,
    single: @escaping @Sendable ([Float]) -> Float
  ) {
    self.init([name], "\(name)(a1)", note) { $0[0].gathered(body, single: single) }
  }

  /// All of them, in the order to list them. Arguments are as many as `arguments` allows, finite,
  /// and have entries.
  package static let all: [Function] = Activation.allCases.map(Function.init) + others

  private static let others: [Function] = [
    Function(["softmax"], "softmax(z3)", "e^z as a share of the sum of all e^z", softmax),
    Function(["exp"], "e^z", preciseExponential) { $0.map(exponential) },
    Function(["log", "ln"], "log(a1)", "natural logarithm, to base e, entry by entry", log),
    Function(["sqrt"], "sqrt(a1)", "square root, entry by entry", squareRoot),
    Function("abs", "distance from 0") { $0.magnitude },
    Function("round", "nearest whole number, halves away from 0") { $0.rounded() },
    Function(gathering: "sum", "all entries, added up", total, single: total),
    Function(gathering: "mean", "the average entry", { total($0) / Double($0.count) }) {
      total($0) / Float($0.count)
    },
    Function(
      ["min"], takes: 1...2, "min(a1) or min(a, b)", "smallest entry, or the smaller of two", least),
    Function(
      ["max"], takes: 1...2, "max(a1) or max(a, b)", "largest entry, or the larger of two", greatest
    ),
    Function(["argmax"], "argmax(a3)", "index of the largest entry, from 0", indexOfLargest),
    Function(["argmin"], "argmin(a3)", "index of the smallest entry, from 0", indexOfSmallest),
    Function(["count"], "count(a1)", "how many entries") { .number(Double($0[0].shape.count)) },
    Function(["rows"], "rows(W1)", "how many rows; a vector stands as a column", rows),
    Function(["columns"], "columns(W1)", "how many columns; a vector has 1", columns),
    Function(["shape"], "shape(W1)", "rows and columns", shape),
    Function(["dot"], takes: 2...2, "dot(u, v)", "products entry by entry, added up", dot),
    Function(gathering: "norm", "length: root of the sum of squares", norm) {
      Float(norm($0.map(Double.init)))
    },
    Function(
      ["rectangle"], takes: 4...4, "rectangle(row, column, height, width)",
      "784 pixels: 1 inside, 0 outside", rectangle),
    Function(["transpose"], "transpose(W1)", "rows become columns, also W1ᵀ", transpose),
  ]
}
