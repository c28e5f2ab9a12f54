/// Every mode of the terminal that this program, or libedit under it, ever switches.
///
/// There is no other place that knows how to switch one, so that what undoes them all is complete.
enum TerminalMode: CaseIterable, Sendable {
  /// What is drawn is held back until a frame is whole.
  case heldOutput
  /// A line too long for the window is cut, not wrapped.
  case cutLines
  case hiddenCursor
  /// Reports of clicks, drags and the wheel.
  case mouse
  /// Those reports in numbers, for windows of any size.
  case mouseInNumbers
  /// Pasted text comes between marks.
  case markedPastes
  /// What is drawn moves the rest of its row aside: libedit's way to insert in some terminals.
  case insertion
  /// A screen apart; what was there before comes back afterwards.
  case alternateScreen

  /// What switches it on.
  var on: String {
    switch self {
    case .heldOutput: "\u{1b}[?2026h"
    case .cutLines: "\u{1b}[?7l"
    case .hiddenCursor: "\u{1b}[?25l"
    case .mouse: "\u{1b}[?1002h"
    case .mouseInNumbers: "\u{1b}[?1006h"
    case .markedPastes: "\u{1b}[?2004h"
    case .insertion: "\u{1b}[4h"
    case .alternateScreen: "\u{1b}[?1049h"
    }
  }

  /// What switches it off.
  var off: String {
    switch self {
    case .heldOutput: "\u{1b}[?2026l"
    case .cutLines: "\u{1b}[?7h"
    case .hiddenCursor: "\u{1b}[?25h"
    case .mouse: "\u{1b}[?1002l"
    case .mouseInNumbers: "\u{1b}[?1006l"
    case .markedPastes: "\u{1b}[?2004l"
    case .insertion: "\u{1b}[4l"
    // Erased before it is left, for terminals that have only the one screen.
    case .alternateScreen: "\u{1b}[H\u{1b}[2J\u{1b}[?1049l"
    }
  }

  /// An empty screen, with the cursor at its top.
  static let clearedScreen = "\u{1b}[H\u{1b}[2J"

  /// What puts a terminal right that may be in any of the modes: colours and all modes off. The
  /// alternate screen is left only by who is on it, as leaving it moves the cursor.
  static func reset(leavingAlternateScreen: Bool = false) -> String {
    let modes = allCases.filter { $0 != .alternateScreen || leavingAlternateScreen }
    return "\u{1b}[0m" + modes.map(\.off).joined()
  }
}
