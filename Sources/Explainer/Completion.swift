/// What may stand where the cursor is: the answer to Tab.
public struct Completions: Equatable, Sendable {
  /// One way to go on.
  public struct Candidate: Equatable, Sendable {
    /// The whole word, as it would stand in the line.
    public var text: String
    /// A few words about it, shown beside it in a listing; may be empty.
    public var note: String
    /// Whether the word is finished, so that a space follows it; a folder's name is not.
    public var isComplete: Bool

    /// One way to go on.
    public init(_ text: String, note: String = "", isComplete: Bool = true) {
      self.text = text
      self.note = note
      self.isComplete = isComplete
    }
  }

  /// How many characters before the cursor a candidate takes the place of.
  public var replacedLength: Int
  /// In the order in which to list them.
  public var candidates: [Candidate]

  /// Candidates for the word before the cursor.
  public init(replacing replacedLength: Int, candidates: [Candidate]) {
    self.replacedLength = replacedLength
    self.candidates = candidates
  }
}

extension Completions {
  /// The same for a place that shows ASCII only: what cannot be written in it is left out.
  public var inASCII: Completions {
    let plain = candidates.filter { $0.text.allSatisfy(\.isASCII) }
    return Completions(
      replacing: replacedLength,
      candidates: plain.map {
        Candidate($0.text, note: $0.note.spelledInASCII, isComplete: $0.isComplete)
      })
  }
}

/// What is known when Tab is pressed after a command's name.
struct TabContext {
  let session: Session
  /// The finished words after the command.
  let words: [String]
  /// The beginning of the word at the cursor, without its quotes; may be empty.
  let partial: String
  /// Whether that word stands in quotes that are not closed.
  let isQuoted: Bool
  let host: any Host
}

extension Session {
  /// What may stand where a text ends.
  public func completions(for beforeCursor: String, host: some Host) -> Completions {
    let typed = TypedWords(beforeCursor)
    let all: [Completions.Candidate]
    if let name = typed.finished.first {
      guard let command = try? Registry.command(named: name) else {
        return names.completions(before: beforeCursor)
      }
      all = command.suggestions(
        TabContext(
          session: self, words: Array(typed.finished.dropFirst()), partial: typed.last,
          isQuoted: typed.isQuoted, host: host))
    } else {
      let commands = Registry.commands.filter { $0.name.hasPrefix(typed.last) }
      if commands.isEmpty || typed.last.isEmpty && !beforeCursor.isEmpty {
        return names.completions(before: beforeCursor)
      }
      all = commands.map { .init($0.name, note: $0.summary) }
    }
    return Completions(
      replacing: typed.lastLength,
      candidates: all.filter { TypedWords($0.text).last.hasPrefix(typed.last) })
  }
}

/// How a part of a typed line is coloured.
public struct Highlight: Equatable, Sendable {
  /// What the part is.
  public enum Role: Sendable {
    case command, name, number, symbol, unmatched
  }

  /// Characters of the line, counted from 0.
  public var range: Range<Int>
  /// What the part is.
  public var role: Role

  /// A coloured part of a line.
  public init(_ range: Range<Int>, _ role: Role) {
    self.range = range
    self.role = role
  }
}
