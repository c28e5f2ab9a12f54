/// What the place where a reply is shown can do.
public struct TerminalCapabilities: Equatable, Sendable {
  /// How many colours there are.
  public enum ColorDepth: String, Sendable, CaseIterable {
    case none = "never"
    case sixteen = "16"
    case twoHundredFiftySix = "256"
    case trueColor = "truecolor"
  }

  /// What characters stand on.
  public enum Theme: String, Sendable, CaseIterable {
    case dark, light
  }

  /// Which characters can be shown.
  public enum Characters: Sendable, CaseIterable {
    /// Letters, digits and signs of a keyboard.
    case ascii
    /// As a console without a window system has: half blocks and thin lines, but no patterns of
    /// dots, no heavy lines, no eighths of blocks.
    case blocks
    /// All that drawings use.
    case all
  }

  /// Characters across; replies keep within it.
  public var columns: Int
  /// Lines that are seen at once; nil where all of them are, or nobody knows.
  public var rows: Int?
  /// How many colours there are.
  public var colors: ColorDepth
  /// Which characters can be shown.
  public var characters: Characters
  /// What characters stand on.
  public var theme: Theme

  /// What a place can do; fewer than 40 columns count as 40.
  public init(
    columns: Int, rows: Int? = nil, colors: ColorDepth, characters: Characters,
    theme: Theme = .dark
  ) {
    self.columns = min(max(columns, 40), 1000)
    self.rows = rows
    self.colors = colors
    self.characters = characters
    self.theme = theme
  }

  /// The same where all characters can be shown, or those of ASCII alone.
  public init(
    columns: Int, rows: Int? = nil, colors: ColorDepth, unicode: Bool, theme: Theme = .dark
  ) {
    self.init(
      columns: columns, rows: rows, colors: colors, characters: unicode ? .all : .ascii,
      theme: theme)
  }

  /// Whether half blocks, Greek letters and the like can be shown.
  public var unicode: Bool { characters != .ascii }
  /// Whether patterns of dots, heavy lines and eighths of blocks can be shown as well.
  var hasFineMarks: Bool { characters == .all }

  /// A file or a pipe: 80 columns, no colour.
  public static let pipe = TerminalCapabilities(columns: 80, colors: .none, unicode: true)
}

extension TerminalCapabilities {
  /// The colours to use, by the rules that command-line programs share: the first that speaks wins.
  ///
  /// - Parameters:
  ///   - choice: what the user asked for with `--color`; nil for `auto`.
  ///   - environment: the variables of the process.
  ///   - isTerminal: whether the output is a terminal.
  public static func colors(
    choice: ColorDepth?, environment: [String: String], isTerminal: Bool
  ) -> ColorDepth {
    func value(_ name: String) -> String { environment[name] ?? "" }
    if let choice { return choice }
    if !value("NO_COLOR").isEmpty { return .none }
    let isForced = ["CLICOLOR_FORCE", "FORCE_COLOR"].contains {
      !value($0).isEmpty && value($0) != "0"
    }
    let term = value("TERM")
    if !isForced, !isTerminal || term.isEmpty || term == "dumb" || value("CLICOLOR") == "0" {
      return .none
    }
    if ["truecolor", "24bit"].contains(value("COLORTERM")) || term.hasSuffix("-direct") {
      return .trueColor
    }
    func names(_ parts: [String]) -> Bool { parts.contains { term.contains($0) } }
    if names(["kitty", "alacritty", "foot", "wezterm"]) { return .trueColor }
    if names(["256", "tmux", "screen"]) { return .twoHundredFiftySix }
    return isForced || names(["xterm", "linux", "rxvt"]) ? .sixteen : .none
  }

  /// What characters stand on, as far as the environment knows: some terminals name their colours in
  /// `COLORFGBG`, the one behind last; else dark.
  public static func theme(environment: [String: String]) -> Theme {
    let behind = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    return behind == 7 || behind.map { (9...15).contains($0) } == true ? .light : .dark
  }

  /// Whether the locale's character set is UTF-8: the first variable that is set decides.
  public static func unicode(environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let name = (locale ?? "").lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// The characters that can be shown: the locale's, and on a console what its font has of them.
  public static func characters(environment: [String: String]) -> Characters {
    guard unicode(environment: environment) else { return .ascii }
    return environment["TERM"] == "linux" ? .blocks : .all
  }
}
