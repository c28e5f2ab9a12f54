import Course
import Explainer
import Lab

/// The file of the learner's progress. Prompts that run at once take turns, and a crash leaves
/// either the old file or the new one, never a half of it.
struct ProgressStore: Sendable {
  let path: String
  /// Makes the folder, which need not be there the first time.
  var makeFolder: @Sendable () throws(FileError) -> Void = {}

  /// Larger than the progress of any course.
  static let limit = 1 << 18

  /// What is kept; nil if nothing is yet.
  func load() throws(FileError) -> [UInt8]? {
    do throws(FileError) {
      return try OpenFile.contents(of: path, limit: Self.limit)
    } catch {
      // Without a folder nothing is there yet, either; what is in its way is told when it is made.
      switch error {
      case .notFound, .throughFile: return nil
      case .isFolder, .notAllowed, .tooLarge, .special, .noFolder, .notAFolder, .folderNotAllowed,
        .readOnly, .diskFull, .nameTooLong, .linksInCircle, .tooManyOpen, .failed:
        throw error
      }
    }
  }

  /// Replaces what is kept, alone.
  func save(_ update: ([UInt8]?) -> ProgressUpdate) throws(FileError) {
    try makeFolder()
    // Closing the file gives the lock back.
    let lock = try lockFile()
    try lock.lock()
    let current = try load()
    let new = update(current)
    guard new.setsAside || new.bytes != current else { return }
    guard new.bytes.count <= Self.limit else { throw .tooLarge(path, limit: Self.limit) }
    if new.setsAside { try setAside() }
    try FileReplacement(path).put(new.bytes, newMode: 0o600)
  }

  private func lockFile() throws(FileError) -> OpenFile {
    let name = "\(path).lock"
    do throws(FileError) { return try OpenFile(name, O_RDWR | O_CREAT, mode: 0o600) } catch {
      guard access(name, F_OK) != 0 else { throw error }
      throw error.ofNewFile(in: FileReplacement.folder(of: path))
    }
  }

  /// Renames a file that can't be used, without replacing another.
  private func setAside() throws(FileError) {
    let target = try FileReplacement(path).target
    for number in 1...1000 {
      let name = number == 1 ? "\(target).aside" : "\(target).aside\(number)"
      // A link fails where a name is taken; a renaming would replace what is there.
      if link(target, name) == 0 {
        unlink(target)
        return
      }
      guard errno != EEXIST else { continue }
      // A disk without hard links: we hold the lock, so that nobody takes the name meanwhile.
      if access(name, F_OK) != 0, rename(target, name) == 0 { return }
      throw FileError(errno, path)
    }
    throw .failed(path, reason: "too many files were set aside")
  }
}
