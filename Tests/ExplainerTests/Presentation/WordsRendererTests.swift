import Core
import Lessons
import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

/// Replies as they are heard.
struct WordsRendererTests {
  private func heard(_ reply: Reply, width: Int? = nil, at place: String? = nil) -> String {
    WordsRenderer(width: width).render(reply, to: "", at: place)
  }

  private func heard(_ prose: Prose) -> String { heard(Reply([.prose(prose)])) }

  @Test func `a reply is a line for each thing it says`() throws {
    #expect(
      heard(try reply("params")) == """
        into layer 1: 784 times 16, weights 12,544, biases 16.
        into layer 2: 16 times 16, weights 256, biases 16.
        into layer 3: 16 times 10, weights 160, biases 10.
        total: weights 12,960, biases 42.
        12,960 + 42 = 13,002 knobs. Learning means setting them all well.

        """)
    #expect(
      heard(try reply("neuron weights=[1, -2] inputs=[0.5, 0.25] bias=-0.1")) == """
        A neuron with 2 inputs.
        weight times activation: 1.0000 times 0.5000; w times a: 0.5000; from input 0.
        weight times activation: minus 2.0000 times 0.2500; w times a: minus 0.5000; from input 1.
        weighted sum: 0.0000.
        bias: minus 0.1000.
        z: minus 0.1000.
        sigmoid(z): 0.4750.
        It's dark. The votes come to about 0, so its bias decides.

        """)
    #expect(
      heard(try reply("digit 0")) == """
        our drawing 0 of a 0: 28 by 28 pixels, 154 lit, in one piece, in rows 4 to 24 and columns 6 to 21; it goes all around 1 dark area: rows 7 to 21, columns 10 to 18.
        154 of its 784 pixels are lit.

        """)
  }

  @Test func `what is not computed yet is to come`() throws {
    let lines = heard(try reply("step to 3.0")).split(separator: "\n")
    #expect(lines.contains("bias: to come."))
    #expect(lines.last == "Go on with step, step back, step neuron, step layer or step out.")
  }

  @Test func `a problem says where in the line it is`() throws {
    #expect(
      heard(try reply("3 + (4"), at: "x.nn:7") == """
        x.nn:7: This ( is never closed.
        That is at character 5 of the line: opening parenthesis.
        Add ) where it ends.

        """)
    #expect(heard(try reply("2 +")).contains("\nThat is at the end of the line.\n"))
  }

  @Test(arguments: [
    ("-0.5 and −2, not 7-2 or a-1 or re-do", "minus 0.5 and minus 2, not 7-2 or a-1 or re-do."),
    ("(-1, -∞)", "(minus 1, minus infinity)."), ("28×28 and 28 × 28", "28 by 28 and 28 times 28."),
    ("neuron 5 of 0–7, into 0…1", "neuron 5 of 0 to 7, into 0 to 1."),
    ("[1, 2, …] and more…", "[1, 2, and so on] and more..."),
    (
      "3·10³⁸, x², 10⁻⁷, 4.361e-17",
      "3 times 10 to the 38, x squared, 10 to the minus 7, 4.361 times 10 to the minus 17."
    ),
    ("∂C/∂a3[3] = σ′(z3[3])", "slope of C by a3[3] = sigmoid prime(z3[3])."),
    ("  1  the first", "1: the first."),
    ("weights 3/15  Three of them", "weights 3/15, Three of them."),
    ("multiply  (operation 1)", "multiply (operation 1)."),
    ("It is so (or not.)", "It is so (or not.)"),
    ("? How many", "Question: How many."),
  ])
  func `signs that voices leave out are words`(text: String, spoken: String) {
    #expect(heard(Prose(text)) == spoken + "\n")
  }

  @Test func `of a drawing nothing is said`() {
    #expect(heard(Reply([.lines(["┌─┐", "│▒│ a box", "└─┘ ⣿"])])) == "a box.\n")
  }

  @Test func `what is to be typed stays as it is typed`() {
    #expect(heard("Try \(code: "σ(W1·a0 - 1)")") == "Try sigmoid(W1*a0 - 1)\n")
    #expect(heard("\(code: "·") is one sign.") == "dot is one sign.\n")
  }

  @Test func `a cell of a table has the name of its column where it needs one`() {
    var table = Table(.trailing, .trailing, .trailing, reading: .headed)
    table.add("", "0", "1")
    table.add("0", "·", "3")
    table.rows.append(.rule)
    table.add("1", "2", "·")
    #expect(heard(Reply([.table(table)])) == "row 0: column 1 is 3.\nrow 1: column 0 is 2.\n")
    var phrase = Table(.leading, .decimal, .leading, .decimal, reading: .phrase)
    phrase.add("b1[0]", "-1.5", "became", "2.0")
    #expect(heard(Reply([.table(phrase)])) == "b1[0]: minus 1.5 became 2.0.\n")
    var named = Table(.leading, .trailing, .leading)
    named.add("layer 0", "784", "pixels")
    named.rows.append(.cells([.text("layer 1"), .text("0.5"), .bar(0.5)]))
    #expect(heard(Reply([.table(named)])) == "layer 0: 784 pixels.\nlayer 1: 0.5.\n")
  }

  @Test func `nothing is said twice in a row`() throws {
    let lines = heard(try reply("plot sigmoid")).split(separator: "\n")
    #expect(lines.count == 2)
  }

  @Test func `lines are broken only where the place has a width`() {
    let reply = Reply([.prose("one two three four five")])
    #expect(heard(reply) == "one two three four five.\n")
    #expect(heard(reply, width: 9) == "one two\nthree\nfour\nfive.\n")
  }

  /// Whatever is typed: no line is empty, and nothing in it is drawn or lined up by spaces.
  @Test func `no reply of any command draws`() throws {
    var session = try bundledSession()
    let host = ScriptedHost()
    for line in Self.lines {
      expectSpoken(heard(session.reply(to: line, host: host)), line)
    }
  }

  @Test(arguments: Lessons.course.map(\.name))
  func `no lesson draws`(name: String) throws {
    var session = try bundledSession()
    let lesson = try #require(
      Course(session.classroom.lessonFiles).lessons.first { $0.file == name })
    let reply = session.reply(to: "lesson \(lesson.id) --auto", host: ScriptedHost())
    expectSpoken(heard(reply), name)
  }

  private static let lines = [
    "help", "help neuron", "help formulas", "network", "params", "digit 8", "pixels", "pixel 14 13",
    "weights 1.5", "weights 1", "weights 2", "biases 2", "activations 0", "activations 1",
    "forward",
    "classify", "classify noise 3", "neuron 1.5", "neuron 3.2", "explain σ(W1·a0 + b1)",
    "explain 9",
    "plot sigmoid", "plot 1/x, x -4 4", "step", "step to 1.5", "step", "step", "watch 2.3",
    "step out",
    "set W2[3,4] = 0.5", "nudge b1[0] -10", "diff", "undo", "redo", "accuracy drawn", "cost",
    "cost drawn", "gradient 3.3", "gradient 1.5", "gradient W3[0,4]", "confusion drawn",
    "sweep shift -2 2 drawn", "worst noise", "convolve outline", "lstm",
    "attend", "attend [1, 2]", "compare 3 8", "compare opened this", "map 2 drawn", "probe",
    "lessons",
    "history", "where", "a0", "W1", "W2", "a1", "-W2[1]", "[[1, -2], [3, 4]]", "1e300*1e10",
    "3 + (4",
    "W1*a1", "digit blank", "classify", "digit noise 3", "digit invert",
    "new 784 12 10 relu seed 1",
    "train drawn epochs=2 batch=100", "epoch", "epoch 1", "diff 1 2", "new 2 3 1 seed 1",
    "inputs [1, -2] wanted=[1]", "forward", "cost", "gradient 2.0", "activation relu", "trian",
  ]

  private func expectSpoken(_ heard: String, _ what: String) {
    #expect(heard.hasSuffix("\n"), "\(what)")
    for line in heard.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let isPlain = line.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 }
      #expect(!line.isEmpty && isPlain && !line.contains("  "), "\(what): \(line)")
      #expect(line.first != " " && line.last != " ", "\(what): \(line)")
    }
  }
}
