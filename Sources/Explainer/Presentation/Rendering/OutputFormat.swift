/// A form that replies can be given: its name, who reads it, and what makes it.
///
/// A new one is a file with a renderer and its `OutputFormat`, and a name in `all`.
public struct OutputFormat: Sendable {
  /// Who reads replies of a form; the rest of the program behaves accordingly.
  public enum Reader: Sendable {
    /// A person who looks at them: what is on the screen may be drawn anew, and waits to be seen.
    case viewer
    /// A person who hears them or feels them, line after line: nothing is drawn anew or coloured.
    case listener
    /// A person who reads them later, all on one page; problems stand in it where they came up.
    case browser
    /// A program, which is told of problems where it is told of everything else.
    case program
  }

  /// The word after `--format`.
  public let name: String
  /// Who reads it.
  public let reader: Reader
  /// What makes it, for some place.
  public let renderer: @Sendable (OutputDestination) -> any ReplyRenderer

  /// A form of replies.
  init(
    _ name: String, for reader: Reader,
    renderer: @escaping @Sendable (OutputDestination) -> any ReplyRenderer
  ) {
    self.name = name
    self.reader = reader
    self.renderer = renderer
  }

  /// All there are; the first is the one that needs no asking for.
  public static let all = [text, json, words, html]

  /// Whether a person at a terminal can talk with the program in it.
  public var isConversation: Bool {
    switch reader {
    case .viewer, .listener: true
    case .browser, .program: false
    }
  }

  /// The form of that name.
  public static func named(_ name: String) -> OutputFormat? { all.first { $0.name == name } }

  /// What may stand after `--format`, as a list in a sentence.
  public static var names: String {
    all.dropLast().map(\.name).joined(separator: ", ") + " or " + (all.last?.name ?? "")
  }
}

/// Where replies are shown.
public struct OutputDestination: Sendable {
  /// What can be shown there.
  public var capabilities: TerminalCapabilities
  /// How long a line may be; nil where nobody said so, and there is no window.
  public var width: Int?

  /// A place for replies.
  public init(_ capabilities: TerminalCapabilities, width: Int?) {
    self.capabilities = capabilities
    self.width = width
  }
}

/// Makes replies into characters.
public protocol ReplyRenderer: Sendable {
  /// The reply as lines, each with a line feed at its end.
  ///
  /// - Parameters:
  ///   - reply: what there is to say.
  ///   - line: the line that it answers.
  ///   - place: where that line stands, to be told with what is wrong; nil where that is plain.
  func render(_ reply: Reply, to line: TypedLine, at location: String?) -> String

  /// What stands before the first reply.
  func opening(for reply: Reply, to line: TypedLine) -> String

  /// What stands after the last.
  var closing: String { get }
}

extension ReplyRenderer {
  /// Nothing, where each reply stands for itself.
  public func opening(for reply: Reply, to line: TypedLine) -> String { "" }

  /// Nothing, where each reply stands for itself.
  public var closing: String { "" }
}

/// A line as it was typed.
public struct TypedLine: Equatable, Sendable, ExpressibleByStringLiteral {
  /// What stood before it.
  public var prompt: String
  /// The line itself.
  public var text: String

  /// A line after a prompt.
  public init(_ text: String, after prompt: String = "") {
    self.prompt = prompt
    self.text = text
  }

  /// A line by itself.
  public init(stringLiteral text: String) { self.init(text) }
}
