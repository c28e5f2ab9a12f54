import Formulas
import Presentation

/// Which words each lesson may use: those that it teaches, and those of the lessons it needs.
///
/// A word may be a command, a name or function of expressions, or a term of prose. A term in
/// emphasis (*so*) is being introduced or announced, which is never too early.
struct Vocabulary {
  private let order: CourseOrder
  /// The first lesson that teaches a word.
  private var teacher: [String: String] = [:]

  init(_ lessons: [Lesson]) {
    order = CourseOrder(lessons)
    for lesson in lessons {
      for word in lesson.teaches where teacher[word] == nil { teacher[word] = lesson.id }
    }
  }

  /// Words that come too early.
  func errors(in lesson: Lesson, lines: [String]) -> [LessonError] {
    let known = Set(order.foundations(of: lesson).flatMap(\.teaches))
    var errors: [LessonError] = []
    var told: Set<String> = []
    for text in LessonWords(lesson).texts {
      for word in strangers(in: text, known) where told.insert(word).inserted {
        let kind: LessonError.Kind =
          Self.isCommand(word)
          ? .commandBeforeTaught(word) : .termBeforeTaught(word, lesson: teacher[word])
        errors.append(lesson.error(kind, at: location(of: word, from: text.line, lines)))
      }
    }
    return errors
  }

  private static func isCommand(_ word: String) -> Bool {
    ClassroomCommand.all.contains { $0.name == word }
  }

  private func strangers(in text: LessonWords.Text, _ known: Set<String>) -> [String] {
    let early = teacher.keys.filter { word in
      guard !known.contains(word), !Self.isCommand(word) else { return false }
      return Self.isName(word)
        ? text.code.contains { Self.hasToken($0, word) }
        : text.prose.contains { Self.hasTerm($0, word) }
    }
    let commands = text.code.compactMap(Self.command).filter { !known.contains($0) }
    return early.sorted() + commands
  }

  /// The command that a line of code runs, unless it is one that works everywhere.
  private static func command(_ line: String) -> String? {
    let word = String(line.prefix { !$0.isWhitespace })
    guard let command = ClassroomCommand.all.first(where: { $0.name == word }),
      command.declaration.group != .course, command.declaration.group != .always
    else { return nil }
    return command.name
  }

  /// Whether a word is of the language of expressions: `a1`, `mean`, `σ`.
  private static func isName(_ word: String) -> Bool {
    Function.named[word] != nil && !Function.words.contains(word)
      || word.allSatisfy { !$0.isLetter || $0.isUppercase }
      || word.contains { $0.isNumber }
  }

  private static func hasToken(_ code: String, _ word: String) -> Bool {
    let parts = code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return parts.contains { $0 == word }
  }

  /// Whether a term stands in a text as words of its own, in the singular or the plural.
  static func hasTerm(_ text: String, _ term: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    let sought = term.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    guard let last = sought.last, words.count >= sought.count else { return false }
    let forms: Set<Substring> = [last, last + "s", last + "es"]
    return (0...words.count - sought.count).contains { start in
      let part = words[start..<start + sought.count]
      return part.dropLast().elementsEqual(sought.dropLast())
        && forms.contains(part[part.endIndex - 1])
    }
  }

  /// Where a word stands, at a line or below; of a term of two words the first, as the second may
  /// stand in the next line.
  private func location(of word: String, from line: Int, _ lines: [String]) -> Lesson.Location {
    let start = word.lowercased().split(separator: " ").first ?? ""
    for index in lines.indices.dropFirst(line - 1) {
      let text = lines[index].lowercased()
      if let found = text.firstRange(of: start) {
        let column = text.distance(from: text.startIndex, to: found.lowerBound) + 1
        return .init(line: index + 1, column: column)
      }
    }
    return .init(line: line, column: 1)
  }
}

/// All that a lesson shows to its reader, as words.
struct LessonWords {
  /// What one block shows: prose without what is emphasised, and code.
  struct Text {
    let line: Int
    var prose: [String] = []
    var code: [String] = []
  }

  private(set) var texts: [Text] = []

  init(_ lesson: Lesson) {
    for step in lesson.steps {
      texts.append(Text(line: step.line, prose: [step.title]))
      for part in step.parts { add(part) }
    }
  }

  private mutating func add(_ part: Lesson.Part) {
    switch part {
    case .prose(let blocks, let line):
      var text = Text(line: line)
      for block in blocks { Self.add(block, to: &text) }
      texts.append(text)
    case .run(let commands):
      texts += commands.map { Text(line: $0.location.line, code: [$0.content]) }
    case .ask(let question): add(question)
    }
  }

  private mutating func add(_ question: Question) {
    var text = Text(line: question.line)
    Self.add(question.text, to: &text)
    if let praise = question.praise { Self.add(praise, to: &text) }
    for wrong in question.wrongs { Self.add(wrong.message, to: &text) }
    for hint in question.hints { Self.add(hint.content, to: &text) }
    for option in question.kind.options { Self.add(option, to: &text) }
    // What a question of deeds sets up is not shown; what it asks for is its model answer.
    if !(question.kind is any TaskQuestion) {
      text.code += question.kind.consequences.map(\.content)
    }
    text.code += question.modelAnswer
    if let picture = question.picture { text.code.append(picture.content) }
    texts.append(text)
  }

  private static func add(_ block: Block, to text: inout Text) {
    switch block {
    case .heading(let prose), .prose(let prose): add(prose, to: &text)
    case .lines(let lines): for line in lines { add(line, to: &text) }
    case .tight(let blocks): for block in blocks { add(block, to: &text) }
    case .figure, .table, .beside, .spare, .layouts, .fitting, .step: return
    }
  }

  private static func add(_ prose: Prose, to text: inout Text) {
    text.prose.append(prose.spans.map { $0.style == .plain ? $0.text : " " }.joined())
    text.code += prose.spans.filter { $0.style == .code }.map(\.text)
  }
}
