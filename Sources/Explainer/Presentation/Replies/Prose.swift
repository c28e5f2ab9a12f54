/// A line or a paragraph in several styles: `"Try \(code: "neuron 1.5")."`
public struct Prose: Equatable, Sendable, ExpressibleByStringInterpolation {
  /// How a piece of text is meant; a renderer decides what that looks like.
  public enum Style: Equatable, Sendable {
    case plain, strong, faint, code, problem
    /// Of a positive or negative number; the strength goes from 0 to 1.
    case positive(Float), negative(Float)
    /// The verdict, or what is pointed out.
    case verdict
    /// What stood before a line that was typed, which is code.
    case prompt
    /// Not shown, but its room is kept.
    case hidden
  }

  /// Text in one style.
  public struct Span: Equatable, Sendable {
    /// What it says.
    public var text: String
    /// How it is meant.
    public var style: Style
    /// Whether it is said only when all that moves has come to rest.
    var isOutcome = false

    /// Text in one style.
    public init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// In reading order.
  public var spans: [Span]
  /// Whether it is about what only those see who have a screen drawn: its keys.
  var isForEyes = false

  /// Text from its pieces.
  public init(_ spans: [Span]) { self.spans = spans }

  /// Text in one style.
  public init(_ text: String, _ style: Style = .plain) { spans = [Span(text, style)] }

  /// Plain text.
  public init(stringLiteral value: String) { self.init(value) }

  /// Text with styled parts.
  public init(stringInterpolation: Interpolation) {
    spans = stringInterpolation.spans
    isForEyes = stringInterpolation.isForEyes
  }

  /// What it says, without its styles.
  public var text: String { spans.map(\.text).joined() }

  /// One text after another.
  public static func + (first: Prose, second: Prose) -> Prose {
    var both = Prose(first.spans + second.spans)
    both.isForEyes = first.isForEyes || second.isForEyes
    return both
  }

  /// Collects the pieces of an interpolated literal.
  public struct Interpolation: StringInterpolationProtocol {
    var spans: [Span] = []
    var isForEyes = false

    /// Starts with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// A piece of the literal itself.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { spans.append(Span(literal)) }
    }

    /// A value as it describes itself.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      spans.append(Span(value.description))
    }

    /// Text that keeps its styles.
    public mutating func appendInterpolation(_ prose: Prose) {
      spans += prose.spans
      isForEyes = isForEyes || prose.isForEyes
    }

    /// Something to type.
    public mutating func appendInterpolation(code: String) { spans.append(Span(code, .code)) }

    /// Something that matters.
    public mutating func appendInterpolation(strong: some CustomStringConvertible) {
      spans.append(Span(strong.description, .strong))
    }
  }
}
