#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines typed so far, in a file of the user's that only ever grows at its end.
///
/// One entry a line, oldest first; a backslash stands before another and before the `n` of a line
/// end. Prompts that run at once share it: an entry is one write at the end of the file, and the
/// occasional tidying up swaps the file under a lock.
struct HistoryFile {
  let path: String
  /// How many entries are kept.
  let limit: Int

  init(path: String, limit: Int = 10_000) {
    self.path = path
    self.limit = max(limit, 1)
  }

  /// The entries, oldest first, each once, at its latest place. None if there is no file.
  ///
  /// Tidies the file up when much of it is of no use any more.
  func load() -> [String] {
    guard let bytes = contents() else { return [] }
    let lines = DistinctLines(bytes, limit: limit)
    if lines.total > lines.kept.count * 2 + 100 { compact() }
    return lines.kept.map { Self.entry(bytes[$0]) }
  }

  /// Adds an entry. A history that cannot be written is no reason to stop: it is simply not kept.
  func append(_ entry: String) {
    withLockedFile { descriptor in
      writeAll(Array((Self.line(entry) + "\n").utf8), to: descriptor)
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

  private static func entry(_ line: ArraySlice<UInt8>) -> String {
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

  /// The whole file, unless it is of a size that no history has.
  private func contents() -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return Self.readAll(descriptor)
  }

  private static func readAll(_ descriptor: CInt) -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size < 1 << 26 else { return nil }
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count, let base = buffer.baseAddress {
        let got = read(descriptor, base + count, buffer.count - count)
        if got <= 0 { break }
        count += got
      }
    }
  }

  /// Opens the file for adding to it, alone: another prompt that tidies up meanwhile has to wait,
  /// and if it has just put a new file in place, that one is opened instead.
  private func withLockedFile(_ body: (CInt) -> Void) {
    for _ in 0..<10 {
      let descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX) == 0 else { return }
      var opened = stat()
      var named = stat()
      if fstat(descriptor, &opened) == 0, stat(path, &named) == 0, opened.st_ino == named.st_ino {
        return body(descriptor)
      }
    }
  }

  /// Writes the entries that count to a new file and puts it in the old one's place.
  private func compact() {
    withLockedFile { descriptor in
      guard let bytes = Self.readAll(descriptor) else { return }
      let kept = DistinctLines(bytes, limit: limit).kept
      let tidied = kept.flatMap { bytes[$0] + [0x0a] }
      let new = path + ".new"
      let replacement = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      guard replacement >= 0 else { return }
      let isWhole = writeAll(tidied, to: replacement)
      close(replacement)
      if isWhole { rename(new, path) } else { unlink(new) }
    }
  }
}
