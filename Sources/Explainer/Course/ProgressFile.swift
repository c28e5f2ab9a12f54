import FoundationEssentials

/// Why the progress in a file cannot be used.
enum ProgressFileError: Error, Equatable {
  /// It does not read as progress: half written, or edited by hand.
  case damaged
  /// A later version of the program wrote it.
  case newer(version: Int)
}

/// Progress as it is kept in a file: JSON with a version.
enum ProgressFile {
  static let version = 1

  private struct Contents: Codable {
    var version: Int
    var last: String?
    var seed: UInt64?
    var lessons: [String: Lesson]

    /// Sorted arrays, so that the same progress is the same bytes.
    struct Lesson: Codable {
      var done: [String]
      var finished: Bool?
      var questions: [String: Progress.Question]?
      var guesses: [String: Progress.Guess]?
    }
  }

  private struct Version: Codable { var version: Int }

  static func decode(_ bytes: [UInt8]) -> Result<Progress, ProgressFileError> {
    let data = Data(bytes.withoutByteOrderMark)
    guard let version = try? JSONDecoder().decode(Version.self, from: data).version else {
      return .failure(.damaged)
    }
    guard version <= Self.version else { return .failure(.newer(version: version)) }
    guard version > 0, let contents = try? JSONDecoder().decode(Contents.self, from: data) else {
      return .failure(.damaged)
    }
    return .success(
      Progress(
        last: contents.last, seed: contents.seed,
        lessons: contents.lessons.mapValues { lesson in
          Progress.Record(
            done: Set(lesson.done), questions: lesson.questions ?? [:],
            guesses: lesson.guesses ?? [:], isFinished: lesson.finished ?? false)
        }))
  }

  static func encode(_ progress: Progress) -> [UInt8] {
    let contents = Contents(
      version: version, last: progress.last, seed: progress.seed,
      lessons: progress.lessons.mapValues { record in
        Contents.Lesson(
          done: record.done.sorted(), finished: record.isFinished ? true : nil,
          questions: record.questions.isEmpty ? nil : record.questions,
          guesses: record.guesses.isEmpty ? nil : record.guesses)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    guard let data = try? encoder.encode(contents) else {
      preconditionFailure("progress is always JSON")
    }
    return Array(data) + [0x0A]
  }
}

/// What to write instead of a file of progress.
public struct ProgressUpdate: Equatable, Sendable {
  /// The new contents.
  public var bytes: [UInt8]
  /// Whether what is there now is of no use here, and is to be kept under another name.
  public var setsAside: Bool

  /// What to write.
  public init(bytes: [UInt8], setsAside: Bool) {
    self.bytes = bytes
    self.setsAside = setsAside
  }
}

extension Progress {
  init(last: String?, seed: UInt64? = nil, lessons: [String: Record]) {
    self.init()
    self.seed = seed
    self.last = last
    self.lessons = lessons
  }

  /// This progress put together with what a file holds now.
  func update(of current: [UInt8]?) -> ProgressUpdate {
    guard let current else {
      return ProgressUpdate(bytes: ProgressFile.encode(self), setsAside: false)
    }
    switch ProgressFile.decode(current) {
    case .success(let kept):
      return ProgressUpdate(bytes: ProgressFile.encode(merged(with: kept)), setsAside: false)
    case .failure:
      return ProgressUpdate(bytes: ProgressFile.encode(self), setsAside: true)
    }
  }
}
