import Core

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
    return [.test, .train].first { MNISTFiles($0.rawValue)?.find(in: names) != nil } ?? .test
  }

  /// Its digits, for a network that reads digits and tells ten apart.
  func examples(
    _ session: inout Session, _ host: any Host
  ) throws(Problem) -> AnyRandomAccessCollection<Dataset.Example> {
    guard session.readsDigits else { throw .inputDoesNotFit(inputs: session.network.sizes[0]) }
    let outputs = session.network.layer(session.network.outputLayer).neurons
    guard outputs == 10 else { throw .labelNeedsTen(outputs: outputs) }
    guard self != .drawn else { return AnyRandomAccessCollection(session.drawnExamples) }
    return AnyRandomAccessCollection(try session.dataset(rawValue, host))
  }
}
