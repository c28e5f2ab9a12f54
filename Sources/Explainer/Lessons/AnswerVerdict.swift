/// What is to be said to an answer.
struct AnswerVerdict {
  let isRight: Bool
  let blocks: [Block]
  /// Of an estimate: how far it is from the truth.
  var distance: Double?
  /// Which misconception it shows.
  var wrong: Int?

  /// Judges the answer to a `number` question.
  ///
  /// - Throws: where the line has no value; that is no wrong answer, only a slip.
  init(answer line: String, _ question: Question, _ lab: Session) throws(Problem) {
    let given = try lab.answerValue(line)
    guard case .number(let answer, let tolerance) = question.kind else {
      preconditionFailure("only for a number")
    }
    let wanted = try lab.lessonValue(answer)
    isRight = AnswerCheck.matches(given, wanted, tolerance: lab.tolerance(tolerance))
    if isRight {
      blocks = [.prose(CoursePhrases.right(question, line, wanted))]
      return
    }
    wrong = Self.misconception(given, question, lab)
    let message = wrong.map { question.wrongs[$0].message }
    blocks = [.prose(message ?? CoursePhrases.notYet(line, given, wanted.shape))]
  }

  /// Judges the answer to a `choice` question: the number of an option, or its words.
  init(
    choice line: String, _ options: [Prose], _ question: Question, _ lab: Session
  ) throws(Problem) {
    guard case .choice(_, let answer) = question.kind else {
      preconditionFailure("only for a choice")
    }
    let number = try Self.option(line, options, lab)
    isRight = number == answer.content
    if isRight {
      blocks = [.prose(CoursePhrases.rightChoice(question, options[number - 1]))]
      return
    }
    wrong = question.wrongs.firstIndex {
      if case .option(let option) = $0.sample { option.content == number } else { false }
    }
    let message = wrong.map { question.wrongs[$0].message }
    blocks = [.prose(message ?? CoursePhrases.notThatOne(number))]
  }

  /// Says how near an estimate came, once the truth is on the screen.
  init(estimate: Value, _ question: Question, _ lab: Session) throws(Problem) {
    guard case .predict(let answer, let tolerance, _) = question.kind else {
      preconditionFailure("only for an estimate")
    }
    let truth = try lab.lessonValue(answer)
    isRight = AnswerCheck.matches(estimate, truth, tolerance: lab.tolerance(tolerance))
    distance = AnswerCheck.distance(estimate, truth)
    wrong = isRight ? nil : Self.misconception(estimate, question, lab)
    let told = wrong.map { [Block.prose(question.wrongs[$0].message)] } ?? []
    let praise = question.praise.map { [Block.prose($0)] } ?? []
    blocks =
      [.prose(CoursePhrases.estimate(estimate, truth, distance, isRight: isRight))] + told + praise
  }

  private static func misconception(
    _ given: Value, _ question: Question, _ lab: Session
  ) -> Int? {
    question.wrongs.firstIndex { wrong in
      guard case .value(let sample) = wrong.sample, let value = try? lab.value(of: sample) else {
        return false
      }
      return AnswerCheck.matches(given, value)
    }
  }

  private static func option(
    _ line: String, _ options: [Prose], _ lab: Session
  ) throws(Problem) -> Int {
    let words = line.trimmed.lowercased()
    if let index = options.firstIndex(where: { $0.text.lowercased() == words }) { return index + 1 }
    if let number = (try? lab.answerValue(line))?.number, let whole = Int(exactly: number),
      (1...options.count).contains(whole)
    {
      return whole
    }
    if let place = AnswerWords.place(line), (1...options.count).contains(place) { return place }
    throw .course(.noSuchOption(line, count: options.count))
  }
}

extension Session {
  /// The value of a line that is an answer.
  func answerValue(_ line: String) throws(Problem) -> Value {
    let statement: Statement
    do { statement = try Syntax.parse(line) } catch { throw .expression(error, line: line) }
    switch statement {
    // `x = 3` is an answer of 3, by somebody who gives their unknown a name.
    case .expression(let syntax), .assignment(_, let syntax):
      do { return try Evaluator(names: names).value(of: syntax) } catch {
        throw .expression(error, line: line)
      }
    }
  }

  /// The value of an expression of the lesson's.
  func lessonValue(_ expression: Lesson.Expression) throws(Problem) -> Value {
    do { return try value(of: expression) } catch {
      throw .expression(error, line: expression.text)
    }
  }
}

extension Question {
  /// Lines that answer the question.
  var modelAnswer: [String] {
    switch kind {
    case .number(let answer, _): [solution?.text ?? answer.text]
    case .choice(_, let answer): [solution?.text ?? String(answer.content)]
    case .predict(let answer, _, _): [solution?.text ?? answer.text]
    case .act(_, _, let solution): solution.map(\.content)
    }
  }
}
