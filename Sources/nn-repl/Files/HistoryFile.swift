import Lab

/// The lines typed so far, in a file of the user's that only ever grows at its end.
///
/// One entry a line, oldest first; a backslash stands before another and before the `n` of a line
/// end. Prompts that run at once share it: an entry is one write at the end of the file, and the
/// occasional compaction replaces the file under a lock. Where the path is no
/// ordinary file there is no history, rather than a prompt that waits.
struct HistoryFile {
  let path: String
  /// How many entries are kept.
  let limit: Int

  init(path: String, limit: Int = 10_000) {
    self.path = path
    self.limit = max(limit, 1)
  }

  /// The entries, oldest first, each once, at its latest position. None if there is no file.
  ///
  /// Compacts the file when most of it is duplicates or beyond the limit.
  func load() -> [String] {
    guard let bytes = try? contents() else { return [] }
    let lines = DistinctLines(bytes, limit: limit)
    if lines.total > lines.kept.count * 2 + 100 { try? compact() }
    return lines.kept.filter { $0.count <= PlainLineEditor.defaultLimit }
      .map { Self.entry(bytes[$0]) }.filter { $0.contains { !$0.isWhitespace } }
  }

  /// Adds an entry. A history that cannot be written is no reason to stop: it is simply not kept.
  func append(_ entry: String) {
    try? withFile { file, _ throws(FileError) in
      try file.write(Array((Self.line(entry) + "\n").utf8))
    }
  }

  // MARK: Lines

  static func line(_ entry: String) -> String {
    var line = ""
    for character in entry.unicodeScalars {
      switch character {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      default: line.unicodeScalars.append(character)
      }
    }
    return line
  }

  /// Others may have written to the file: what could not have been typed is left out.
  private static func entry(_ line: ArraySlice<UInt8>) -> String {
    TextWidth.typeable(unescaped(line))
  }

  private static func unescaped(_ line: ArraySlice<UInt8>) -> String {
    guard line.contains(0x5c) else { return String(decoding: line, as: UTF8.self) }
    var bytes: [UInt8] = []
    var escaped = false
    for byte in line {
      switch (escaped, byte) {
      case (false, 0x5c): escaped = true
      case (true, 0x6e):
        bytes.append(0x0a)
        escaped = false
      default:
        bytes.append(byte)
        escaped = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Files

  /// No history of ours is longer, so that of a longer file its end will do.
  private static let longestFile = 1 << 24

  private func contents() throws(FileError) -> [UInt8] {
    try Self.lines(of: OpenFile(path, O_RDONLY))
  }

  private static func lines(of file: OpenFile) throws(FileError) -> [UInt8] {
    let isCut = try file.size > longestFile
    let bytes = try file.end(limit: longestFile)
    guard isCut else { return bytes }
    return bytes.firstIndex(of: 0x0a).map { Array(bytes[($0 + 1)...]) } ?? []
  }

  /// Opens the file for adding to it, alone: another prompt that compacts it meanwhile has to wait,
  /// and if it has just replaced the file, the new one is opened instead. A lock that is held for
  /// longer than compacting takes is not one of ours, and is not waited for.
  private func withFile(
    _ body: (_ file: OpenFile, _ isLocked: Bool) throws(FileError) -> Void
  ) throws(FileError) {
    for _ in 0..<10 {
      let target = try FileReplacement(path).target
      let file = try OpenFile(target, O_RDWR | O_APPEND | O_CREAT, mode: 0o600)
      let isLocked = file.isLocked(within: .milliseconds(100))
      if file.isStill(target) { return try body(file, isLocked) }
    }
  }

  /// Replaces the file by one with only the entries that count.
  private func compact() throws(FileError) {
    try withFile { file, isLocked throws(FileError) in
      guard isLocked else { return }
      let bytes = try Self.lines(of: file)
      let kept = DistinctLines(bytes, limit: limit).kept
      try FileReplacement(path).put(kept.flatMap { bytes[$0] + [0x0a] }, newMode: 0o600)
    }
  }
}
