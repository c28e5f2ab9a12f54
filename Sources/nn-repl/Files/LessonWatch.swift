import Course
import Presentation

/// Sees when a lesson's file is saved, while its author has it on.
final class LessonWatch {
  private let path: String
  private let host: FileHost
  private var known: [LessonFile]

  init(_ path: String, _ host: FileHost) {
    self.path = path
    self.host = host
    known = Self.files(path, host)
  }

  private static func files(_ path: String, _ host: FileHost) -> [LessonFile] {
    (try? lessonFiles(path, host)) ?? []
  }

  /// What is there now. An editor empties a file before it writes it, and may take it away for a
  /// moment: both are no lesson yet.
  private var found: [LessonFile]? {
    let files = Self.files(path, host)
    return files.contains { $0.bytes.isEmpty } || files.isEmpty ? nil : files
  }

  /// Whether there is something else than was last taken.
  var hasChanged: Bool { found.map { $0 != known } ?? false }

  /// What is there, if it is something else than was last taken.
  var changed: [LessonFile]? {
    guard let found, found != known else { return nil }
    known = found
    return found
  }
}
