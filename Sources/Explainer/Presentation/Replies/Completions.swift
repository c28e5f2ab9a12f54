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
