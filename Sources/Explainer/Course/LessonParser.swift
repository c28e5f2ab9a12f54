extension Lesson {
  /// Reads a lesson's file.
  ///
  /// - Throws: `LessonError` for the first thing in it that is wrong, with its line and column.
  public init(_ file: LessonFile) throws(LessonError) {
    if let problem = file.problem {
      throw LessonLineError(.unreadable(problem), line: 1).error(in: file.name)
    }
    do {
      var parser = LessonParser(try LessonText(file.bytes).lines)
      self = try parser.lesson(file.name)
    } catch {
      throw error.error(in: file.name)
    }
  }
}

/// Puts a lesson together from its front matter and its Markdown.
struct LessonParser {
  private let lines: [String]
  private var title: String?
  /// Of the step being read; the first is what stands before the first `##`.
  private var heading = (id: Lesson.openingStep, title: "", line: 1)
  private var parts: [Lesson.Part] = []
  private var steps: [Lesson.Step] = []

  static let frontMatterKeys = [
    "lesson", "title", "question", "minutes", "needs", "teaches", "video", "placement",
  ]

  init(_ lines: [String]) { self.lines = lines }

  mutating func lesson(_ file: String) throws(LessonLineError) -> Lesson {
    let (front, end) = try frontMatter()
    let id = try front.required("lesson")
    guard Self.isID(id.value) else { throw LessonLineError(.badID(id.value), at: id.valueLocation) }
    let title = try front.required("title").value
    // Empty lines instead of the front matter keep the numbers of the lines.
    let body = Array(repeating: "", count: end + 1) + lines[(end + 1)...]
    let markdown = try Markdown(body.joined(separator: "\n")) { line in
      LessonLineError(.tooDeep(limit: Markdown.depthLimit), line: line)
    }
    heading = (Lesson.openingStep, title, end + 1)
    for block in markdown.blocks { try add(block) }
    finishStep()
    guard !steps.isEmpty else { throw LessonLineError(.noSteps, line: lines.count) }
    return Lesson(
      id: id.value, title: title, question: front["question"]?.value,
      minutes: try minutes(front),
      needs: Self.list(front["needs"]?.value), teaches: Self.list(front["teaches"]?.value),
      video: front["video"]?.value, steps: steps, placement: try placement(front), file: file,
      frontMatter: frontMatterLocations(front))
  }

  /// A step of the lesson with a question that is answered by typing its answer.
  private func placement(_ front: LessonFields) throws(LessonLineError) -> String? {
    guard let field = front["placement"] else { return nil }
    let question = steps.first { $0.id == field.value }?.questions.first
    guard let question, question.kind.answering != .byCommands, !(question.kind is PredictQuestion)
    else {
      throw LessonLineError(.notForPlacement(field.value), at: field.valueLocation)
    }
    return field.value
  }
}

// MARK: Front matter

extension LessonParser {
  private func frontMatter() throws(LessonLineError) -> (LessonFields, end: Int) {
    guard lines.first?.trimmed == "---" else { throw LessonLineError(.noFrontMatter, line: 1) }
    guard let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }) else {
      throw LessonLineError(.unclosedFrontMatter, line: 1)
    }
    let fields = try LessonFields(Array(lines[1..<end]), fence: 1)
    try fields.check(
      known: Self.frontMatterKeys, single: Set(Self.frontMatterKeys),
      mayBeEmpty: ["needs", "teaches"])
    return (fields, end)
  }

  private func minutes(_ front: LessonFields) throws(LessonLineError) -> Int? {
    guard let field = front["minutes"] else { return nil }
    guard let minutes = Int(field.value), (1...240).contains(minutes) else {
      throw LessonLineError(.notWhole(key: "minutes", value: field.value), at: field.valueLocation)
    }
    return minutes
  }

  private func frontMatterLocations(_ front: LessonFields) -> [String: Lesson.Location] {
    Dictionary(front.fields.map { ($0.key, $0.valueLocation) }) { first, _ in first }
  }

  /// Words between commas; none where it says so.
  private static func list(_ value: String?) -> [String] {
    (value ?? "").split(separator: ",").map { String($0).trimmed }.filter {
      !$0.isEmpty && !["none", "-", "–"].contains($0)
    }
  }

  /// Lower-case letters, digits and hyphens, beginning with a letter: easy to type and to keep.
  static func isID(_ text: String) -> Bool {
    text.count <= 40 && text.first.map { $0.isASCII && $0.isLowercase } == true
      && text.allSatisfy {
        $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-")
      }
  }
}

