import Formulas
import Lab
import Presentation

/// `ask order`: lines to be put in their order, which is the one in which the author wrote them.
///
/// The learner sees them shuffled, each with a letter, and types the letters. The same lines are
/// shuffled the same way on every machine.
struct OrderQuestion: QuestionKind {
  static let name = "order"
  static let keys = [
    AskKey("question"), AskKey("line", repeats: true), AskKey("wrong", repeats: true),
    AskKey("right"), AskKey("hint", repeats: true),
  ]

  /// In their order.
  private let lines: [Prose]
  /// Which line stands where on the screen.
  private let shown: [Int]

  /// With two lines there is nothing to think about, and there are nine digits.
  private static let counts = 3...9

  init(_ fields: LessonFields) throws(LessonLineError) {
    let all = fields.all("line")
    lines = all.map { Prose(inline: $0.value) }
    guard Self.counts.contains(lines.count) else {
      throw LessonLineError(
        .question("an order has \(Self.counts.lowerBound) to \(Self.counts.upperBound) lines."),
        line: fields.line)
    }
    let texts = lines.map { Self.plain($0.text) }
    for (index, text) in texts.enumerated() where texts[..<index].contains(text) {
      throw LessonLineError(
        .question("this line stands here twice, so that there is no one order."),
        at: all[index].location)
    }
    shown = Self.shuffled(texts)
  }

  /// By their hashes, which have nothing to do with what they say; never in their right order.
  private static func shuffled(_ texts: [String]) -> [Int] {
    let hashes = texts.map { text in
      // FNV-1a, 64 bits, by Fowler, Noll and Vo.
      text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
    let order = texts.indices.sorted { (hashes[$0], texts[$0]) < (hashes[$1], texts[$1]) }
    return order == Array(texts.indices) ? Array(order.dropFirst() + order.prefix(1)) : order
  }

  private static func plain(_ text: String) -> String { text.lowercased().filter { $0 != " " } }

  /// A sample is how a wrong order begins, by the numbers of the lines as the author wrote them.
  static func sample(
    _ sample: Lesson.Located<String>, _ fields: LessonFields
  ) throws(LessonLineError) -> Question.Wrong.Sample {
    let count = fields.all("line").count
    let words = sample.content.split { " ,>".contains($0) }
    let numbers = words.compactMap { Int($0) }.filter { (1...max(count, 1)).contains($0) }
    guard numbers.count == words.count, !numbers.isEmpty, Set(numbers).count == numbers.count else {
      throw LessonLineError(
        .question("a wrong order is given by the numbers of its lines, such as 'wrong 2 1'."),
        at: sample.location)
    }
    return .words(
      .init(content: numbers.map(String.init).joined(separator: " "), location: sample.location))
  }

  // MARK: Asking

  var answering: Answering { .byWords }
  var instruction: String { "Type the letters in the right order" }
  var options: [Prose] { shown.map { lines[$0] } }
  func mark(ofOption index: Int) -> String { Self.letter(index) }
  func isAnswer(_ line: String) -> Bool {
    guard let marks = Self.marks(line) else { return false }
    return marks.count == lines.count && marks.allSatisfy(shown.indices.contains)
  }

  func notUnderstood(_ line: String) -> ErrorMessage {
    ErrorMessage(
      "'\(line.trimmed.excerpt)' isn't an order.",
      "Type each letter once, as in \(code: letters(shown.indices)). \(code: "hint") helps.")
  }

  private static func letter(_ index: Int) -> String {
    String("abcdefghi".dropFirst(index).prefix(1))
  }

  private func letters(_ positions: some Sequence<Int>) -> String {
    positions.map(Self.letter).joined(separator: " ")
  }

  /// The letters of the right order.
  private var answer: String {
    letters(lines.indices.compactMap { line in shown.firstIndex(of: line) })
  }

  /// The places on the screen that a line names: by letters or by digits, apart or together; nil where
  /// it holds anything else.
  private static func marks(_ line: String) -> [Int]? {
    let words = AnswerReading(line).text.lowercased()
      .split { !$0.isLetter && !$0.isASCIIDigit }.map(String.init)
      .filter { !AnswerPhrases.sequence.contains($0) }
    let signs = Array(words.joined())
    // Letters one by one, or all of them in a row; a word of other letters is no order.
    guard !signs.isEmpty, words.count == 1 || words.allSatisfy({ $0.count == 1 }) else {
      return nil
    }
    let letters = signs.compactMap { letter in
      "abcdefghi".firstIndex(of: letter)?.utf16Offset(in: "abcdefghi")
    }
    let digits = signs.compactMap { $0.isASCIIDigit ? $0.wholeNumberValue.map { $0 - 1 } : nil }
    if letters.count == signs.count { return letters }
    return digits.count == signs.count ? digits : nil
  }

  // MARK: Answering

  func judge(
    _ answer: FormulaLine, to question: Question, on lab: inout Lab, _ model: LessonModel
  ) throws(CourseError) -> AnswerVerdict {
    let given = try order(answer.text)
    let right = zip(given, lines.indices).prefix { $0 == $1 }.count
    if right == lines.count {
      return AnswerVerdict(isRight: true, [.prose(CoursePhrases.right(question))])
    }
    let wrong = question.wrongs.firstIndex { given.starts(with: Self.numbers($0.text)) }
    let message = wrong.map { [question.wrongs[$0].message] } ?? []
    let told = message + [howFar(right, given)]
    return AnswerVerdict(
      isRight: false, [.prose(CoursePhrases.wrong(told[0]))] + told.dropFirst().map { .prose($0) },
      wrong: wrong)
  }

  /// Which line comes where, by a typed order.
  private func order(_ text: String) throws(CourseError) -> [Int] {
    guard let marks = Self.marks(text) else { throw .notAnAnswer(notUnderstood(text)) }
    let isNumbered = text.contains(where: \.isASCIIDigit)
    func name(_ mark: Int) -> String { isNumbered ? "\(mark + 1)" : Self.letter(mark) }
    func slip(_ message: String) -> CourseError {
      .notAnAnswer(
        ErrorMessage(message, "Type each letter once, as in \(code: letters(shown.indices))."))
    }
    if let odd = marks.first(where: { !shown.indices.contains($0) }) {
      throw slip("There's no line \(name(odd)).")
    }
    for (index, mark) in marks.enumerated() where marks[..<index].contains(mark) {
      throw slip("You named \(name(mark)) twice.")
    }
    if let missing = shown.indices.first(where: { !marks.contains($0) }) {
      throw slip("You left out \(name(missing)).")
    }
    return marks.map { shown[$0] }
  }

  /// How far an order is right from its start.
  private func howFar(_ right: Int, _ given: [Int]) -> Prose {
    func letter(_ location: Int) -> String {
      Self.letter(shown.firstIndex(of: given[location]) ?? 0)
    }
    guard right > 0 else { return "It doesn't start with \(code: letter(0))." }
    let start = (0..<right).map(letter).joined(separator: " ")
    return
      "It's right as far as \(code: start), but then comes something else than \(code: letter(right))."
  }

  private static func numbers(_ sample: String) -> [Int] {
    sample.split(separator: " ").compactMap { Int($0) }.map { $0 - 1 }
  }

  func modelAnswer(_ solution: Lesson.Expression?) -> [String] { [answer] }

  func solutionBlocks(_ lines: [String], on lab: Lab) -> [Block] {
    [
      .lines(
        ["It is this order:"]
          + self.lines.enumerated().map { index, line in
            .option(Self.letter(shown.firstIndex(of: index) ?? 0), line)
          }),
      .prose("Type \(code: answer), or \(code: "skip")."),
    ]
  }
}

// MARK: Proving

extension OrderQuestion {
  func errors(_ check: QuestionCheck, _ lab: inout Lab) -> [LessonError] {
    let bench = lab
    func judge(_ line: String) throws(CourseError) -> AnswerVerdict { try check.judge(line, bench) }
    let isShownRight = (try? judge(letters(shown.indices)))?.isRight != false
    let order = lines.indices.compactMap { shown.firstIndex(of: $0) }
    return check.solutionErrors(judge) + check.emptyErrors(judge)
      + check.spellings(
        AnswerSpellings.order(order.map(Self.letter)), right: true, wrong: nil, judge)
      + (isShownRight ? [check.error(.passesWithoutAnswer)] : []) + messageErrors(check, judge)
  }

