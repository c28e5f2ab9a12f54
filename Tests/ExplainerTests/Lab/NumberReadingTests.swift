import Testing

@testable import Lab
@testable import Presentation

/// Words that people and programs write where a number belongs.
private let oddWords = [
  "0", "-1", "1.5", "1e9", "1e308", "1e400", "9223372036854775807", "-9223372036854775808",
  "99999999999999999999", "nan", "inf", "-inf", "-0", "٣", "0x10", "1_000", "10,000", "+3", "1e3",
  "1e-400", ",", "_", "1__0", "--1", "e", ".", "", "1,00",
]

struct NumberReadingTests {
  @Test(arguments: [
    ("12", WholeReading.whole(12)), ("+3", .whole(3)), ("-0", .whole(0)), ("1e3", .whole(1000)),
    ("10,000", .whole(10_000)), ("-1,000,000", .whole(-1_000_000)), ("1_000", .whole(1000)),
    ("3.0", .whole(3)), ("\u{2212}2", .whole(-2)), ("1.5", .fraction), ("0.5e0", .fraction),
    ("1e308", .beyondAll), ("99999999999999999999", .beyondAll), ("-1e30", .beyondAll),
    ("nan", .noNumber), ("inf", .noNumber), ("0x10", .noNumber), ("٣", .noNumber),
    ("", .noNumber), ("10,00", .noNumber), ("1,,000", .noNumber), (",", .noNumber),
    ("e", .noNumber), ("1e", .noNumber), ("x", .noNumber),
  ])
  func `a whole number is read in the ways in which it is written`(
    word: String, reading: WholeReading
  ) {
    #expect(WholeReading(word) == reading)
  }

  @Test(arguments: [
    "train drawn validate=%", "train drawn epochs=%", "train drawn batch=%", "train drawn rate=%",
    "train drawn momentum=%", "train drawn weight-decay=%", "train drawn seed=%",
    "train drawn examples=%", "train drawn watch=%", "train drawn watch=1.%", "new 784 % 10",
    "new % 2", "new 784 10 seed %", "params 784 %", "digit %", "digit 3 %", "digit noise %",
    "digit shift % 0", "digit rotate %", "digit scale %", "digit cover % 1 1 1",
    "digit cover 1 1 % 1", "pixel % 3", "pixel 3 %", "step to %", "step to 1.%", "watch %.0",
    "lesson counting %", "lesson %", "epoch %", "diff % 1", "diff 0 %", "history %", "weights %",
    "weights 1.%", "biases %", "activations %", "neuron 1.%", "gradient 1.%", "gradient W1[0,%]",
    "cost %", "set b1[%] = 0", "explain %", "neuron weights=[%] inputs=[1] bias=0",
    "neuron weights=[1] inputs=[1] bias=%",
  ])
  func `no number from outside stops the program, and none is told a bound of the machine`(
    pattern: String
  ) throws {
    let host = ScriptedHost()
    let session = try bundledSession()
    // Where even the smallest training would run, its lines are only read.
    let isRun = !pattern.hasPrefix("train")
    for word in oddWords {
      let line = pattern.replacing("%", with: word) + (isRun ? "" : " nonsense=1")
      var session = session
      let reply = session.reply(to: line, host: host)
      let shown = text(reply)
      let typed = shown.replacing(word.isEmpty ? " " : word, with: "")
      #expect(!typed.contains("9223372036854775807"), "\(line): \(shown)")
      if let problem = reply.error { #expect(!problem.hint.text.isEmpty, "\(line)") }
    }
  }

  @Test(arguments: [
    ("epochs=-1", "epochs can't be -1.", "It is a whole number from 1 to 100,000."),
    (
      "epochs=1.5", "'1.5' isn't a whole number.", "epochs is a whole number from 1 to 100,000."
    ),
    ("epochs=1e9", "epochs can't be 1e9.", "It is a whole number from 1 to 100,000."),
    (
      "epochs=", "A number is missing after epochs=.",
      "epochs is a whole number from 1 to 100,000."
    ),
    (
      "validate=9223372036854775807", "validate can't be 9223372036854775807.",
      "It is a whole number from 0 to 60,000."
    ),
    (
      "validate=100000000000", "validate can't be 100000000000.",
      "It is a whole number from 0 to 60,000."
    ),
    ("rate=0", "A learning rate of 0 learns nothing.", "It's above 0: try rate=0.5."),
    ("rate=-1", "A learning rate can't be below 0.", "It's above 0: try rate=0.5."),
    (
      "rate=1e39", "'1e39' is too large for a Float.",
      "A Float goes up to 3.403e38; try smaller numbers."
    ),
    (
      "momentum=-1", "momentum can't be below 0.", "It goes from 0 up to, but not including, 1."
    ),
  ])
  func `a setting that can't be says what is wrong with it`(
    setting: String, message: String, hint: String
  ) throws {
    try expectProblem("train drawn \(setting)", message, hint)
  }

  @Test func `a training too large for the memory is not begun`() throws {
    let problem = try reply("new 784 25000 10", "train drawn batch=10000").error
    #expect(problem?.message == "That would take 2,212 MB of memory.")
  }

  @Test(arguments: [
    (1, "a 1"), (8, "an 8"), (11, "an 11"), (18, "an 18"), (80, "an 80"), (81, "an 81"),
    (100, "a 100"), (110, "a 110"), (800, "an 800"), (1100, "a 1,100"), (8000, "an 8,000"),
    (11_000, "an 11,000"), (18_500, "an 18,500"), (180, "a 180"), (0, "a 0"),
  ])
  func `a number has the article of its name`(number: Int, phrase: String) {
    #expect(number.withArticle == phrase)
  }

  @Test func `numbers told side by side show where they differ`() {
    #expect(Contrast.shown(0.9974, 0.2) == ("0.9974", "0.2000"))
    #expect(Contrast.shown(0.5, 0.5) == ("0.5000", "0.5000"))
    for (a, b) in [
      (Float(0.9974), Float(0.997_403)), (1, Float(1).nextUp), (1e30, Float(1e30).nextUp),
    ] {
      let (first, second) = Contrast.shown(a, b)
      #expect(first != second)
      #expect(Float(first).map { abs($0 - a) <= abs(b - a) } == true, "\(first)")
    }
  }

  @Test(arguments: [
    [97, 3], [1, 2], [1, 59_999], [59_999, 1], [0, 5], [1, 1, 1], [10_000, 1],
  ])
  func `shares add up as they are shown, and none is lost`(counts: [Int]) {
    let units = Shares.of(counts).map { Int(($0 * 10_000).rounded()) }
    #expect(units.reduce(0, +) == 10_000)
    for (unit, count) in zip(units, counts) { #expect((unit == 0) == (count == 0)) }
  }
}
