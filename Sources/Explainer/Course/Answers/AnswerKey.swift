import Formulas
import Lab

/// The values that answers to a question are held against, computed once.
struct AnswerKey {
  let expected: Value
  let tolerance: Double?
  /// Of each misconception, in the lesson's order; nil where it has none here.
  let wrongs: [Value?]

  /// What an answer is.
  enum Finding: Equatable {
    case right(RoundingRule.Agreement)
    /// Which misconception it shows.
    case wrong(Int)
    /// Rounded too far, or a count that is not exact.
    case close(RoundingRule.Agreement)
    case unknown

    var isRight: Bool { if case .right = self { true } else { false } }
  }

  /// The finding, and the reading of the answer that it is about.
  struct Result {
    let finding: Finding
    let given: GivenNumber
  }

  /// What an answer is: right if it is exactly so, else the very misconception, else what it comes
  /// nearest to when rounded.
  func result(_ candidates: [GivenNumber]) -> Result? {
    candidates.map(result).max { rank($0) < rank($1) }
  }

  private func result(_ given: GivenNumber) -> Result {
    let own = RoundingRule.agreement(of: given, with: expected, tolerance: tolerance)
    let others = wrongs.map { wrong in
      wrong.map { RoundingRule.agreement(of: given, with: $0) } ?? .none
    }
    func wrong(_ agreement: RoundingRule.Agreement) -> Int? {
      others.indices.filter { others[$0] == agreement }
        .min { distance(given, wrongs[$0]) < distance(given, wrongs[$1]) }
    }
    if own == .exact { return Result(finding: .right(own), given: given) }
    if let index = others.firstIndex(of: .exact) {
      return Result(finding: .wrong(index), given: given)
    }
    for agreement in [RoundingRule.Agreement.rounded, .cutOff] {
      let index = wrong(agreement)
      if own == agreement,
        index.map({ distance(given, expected) <= distance(given, wrongs[$0]) }) ?? true
      {
        return Result(finding: .right(own), given: given)
      }
      if let index { return Result(finding: .wrong(index), given: given) }
    }
    if own == .percent { return Result(finding: .right(own), given: given) }
    return Result(finding: own == .none ? .unknown : .close(own), given: given)
  }

  private func distance(_ given: GivenNumber, _ value: Value?) -> Double {
    value.flatMap { AnswerCheck.distance(given.value, $0) } ?? .infinity
  }

  /// The likeliest reading is taken but where another says something.
  private func rank(_ result: Result) -> Int {
    switch result.finding {
    case .right(let agreement): agreement == .percent ? 2 : 3
    case .wrong: 3
    case .close: 1
    case .unknown: 0
    }
  }
}

extension AnswerKey {
  /// The key of a question on a bench.
  init(
    _ answer: Lesson.Expression, tolerance: Lesson.Expression?, _ question: Question, on lab: Lab
  ) throws(CourseError) {
    expected = try lab.lessonValue(answer)
    self.tolerance = lab.tolerance(tolerance)
    wrongs = question.wrongs.map { wrong in
      guard case .value(let sample) = wrong.sample else { return nil }
      return try? lab.value(of: sample)
    }
  }
}
