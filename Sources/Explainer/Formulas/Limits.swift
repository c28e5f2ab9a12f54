/// How much one line may ask for, so that no line crashes the program or keeps a learner waiting.
public struct Limits: Equatable, Sendable {
  /// Brackets inside brackets. The parser calls itself once for each, so this bounds its stack.
  public var nesting: Int
  /// Numbers, names and operations together.
  public var parts: Int
  /// Characters of the line.
  public var characters: Int
  /// Entries of one result; the weights of layer 1 have 12,544.
  public var entries: Int
  /// Products of all operations together; touching an entry counts as ten. About half a second.
  public var work: Double
  /// Entries that an explanation may keep, over all its parts: 60 MB, twelve bytes for one that
  /// comes from the network.
  public var explainedEntries: Int

  /// The limits at the prompt, where nothing else is said.
  package init(
    nesting: Int = 50, parts: Int = 10_000, characters: Int = 100_000,
    entries: Int = 4_000_000, work: Double = 1e9, explainedEntries: Int = 5_000_000
  ) {
    self.nesting = nesting
    self.parts = parts
    self.characters = characters
    self.entries = entries
    self.work = work
    self.explainedEntries = explainedEntries
  }

  /// The limits at the prompt.
  public static let standard = Limits()
}

/// Counts what an evaluation has spent.
struct Meter {
  let limits: Limits
  private(set) var work = 0.0

  init(limits: Limits) { self.limits = limits }

  /// Takes account of work about to be done.
  mutating func spend(products: Double = 0, entries: Int = 0) throws(OperationError) {
    work += products + 10 * Double(entries)
    if work > limits.work { throw OperationError(.tooMuchWork) }
  }

  /// Takes account of a function of the learner's own, whose parts are gone through once more.
  mutating func spend(call function: OwnFunction) throws(OperationError) {
    try spend(products: 1000 * Double(function.body.nodes.count))
  }

  /// Takes account of a result about to be made.
  func check(_ shape: Shape) throws(OperationError) {
    if shape.size > Double(limits.entries) {
      throw OperationError(.tooManyEntries(shape, most: limits.entries))
    }
  }
}
