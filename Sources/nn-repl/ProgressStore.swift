import Explainer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file of the learner's progress. Prompts that run at once take turns, and a crash leaves
/// either the old file or the new one, never a half of it.
struct ProgressStore: Sendable {
  let path: String
  /// Makes the folder, which need not be there the first time.
  var makeFolder: @Sendable () -> Void = {}

  /// More than any course; a larger file is not progress.
  private static let limit = 1 << 24

  /// What is kept; nil if nothing is yet.
  func load() throws(FileProblem) -> [UInt8]? {
    do throws(FileProblem) {
      let file = try OpenFile(path, O_RDONLY)
      let size = try file.sizeOfRegularFile()
      guard size <= Self.limit else { throw FileProblem.tooLarge(path, limit: Self.limit) }
      return try file.readAll(expecting: size, limit: Self.limit)
    } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  /// Replaces what is kept, alone.
  func save(_ update: ([UInt8]?) -> ProgressUpdate) throws(FileProblem) {
    makeFolder()
    let lock = open("\(path).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw FileProblem(errno, path) }
    // Closing the file gives the lock back.
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FileProblem(errno, path) }
    }
    let current = try load()
    let new = update(current)
    if new.setsAside { try setAside() }
    guard new.bytes != current else { return }
    try replace(with: new.bytes)
  }

  private func replace(with bytes: [UInt8]) throws(FileProblem) {
    let draft = "\(path).part"
    do throws(FileProblem) {
      // Only the holder of the lock writes here, so that what is there is left from a crash.
      let file = try OpenFile(draft, O_WRONLY | O_CREAT | O_TRUNC, naming: path)
      try file.writeAll(bytes)
      guard rename(draft, path) == 0 else { throw FileProblem(errno, path) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Keeps a file that is of no use here under another name, without taking anything's place.
  private func setAside() throws(FileProblem) {
    for number in 1...1000 {
      let name = number == 1 ? "\(path).aside" : "\(path).aside\(number)"
      // A link fails where a name is taken; a renaming would replace what is there.
      if link(path, name) == 0 {
        unlink(path)
        return
      }
      guard errno == EEXIST else { throw FileProblem(errno, path) }
    }
    throw .failed(path, reason: "too many files were set aside")
  }
}
