/// The world, as far as a session may see it. The program has the real one, tests a scripted one.
public protocol Host {
  /// A file's bytes.
  ///
  /// - Parameter limit: the most bytes it may have.
  func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8]

  /// Replaces a file as a whole: after a failure the old one is still there.
  func write(_ bytes: [UInt8], to path: String) throws(FileProblem)

  /// The names in a folder, those of folders with a `/` at the end; none where it cannot be read.
  func names(inFolder path: String) -> [String]

  /// The folder of MNIST's files, if the user named one.
  var dataFolder: String? { get }

  /// Lines typed before, the oldest first.
  var history: [String] { get }
}
