import Lab

/// The world as the course sees it: with storage for progress.
public protocol CourseHost: Host {
  /// The day by the learner's clock: days since 1 January 1970.
  var today: Int { get }

  /// What is kept of the learner's progress; nil where there is nothing yet.
  func loadProgress() throws(FileError) -> [UInt8]?

  /// Keeps progress. Nobody else writes it meanwhile, and after a failure the old is still there.
  ///
  /// - Parameter update: from what is kept now, what to keep.
  func saveProgress(_ update: ([UInt8]?) -> ProgressUpdate) throws(FileError)
}

extension CourseHost {
  /// A world without a clock, in which it is always the first day.
  public var today: Int { 0 }

  /// A world that keeps nothing.
  public func loadProgress() throws(FileError) -> [UInt8]? { nil }

  /// A world that keeps nothing.
  public func saveProgress(_ update: ([UInt8]?) -> ProgressUpdate) throws(FileError) {}
}
