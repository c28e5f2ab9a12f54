import Lab
import Presentation

/// `ask choice`: one of several options, each learner's in an order of their own.
struct ChoiceQuestion: QuestionKind {
  static let name = "choice"
  static let keys = [
    AskKey("question"), AskKey("option", repeats: true), AskKey("answer"),
    AskKey("wrong", repeats: true), AskKey("right"), AskKey("hint", repeats: true),
    AskKey("solution"),
  ]

  /// As the author wrote them.
  let texts: [Prose]
  /// Which of them is right, from 0.
  let rightOption: Int
  /// Which one stands where on the screen.
  var shown: [Int] {
    didSet { reading = OptionReading(shown.map { texts[$0].text }) }
  }
  private var reading: OptionReading

  init(_ fields: LessonFields) throws(LessonLineError) {
    texts = fields.all("option").map { Prose(inline: $0.value) }
    guard texts.count >= 2 else { throw LessonLineError(.tooFewOptions, line: fields.line) }
    let field = try fields.required("answer")
    let count = texts.count
    rightOption =
      try Self.option(field.value, key: "answer", of: count, at: field.valueLocation) - 1
    shown = Array(texts.indices)
    reading = OptionReading(texts.map(\.text))
  }

  static func == (first: ChoiceQuestion, second: ChoiceQuestion) -> Bool {
    first.texts == second.texts && first.rightOption == second.rightOption
      && first.shown == second.shown
  }

  static func sample(
    _ sample: Lesson.Located<String>, _ fields: LessonFields
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

  // MARK: Asking

  var answering: Answering { .byWords }
  var instruction: String { "Type the \(reading.isLettered ? "letter" : "number") of your choice" }
  var options: [Prose] { shown.map { texts[$0] } }
  func mark(ofOption index: Int) -> String { reading.mark(index) }
  func isAnswer(_ line: String) -> Bool { reading.named(by: AnswerReading(line)) != nil }

  /// What stands in a hint for the mark of the right option.
  static let answerMark = "{answer}"

  func told(_ hint: Prose) -> Prose {
    Prose(
      hint.spans.map {
        Prose.Span($0.text.replacing(Self.answerMark, with: mark(of: rightOption)), $0.style)
      })
  }

  /// The mark of an option as it stands on the screen.
  private func mark(of option: Int) -> String {
    reading.mark(shown.firstIndex(of: option) ?? option)
  }

  // MARK: Answering

  func judge(
    _ answer: FormulaLine, to question: Question, on lab: inout Lab, _ model: LessonModel
  ) throws(CourseError) -> AnswerVerdict {
    guard let index = reading.meant(by: AnswerReading(answer.text)) else {
      throw .noSuchOption(answer.text, marks: shown.indices.map(reading.mark))
    }
    let option = shown[index]
    if option == rightOption {
      return AnswerVerdict(isRight: true, [.prose(CoursePhrases.right(question))])
    }
    let wrong = question.wrongs.firstIndex { $0.text == String(option + 1) }
    let message = wrong.map { CoursePhrases.wrong(question.wrongs[$0].message) }
    return AnswerVerdict(
      isRight: false, [.prose(message ?? CoursePhrases.notThatOne(mark(of: option)))], wrong: wrong)
  }

  func modelAnswer(_ solution: Lesson.Expression?) -> [String] { [mark(of: rightOption)] }

  func truth(on lab: Lab) -> Prose? { "\(mark(of: rightOption)), " + texts[rightOption] }

  func solutionBlocks(_ lines: [String], on lab: Lab) -> [Block] {
    let mark = mark(of: rightOption)
    return [.prose("It is \(mark): " + texts[rightOption])]
  }
}

// MARK: Proving

extension ChoiceQuestion {
  func errors(_ check: QuestionCheck, _ lab: inout Lab) -> [LessonError] {
    let bench = lab
    func judge(_ line: String) throws(CourseError) -> AnswerVerdict { try check.judge(line, bench) }
    return check.solutionErrors(judge) + check.emptyErrors(judge) + messageErrors(check)
      + positionErrors(check)
      + texts.indices.flatMap { index in
        check.spellings(
          AnswerSpellings.option(texts[index].text, mark: mark(of: index), position: index),
          right: index == rightOption,
          wrong: check.question.wrongs.firstIndex { $0.text == String(index + 1) }, judge)
      }
  }

  /// Every wrong option has a message of its own, and the right one has none.
  private func messageErrors(_ check: QuestionCheck) -> [LessonError] {
    var errors: [LessonError] = []
    var heard: Set<String> = []
    let right = String(rightOption + 1)
    for wrong in check.question.wrongs {
      if wrong.text == right {
        errors.append(check.error(.wrongIsRight(wrong.text), at: wrong.location))
      } else if !heard.insert(wrong.text).inserted {
        errors.append(check.error(.wrongUnheard(wrong.text), at: wrong.location))
      }
    }
    for number in 1...texts.count where number != rightOption + 1 && !heard.contains(String(number))
    {
      errors.append(check.error(.optionWithoutMessage(number)))
    }
    if let solution = check.question.solution, solution.text != right {
      errors.append(check.error(.solutionRejected(solution.text), at: solution.location))
    }
    return errors
  }

  /// Words of the lesson that name a place would name another one on most screens.
  private func positionErrors(_ check: QuestionCheck) -> [LessonError] {
    check.question.hints.compactMap { hint in
      let words = AnswerReading.words(of: hint.content.text)
      let isNamed = zip(words, words.dropFirst()).contains { word, next in
        ["type", "option", "answer"].contains(word) && Int(next).map { $0 <= texts.count } == true
      }
      let isPlaced = ["it is the", "its the"].contains { start in
        let start = start.split(separator: " ").map(String.init)
        return words.starts(with: start)
          && words.count > start.count && SpelledNumber.ordinal(words[start.count]) != nil
      }
      return isNamed || isPlaced ? check.error(.namesPosition, at: hint.location) : nil
    }
  }

  func leak(in hint: Prose, on lab: Lab) -> String? {
    let text = hint.text.lowercased()
    let option = texts[rightOption].text.lowercased().trimmingEnd(of: ".")
    if text.contains(option) { return texts[rightOption].text }
    return text.contains(Self.answerMark) ? mark(of: rightOption) : nil
  }
}
