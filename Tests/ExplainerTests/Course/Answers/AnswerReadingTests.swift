import Testing

@testable import Course
@testable import Explainer

/// What a typed line says.
struct AnswerReadingTests {
  @Test(
    arguments: [
      ("zero", 0), ("three", 3), ("Twenty!", 20), ("twenty-one", 21), ("half", 0.5),
      ("a quarter", 0.25), ("nothing", 0), ("none", 0), ("it is seven", 7), ("three four", nil),
      ("", nil), ("the", nil), ("a", nil), ("twelve.", 12), ("nineteen", 19), ("seven one", nil),
      ("twelve thousand five hundred and forty-four", 12_544), ("minus five", -5),
      ("zero point eight five", 0.85), ("point five", 0.5), ("three quarters", 0.75),
      ("13 thousand", 13_000), ("13k", 13_000), ("one hundred", 100), ("a dozen", 12),
      ("the fourth", 4), ("4th", 4), ("21st", 21), ("neuron 5", 5), ("number 3", 3),
      ("784 pixels", 784), ("784px", 784), ("16 rows of them", 16), ("20 %", 0.2),
      ("20 percent", 0.2), ("20%", 0.2), ("twenty percent", 0.2), ("20 per cent", 0.2),
      ("about 13000", 13_000), ("~13000", 13_000), ("~ 13000", 13_000), ("3 or 4", nil),
      ("16 and 10", nil), ("5 - 2", nil), ("not 784", nil), ("x", nil), ("5 minus 2", nil),
      ("12 544", 12_544), ("12 54", nil), ("12,54", 12.54), ("1,599", 1599), ("0,119", 0.119),
      ("−5", -5), ("- 5", -5), ("1e400", nil), ("12.544e3", 12_544), ("+3", 3), (".5", 0.5),
      ("5.", 5), (".", nil), ("e3", nil), ("٣", 3), ("1.2.3", nil), ("1,23,456", nil),
    ] as [(String, Double?)])
  func `a number, however it is put`(line: String, number: Double?) {
    #expect(AnswerReading(line).numbers.first?.value == number)
  }

  @Test(arguments: [
    ("0.50", 2, 0), ("12e3", -3, 0), ("1.20e-3", 5, 0), ("13000", 0, 3), ("7", 0, 0), ("0", 0, 0),
    ("12,500", 0, 2), ("50.00 %", 4, 0),
  ])
  func `how exactly a number was given`(line: String, decimals: Int, spareZeros: Int) throws {
    let number = try #require(AnswerReading(line).numbers.first)
    #expect(number.decimals == decimals && number.spareZeros == spareZeros)
  }

  @Test(arguments: [
    ("0.1", 1), ("0.16", 2), ("0.029", 2), ("784", 3), ("13000", 2), ("7", 1), ("0.50", 2),
    ("0", 0),
  ])
  func `how many digits were given`(line: String, digits: Int) {
    #expect(AnswerReading(line).numbers.first?.digits == digits)
  }

  @Test func `a number may be meant otherwise where people write it otherwise`() {
    #expect(AnswerReading("1,599").numbers.map(\.value) == [1599, 1.599])
    #expect(AnswerReading("12.544").numbers.map(\.value) == [12.544, 12_544])
    #expect(AnswerReading("20 %").numbers.map(\.value) == [0.2, 20])
  }

  @Test(arguments: [
    ("784 + 16 = 800", ["784 + 16", "800"]), ("= 826", ["826"]), ("x == 3", ["x", "3"]),
    ("x <= 3", ["x <= 3"]), ("x != 3", ["x != 3"]), ("826", ["826"]), ("", []), ("=", []),
  ])
  func `the sides of an equation`(line: String, sides: [String]) {
    #expect(AnswerReading(line).sides == sides)
  }

  @Test(arguments: [
    ("28 x 28", "28 * 28"), ("3x8", "3*8"), ("a1 x 2", "a1 * 2"), ("x x 2", "x * 2"),
    ("x + 2", "x + 2"),
    ("max(a3)", "max(a3)"), ("exp(2)", "exp(2)"), ("x2", "x2"), ("3 x", "3 x"), ("a1x2", "a1x2"),
    ("28 times 28", "28 * 28"), ("5 minus 2", "5 - 2"), ("(2) x (3)", "(2) * (3)"),
  ])
  func `an x between values multiplies, and is else a name`(text: String, formula: String) {
    #expect(AnswerReading.formula(text) == formula)
  }

