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
  /// Whether it can be asked for each row or column of a matrix by itself.
  let worksAlongAxis: Bool
  let apply: @Sendable ([Value]) throws(OperationError) -> Value
  let slope: Slope

  /// How what it gives follows what it is given.
  enum Slope: Sendable {
    /// Each entry follows one entry alone, with this slope.
    case entrywise(@Sendable (Double) -> Double)
    /// It changes by leaps, or not at all: the slope is 0 everywhere else.
    case flat
    /// The slopes of something for all arguments, from those for the value.
    case chained(@Sendable (_ arguments: [Value], _ value: Value, _ slopes: [Double]) -> [[Double]])
  }

  /// Whether each entry of the value comes from one entry alone, smoothly.
  var isEntrywise: Bool {
    switch slope {
    case .entrywise: true
    case .flat, .chained: false
    }
  }

  /// Each name belongs to one function.
  package static func == (left: Function, right: Function) -> Bool { left.names == right.names }

  /// By every name.
  package static let named: [String: Function] = {
    var named: [String: Function] = [:]
    for function in all { for name in function.names { named[name] = function } }
    return named
  }()

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

  /// - Parameters:
  ///   - names: the first is the one to show.
  ///   - arguments: how many it takes.
  ///   - worksAlongAxis: whether it may be asked for each row or column.
  ///   - slope: how the value follows the arguments.
  init(
    _ names: [String], takes arguments: ClosedRange<Int> = 1...1, _ usage: String, _ note: String,
    along worksAlongAxis: Bool = false, slope: Slope = .flat,
    _ apply: @escaping @Sendable ([Value]) throws(OperationError) -> Value
  ) {
    self.names = names
    self.arguments = arguments
    self.usage = usage
    self.note = note
    self.worksAlongAxis = worksAlongAxis
    self.slope = slope
    self.apply = apply
  }

  /// What a neuron makes of its weighted input.
  init(_ activation: Activation) {
    self.init(
      activation.functionNames, activation.formula, slope: activation.preciseSlope,
      activation.preciseValue
    ) { activation.values($0) }
  }

  /// A function of each number by itself, which keeps the shape.
  ///
  /// - Parameters:
  ///   - slope: of one number; nil for a function of steps.
  ///   - single: what the network makes of the twin; without it the nearest Floats of what `body`
  ///     gives.
  init(
    _ names: [String], _ note: String, slope: (@Sendable (Double) -> Double)?,
    _ body: @escaping @Sendable (Double) -> Double,
    single: @escaping @Sendable ([Float]) -> [Float]
  ) {
    self.init(
      names, "\(names[0])(z1)", note + ", entry by entry",
      slope: slope.map { .entrywise($0) } ?? .flat
    ) { $0[0].mapped({ $0.map(body) }, single: single) }
  }

  init(
    _ name: String, _ note: String, slope: (@Sendable (Double) -> Double)? = nil,
    _ body: @escaping @Sendable (Double) -> Double
  ) {
    self.init([name], note, slope: slope, body) { $0.map { Float(body(Double($0))) } }
  }

  /// A function of all numbers together, which gives one.
  ///
  /// - Parameter slopes: for each number, from all and the value.
  init(
    gathering names: [String], _ note: String,
    slopes: @escaping @Sendable (_ entries: [Double], _ value: Double) -> [Double],
    _ body: @escaping @Sendable ([Double]) -> Double,
    single: @escaping @Sendable ([Float]) -> Float
  ) {
    self.init(
      names, "\(names[0])(a1)", note, along: true,
      slope: .chained { arguments, value, outer in
        [slopes(arguments[0].entries, value.entries[0]).map { $0 * outer[0] }]
      }
    ) { $0[0].gathered(body, single: single) }
  }
}
