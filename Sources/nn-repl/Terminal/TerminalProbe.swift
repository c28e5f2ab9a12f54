import Presentation

/// How many cells a window has.
struct WindowSize: Equatable, Sendable {
  var columns: Int
  var rows: Int
}

/// What can be asked of the terminal and the environment. Facts only: what follows from them is
/// decided elsewhere.
enum TerminalProbe {
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) != 0 }
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) != 0 }

  /// Whether lines can be edited: a person at both ends, and a terminal that can move its cursor.
  static var canEditLines: Bool { inputIsTerminal && outputIsTerminal && canMoveCursor }

  /// Whether the terminal says that it can do more than print.
  static var canMoveCursor: Bool {
    let type = environment("TERM") ?? ""
    return !type.isEmpty && type != "dumb"
  }

  /// The window's size; 80 by 24 where it is unknown.
  static var windowSize: WindowSize {
    let size = winsize(of: STDOUT_FILENO) ?? winsize()
    return WindowSize(
      columns: size.ws_col > 0 ? Int(size.ws_col) : 80,
      rows: size.ws_row > 0 ? Int(size.ws_row) : 24)
  }

  /// How many pixels a character takes; nil where the terminal's driver does not know.
  static var cellSize: CellSize? {
    guard let size = winsize(of: STDOUT_FILENO), size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return CellSize(
      width: Int(size.ws_xpixel / size.ws_col), height: Int(size.ws_ypixel / size.ws_row))
  }

  /// Whether the terminal is one within another, whose pictures it does not know.
  static var isWithinTerminal: Bool {
    let type = environment("TERM") ?? ""
    return ["TMUX", "STY"].contains { environment($0)?.isEmpty == false }
      || ["tmux", "screen"].contains { type.hasPrefix($0) }
  }

  /// Whether there may be a mouse that tells what it does: not on a console, nor on what is as old.
  static var mayHaveMouse: Bool {
    let type = environment("TERM") ?? ""
    return !["linux", "vt", "ansi", "cons"].contains { type.hasPrefix($0) }
  }

  /// Whether the terminal joins and splits wrapped lines when its width changes. There is no way
  /// to ask, so this goes by those known to do it.
  static var reflowsOnResize: Bool {
    let names = ["TMUX", "VTE_VERSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID"]
    let type = environment("TERM") ?? ""
    return names.contains { environment($0)?.isEmpty == false }
      || ["tmux", "foot", "alacritty", "xterm-kitty"].contains { type.hasPrefix($0) }
      || environment("TERM_PROGRAM") == "iTerm.app"
  }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
