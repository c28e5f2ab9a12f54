import Core
import Presentation

/// Many digits of which it is known what they are.
enum DigitSet: String, CaseIterable {
  case train, test, drawn

  /// The set of that name; `drawings` is another name of `drawn`.
  init?(_ word: String) {
    guard let set = Self(rawValue: word == "drawings" ? "drawn" : word) else { return nil }
    self = set
  }

  /// What it is called in a sentence.
  var title: String {
    switch self {
    case .train: "MNIST's training half"
    case .test: "MNIST's test half"
    case .drawn: "our own drawings"
    }
  }

  /// The set that judges best among those at hand.
  static func best(_ host: any Host) -> DigitSet {
    guard let folder = host.dataFolder else { return .drawn }
    let names = (try? host.names(inFolder: folder)) ?? []
    return [.test, .train].first { MNISTFiles($0)?.find(in: names) != nil } ?? .test
  }

  /// Its digits, for a network that reads digits and tells ten apart.
  func examples(
    _ lab: inout Lab, _ host: any Host
  ) throws(LabError) -> AnyRandomAccessCollection<Dataset.Example> {
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
    let outputs = lab.network.layer(lab.network.outputLayer).neurons
    guard outputs == 10 else { throw .training(.outputsDoNotFit(outputs)) }
    return try digits(&lab, host)
  }

  /// Its digits, for whoever asks; at least one.
  func digits(
    _ lab: inout Lab, _ host: any Host
  ) throws(LabError) -> AnyRandomAccessCollection<Dataset.Example> {
    guard self != .drawn else { return AnyRandomAccessCollection(lab.drawnExamples) }
    let digits = try lab.dataset(self, host)
    guard !digits.isEmpty else { throw .emptySet(title) }
    return AnyRandomAccessCollection(digits)
  }
}
