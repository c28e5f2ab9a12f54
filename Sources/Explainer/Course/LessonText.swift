/// A lesson's bytes as lines of text: valid, short enough, and without control characters.
struct LessonText {
  /// From the first line of the file.
  let lines: [String]

  /// Bytes of a file; a lesson has a tenth of it.
  static let fileLimit = 1 << 17
  /// Bytes of a record of what somebody typed, whose lines may be as long as those at the prompt.
  static let recordLimit = 1 << 22
  /// Bytes of a line.
  static let lineLimit = 4_000
  /// Lines without an empty one between them. It bounds what the Markdown parser does for one
  /// paragraph, which may take the square of its length.
  static let paragraphLimit = 100

  /// - Parameter isLesson: whether it goes to the Markdown parser; a record of what somebody did
  ///   does not, and may have long blocks.
  init(_ bytes: [UInt8], isLesson: Bool = true) throws(LessonLineError) {
    var lines: [String] = []
    var length = 0
    if isLesson, let start = Self.tooLongLine(bytes) {
      throw LessonLineError(.lineTooLong(limit: Self.lineLimit), line: start)
    }
    let limit = isLesson ? Self.fileLimit : Self.recordLimit
    guard bytes.count <= limit else { throw LessonLineError(.tooLarge(limit: limit), line: 1) }
    for bytes in bytes.withoutByteOrderMark.split(separator: 0x0A, omittingEmptySubsequences: false)
    {
      guard let line = String(validating: bytes, as: UTF8.self) else {
        throw LessonLineError(.notUTF8, line: lines.count + 1)
      }
      // A tab would be stripped as a control character, and indents a list or a block.
      let isTabbed = bytes.contains(0x09)
      let clean = (isTabbed ? line.replacing("\t", with: "    ") : line).withoutControls
      length = clean.utf8.allSatisfy { $0 == 0x20 } ? 0 : length + 1
      lines.append(clean)
      guard length <= Self.paragraphLimit || !isLesson else {
        throw LessonLineError(.paragraphTooLong(limit: Self.paragraphLimit), line: lines.count)
      }
    }
    self.lines = lines
  }

  /// The first line that is too long; looks no further than it has to.
  private static func tooLongLine(_ bytes: [UInt8]) -> Int? {
    var line = 1
    var length = 0
    for byte in bytes.prefix(fileLimit + 1) {
      length = byte == 0x0A ? 0 : length + 1
      if length > lineLimit { return line }
      if byte == 0x0A { line += 1 }
    }
    return nil
  }
}

/// What is wrong inside a lesson, before it is known which file it is.
struct LessonLineError: Error, Equatable {
  var kind: LessonError.Kind
  var location: Lesson.Location

  init(_ kind: LessonError.Kind, line: Int, column: Int = 1) {
    self.init(kind, at: Lesson.Location(line: line, column: column))
  }

  init(_ kind: LessonError.Kind, at location: Lesson.Location) {
    self.kind = kind
    self.location = location
  }

  func error(in file: String) -> LessonError {
    LessonError(kind: kind, file: file, location: location)
  }
}
