import Core

/// The states a learner can go back to. States share all that did not change between them: a
/// changed knob costs one layer's weights, a changed digit one picture.
struct UndoHistory: Sendable {
  /// What `undo` brings back, and the line that changed it.
  struct Entry: Sendable {
    var state: Session.State
    var line: String
  }

  private(set) var past: [Entry] = []
  private(set) var future: [Entry] = []

  /// How many steps back there are at most.
  static let limit = 1000

  /// Remembers the state before a line; what was undone before cannot be redone any more.
  mutating func record(_ state: Session.State, before line: String) {
    past.append(Entry(state: state, line: line))
    if past.count > Self.limit { past.removeFirst() }
    future = []
  }

  /// The state before the last change; `now` can be redone.
  mutating func undo(from now: Session.State) -> Entry? {
    guard let entry = past.popLast() else { return nil }
    future.append(Entry(state: now, line: entry.line))
    return entry
  }

  /// The state that was undone last; `now` can be undone again.
  mutating func redo(from now: Session.State) -> Entry? {
    guard let entry = future.popLast() else { return nil }
    past.append(Entry(state: now, line: entry.line))
    return entry
  }
}

extension Session {
  /// All that a line can change and `undo` bring back.
  struct State: Equatable, Sendable {
    var network: Network
    var baseline: Network
    var notes: [String: String]
    var current: CurrentDigit
    var typed: TypedInput?
    var bindings: [String: Value]
  }

  /// The session as `undo` sees it; the last value alone is no change worth undoing.
  var state: State {
    get {
      var own = bindings
      own[NameTable.answer] = nil
      return State(
        network: network, baseline: baseline, notes: notes, current: current, typed: typed,
        bindings: own)
    }
    set {
      network = newValue.network
      baseline = newValue.baseline
      notes = newValue.notes
      current = newValue.current
      typed = newValue.typed
      let answer = bindings[NameTable.answer]
      bindings = newValue.bindings
      bindings[NameTable.answer] = answer
    }
  }
}
