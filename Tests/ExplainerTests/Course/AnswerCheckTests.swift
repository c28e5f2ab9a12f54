import Testing

@testable import Course
@testable import Formulas

struct AnswerCheckTests {
  @Test(
    arguments: [
      (12_544, 12_544, nil, true), (12_545, 12_544, nil, false), (12_544.02, 12_544, nil, true),
      (0.8587, 0.858_712, nil, true), (0.8588, 0.858_712, nil, false),
      (0.86, 0.858_712, 0.01, true),
      (0.87, 0.858_712, 0.01, false), (1e-9, 0, nil, true), (0.001, 0, nil, false),
    ] as [(Double, Double, Double?, Bool)])
  func `numbers are compared as they are shown`(
    given: Double, wanted: Double, tolerance: Double?, isRight: Bool
  ) {
    #expect(
      AnswerCheck.matches(.number(given), .number(wanted), tolerance: tolerance) == isRight)
  }

  @Test func `shapes must agree, but a vector of one is a number`() {
    #expect(AnswerCheck.matches(.vector([3]), .number(3)))
    #expect(!AnswerCheck.matches(.vector([3, 3]), .number(3)))
    #expect(AnswerCheck.matches(.vector([1, 2]), .vector([1, 2])))
    #expect(!AnswerCheck.matches(.vector([1, 2]), .vector([1, 3])))
    #expect(AnswerCheck.distance(.vector([1, 2]), .vector([1, 5])) == 3)
    #expect(AnswerCheck.distance(.vector([1, 2]), .number(1)) == nil)
  }
}
