// What people call functions elsewhere. None of these names is taken: a learner's own function may
// have it, and then means that.

extension Function {
  /// By the other name.
  static let aliases: [String: Function] = {
    var aliases: [String: Function] = [:]
    for (name, others) in otherNames {
      for other in others { aliases[other] = named[name] }
    }
    return aliases
  }()

  private static let otherNames: [(String, [String])] = [
    ("sigmoid", ["sigma", "logistic", "expit", "Sigmoid", "logsig"]),
    ("relu", ["rectifier", "Relu"]), ("softmax", ["Softmax"]), ("mean", ["average", "avg"]),
    ("sum", ["total", "Sum"]), ("max", ["maximum", "amax", "Max"]),
    ("min", ["minimum", "amin", "Min"]), ("abs", ["fabs", "absolute", "Abs"]),
    ("norm", ["magnitude"]), ("count", ["numel"]), ("sign", ["sgn"]), ("ceil", ["ceiling"]),
    ("sqrt", ["root", "Sqrt"]), ("range", ["arange"]),
    ("where", ["ifelse", "iif", "if", "select"]),
    ("dot", ["matmul", "inner"]), ("std", ["stddev", "stdev"]), ("clip", ["clamp"]),
    ("exp", ["Exp"]), ("sin", ["Sin"]), ("cos", ["Cos"]), ("tan", ["Tan"]), ("log", ["Log"]),
    ("log2", ["log_2"]), ("log10", ["log_10"]),
    ("sort", ["sorted"]), ("shape", ["dim"]),
    ("transpose", ["t", "Transpose"]), ("rows", ["nrow"]), ("columns", ["ncol", "cols"]),
  ]

  /// Names elsewhere that mean one thing here and another there; the functions that may be meant.
  static let ambiguous: [String: [String]] = [
    "size": ["count", "shape"], "length": ["count", "norm"], "lg": ["log10", "log2"],
  ]

  /// What is asked of a value without parentheses.
  static let properties: [String: Function] = {
    var properties: [String: Function] = [:]
    for (name, function) in [
      ("shape", "shape"), ("size", "count"), ("length", "count"), ("T", "transpose"),
    ] { properties[name] = named[function] }
    return properties
  }()

  /// What shows a value elsewhere, and asks for an answer even before a `;`.
  package static let showing: Set = ["print", "disp"]

  /// What makes elsewhere of numbers what they are here already.
  static let identities: Set = showing.union([
    "array", "tensor", "asarray", "vector", "item", "tolist", "numpy", "copy", "detach", "Float",
    "Double", "double", "float",
  ])

  /// Whether it takes one of two, and so of any number one after another.
  var isOfTwo: Bool { ["min", "max"].contains(names[0]) }

  /// Whether its sizes may come in parentheses of their own, as zeros((3, 4)).
  var takesSizes: Bool { ["zeros", "ones", "reshape"].contains(names[0]) }
}