  @Test(
    arguments: [
      ("yes", true), ("No.", false), ("Yes, it does", true), ("it doesn’t", false), ("true", true),
      ("that's false", false), ("I think not", false), ("not really", false), ("of course", true),
      ("of course not", false), ("not sure", nil), ("I don't know", nil), ("maybe", nil),
      ("3", nil),
      ("", nil), ("it is", nil), ("yesterday", nil), ("true or false?", nil),
    ] as [(String, Bool?)])
  func `yes and no in words`(line: String, answer: Bool?) {
    #expect(AnswerReading(line).yesNo == answer)
  }
}

/// Which option a line means.
struct OptionReadingTests {
  private let texts = [
    "It is not lit by the ideal picture.", "loops and lines", "a place for one digit, from 0 to 9",
    "Yes: they were built to.",
  ]

  @Test(
    arguments: [
      ("2", 1), ("b", 1), ("B)", 1), ("(b)", 1), ("2)", 1), ("2.", 1), ("option 2", 1), ("#2", 1),
      ("the second", 1), ("the second one", 1), ("second!", 1), ("two", 1), ("last", 3),
      ("the last one", 3),
      ("2nd", 1), ("first", 0), ("fifth", nil), ("e", nil), ("5", nil), ("0", nil), ("a", 0),
      ("loops and lines", 1), ("Loops and lines.", 1), ("loops", 1), ("lines", 1), ("a loop", 1),
      ("b) loops and lines", 1), ("a) loops and lines", nil),
      ("place for one digit, from 0 to 9", 2),
      ("the digit", 2), ("not lit", 0), ("it is lit by the ideal picture", nil), ("picture", nil),
      ("yes", 3), ("yes, they were", 3), ("no", nil), ("built", 3), ("", nil), ("banana", nil),
      ("loops and digits", nil), ("I think b", 1), ("maybe the first", 0), ("one", 0),
      ("first second", nil),
    ] as [(String, Int?)])
  func `by its sign, its place or its words`(line: String, option: Int?) {
    #expect(OptionReading(texts).meant(by: AnswerReading(line)) == option)
  }

  @Test(
    arguments: [
      ("5", 0), ("-5", 1), ("−5", 1), ("minus five", 1), ("1/5", 2), ("0.2", 2), (".2", 2),
      ("b", 1),
      ("2", 1), ("the second", 1), ("five", 0), ("7", nil), ("a", 0), ("3)", 2),
    ] as [(String, Int?)])
  func `options that are numbers have letters, and are named by their value`(
    line: String, option: Int?
  ) {
    let reading = OptionReading(["5", "−5", "1/5"])
    #expect(reading.isLettered && reading.mark(1) == "b")
    #expect(reading.meant(by: AnswerReading(line)) == option)
  }
}

/// The one rule for roundings.
struct RoundingRuleTests {
  private func agreement(
    _ typed: String, _ value: Double, tolerance: Double? = nil
  ) throws -> RoundingRule.Agreement {
    let written = try #require(AnswerReading(typed).numbers.first)
    return RoundingRule.agreement(
      of: GivenNumber(written), with: .number(value), tolerance: tolerance)
  }

