import Lab
import Presentation

/// `ask yes-no`: something that is so or is not.
struct YesNoQuestion: QuestionKind {
  static let name = "yes-no"
  static let keys = [
    AskKey("question"), AskKey("answer"), AskKey("wrong", repeats: true), AskKey("right"),
    AskKey("hint", repeats: true),
  ]

  /// What decides it: a word of the author's, or a predicate of the bench.
  private enum Answer: Equatable {
    case word(Bool)
    case predicate(Lesson.Expression)
  }

  private let answer: Answer

  init(_ fields: LessonFields) throws(LessonLineError) {
    let field = try fields.required("answer")
    answer =
      if let word = Self.word(field.value) { .word(word) } else {
        .predicate(try AskParser.expression(field.value, at: field.valueLocation))
      }
  }

  /// The author's word for what is right; nil where the bench decides.
  var word: String? {
    if case .word(let word) = answer { Self.name(word) } else { nil }
  }

  private static func word(_ text: String) -> Bool? {
    ["yes": true, "no": false][text.lowercased()]
  }

  static func sample(
    _ sample: Lesson.Located<String>, _ fields: LessonFields
  ) throws(LessonLineError) -> Question.Wrong.Sample {
    guard let word = word(sample.content) else {
      throw LessonLineError(
        .question("a wrong answer to yes or no is 'wrong yes' or 'wrong no'."), at: sample.location)
    }
    return .words(.init(content: Self.name(word), location: sample.location))
  }

  private static func name(_ answer: Bool) -> String { answer ? "yes" : "no" }

  // MARK: Asking

  var answering: Answering { .byWords }
  var instruction: String { "Type yes or no" }
  func isAnswer(_ line: String) -> Bool {
    let words = AnswerReading(line).words
    return words.count == 1 && AnswerReading(line).yesNo != nil
  }

  func notUnderstood(_ line: String) -> ErrorMessage {
    ErrorMessage(
      "'\(line.trimmed.excerpt)' is neither yes nor no.",
      "Type \(code: "yes") or \(code: "no"). Stuck? Type \(code: "hint") or \(code: "skip").")
  }

  // MARK: Answering

  func judge(
    _ answer: FormulaLine, to question: Question, on lab: inout Lab, _ model: LessonModel
  ) throws(CourseError) -> AnswerVerdict {
    guard let given = said(answer, lab) else { throw .notAnAnswer(notUnderstood(answer.text)) }
    if given == (try isSo(on: lab)) {
      return AnswerVerdict(isRight: true, [.prose(CoursePhrases.right(question))])
    }
    let wrong = question.wrongs.firstIndex { $0.text == Self.name(given) }
    let message = wrong.map { CoursePhrases.wrong(question.wrongs[$0].message) }
    return AnswerVerdict(
      isRight: false, [.prose(message ?? CoursePhrases.notThatOne(Self.name(given)))], wrong: wrong)
  }

  /// Yes or no in words, or a formula that is 1 or 0.
  private func said(_ line: FormulaLine, _ lab: Lab) -> Bool? {
    if let word = AnswerReading(line.text).yesNo { return word }
    guard let number = (try? lab.value(of: line))?.number, number == 0 || number == 1 else {
      return nil
    }
    return number == 1
  }

  private func isSo(on lab: Lab) throws(CourseError) -> Bool {
    switch answer {
    case .word(let word): word
    case .predicate(let predicate): try lab.lessonValue(predicate).entries.allSatisfy { $0 != 0 }
    }
  }

  private func model(on lab: Lab) -> String { (try? isSo(on: lab)).map(Self.name) ?? "" }

  /// The predicate, where there is one: it says yes or no by itself.
  func modelAnswer(_ solution: Lesson.Expression?) -> [String] {
    switch answer {
    case .word(let word): [Self.name(word)]
    case .predicate(let predicate): [predicate.text]
    }
  }

  func truth(on lab: Lab) -> Prose? { Prose(model(on: lab)) }

  func solutionBlocks(_ lines: [String], on lab: Lab) -> [Block] {
    [.prose("It is \(code: model(on: lab)).")]
  }
}

// MARK: Proving

extension YesNoQuestion {
  func errors(_ check: QuestionCheck, _ lab: inout Lab) -> [LessonError] {
    if case .predicate(let predicate) = answer, let error = check.noValue(predicate, lab) {
      return [error]
    }
    let bench = lab
    func judge(_ line: String) throws(CourseError) -> AnswerVerdict { try check.judge(line, bench) }
    return check.solutionErrors(judge) + check.emptyErrors(judge) + messageErrors(check, bench)
      + [true, false].flatMap { word in
        check.spellings(
          AnswerSpellings.yesNo(word), right: model(on: bench) == Self.name(word),
          wrong: check.question.wrongs.firstIndex { $0.text == Self.name(word) }, judge)
      }
  }

  /// The one wrong answer has a message, and the right one has none.
  private func messageErrors(_ check: QuestionCheck, _ lab: Lab) -> [LessonError] {
    var heard: Set<String> = []
    return check.question.wrongs.compactMap { wrong -> LessonError? in
      if wrong.text == model(on: lab) {
        return check.error(.wrongIsRight(wrong.text), at: wrong.location)
      }
      return heard.insert(wrong.text).inserted
        ? nil : check.error(.wrongUnheard(wrong.text), at: wrong.location)
    }
  }

  /// A hint may ask, and not answer.
  func leak(in hint: Prose, on lab: Lab) -> String? {
    let answer = model(on: lab)
    return AnswerReading.words(of: hint.text).first == answer ? answer : nil
  }
}
