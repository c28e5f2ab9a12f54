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
    return [.test, .train].first { MNISTFiles($0)?.find(in: names) != nil } ?? .test
  }

  /// The set that a word names, or the best one where none is given.
  static func named(_ word: String?, _ host: any Host) throws(Problem) -> DigitSet {
    guard let word else { return best(host) }
    guard let set = DigitSet(word) else { throw .noSuchSet(word) }
    return set
  }

  /// What Tab offers.
  static let suggestions = allCases.map { Completions.Candidate($0.rawValue) }

  /// Its digits, for a network that reads digits and tells ten apart.
  func examples(
    _ session: inout Session, _ host: any Host
  ) throws(Problem) -> AnyRandomAccessCollection<Dataset.Example> {
    guard session.readsDigits else { throw .inputDoesNotFit(inputs: session.network.sizes[0]) }
    let outputs = session.network.layer(session.network.outputLayer).neurons
    guard outputs == 10 else { throw .training(.outputsDoNotFit(outputs)) }
    return try digits(&session, host)
  }

  /// Its digits, for whoever asks; at least one.
  func digits(
    _ session: inout Session, _ host: any Host
  ) throws(Problem) -> AnyRandomAccessCollection<Dataset.Example> {
    guard self != .drawn else { return AnyRandomAccessCollection(session.drawnExamples) }
    let digits = try session.dataset(self, host)
    guard !digits.isEmpty else { throw .emptySet(title) }
    return AnyRandomAccessCollection(digits)
  }
}
