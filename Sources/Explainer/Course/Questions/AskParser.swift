import Formulas
import Presentation

/// Reads `ask` blocks.
enum AskParser {
  /// Keys of all kinds, to tell one that is misplaced from one that is unknown.
  static let allKeys = Set(QuestionKinds.all.flatMap { $0.keys.map(\.name) }).union(common)

  /// The key of every kind that pins a picture.
  private static let keep = "keep"

  /// The keys of every kind.
  private static let common = [keep, AnswerSources.without, AnswerSources.uses]

  /// - Parameters:
  ///   - name: the word after `ask`.
  ///   - lines: between the fences.
  ///   - line: of the opening fence.
  static func question(
    _ name: String, _ lines: [String], fence line: Int
  ) throws(LessonLineError) -> Question {
    guard let kind = QuestionKinds.named(name) else {
      throw LessonLineError(.unknownQuestion(name), line: line)
    }
    let fields = try LessonFields(lines, fence: line)
    try fields.check(
      known: kind.keys.map(\.name) + common,
      single: Set(kind.keys.filter { !$0.repeats }.map(\.name) + common),
      kind: name)
    let text = try fields.required("question").value
    let body = try kind.init(fields)
    return Question(
      kind: body, text: Prose(inline: text), wrongs: try wrongs(kind, fields),
      hints: fields.all("hint").map {
        .init(content: Prose(inline: $0.value), location: $0.location)
      },
      solution: body.answering == .byCommands ? nil : try fields.expression("solution"),
      praise: fields["right"].map { Prose(inline: $0.value) },
      picture: try fields[keep].map { field throws(LessonLineError) in
        try LessonCommandRule.command(field)
      }, sources: AnswerSources(fields), line: line)
  }

  private static func wrongs(
    _ kind: any QuestionKind.Type, _ fields: LessonFields
  ) throws(LessonLineError) -> [Question.Wrong] {
    var wrongs: [Question.Wrong] = []
    for field in fields.fields where ["wrong", "halfway", "slip"].contains(field.key) {
      guard field.key != "slip" else {
        guard !wrongs.isEmpty else { throw LessonLineError(.slipFirst, at: field.location) }
        wrongs[wrongs.count - 1].slips.append(try LessonCommandRule.command(field))
        continue
      }
      guard let sample = field.sample else {
        throw LessonLineError(.emptyValue(field.key), at: field.location)
      }
      wrongs.append(
        .init(
          sample: try kind.sample(sample, fields), message: Prose(inline: field.value),
          isHalfway: field.key == "halfway"))
    }
    return wrongs
  }

  /// An expression in a lesson; what is wrong in it is pointed at in the file.
  static func expression(
    _ text: String, at location: Lesson.Location
  ) throws(LessonLineError) -> Lesson.Expression {
    let statement: Statement
    do { statement = try Syntax.parse(text) } catch {
      throw LessonLineError(
        .expression(error.kind), line: location.line,
        column: location.column + error.range.lowerBound)
    }
    guard case .expression(let syntax) = statement else {
      throw LessonLineError(.assignment, at: location)
    }
    return Lesson.Expression(text: text, syntax: syntax, location: location)
  }
}

extension LessonFields {
  /// Every value of a key, as lines to run.
  func commands(_ key: String) throws(LessonLineError) -> [Lesson.Command] {
    var commands: [Lesson.Command] = []
    for field in all(key) { commands.append(try LessonCommandRule.command(field)) }
    return commands
  }

  /// The value of a key that must be there, as an expression.
  func requiredExpression(_ key: String) throws(LessonLineError) -> Lesson.Expression {
    let field = try required(key)
    return try AskParser.expression(field.value, at: field.valueLocation)
  }

  /// The value of a key as an expression, if it is there.
  func expression(_ key: String) throws(LessonLineError) -> Lesson.Expression? {
    guard let field = self[key] else { return nil }
    return try AskParser.expression(field.value, at: field.valueLocation)
  }
}