  @Test(
    arguments: [
      ("0.12", 0.1192, .rounded), ("0.119", 0.1192, .rounded), ("0.1", 0.1192, .coarse),
      ("0.11", 0.1192, .coarse), ("0.13", 0.1192, .none), ("0.583", 0.58333, .rounded),
      ("0.6", 0.58333, .coarse), ("1.6", 1.599, .rounded), ("2", 1.599, .coarse),
      ("1", 1.599, .none),
      (".30", 0.2996, .rounded), ("0.03", 0.0294, .rounded), ("0.99", 0.9974, .cutOff),
      ("1", 0.9974, .rounded), ("0.9", 0.9974, .none), ("-0.85", -0.8512, .rounded),
      ("0.85", -0.8512, .none), ("0.0", 0.000_03, .coarse), ("0", 0.4, .none),
      ("95", 0.952, .percent),
      ("95 %", 0.952, .rounded), ("5", 0.952, .none), ("140", 137.42, .rounded),
      ("137", 137.42, .rounded), ("100", 137.42, .coarse), ("0.5834", 0.58333, .none),
      ("784", 784, .exact), ("780", 784, .nearCount), ("800", 784, .none), ("783", 784, .none),
      ("13000", 13_002, .nearCount), ("4.1", 4, .none), ("3.99", 4, .none),
    ] as [(String, Double, RoundingRule.Agreement)])
  func `in the digits given, and no more than a fortieth off`(
    typed: String, value: Double, expected: RoundingRule.Agreement
  ) throws {
    #expect(try agreement(typed, value) == expected)
  }

  @Test func `a tolerance takes more, and nothing less`() throws {
    #expect(try agreement("0.6", 0.583, tolerance: 0.05) == .exact)
    #expect(try agreement("0.58", 0.583, tolerance: 0.000_1) == .rounded)
  }
}

/// The order in which options are offered.
struct OptionOrderTests {
  private var lessons: [Lesson] {
    get throws { Course(try bundledSession().classroom.lessonFiles).lessons }
  }

  private func choices(_ lesson: Lesson) -> [ChoiceQuestion] {
    lesson.steps.flatMap(\.questions).compactMap { $0.kind as? ChoiceQuestion }
  }

  @Test func `the same seed shuffles alike, another one otherwise`() throws {
    let lessons = try lessons
    let lesson = try #require(lessons.first { choices($0).count > 2 })
    #expect(lesson.shuffled(by: 1) == lesson.shuffled(by: 1))
    let orders = Set((0..<20).map { choices(lesson.shuffled(by: $0)).map(\.shown) })
    #expect(orders.count > 5)
  }

  @Test func `with no seed is a place right more often than it must be`() throws {
    for lesson in try lessons {
      for seed in 0..<50 as Range<UInt64> {
        let all = choices(lesson.shuffled(by: seed))
        guard all.count > 1 else { continue }
        for choice in all {
          #expect(choice.shown.sorted() == Array(choice.texts.indices))
        }
        let places = Dictionary(grouping: all) { $0.shown.firstIndex(of: $0.rightOption) }
        #expect(places.values.allSatisfy { $0.count * 2 <= all.count }, "\(lesson.id) \(seed)")
      }
    }
  }

  @Test func `an option that speaks of the others stays the last`() throws {
    let lessons = try lessons
    let lesson = try #require(lessons.first { $0.id == "a-function" })
    for seed in 0..<20 as Range<UInt64> {
      let choice = choices(lesson.shuffled(by: seed))[0]
      #expect(choice.options.last?.text == "both")
    }
  }

  @Test func `the seed is kept with the progress, and what is answered is what is shown`() throws {
    let host = KeptProgress()
    func play(_ line: String, _ session: inout Session) -> String {
      text(session.reply(to: line, host: host))
    }
    var orders: Set<String> = []
    for seed in 0..<8 as Range<UInt64> {
      var session = Session(content: try bundledContent(), seed: seed)
      host.bytes = nil
      let shown = play("lesson counting learning", &session)
      orders.insert(shown)
      #expect(play("weights and biases", &session).contains("✓"))
      let kept = try #require(host.bytes)
      var later = Session(content: try bundledContent(), seed: 99)
      #expect(play("lesson counting learning", &later) == shown)
      guard case .success(let progress) = ProgressFile.decode(kept) else {
        Issue.record("\(kept)")
        return
      }
      #expect(progress.seed == seed)
    }
    #expect(orders.count > 2)
  }

  @Test func `a hint names the right option where the learner sees it`() throws {
    for seed in 0..<6 as Range<UInt64> {
      var session = Session(content: try bundledContent(), seed: seed)
      _ = session.play("lesson counting learning", "hint", "hint")
      let hint = session.play("hint")
      let mark = try #require(hint.firstMatch(of: /Type (\d)/)).1
      #expect(session.play(String(mark)).contains("✓"), "\(hint)")
    }
  }
}
