// However an answer is typed, it stays what it is.

extension QuestionCheck {
  /// A number's question: the right answer passes in every spelling, and each wrong one hears its own
  /// message in every one of them.
  func spellings(
    _ key: AnswerKey, _ judge: (String) throws(CourseError) -> AnswerVerdict
  ) -> [LessonError] {
    guard key.expected.shape.count == 1 else { return [] }
    let isOrdinal = AskedNumber(question, count: 1).isOrdinal
    let right = spellings(
      AnswerSpellings.number(key.expected.entries[0], isOrdinal: isOrdinal), right: true,
      wrong: nil, judge)
    return right
      + key.wrongs.enumerated().flatMap { index, value -> [LessonError] in
        guard let value, value.shape.count == 1 else { return [] }
        let lines = AnswerSpellings.number(value.entries[0], isOrdinal: isOrdinal)
        return spellings(
          lines.filter { !key.isShared($0, by: index) }, right: false, wrong: index, judge)
      }
  }

  /// One error at most: what one spelling shows, others only show again.
  func spellings(
    _ lines: [String], right: Bool, wrong: Int?,
    _ judge: (String) throws(CourseError) -> AnswerVerdict
  ) -> [LessonError] {
    for line in lines {
      let verdict = try? judge(line)
      if right {
        guard verdict?.isRight != true else { continue }
        return [error(.spellingRejected(line))]
      }
      if verdict?.isRight == true { return [error(.spellingAccepted(line), at: location(wrong))] }
      guard let wrong, verdict?.wrong != wrong else { continue }
      return [
        error(
          .spellingUnheard(line, wrong: question.wrongs[wrong].text), at: location(wrong))
      ]
    }
    return []
  }

  private func location(_ wrong: Int?) -> Lesson.Location? {
    wrong.map { question.wrongs[$0].location }
  }
}

extension AnswerKey {
  /// Whether a rounding of a wrong answer is one of the right answer as well, or of another wrong one.
  fileprivate func isShared(_ line: String, by index: Int) -> Bool {
    AnswerReading(line).numbers.contains { number in
      let given = GivenNumber(number)
      return RoundingRule.agreement(of: given, with: expected, tolerance: tolerance) >= .percent
        || wrongs.indices.contains { other in
          guard other != index, let value = wrongs[other] else { return false }
          return RoundingRule.agreement(of: given, with: value) >= .cutOff
        }
    }
  }
}

/// What the questions of one lesson give away together.
struct ChoiceBalance {
  private let lesson: Lesson
  private let choices: [(question: Question, choice: ChoiceQuestion)]
  private let yesNos: [(question: Question, right: String)]

  init(_ lesson: Lesson) {
    self.lesson = lesson
    yesNos = lesson.steps.flatMap(\.questions).compactMap { question in
      (question.kind as? YesNoQuestion)?.word.map { (question, $0) }
    }
    choices = lesson.steps.flatMap(\.questions).compactMap { question in
      (question.kind as? ChoiceQuestion).map { (question, $0) }
    }
  }

  var errors: [LessonError] { positions + answers + repeated }

  /// Of three questions of yes or no, not all have the same answer.
  private var answers: [LessonError] {
    guard yesNos.count > 2, let last = yesNos.last,
      yesNos.allSatisfy({ $0.right == last.right })
    else { return [] }
    return [lesson.error(.sameYesNo(last.right, of: yesNos.count), line: last.question.line)]
  }

  /// A question asked twice in the same words.
  private var repeated: [LessonError] {
    let questions = lesson.steps.flatMap(\.questions)
    let twice = questions.indices.first { index in
      questions[..<index].contains { $0.text == questions[index].text }
    }
    return twice.map { [lesson.error(.questionRepeats, line: questions[$0].line)] } ?? []
  }

  /// No letter is right more than half the time, and the right option is not always the longest.
  private var positions: [LessonError] {
    guard choices.count > 1, let line = choices.last?.question.line else { return [] }
    var errors: [LessonError] = []
    let positions = Dictionary(grouping: choices) { $0.choice.rightOption }
    for (position, same) in positions.sorted(by: { $0.key < $1.key })
    where same.count * 2 > choices.count {
      errors.append(
        lesson.error(
          .sameLetter(
            String("abcdefghi".dropFirst(position).prefix(1)), times: same.count, of: choices.count),
          line: same.last?.question.line ?? line))
    }
    if choices.allSatisfy({ $0.choice.isLongestRight }) {
      errors.append(lesson.error(.alwaysLongest(of: choices.count), line: line))
    }
    return errors
  }
}

extension ChoiceQuestion {
  /// Whether the right option stands out by its length.
  fileprivate var isLongestRight: Bool {
    let lengths = texts.map(\.text.count)
    return texts.indices.allSatisfy { $0 == rightOption || lengths[$0] < lengths[rightOption] }
  }
}