// MARK: Steps

extension LessonParser {
  private mutating func add(_ block: Markdown.Node) throws(LessonLineError) {
    switch block.kind {
    case .heading(level: 1):
      guard title == nil, steps.isEmpty, parts.isEmpty else {
        throw LessonLineError(.titleInside, line: block.line)
      }
      title = try MarkdownProse.prose(block).text
    case .heading(level: 2):
      finishStep()
      heading = try stepHeading(block)
    case .code(let info, let literal): try addCode(info.trimmed, literal, block)
    default:
      let blocks = try MarkdownProse.blocks(block)
      guard !blocks.isEmpty else { return }
      guard case .prose(let before, let line) = parts.last else {
        return parts.append(.prose(blocks, line: block.line))
      }
      parts[parts.count - 1] = .prose(before + blocks, line: line)
    }
  }

  private mutating func finishStep() {
    guard !parts.isEmpty || heading.id != Lesson.openingStep else { return }
    steps.append(
      Lesson.Step(id: heading.id, title: heading.title, line: heading.line, parts: parts))
    parts = []
  }

  /// `Into layer 1 {#into-layer-1}`
  private func stepHeading(
    _ block: Markdown.Node
  ) throws(LessonLineError) -> (id: String, title: String, line: Int) {
    let text = try MarkdownProse.prose(block).text
    guard text.hasSuffix("}"), let open = text.lastIndex(of: "{"),
      text[open...].hasPrefix("{#")
    else { throw LessonLineError(.missingStepID(text), line: block.line) }
    let id = String(text[open...].dropFirst(2).dropLast())
    guard Self.isID(id) else { throw LessonLineError(.badID(id), line: block.line) }
    guard !steps.contains(where: { $0.id == id }) else {
      throw LessonLineError(.duplicateStep(id), line: block.line)
    }
    return (id, String(text[..<open]).trimmed, block.line)
  }

  private mutating func addCode(
    _ info: String, _ literal: String, _ block: Markdown.Node
  ) throws(LessonLineError) {
    try checkClosed(block, literal)
    let lines = literal.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let words = info.split(whereSeparator: \.isWhitespace).map(String.init)
    switch words.first {
    case "run" where words.count == 1: parts.append(.run(try commands(lines, block.line)))
    case "ask" where words.count == 2:
      parts.append(.ask(try AskParser.question(words[1], lines, fence: block.line)))
    case "ask":
      throw LessonLineError(
        .unknownQuestion(words.dropFirst().joined(separator: " ")), line: block.line)
    case nil, "text":
      let blocks = [MarkdownProse.block(ofCode: literal)]
      guard case .prose(let before, let line) = parts.last else {
        return parts.append(.prose(blocks, line: block.line))
      }
      parts[parts.count - 1] = .prose(before + blocks, line: line)
    default: throw LessonLineError(.unknownBlock(info), line: block.line)
    }
  }

  /// CommonMark lets an open fence run to the end of the file, which is never what was meant.
  private func checkClosed(_ block: Markdown.Node, _ literal: String) throws(LessonLineError) {
    let isFenced = lines[block.line - 1].trimmed.hasPrefix("```")
    let end = block.line + literal.utf8.count { $0 == UInt8(ascii: "\n") }
    guard isFenced, !lines.indices.contains(end) || !lines[end].trimmed.hasPrefix("```") else {
      return
    }
    throw LessonLineError(.unclosedFence, line: block.line)
  }

  private func commands(_ lines: [String], _ fence: Int) throws(LessonLineError) -> [Lesson.Command]
  {
    var commands: [Lesson.Command] = []
    for (offset, line) in lines.enumerated() where !line.trimmed.isEmpty {
      let column = (line.firstIndex { !$0.isWhitespace }).map {
        line.distance(from: line.startIndex, to: $0) + 1
      }
      let location = Lesson.Location(line: fence + 1 + offset, column: column ?? 1)
      commands.append(try LessonCommandRule.command(line.trimmed, at: location))
    }
    guard !commands.isEmpty else { throw LessonLineError(.emptyBlock("run"), line: fence) }
    return commands
  }
}
