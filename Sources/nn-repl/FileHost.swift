import Explainer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The real world: the files of the machine, the lines of this run.
final class FileHost: Host {
  let dataFolder: String?
  private let lines: () -> [String]
  /// Whoever watches a training.
  var audience: any TrainingAudience = NoAudience()
  private let progress: ProgressStore?

  /// - Parameters:
  ///   - dataFolder: where MNIST's files are, if the user said so.
  ///   - history: lines typed before.
  ///   - progress: where progress is kept, if there is a place for it.
  init(
    dataFolder: String?, history: @escaping () -> [String], progress: ProgressStore? = nil
  ) {
    self.dataFolder = dataFolder
    lines = history
    self.progress = progress
  }

  var history: [String] { lines() }

  var isInterrupted: Bool { InterruptFlag().isRaised }

  func carryOut(_ training: inout TrainingRun) { audience.attend(&training) }

  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let file = try OpenFile(path, O_RDONLY)
    let size = try file.sizeOfRegularFile()
    guard size <= limit else { throw .tooLarge(path, limit: limit) }
    return try file.readAll(expecting: size, limit: limit)
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    // A new file beside the old one takes its place only when it is whole and on the disk.
    let draft = Self.draft(of: path)
    for _ in 0..<100 {
      let file = try OpenFile(draft, O_WRONLY | O_CREAT | O_NOFOLLOW, naming: path)
      // Whoever else writes the same has taken that draft, or taken it away, meanwhile.
      guard try file.lock(as: draft) else { continue }
      do throws(FileProblem) {
        try file.replaceAll(with: bytes)
        guard rename(draft, path) == 0 else { throw FileProblem(errno, path) }
        return
      } catch {
        unlink(draft)
        throw error
      }
    }
    throw .failed(path, reason: "others keep writing it")
  }

  /// Where a file is written until it is whole: hidden beside it, and always the same, so that what
  /// a crash leaves there is used up by the next try.
  static func draft(of path: String) -> String {
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return path[..<name] + ".\(path[name...]).nn-repl-part"
  }

  func loadProgress() throws(FileProblem) -> [UInt8]? { try progress?.load() }

  func saveProgress(_ update: ([UInt8]?) -> ProgressUpdate) throws(FileProblem) {
    try progress?.save(update)
  }

  func names(inFolder path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(isFolder ? name + "/" : name) }
    }
    return names
  }
}

/// An open file, closed when it is let go.
final class OpenFile {
  private let descriptor: Int32
  private let path: String

  /// - Parameter name: what to call the file in messages, if not by its path.
  init(_ path: String, _ flags: Int32, naming name: String? = nil) throws(FileProblem) {
    self.path = name ?? path
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK, 0o666)
    guard descriptor >= 0 else { throw FileProblem(errno, self.path) }
  }

  deinit { close(descriptor) }

  func sizeOfRegularFile() throws(FileProblem) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem(errno, path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return Int(status.st_size)
    case S_IFDIR: throw .isFolder(path)
    default: throw .failed(path, reason: "not an ordinary file")
    }
  }

  func readAll(expecting size: Int, limit: Int) throws(FileProblem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress.map { $0 + filled }, size - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(errno, path) }
      if count == 0 { break }
      filled += count
    }
    return filled == size ? bytes : Array(bytes[..<filled])
  }

  /// Waits until nobody else has the file locked.
  ///
  /// - Returns: Whether it is still the file of that name.
  func lock(as name: String) throws(FileProblem) -> Bool {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FileProblem(errno, path) }
    }
    var opened = stat()
    var named = stat()
    return fstat(descriptor, &opened) == 0 && lstat(name, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// Writes other bytes in place of all there are.
  func replaceAll(with bytes: [UInt8]) throws(FileProblem) {
    guard ftruncate(descriptor, 0) == 0 else { throw FileProblem(errno, path) }
    try writeAll(bytes)
  }

  func writeAll(_ bytes: [UInt8]) throws(FileProblem) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileProblem(errno, path) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw FileProblem(errno, path) }
  }
}

extension FileProblem {
  /// What an error number of the system means for a file.
  init(_ code: Int32, _ path: String) {
    switch code {
    case ENOENT, ENOTDIR: self = .notFound(path)
    case EISDIR: self = .isFolder(path)
    case EACCES, EPERM, EROFS: self = .notAllowed(path)
    default: self = .failed(path, reason: String(cString: strerror(code)))
    }
  }
}
