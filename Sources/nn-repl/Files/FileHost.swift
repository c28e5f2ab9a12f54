import Course
import Explainer
import Lab
import Presentation

/// The real world: the files of the machine, the lines of this run.
final class FileHost: CourseHost {
  let dataFolder: String?
  private let lines: () -> [String]
  /// Makes the observer of a training that begins.
  var observer: () -> any TrainingObserver = { EpochReport { _ in } }
  /// How somebody is asked a question to be answered with yes or no. Where nobody is there to ask,
  /// what was typed is meant.
  var confirm: (Prose) -> Bool = { _ in true }
  /// Shows how far a command has come that takes long.
  var showProgress: (Double) -> Void = { _ in }
  /// Whether a screen can be shown that takes single keys.
  var hasScreen = false
  private let progress: ProgressStore?

  /// - Parameters:
  ///   - dataFolder: where MNIST's files are, if the user said so.
  ///   - history: lines typed before.
  ///   - progress: where progress is kept, if there is a folder for it.
  init(
    dataFolder: String?, history: @escaping () -> [String], progress: ProgressStore? = nil
  ) {
    self.dataFolder = dataFolder
    lines = history
    self.progress = progress
  }

  var history: [String] { lines() }

  var isInterrupted: Bool { InterruptFlag().isRaised }

  func advanced(to share: Double) { showProgress(share) }

  func trainingObserver() -> any TrainingObserver { observer() }

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    try OpenFile.contents(of: try HomePath(path).expanded, limit: limit, naming: path)
  }

  func size(of path: String) throws(FileError) -> Int? {
    try FileReplacement(try HomePath(path).expanded, naming: path).replacedSize
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try FileReplacement(try HomePath(path).expanded, naming: path).put(bytes)
  }

  func confirms(_ question: Prose) -> Bool { confirm(question) }

  func loadProgress() throws(FileError) -> [UInt8]? { try progress?.load() }

  func saveProgress(_ update: ([UInt8]?) -> ProgressUpdate) throws(FileError) {
    try progress?.save(update)
  }

  func names(inFolder path: String) throws(FileError) -> [String] {
    let expanded = try HomePath(path).expanded
    guard let folder = opendir(expanded) else {
      throw errno == ENOTDIR ? .notAFolder(path) : FileError(errno, path).aboutFolder
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 }.map(\.self) }
      // What is not text cannot be typed.
      guard let name = String(validating: bytes, as: UTF8.self), !name.hasPrefix(".") else {
        continue
      }
      let isFolder =
        switch EntryKind(entry.pointee) {
        case .folder: true
        case .unknown: Self.isFolder("\(expanded)/\(name)")
        case .other: false
        }
      names.append(isFolder ? name + "/" : name)
    }
    return names
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// A path in which `~` stands for a user's home, as in a shell.
struct HomePath {
  /// The path to give to the system.
  let expanded: String

  /// - Parameter home: The user's own.
  init(
    _ path: String, home: String? = TerminalProbe.environment("HOME")
  ) throws(FileError) {
    // The system would read the path only up to the zero byte.
    guard !path.utf8.contains(0) else { throw .notFound(path) }
    guard path.hasPrefix("~") else {
      expanded = path
      return
    }
    let user = path.dropFirst().prefix { $0 != "/" }
    let home =
      user.isEmpty ? home : getpwnam(String(user)).map { String(cString: $0.pointee.pw_dir) }
    expanded = home.map { $0 + path.dropFirst(user.count + 1) } ?? path
  }
}

extension FileError {
  /// The same, of something that should have been a folder.
  fileprivate var aboutFolder: FileError {
    switch self {
    case .notFound(let path): .noFolder(path)
    case .notAllowed(let path): .folderNotAllowed(path)
    case .isFolder, .tooLarge, .throughFile, .noFolder, .notAFolder, .folderNotAllowed, .special,
      .readOnly, .diskFull, .nameTooLong, .linksInCircle, .tooManyOpen, .failed:
      self
    }
  }
}
