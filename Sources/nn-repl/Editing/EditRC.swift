#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The user's key bindings for every program that uses libedit.
enum EditRC {
  /// The settings in the file that `EDITRC` names, or in `~/.editrc`; none if there is none.
  static func lines() -> [String] {
    let home = TerminalProbe.environment("HOME").map { $0 + "/.editrc" }
    guard let path = TerminalProbe.environment("EDITRC") ?? home else { return [] }
    guard let descriptor = openOrdinaryFile(path, O_RDONLY) else { return [] }
    defer { close(descriptor) }
    // More than this is no list of key bindings.
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? settings(String(decoding: bytes[..<count], as: UTF8.self)) : []
  }

  /// The lines that say something: no comments, no blanks.
  static func settings(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }.map(String.init)
  }
}
