import Lab

/// An open ordinary file, closed when the last reference to it is gone.
final class OpenFile {
  private let descriptor: Descriptor
  private let path: String

  /// Opens an ordinary file. Nothing else is even opened: for some devices that alone has an effect, and a pipe would make us wait.
  ///
  /// - Parameters:
  ///   - name: What to call the file in messages, if not by its path.
  ///   - mode: Who may do what with it, if it is made.
  init(
    _ path: String, _ flags: CInt, naming name: String? = nil, mode: mode_t = 0o666
  ) throws(FileError) {
    let name = name ?? path
    var status = stat()
    if stat(path, &status) == 0 { try FileError.checkOrdinary(status, name) }
    // O_NONBLOCK for a pipe that has taken its place since: opening it would wait for a writer.
    let number = open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode)
    guard number >= 0 else { throw FileError(errno, name) }
    descriptor = Descriptor(number: number)
    self.path = name
    try FileError.checkOrdinary(try self.status(), name)
  }

  deinit { close(descriptor.number) }

  // MARK: Reading

  /// All that a file holds.
  static func contents(
    of path: String, limit: Int, naming name: String? = nil
  ) throws(FileError) -> [UInt8] {
    let file = try OpenFile(path, O_RDONLY, naming: name)
    let size = try file.size
    guard size <= limit else { throw .tooLarge(file.path, limit: limit) }
    // The system's own files say that they are empty, and others may be growing.
    let bytes = try file.bytes(upTo: limit + 1, expecting: size + 1)
    guard bytes.count <= limit else { throw .tooLarge(file.path, limit: limit) }
    return bytes
  }

  /// The last bytes of the file, so many of them at most.
  func end(limit: Int) throws(FileError) -> [UInt8] {
    let size = try size
    let start = max(size - limit, 0)
    guard lseek(descriptor.number, off_t(start), SEEK_SET) >= 0 else {
      throw FileError(errno, path)
    }
    return try bytes(upTo: size - start, expecting: size - start)
  }

  /// How many bytes it says that it has.
  var size: Int { get throws(FileError) { Int(try status().st_size) } }

  private func bytes(upTo limit: Int, expecting size: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let most = min(max(size - bytes.count, 4096), limit - bytes.count)
      let piece = try explained { () throws(SystemError) in try descriptor.read(upTo: most) }
      if piece.isEmpty { break }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
    return bytes
  }

  private func explained<Result>(
    _ call: () throws(SystemError) -> Result
  ) throws(FileError) -> Result {
    do throws(SystemError) { return try call() } catch { throw FileError(error.code, path) }
  }

  func status() throws(FileError) -> stat {
    var status = stat()
    guard fstat(descriptor.number, &status) == 0 else { throw FileError(errno, path) }
    return status
  }

  // MARK: Sharing

  /// Waits until nobody else has the file locked. Writing takes no more than a moment, so a lock that is
  /// held for longer is not waited for.
  func lock(patience: Duration = .seconds(10)) throws(FileError) {
    let start = ContinuousClock.now
    while flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw FileError(errno, path) }
      guard ContinuousClock.now - start < patience else {
        throw .failed(path, reason: "another program has it locked")
      }
      usleep(2_000)
    }
  }

  /// Whether nobody else has it locked for longer than that.
  func isLocked(within patience: Duration) -> Bool {
    do throws(FileError) { try lock(patience: patience) } catch { return false }
    return true
  }

  /// Whether it is still the file of that name.
  func isStill(_ name: String) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(descriptor.number, &opened) == 0 && lstat(name, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// Gives it the owner and the mode of another file. The owner is kept only as far as we may.
  func adopt(_ other: stat) throws(FileError) {
    let own = try status()
    if own.st_uid != other.st_uid || own.st_gid != other.st_gid,
      fchown(descriptor.number, other.st_uid, other.st_gid) != 0
    {
      _ = fchown(descriptor.number, uid_t.max, other.st_gid)
    }
    // A file with another owner must not keep its set-user-ID bit.
    let isSameOwner = try status().st_uid == other.st_uid
    guard fchmod(descriptor.number, other.st_mode & (isSameOwner ? 0o7777 : 0o777)) == 0 else {
      throw FileError(errno, path)
    }
  }

  // MARK: Writing

  /// Writes all the bytes.
  func write(_ bytes: [UInt8]) throws(FileError) {
    try explained { () throws(SystemError) in try descriptor.writeAll(bytes) }
  }

  /// Writes other bytes in place of all there are, down to the disk.
  func replaceAll(with bytes: [UInt8]) throws(FileError) {
    guard ftruncate(descriptor.number, 0) == 0 else { throw FileError(errno, path) }
    try write(bytes)
    guard fsync(descriptor.number) == 0 else { throw FileError(errno, path) }
  }
}

extension FileError {
  /// What an error number of the system means for a file.
  init(_ code: CInt, _ path: String) {
    switch code {
    case ENOENT: self = .notFound(path)
    case ENOTDIR: self = .throughFile(path)
    case EISDIR: self = .isFolder(path)
    case EACCES, EPERM: self = .notAllowed(path)
    case EROFS: self = .readOnly(path)
    case ENOSPC, EDQUOT: self = .diskFull(path)
    case ENAMETOOLONG: self = .nameTooLong(path)
    case ELOOP: self = .linksInCircle(path)
    case EMFILE, ENFILE: self = .tooManyOpen(path)
    case ENXIO: self = .special(path, .other)
    default: self = .failed(path, reason: SystemError(code: code).text)
    }
  }

  /// Makes sure that something is an ordinary file.
  static func checkOrdinary(_ status: stat, _ path: String) throws(FileError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw .isFolder(path)
    case S_IFIFO: throw .special(path, .pipe)
    case S_IFCHR, S_IFBLK: throw .special(path, .device)
    case S_IFSOCK: throw .special(path, .socket)
    default: throw .special(path, .other)
    }
  }
}
