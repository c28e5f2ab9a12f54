/// A value under the hand and what it was before, to go back to.
struct Revisions<Value: Equatable & Sendable>: Equatable, Sendable {
  /// As it is.
  private(set) var now: Value
  private var past: [Value] = []
  private var future: [Value] = []

  /// How many changes can be taken back.
  private static var most: Int { 200 }

  init(_ value: Value) { now = value }

  /// Makes a change that can be taken back; what was taken back before is gone.
  mutating func change(_ body: (inout Value) -> Void) {
    past.append(now)
    if past.count > Self.most { past.removeFirst() }
    future = []
    body(&now)
  }

  /// Goes on with the change made last.
  mutating func amend(_ body: (inout Value) -> Void) { body(&now) }

  /// Takes the last change back.
  mutating func undo() { Self.move(&now, from: &past, to: &future) }

  /// Makes the change again that was taken back last.
  mutating func redo() { Self.move(&now, from: &future, to: &past) }

  private static func move(
    _ now: inout Value, from source: inout [Value], to target: inout [Value]
  ) {
    guard let other = source.popLast() else { return }
    target.append(now)
    now = other
  }
}
