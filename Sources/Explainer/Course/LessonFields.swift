import Presentation

/// Lines of the form `key: value` or `key sample: value`, as in front matter and in `ask` blocks.
struct LessonFields {
  /// One such line.
  struct Field: Equatable {
    let key: String
    /// What stands between the key and the colon: the sample of a `wrong`.
    let sample: Lesson.Located<String>?
    var value: String
    let location: Lesson.Location
    let valueLocation: Lesson.Location
  }

  private(set) var fields: [Field] = []
  /// Where the block starts, for what is missing.
  let line: Int

  /// - Parameters:
  ///   - lines: of the block, without its fences.
  ///   - line: of the file, at which the fence stands.
  init(_ lines: [String], fence line: Int) throws(LessonLineError) {
    self.line = line
    for (offset, text) in lines.enumerated() {
      let number = line + 1 + offset
      guard !text.trimmed.isEmpty else { continue }
      if text.hasPrefix("  "), !fields.isEmpty {
        fields[fields.count - 1].value += " " + text.trimmed
        continue
      }
      fields.append(try Self.field(text, number))
    }
  }

  private static func field(_ text: String, _ line: Int) throws(LessonLineError) -> Field {
    guard let colon = colon(in: text) else { throw LessonLineError(.notAKey(text), line: line) }
    let space = UInt8(ascii: " ")
    let key = text.utf8[..<colon].prefix { 97...122 ~= $0 | 32 }
    let sample = text.utf8[key.endIndex..<colon]
    guard !key.isEmpty, sample.isEmpty || sample.first == space else {
      throw LessonLineError(.notAKey(text), line: line)
    }
    func location(_ index: String.Index) -> Lesson.Location {
      Lesson.Location(line: line, column: text.distance(from: text.startIndex, to: index) + 1)
    }
    let valueStart = text.utf8[text.index(after: colon)...].firstIndex { $0 != space }
    return Field(
      key: String(Substring(key)),
      sample: sample.firstIndex { $0 != space }.map {
        .init(content: String(text[$0..<colon]).trimmed, location: location($0))
      },
      value: String(text[(valueStart ?? text.endIndex)...]).trimmed,
      location: Lesson.Location(line: line, column: 1), valueLocation: location(valueStart ?? colon)
    )
  }

  /// The first colon that ends the line or has a space after it.
  private static func colon(in text: String) -> String.Index? {
    var rest = text[...]
    while let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")) {
      rest = text[text.utf8.index(after: colon)...]
      if rest.utf8.first == UInt8(ascii: " ") || rest.isEmpty { return colon }
    }
    return nil
  }

  /// Makes sure that no key is strange, none of the `single` ones is there twice, and none has
  /// nothing after it, except those that `mayBeEmpty`.
  func check(
    known: [String], single: Set<String>, mayBeEmpty: Set<String> = [], kind: String? = nil
  ) throws(LessonLineError) {
    var seen: Set<String> = []
    for field in fields {
      guard known.contains(field.key) else {
        if let kind, AskParser.allKeys.contains(field.key) {
          throw LessonLineError(.misplacedKey(field.key, kind: kind), at: field.location)
        }
        throw LessonLineError(
          .unknownKey(field.key, nearest: nearest(to: field.key, in: known)), at: field.location)
      }
      guard !field.value.isEmpty || mayBeEmpty.contains(field.key) else {
        throw LessonLineError(.emptyValue(field.key), at: field.location)
      }
      if !["wrong", "halfway"].contains(field.key), let sample = field.sample {
        throw LessonLineError(.notAKey("\(field.key) \(sample.content)"), at: field.location)
      }
      guard !single.contains(field.key) || seen.insert(field.key).inserted else {
        throw LessonLineError(.repeatedKey(field.key), at: field.location)
      }
    }
  }

  subscript(key: String) -> Field? { fields.first { $0.key == key } }

  func all(_ key: String) -> [Field] { fields.filter { $0.key == key } }

  func required(_ key: String) throws(LessonLineError) -> Field {
    guard let field = self[key] else { throw LessonLineError(.missingKey(key), line: line) }
    return field
  }
}
