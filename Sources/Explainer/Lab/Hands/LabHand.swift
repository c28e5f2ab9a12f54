import Core
import Presentation

/// Something on the bench that the learner's hand works on, on a screen of its own.
package protocol LabHand: HandContent {
  /// The command that a line has for it, whatever words were typed.
  var command: CommandDeclaration { get }
  /// That line.
  var line: String { get }
  /// Puts on the bench what the work has come to, and says what that is.
  func keep(on lab: inout Lab) throws(LabError) -> Reply
}

/// What brings a screen under the hand up, and what does the same where there is none.
public enum HandKind: Equatable, Sendable {
  case draw, move
  /// Of a knob, as it is typed.
  case turn(String)
  /// With the digit that the network is to get wrong.
  case challenge(Int)
}

extension KeyBinding {
  /// The keys that end the work of a hand, the same on each screen.
  static func ends(keep: Action, leave: Action) -> [KeyBinding] {
    [
      KeyBinding(.enter, action: keep, label: "keep it", shortLabel: "keep"),
      KeyBinding(.escape, action: leave, label: "leave all as it was", shortLabel: "leave"),
      // Known from other screens: one word for it is enough.
      KeyBinding(.character("q"), .control("c"), .control("d"), action: leave, label: nil),
    ]
  }
}

extension LabHand {
  /// The reply that brings the screen up.
  var reply: Reply { Reply(next: .hand(HandScreen(self))) }
}

extension HandScreen {
  /// A command that keeps what the screen was left with, and the line to give it with; nil for what is
  /// none of the bench's.
  package var keeping: (command: LabCommand, line: String)? {
    guard let hand = content as? any LabHand else { return nil }
    let command = LabCommand(hand.command) { lab, _, _ throws(LabError) in
      try hand.keep(on: &lab)
    }
    return (command, hand.line)
  }
}
