import Core
import Presentation

/// What `cost` and `gradient` are told at the end of a line: which cost, and the target.
struct TargetOutputs: Equatable, Sendable {
  /// Which cost; the film's where none is named.
  private(set) var kind = Cost.squares
  /// The digit that is the target, where it is one.
  private(set) var label: Int?
  /// What every output should be.
  private(set) var values: [Float] = []

  /// Reads what was typed; where it does not name a target, what is known of the current digit
  /// or was typed after the inputs counts.
  init(_ arguments: Arguments, _ lab: Lab) throws(LabError) {
    kind = try arguments.value(TargetWords.kind, orElse: .squares)
    label = try arguments.value(TargetWords.digit)
    let typed = try arguments.value(.target).map { text throws(LabError) in
      guard !text.isEmpty else { throw .missingWord("What is wanted", usage: "wanted=[1]") }
      return try lab.vector(text)
    }
    try settle(typed, lab)
  }

  private mutating func settle(_ typed: [Float]?, _ lab: Lab) throws(LabError) {
    let outputs = lab.network.layer(lab.network.outputLayer).neurons
    if let given = typed ?? (label == nil && !lab.readsDigits ? lab.typed?.target : nil) {
      guard given.count == outputs else {
        throw .targetsDiffer(given: given.count, outputs: outputs)
      }
      guard kind == .squares || given.allSatisfy({ (0...1).contains($0) }) else {
        throw .targetOutside
      }
      values = given
      label = nil
      return
    }
    if lab.readsDigits { label = label ?? lab.current.label }
    guard let label else { throw .noTarget(readsDigits: lab.readsDigits) }
    guard outputs == 10 else { throw .labelNeedsTen(outputs: outputs) }
    values = (0..<10).map { $0 == label ? 1 : 0 }
  }

  /// What programs are told of it.
  var facts: [String: Fact] {
    var facts: [String: Fact] = ["kind": .text(kind.rawValue)]
    if let label { facts["label"] = .integer(label) } else { facts["wanted"] = .numbers(values) }
    return facts
  }

  /// `wanted: 3`, for a heading.
  var phrase: String {
    guard let label else {
      return "wanted: " + values.prefix(10).map(Number.readable).joined(separator: ", ")
    }
    return "wanted: \(label)"
  }
}

/// What `cost` and `gradient` may be told, in any order.
enum TargetWords {
  static let additions: [CommandForm.Addition] = [
    .plain(digit), .setting(Parameter.target), .plain(kind),
  ]
  static let digit = Parameter.whole(WholeNumber("digit", .index, 0...9), as: "DIGIT")
  static let kind = Parameter<Cost>.oneOf("cost", note: \.note) { word, choices in
    .unknownChoice(word, setting: "cost", choices: choices)
  }.usually(Cost.squares.rawValue)
}

extension Cost {
  /// What it adds up, in a few words.
  fileprivate var note: String {
    switch self {
    case .squares: "squared differences, as in the film"
    case .crossEntropy: "−ln of what the right side was given"
    }
  }
}
