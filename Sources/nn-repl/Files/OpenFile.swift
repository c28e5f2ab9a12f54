import Explainer
import Lab

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file, closed when it is let go.
final class OpenFile {
  private let descriptor: Int32
  private let path: String

  /// - Parameters:
  ///   - name: what to call the file in messages, if not by its path.
  ///   - mode: who may do what with it, if it is made.
  init(
    _ path: String, _ flags: Int32, naming name: String? = nil, mode: mode_t = 0o666
  ) throws(FileError) {
    self.path = name ?? path
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode)
    guard descriptor >= 0 else { throw FileError(errno, self.path) }
  }

  deinit { close(descriptor) }

  /// All that an ordinary file holds. Nothing else is so much as opened: for some devices that
  /// alone does something.
  static func contents(
    of path: String, limit: Int, naming name: String? = nil
  ) throws(FileError) -> [UInt8] {
    let name = name ?? path
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError(errno, name) }
    try FileError.checkOrdinary(status, name)
    let file = try OpenFile(path, O_RDONLY, naming: name)
    return try file.readAll(limit: limit)
  }

  private func readAll(limit: Int) throws(FileError) -> [UInt8] {
    let status = try status()
    try FileError.checkOrdinary(status, path)
    guard status.st_size <= limit else { throw .tooLarge(path, limit: limit) }
    // The system's own files say that they are empty, and others may be growing.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    while true {
      let piece = try read(upTo: max(Int(status.st_size) + 1 - bytes.count, 4096))
      if piece.isEmpty { return bytes }
      guard bytes.count + piece.count <= limit else { throw .tooLarge(path, limit: limit) }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
    }
  }

  /// Some of the bytes that follow; none at the end.
  private func read(upTo most: Int) throws(FileError) -> [UInt8] {
    var code: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: most) { space, filled in
      while true {
        let count = Glibc.read(descriptor, space.baseAddress, most)
        filled = max(count, 0)
        if count >= 0 { return }
        code = errno
        if code != EINTR { return }
      }
    }
    guard code == 0 || code == EINTR else { throw FileError(code, path) }
    return piece
  }

  func status() throws(FileError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(errno, path) }
    return status
  }

  /// Waits until nobody else has the file locked. Writing takes no more than a moment, so that whoever
  /// keeps the lock for longer is not waited for.
  func lock(patience: Duration = .seconds(10)) throws(FileError) {
    let start = ContinuousClock.now
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw FileError(errno, path) }
      guard ContinuousClock.now - start < patience else {
        throw .failed(path, reason: "another program has it locked")
      }
      usleep(2_000)
    }
  }

  /// Whether it is still the file of that name.
  func isStill(_ name: String) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(descriptor, &opened) == 0 && lstat(name, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// Gives it the owner and the mode of another file. The owner is kept only as far as we may.
  func adopt(_ other: stat) throws(FileError) {
    let own = try status()
    if own.st_uid != other.st_uid || own.st_gid != other.st_gid,
      fchown(descriptor, other.st_uid, other.st_gid) != 0
    {
      _ = fchown(descriptor, uid_t.max, other.st_gid)
    }
    // A file that changes hands may not go on lending its owner's rights.
    let isSameOwner = try status().st_uid == other.st_uid
    guard fchmod(descriptor, other.st_mode & (isSameOwner ? 0o7777 : 0o777)) == 0 else {
      throw FileError(errno, path)
    }
  }

  /// Writes other bytes in place of all there are, down to the disk.
  func replaceAll(with bytes: [UInt8]) throws(FileError) {
    guard ftruncate(descriptor, 0) == 0 else { throw FileError(errno, path) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileError(errno, path) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw FileError(errno, path) }
  }
}

extension FileError {
  /// What an error number of the system means for a file.
  init(_ code: Int32, _ path: String) {
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
    default: self = .failed(path, reason: String(cString: strerror(code)))
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
