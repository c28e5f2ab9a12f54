import Core
import Presentation

/// What `cost` and `gradient` are told at the end of a line: which cost, and what is wanted.
struct WantedOutputs {
  /// Which cost; the film's where none is named.
  private(set) var kind = Cost.squares
  /// The digit that is wanted, where it is one.
  private(set) var label: Int?
  /// What every output should be.
  private(set) var target: [Float] = []

  /// How it is written, for `help`.
  static let usage = "[DIGIT|wanted=[Y, ...]] [squares|cross-entropy]"

  /// Reads all words that are left; where they do not say what is wanted, what is known of the
  /// current digit or was typed after the inputs counts.
  init(_ arguments: inout Arguments, _ lab: Lab) throws(LabError) {
    var typed: [Float]?
    while let word = arguments.nextIfAny() {
      if let kind = Cost(rawValue: word) {
        self.kind = kind
      } else if word.hasPrefix("wanted") {
        typed = try lab.vector(try Self.list(word, &arguments))
      } else if WholeReading(word) != .noNumber {
        label = try WholeNumber("digit", .place, 0...9).read(word)
      } else {
        throw .unexpectedWord(word, usage: arguments.usage)
      }
    }
    try settle(typed, lab)
  }

  private mutating func settle(_ typed: [Float]?, _ lab: Lab) throws(LabError) {
    let outputs = lab.network.layer(lab.network.outputLayer).neurons
    if let wanted = typed ?? (label == nil && !lab.readsDigits ? lab.typed?.wanted : nil) {
      guard wanted.count == outputs else {
        throw .wantedDiffer(given: wanted.count, outputs: outputs)
      }
      guard kind == .squares || wanted.allSatisfy({ (0...1).contains($0) }) else {
        throw .wantedOutside
      }
      target = wanted
      label = nil
      return
    }
    if lab.readsDigits { label = label ?? lab.current.label }
    guard let label else { throw .nothingWanted(readsDigits: lab.readsDigits) }
    guard outputs == 10 else { throw .labelNeedsTen(outputs: outputs) }
    target = (0..<10).map { $0 == label ? 1 : 0 }
  }

  /// The list in `wanted=[1]` or `wanted = [1]`.
  private static func list(_ word: String, _ arguments: inout Arguments) throws(LabError) -> String
  {
    var text = String(word.dropFirst("wanted".count))
    while text.isEmpty || text == "=" { text += try arguments.next("What is wanted") }
    guard text.hasPrefix("=") else { throw .unexpectedWord(word, usage: arguments.usage) }
    return String(text.dropFirst())
  }

  /// What programs are told of it.
  var facts: [String: Fact] {
    var facts: [String: Fact] = ["kind": .text(kind.rawValue)]
    if let label { facts["label"] = .integer(label) } else { facts["wanted"] = .numbers(target) }
    return facts
  }

  /// `wanted: 3`, for a heading.
  var phrase: String {
    guard let label else {
      return "wanted: " + target.prefix(10).map(Number.readable).joined(separator: ", ")
    }
    return "wanted: \(label)"
  }

  /// Words that Tab offers.
  static let suggestions: [Completions.Candidate] =
    Cost.allCases.map { .init($0.rawValue, note: $0.note) } + [
      .init("wanted=[", note: "what each output should be", isComplete: false)
    ]
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
