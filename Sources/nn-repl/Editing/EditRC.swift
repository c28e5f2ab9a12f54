/// The user's key bindings for every program that uses libedit.
enum EditRC {
  /// The settings in the file that `EDITRC` names, or in `~/.editrc`; none if there is none.
  static func lines() -> [String] {
    let home = TerminalProbe.environment("HOME").map { $0 + "/.editrc" }
    guard let path = TerminalProbe.environment("EDITRC") ?? home else { return [] }
    // More than this is no list of key bindings.
    let bytes = try? OpenFile.contents(of: path, limit: 1 << 16)
    return bytes.map { settings(String(decoding: $0, as: UTF8.self)) } ?? []
  }

  /// The lines that say something: no comments, no blanks.
  static func settings(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }.map(String.init)
  }
}
