import Explainer
import Lab

/// A file that replaces another, or is new, as a whole: whatever happens, there is either the old one
/// or the new one.
///
/// Links stay, and what they lead to is replaced. Only ordinary files are replaced, and the new one
/// may be read and written by the same people as the old.
struct FileReplacement {
  /// What the learner calls it.
  private let name: String
  /// Where the links lead to.
  let target: String
  private let old: stat?

  /// Looks at what is there.
  init(_ path: String, naming name: String? = nil) throws(FileError) {
    self.name = name ?? path
    target = try Self.followingLinks(path, naming: self.name)
    var status = stat()
    if lstat(target, &status) == 0 {
      try FileError.checkOrdinary(status, self.name)
      old = status
    } else if errno == ENOENT {
      old = nil
    } else {
      throw FileError(errno, self.name)
    }
  }

  /// Bytes of the file that is there; nil where none is.
  var replacedSize: Int? { old.map { Int($0.st_size) } }

  /// Writes the new file and renames it to the target.
  ///
  /// - Parameter newMode: the permissions of a file that was not there before, further limited by the umask.
  func put(_ bytes: [UInt8], newMode: mode_t = 0o666) throws(FileError) {
    try checkAllowed()
    let draft = Self.draft(of: target)
    // Where something has the draft's name already, errors name the draft; else they name the file.
    var status = stat()
    let draftName = lstat(draft, &status) == 0 ? draft : name
    for _ in 0..<100 {
      let mode = old.map { $0.st_mode & 0o700 } ?? newMode
      let file: OpenFile
      do throws(FileError) {
        file = try OpenFile(
          draft, O_WRONLY | O_CREAT | O_NOFOLLOW, naming: draftName, mode: mode)
      } catch {
        throw error.ofNewFile(in: Self.folder(of: target))
      }
      try file.lock()
      // Another process that writes the same file has renamed or deleted that draft meanwhile.
      guard file.isStill(draft) else { continue }
      do throws(FileError) {
        if let old { try file.adopt(old) }
        try file.replaceAll(with: bytes)
        guard rename(draft, target) == 0 else { throw FileError(errno, name) }
        return
      } catch {
        unlink(draft)
        throw error
      }
    }
    throw .failed(name, reason: "others keep writing it")
  }

  /// A file that may not be written stays, though its folder would let it be replaced.
  private func checkAllowed() throws(FileError) {
    guard old != nil, faccessat(AT_FDCWD, target, W_OK, AT_EACCESS) != 0 else { return }
    throw FileError(errno, name)
  }

  /// Where a file is written until it is whole: hidden beside it, and always the same, so that what
  /// a crash leaves there is used up by the next try.
  static func draft(of path: String) -> String {
    let name = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    // A name has 255 bytes at most.
    var start = path[name...]
    while start.utf8.count > 230 { start.removeLast() }
    return path[..<name] + ".\(start).nn-repl-part"
  }

  /// The folder a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Where the links at the end of a path lead to, though nothing may be there yet.
  private static func followingLinks(
    _ path: String, naming name: String
  ) throws(FileError) -> String {
    guard path.hasSuffix("/") == false else {
      var status = stat()
      guard stat(path, &status) == 0 else { throw .noFolder(path) }
      throw .isFolder(name)
    }
    var target = path
    // As many as the system follows.
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(target, &buffer, buffer.count)
      guard count > 0 else { return target }
      let link = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let isAbsolute = link.hasPrefix("/") || !target.contains("/")
      target = isAbsolute ? link : folder(of: target) + "/" + link
    }
    throw .linksInCircle(name)
  }
}

extension FileError {
  /// What a failure to make a file says about the folder it was to be in.
  func ofNewFile(in folder: String) -> FileError {
    switch self {
    case .notFound: .noFolder(folder)
    case .notAllowed: .folderNotAllowed(folder)
    case .isFolder, .tooLarge, .special, .throughFile, .noFolder, .notAFolder, .folderNotAllowed,
      .readOnly, .diskFull, .nameTooLong, .linksInCircle, .tooManyOpen, .failed:
      self
    }
  }
}
