/// How much one line may ask for, so that no line crashes the program or keeps a learner waiting.
public struct Limits: Equatable, Sendable {
  /// Brackets inside brackets. The parser calls itself once for each, so this bounds its stack.
  public var nesting = 50
  /// Numbers, names and operations together.
  public var parts = 10_000
  /// Characters of the line.
  public var characters = 100_000
  /// Entries of one result; the weights of layer 1 have 12,544.
  public var entries = 4_000_000
  /// Products of all operations together; touching an entry counts as ten. About half a second.
  public var work = 1e9
  /// Entries that an explanation may keep, over all its parts: 60 MB, twelve bytes for one that
  /// comes from the network.
  public var explainedEntries = 5_000_000

  /// The limits at the prompt.
  public static let standard = Limits()
}

/// Counts what an evaluation has spent.
struct Meter {
  let limits: Limits
  private(set) var work = 0.0

  init(limits: Limits) { self.limits = limits }

  /// Takes account of work about to be done.
  mutating func spend(products: Double = 0, entries: Int = 0) throws(Fault) {
    work += products + 10 * Double(entries)
    if work > limits.work { throw Fault(.tooMuchWork) }
  }

  /// Takes account of a result about to be made.
  func check(_ shape: Shape) throws(Fault) {
    if shape.size > Double(limits.entries) {
      throw Fault(.tooManyEntries(shape, most: limits.entries))
    }
  }
}