  /// Each misconception is a wrong order, and gets the message that stands beside it.
  private func messageErrors(
    _ check: QuestionCheck, _ judge: (String) throws(CourseError) -> AnswerVerdict
  ) -> [LessonError] {
    check.question.wrongs.enumerated().compactMap { index, wrong -> LessonError? in
      let start = Self.numbers(wrong.text)
      if Array(lines.indices).starts(with: start) {
        return check.error(.wrongIsRight(wrong.text), at: wrong.location)
      }
      let order = start + lines.indices.filter { !start.contains($0) }
      let line = order.compactMap { shown.firstIndex(of: $0) }.map(Self.letter)
      guard (try? judge(line.joined()))?.wrong == index else {
        return check.error(.wrongUnheard(wrong.text), at: wrong.location)
      }
      return check.spellings(AnswerSpellings.order(line), right: false, wrong: index, judge).first
    }
  }

  /// The letters of the right order, or all the lines in it.
  func leak(in hint: Prose, on lab: Lab) -> String? {
    let words = hint.text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let digits = lines.indices.compactMap { shown.firstIndex(of: $0).map { "\($0 + 1)" } }
    for secret in [answer.split(separator: " ").map(String.init), digits] {
      let windows = words.indices.map { words[$0...].prefix(secret.count) }
      if words.contains(secret.joined()) || windows.contains(where: { $0.elementsEqual(secret) }) {
        return answer
      }
    }
    var rest = Self.plain(hint.text)[...]
    for line in lines {
      guard let range = rest.firstRange(of: Self.plain(line.text)) else { return nil }
      rest = rest[range.upperBound...]
    }
    return answer
  }
}
