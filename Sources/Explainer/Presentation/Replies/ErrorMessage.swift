/// What a person is told when a line could not be done: what happened, and what to type.
public struct ErrorMessage: Equatable, Sendable {
  /// The part of a line that is at fault.
  public struct Excerpt: Equatable, Sendable {
    /// The line, or the part of it that was read.
    public var line: String
    /// Characters of the line, counted from 0.
    public var range: Range<Int>

    /// A part of a line.
    public init(_ range: Range<Int>, of line: String) {
      self.line = line
      self.range = range
    }
  }

  /// What happened, in a sentence.
  public var message: String
  /// What to type, in a sentence or two.
  public var hint: Prose
  /// Where in the line, if it is a part of it.
  public var excerpt: Excerpt?

  /// Two sentences, and the place they speak of.
  public init(_ message: String, _ hint: Prose, at excerpt: Excerpt? = nil) {
    self.message = message
    self.hint = hint
    self.excerpt = excerpt
  }
}

/// An error that a person can be told of. Each room has one enumeration of errors; a `switch` without
/// `default` words them all.
public protocol ExplainedError: Error {
  /// What the person is told.
  var explanation: ErrorMessage { get }
}
