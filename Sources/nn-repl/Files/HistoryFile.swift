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
/// occasional tidying up swaps the file under a lock. Where something else has the file's place there
/// is no history, rather than a prompt that waits.
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
    return lines.kept.filter { $0.count <= PlainLineEditor.defaultLimit }
      .map { Self.entry(bytes[$0]) }.filter { $0.contains { !$0.isWhitespace } }
  }

  /// Adds an entry. A history that cannot be written is no reason to stop: it is simply not kept.
  func append(_ entry: String) {
    withFile { descriptor, _ in
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

  private func contents() -> [UInt8]? {
    guard let descriptor = openOrdinaryFile(path, O_RDONLY) else { return nil }
    defer { close(descriptor) }
    return Self.readAll(descriptor)
  }

  private static func readAll(_ descriptor: CInt) -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    let start = max(size - longestFile, 0)
    guard lseek(descriptor, off_t(start), SEEK_SET) >= 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: size - start) { buffer, count in
      while count < buffer.count, let base = buffer.baseAddress {
        let got = read(descriptor, base + count, buffer.count - count)
        if got <= 0 { break }
        count += got
      }
    }
    guard start > 0 else { return bytes }
    return bytes.firstIndex(of: 0x0a).map { Array(bytes[($0 + 1)...]) } ?? []
  }

  /// Opens the file for adding to it, alone: another prompt that tidies up meanwhile has to wait,
  /// and if it has just put a new file in place, that one is opened instead. Whoever keeps the lock
  /// for longer than tidying takes is not one of ours, and is not waited for.
  private func withFile(_ body: (_ descriptor: CInt, _ isLocked: Bool) -> Void) {
    for _ in 0..<10 {
      guard let descriptor = openOrdinaryFile(path, O_RDWR | O_APPEND | O_CREAT) else { return }
      defer { close(descriptor) }
      let isLocked = Self.lock(descriptor)
      var opened = stat()
      var named = stat()
      if fstat(descriptor, &opened) == 0, stat(path, &named) == 0, opened.st_ino == named.st_ino {
        return body(descriptor, isLocked)
      }
    }
  }

  private static func lock(_ descriptor: CInt) -> Bool {
    for _ in 0..<20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      usleep(5000)
    }
    return false
  }

  /// Writes the entries that count to a new file and puts it in the old one's place.
  private func compact() {
    withFile { descriptor, isLocked in
      guard isLocked, let bytes = Self.readAll(descriptor) else { return }
      let kept = DistinctLines(bytes, limit: limit).kept
      let tidied = kept.flatMap { bytes[$0] + [0x0a] }
      let place = Self.resolved(path)
      let new = place + ".new"
      guard let replacement = openOrdinaryFile(new, O_WRONLY | O_CREAT | O_TRUNC) else { return }
      let isWhole = writeAll(tidied, to: replacement)
      close(replacement)
      if isWhole { rename(new, place) } else { unlink(new) }
    }
  }

  /// Where the file is: a link to it stays one.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
