/// Reads `ask` blocks.
struct AskParser {
  private let fields: LessonFields

  /// Keys of each kind of question, in the order in which an author would write them.
  static let keys: [String: [String]] = [
    "number": ["question", "answer", "tolerance", "wrong", "right", "hint", "solution"],
    "choice": ["question", "option", "answer", "wrong", "right", "hint", "solution"],
    "predict": [
      "question", "reveal", "answer", "tolerance", "wrong", "right", "hint", "solution",
    ],
    "do": ["question", "start", "expect", "wrong", "slip", "right", "hint", "solution"],
  ]

  static let allKeys = Set(keys.values.joined())

  /// - Parameters:
  ///   - kind: the word after `ask`.
  ///   - lines: between the fences.
  ///   - line: of the opening fence.
  static func question(
    _ kind: String, _ lines: [String], fence line: Int
  ) throws(LessonFault) -> Question {
    guard let known = keys[kind] else { throw LessonFault(.unknownQuestion(kind), line: line) }
    let fields = try LessonFields(lines, fence: line)
    let single = Set(known).subtracting(
      kind == "do"
        ? ["wrong", "slip", "hint", "start", "solution"] : ["wrong", "hint", "option"])
    try fields.check(known: known, single: single, kind: kind)
    return try AskParser(fields: fields).question(kind, line)
  }

  private func question(_ kind: String, _ line: Int) throws(LessonFault) -> Question {
    let text = try fields.required("question").value
    let body = try self.kind(kind)
    return Question(
      kind: body, text: Prose(inline: text), wrongs: try wrongs(kind),
      hints: fields.all("hint").map { .init(content: Prose(inline: $0.value), place: $0.place) },
      solution: kind == "do" ? nil : try expression("solution"),
      praise: fields["right"].map { Prose(inline: $0.value) }, line: line)
  }

  private func kind(_ kind: String) throws(LessonFault) -> Question.Kind {
    switch kind {
    case "number":
      return .number(
        answer: try requiredExpression("answer"), tolerance: try expression("tolerance"))
    case "choice": return try choice()
    case "predict":
      return .predict(
        answer: try requiredExpression("answer"), tolerance: try expression("tolerance"),
        reveal: try LessonCommandRule.command(try fields.required("reveal")))
    default:
      _ = try fields.required("solution")
      return .act(
        start: try commands("start"), expect: try requiredExpression("expect"),
        solution: try commands("solution"))
    }
  }

  private func choice() throws(LessonFault) -> Question.Kind {
    let options = fields.all("option").map { Prose(inline: $0.value) }
    guard options.count >= 2 else { throw LessonFault(.tooFewOptions, line: fields.line) }
    let field = try fields.required("answer")
    let answer = try option(field.value, key: "answer", of: options.count, at: field.valuePlace)
    return .choice(options: options, answer: answer)
  }

  private func wrongs(_ kind: String) throws(LessonFault) -> [Question.Wrong] {
    var wrongs: [Question.Wrong] = []
    for field in fields.fields where ["wrong", "slip"].contains(field.key) {
      guard field.key == "wrong" else {
        guard !wrongs.isEmpty else { throw LessonFault(.slipFirst, at: field.place) }
        wrongs[wrongs.count - 1].slips.append(try LessonCommandRule.command(field))
        continue
      }
      guard let sample = field.sample else {
        throw LessonFault(.emptyValue("wrong"), at: field.place)
      }
      let message = Prose(inline: field.value)
      if kind == "choice" {
        let count = fields.all("option").count
        let option = try option(sample.content, key: "wrong", of: count, at: sample.place)
        wrongs.append(.init(sample: .option(option), message: message))
      } else {
        let expression = try Self.expression(sample.content, at: sample.place)
        wrongs.append(.init(sample: .value(expression), message: message))
      }
    }
    return wrongs
  }

  private func option(
    _ text: String, key: String, of count: Int, at place: Lesson.Place
  ) throws(LessonFault) -> Lesson.Placed<Int> {
    guard let number = Int(text) else {
      throw LessonFault(.notWhole(key: key, value: text), at: place)
    }
    guard (1...count).contains(number) else {
      throw LessonFault(.noSuchOption(number, count: count), at: place)
    }
    return .init(content: number, place: place)
  }

  private func commands(_ key: String) throws(LessonFault) -> [Lesson.Command] {
    var commands: [Lesson.Command] = []
    for field in fields.all(key) { commands.append(try LessonCommandRule.command(field)) }
    return commands
  }

  private func requiredExpression(_ key: String) throws(LessonFault) -> Lesson.Expression {
    let field = try fields.required(key)
    return try Self.expression(field.value, at: field.valuePlace)
  }

  private func expression(_ key: String) throws(LessonFault) -> Lesson.Expression? {
    guard let field = fields[key] else { return nil }
    return try Self.expression(field.value, at: field.valuePlace)
  }

  /// An expression in a lesson; what is wrong in it is pointed at in the file.
  static func expression(
    _ text: String, at place: Lesson.Place
  ) throws(LessonFault) -> Lesson.Expression {
    let statement: Statement
    do { statement = try Syntax.parse(text) } catch {
      throw LessonFault(
        .expression(error.kind), line: place.line,
        column: place.column + error.range.lowerBound)
    }
    guard case .expression(let syntax) = statement else {
      throw LessonFault(.assignment, at: place)
    }
    return Lesson.Expression(text: text, syntax: syntax, place: place)
  }
}

extension Prose {
  /// Text in which backticks stand around what is to be typed. Nothing else is marked up, so that
  /// a sum such as 16*16*10 stays as it is.
  init(inline text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
      .map { Substring($0) }
    // Of an odd number of backticks the last is a plain character.
    let isOdd = parts.count.isMultiple(of: 2)
    spans = parts.enumerated().compactMap { index, part in
      let isCode = !index.isMultiple(of: 2) && !(isOdd && index == parts.count - 1)
      let text = isOdd && index == parts.count - 1 ? "`" + part : String(part)
      return text.isEmpty ? nil : Span(text, isCode ? .code : .plain)
    }
  }
}
