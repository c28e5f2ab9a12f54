import Core
import Formulas

/// The states a learner can go back to, as the differences between neighbours: a turned knob costs
/// a few bytes, a changed digit one picture, another network its layers.
struct UndoHistory: Sendable {
  /// One change: the line that made it, and what is on its other side.
  struct Entry: Sendable {
    let line: String
    fileprivate(set) var network: NetworkDifference
    fileprivate var rest: Lab.State.Rest

    /// Puts a state on the other side of the change, and keeps the side it was on.
    fileprivate mutating func exchange(with state: inout Lab.State) {
      network.exchange(with: &state.network)
      swap(&rest, &state.rest)
    }
  }

  private(set) var past: [Entry] = []
  private(set) var future: [Entry] = []
  /// How often something was recorded, undone or redone.
  private(set) var moves = 0

  /// How many steps back there are at most.
  static let limit = 1000

  /// Remembers a change; what was undone before cannot be redone any more.
  mutating func record(_ line: String, from old: Lab.State, to new: Lab.State) {
    past.append(
      Entry(
        line: line, network: NetworkDifference(from: new.network, to: old.network), rest: old.rest))
    if past.count > Self.limit { past.removeFirst() }
    future = []
    moves += 1
  }

  /// Takes the last change back, so that it can be redone; the line that made it.
  mutating func undo(_ state: inout Lab.State) -> String? {
    move(&state, from: \.past, to: \.future)
  }

  /// Makes the change that was undone last, so that it can be undone again; the line that made it.
  mutating func redo(_ state: inout Lab.State) -> String? {
    move(&state, from: \.future, to: \.past)
  }

  private mutating func move(
    _ state: inout Lab.State, from source: WritableKeyPath<Self, [Entry]>,
    to target: WritableKeyPath<Self, [Entry]>
  ) -> String? {
    guard var entry = self[keyPath: source].popLast() else { return nil }
    entry.exchange(with: &state)
    self[keyPath: target].append(entry)
    moves += 1
    return entry.line
  }
}

extension Lab {
  /// Leaves nothing to undo: the bench is as somebody else has put it.
  package mutating func forgetChanges() { undoHistory = UndoHistory() }

  /// Takes the last change back; the line that made it, or nil if there is none.
  mutating func undo() -> String? {
    var state = self.state
    defer { self.state = state }
    return undoHistory.undo(&state)
  }

  /// Makes the change that was undone last; the line that made it, or nil if there is none.
  mutating func redo() -> String? {
    var state = self.state
    defer { self.state = state }
    return undoHistory.redo(&state)
  }

  /// All that a line can change and `undo` bring back.
  public struct State: Equatable, Sendable {
    /// All but the network.
    struct Rest: Equatable, Sendable {
      var baseline: Network
      var notes: [String: String]
      var current: CurrentDigit
      var typed: TypedInput?
      var bindings: [String: Value]
      var functions: [String: OwnFunction]
    }

    var network: Network
    var rest: Rest
  }

  /// The lab as `undo` sees it; the last value alone is no change worth undoing.
  public internal(set) var state: State {
    get {
      var own = bindings
      own[NameTable.answer] = nil
      return State(
        network: network,
        rest: State.Rest(
          baseline: baseline, notes: notes, current: current, typed: typed, bindings: own,
          functions: functions))
    }
    set {
      network = newValue.network
      baseline = newValue.rest.baseline
      notes = newValue.rest.notes
      current = newValue.rest.current
      typed = newValue.rest.typed
      functions = newValue.rest.functions
      let answer = bindings[NameTable.answer]
      bindings = newValue.rest.bindings
      bindings[NameTable.answer] = answer
    }
  }
}
