import Presentation

/// The world, as far as a lab may see it. The program has the real one, tests a scripted one.
public protocol Host {
  /// A file's bytes.
  ///
  /// - Parameter limit: the most bytes it may have.
  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]

  /// Bytes of the file that `write` would replace; nil where none is. Throws where a file cannot
  /// be, or where something else than a file is.
  func size(of path: String) throws(FileError) -> Int?

  /// Replaces a file as a whole: after a failure the old one is still there.
  func write(_ bytes: [UInt8], to path: String) throws(FileError)

  /// Asks a question that is answered with yes or no, and waits for the answer. Where nobody is
  /// there to ask, what was typed is meant.
  func confirms(_ question: Prose) -> Bool

  /// The names in a folder, those of folders with a `/` at the end.
  func names(inFolder path: String) throws(FileError) -> [String]

  /// The folder of MNIST's files, if the user named one.
  var dataFolder: String? { get }

  /// Lines typed before, the oldest first.
  var history: [String] { get }

  /// Makes the observer of the training that is about to begin.
  func trainingObserver() -> any TrainingObserver

  /// Is told how far a command that takes long has come, from 0 to 1, a few hundred times at most.
  func advanced(to share: Double)

  /// Whether somebody sits at a terminal on which a screen can be shown that takes single keys.
  var hasScreen: Bool { get }

  /// Whether the user asked the running command to stop.
  var isInterrupted: Bool { get }
}

extension Host {
  /// A file's bytes, or what the bench says of a file that cannot be read.
  func contents(of path: String, limit: Int) throws(LabError) -> [UInt8] {
    do { return try read(path, limit: limit) } catch { throw .file(error) }
  }
}

extension Host {
  /// A world in which no file is in the way.
  public func size(of path: String) throws(FileError) -> Int? { nil }

  /// Nobody is there to ask.
  public func confirms(_ question: Prose) -> Bool { true }
}

extension Host {
  /// Nobody is watching.
  public func trainingObserver() -> any TrainingObserver { NoObserver() }

  /// Nobody is waiting.
  public func advanced(to share: Double) {}

  /// Nobody looks at a screen.
  public var hasScreen: Bool { false }

  /// Nobody is there to ask.
  public var isInterrupted: Bool { false }
}
