import Lab
import Presentation

/// `ask choice`: one of several options.
struct ChoiceQuestion: QuestionKind {
  static let name = "choice"
  static let keys = [
    AskKey("question"), AskKey("option", repeats: true), AskKey("answer"),
    AskKey("wrong", repeats: true), AskKey("right"), AskKey("hint", repeats: true),
    AskKey("solution"),
  ]

  let options: [Prose]
  /// Counted from 1.
  private let answer: Int

  init(_ fields: LessonFields) throws(LessonLineError) {
    options = fields.all("option").map { Prose(inline: $0.value) }
    guard options.count >= 2 else { throw LessonLineError(.tooFewOptions, line: fields.line) }
    let field = try fields.required("answer")
    answer = try Self.option(field.value, key: "answer", of: options.count, at: field.valueLocation)
  }

  static func sample(
    _ sample: Lesson.Placed<String>, _ fields: LessonFields
  ) throws(LessonLineError) -> Question.Wrong.Sample {
    let count = fields.all("option").count
    let number = try option(sample.content, key: "wrong", of: count, at: sample.location)
    return .words(.init(content: String(number), location: sample.location))
  }

  private static func option(
    _ text: String, key: String, of count: Int, at location: Lesson.Location
  ) throws(LessonLineError) -> Int {
    guard let number = Int(text) else {
      throw LessonLineError(.notWhole(key: key, value: text), at: location)
    }
    guard (1...count).contains(number) else {
      throw LessonLineError(.noSuchOption(number, count: count), at: location)
    }
    return number
  }

  var answering: Answering { .byWords }
  var instruction: String { "Type the number of your choice" }

  func judge(
    _ answer: FormulaLine, to question: Question, on lab: inout Lab, _ model: LessonModel
  ) throws(CourseError) -> AnswerVerdict {
    let number = try chosen(by: answer, lab)
    if number == self.answer {
      return AnswerVerdict(isRight: true, [.prose(CoursePhrases.right(question))])
    }
    let wrong = question.wrongs.firstIndex { $0.text == String(number) }
    let message = wrong.map { CoursePhrases.wrong(question.wrongs[$0].message) }
    return AnswerVerdict(
      isRight: false, [.prose(message ?? CoursePhrases.notThatOne(number))], wrong: wrong)
  }

  /// The option that a line means: by its number, its position or its words.
  private func chosen(by line: FormulaLine, _ lab: Lab) throws(CourseError) -> Int {
    let words = Self.plain(line.text)
    if let index = options.firstIndex(where: { Self.plain($0.text) == words }) { return index + 1 }
    if let number = (try? lab.value(of: line))?.number, let whole = Int(exactly: number),
      (1...options.count).contains(whole)
    {
      return whole
    }
    if let position = AnswerWords.position(line.text), (1...options.count).contains(position) {
      return position
    }
    throw .noSuchOption(line.text, count: options.count)
  }

  /// A text as people type it: small letters, and the minus of the keyboard.
  private static func plain(_ text: String) -> String {
    text.trimmed.lowercased().replacing("\u{2212}", with: "-")
  }

  func modelAnswer(_ solution: Lesson.Expression?) -> [String] {
    [solution?.text ?? String(answer)]
  }

  func solutionBlocks(_ lines: [String], on lab: Lab) -> [Block] {
    [
      .prose("It is \(answer): " + options[answer - 1]),
      .prose("Type \(code: String(answer)), or \(code: "skip")."),
    ]
  }
}

// MARK: Proving

extension ChoiceQuestion {
  func errors(_ check: QuestionCheck, _ lab: inout Lab) -> [LessonError] {
    let bench = lab
    func judge(_ line: String) throws(CourseError) -> AnswerVerdict { try check.judge(line, bench) }
    return check.solutionErrors(judge) + check.emptyErrors(judge) + messageErrors(check)
  }

  /// Every wrong option has a message of its own, and the right one has none.
  private func messageErrors(_ check: QuestionCheck) -> [LessonError] {
    var errors: [LessonError] = []
    var heard: Set<String> = []
    for wrong in check.question.wrongs {
      if wrong.text == String(answer) {
        errors.append(check.error(.wrongIsRight(wrong.text), at: wrong.location))
      } else if !heard.insert(wrong.text).inserted {
        errors.append(check.error(.wrongUnheard(wrong.text), at: wrong.location))
      }
    }
    for number in 1...options.count where number != answer && !heard.contains(String(number)) {
      errors.append(check.error(.optionWithoutMessage(number)))
    }
    return errors
  }

  func leak(in hint: Prose, on lab: Lab) -> String? {
    let text = hint.text.lowercased()
    let option = options[answer - 1].text.lowercased().trimmingEnd(of: ".")
    if text.contains(option) { return options[answer - 1].text }
    return text.contains("option \(answer)") ? "option \(answer)" : nil
  }
}
