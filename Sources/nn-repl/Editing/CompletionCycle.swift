import Explainer
import Presentation

/// Where Tab has come to among several candidates.
struct CompletionCycle {
  let candidates: [Completions.Candidate]
  /// What was typed where they stand.
  let typed: String
  /// Which one stands there now; nil for what was typed.
  var chosen: Int?
  /// The line with it. Once the line is another one, Tab starts over.
  var line: EditLine.Buffer

  init(candidates: [Completions.Candidate], typed: String, line: EditLine.Buffer) {
    (self.candidates, self.typed, self.line) = (candidates, typed, line)
  }

  /// What stands there now.
  var text: String { chosen.map { candidates[$0].text.withoutControls } ?? typed }

  /// The one that follows, or comes before; after the last comes what was typed.
  func next(back: Bool) -> Int? {
    guard let chosen else { return back ? candidates.count - 1 : 0 }
    let next = chosen + (back ? -1 : 1)
    return candidates.indices.contains(next) ? next : nil
  }
}
