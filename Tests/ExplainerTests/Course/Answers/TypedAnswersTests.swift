import Testing

@testable import Course
@testable import Explainer

/// Answers as people type them, at the questions of the bundled course.
struct TypedAnswersTests {
  /// A step of the course, and lines that answer its question.
  struct Asked: Sendable, CustomTestStringConvertible {
    let lesson: String
    let step: String
    let lines: [String]

    init(_ lesson: String, _ step: String, _ lines: String...) {
      (self.lesson, self.step, self.lines) = (lesson, step, lines)
    }

    var testDescription: String { "\(lesson)/\(step)" }
  }

  private func replies(_ asked: Asked) throws -> [(line: String, reply: String)] {
    var start = try bundledSession()
    _ = start.play("lesson \(asked.lesson) \(asked.step)")
    return asked.lines.map { line in
      var session = start
      return (line, session.play(line))
    }
  }

  private static let right = [
    // Numbers that count.
    Asked(
      "a-messy-three", "how-many-numbers", "784", "28*28", "28 x 28", "28x28", "28 × 28", "28 X 28",
      "28 times 28", "28·28", "28 * 28 = 784", "784 pixels", "784 numbers", "it is 784",
      "It's 784!",
      "its 784.", "I think 784", "= 784", "seven hundred eighty-four",
      "seven hundred and eighty four", "the answer is 784", "784.0", "28^2", "28²", "(28*28)",
      "784 numbers in all", "28 rows of 28 pixels = 784", "count(a0)", "n = 28*28", "７８４", "784 px",
      "28 by 28", "28 * 28 pixels", "so 784", "[784]"),
    Asked(
      "counting", "into-layer-1", "12544", "12,544", "12 544", "12\u{A0}544", "12\u{202F}544",
      "12_544",
      "12'544", "12’544", "12.544", "12.544e3", "1.2544e4", "784 x 16", "784x16", "784×16",
      "784 ⋅ 16",
      "16*784", "12,544 weights", "784 * 16 = 12,544", "784*16=12544", "16 times 784",
      "There are 12,544 weights.", "twelve thousand five hundred forty-four", "exactly 12544",
      "W1 has 784*16 = 12544", "total = 784*16", "784 pixels x 16 neurons",
      "784 pixels * 16 neurons = 12544", "12,544 (784*16)", "sum: 12544", "784 * 16 → 12544",
      "12544 # the weights", "12544 weights in total"),
    Asked(
      "layers", "add-them-up", "784 + 16 + 16 + 10 = 826", "826", "= 826", "826!", "it is 826",
      "784 plus 16 plus 16 plus 10", "826 neurons", "784+16+16+10", "about 826?"),
    Asked(
      "layers", "which-output", "4", "the fourth", "fourth", "4th", "the 4th one", "number 4",
      "four",
      "the fourth one", "the fourth from the top", "neuron 4", "4 (the fourth)", "Fourth!",
      "it's the fourth"),
    Asked("counting", "the-biases", "42", "forty-two", "forty two", "42 biases", "16+16+10 = 42"),
    Asked("matrix-form", "rows-of-w1", "10 rows", "10", "ten"),
    // Other numbers.
    Asked(
      "neurons", "from-a-file", "204/255", "0.8", ".8", "0.80", "80%", "80 %", "0,8", "4/5", "⅘"),
    Asked(
      "bias", "white-wall", "0.119", "0.12", "0.1192", ".119", "0,119", "11.9 %", "σ(8 - 10)",
      "sigmoid(8-10)", "σ(−2)", "sigmoid(8 − 10)", "about 0.12", "~0.12", "1/(1 + exp(2))"),
    Asked("sigmoid", "formula", "0.8808", "0.88", "1/(1+exp(-2))", "1/(1 + exp(−2))", ".88"),
    Asked("sigmoid", "further-step", "0.0294", "0.03", "0.029", ".0294", "σ(4) − σ(3)"),
    Asked(
      "weights", "three-inputs", "2", "2.0", "6*0.5 - 1", "two", "3 - 1 + 0 = 2", "6 x 0.5 − 1"),
    Asked(
      "gradient-descent", "how-far", "3.8", "5 - 1.2", "x = 5 - 1.2", "5 − 0.2·6",
      "5 - 0.2 x 6 = 3.8",
      "3,8", "3.80"),
    Asked("bias", "by-hand", "W1[5]*a0 + b1[5]", "z1[5]", "z = W1[5]*a0 + b1[5]"),
    // Guesses.
    Asked(
      "counting", "where-most", "0.97", "97", "97 %", "about 97%", "0.966", "roughly 0.97", "~.97"),
    // Choices.
    Asked(
      "bias", "which-bias", "-5", "−5", "–5", "minus 5", "minus five", "negative five", "-5.", "-5!"
    ),
    Asked(
      "counting", "learning", "its weights and biases", "weights and biases",
      "the weights and the biases", "Its weights and biases.", "weights", "the biases",
      "the weights and biases change"),
    Asked(
      "why-layers", "speech", "loops and lines", "Loops and lines.", "loops", "lines",
      "loops & lines", "lines and loops"),
    Asked(
      "layers", "no-eleventh", "ten", "10", "the one with ten", "ten: the digits 0 to 9",
      "digits 0 to 9"),
    Asked("why-layers", "is-it-so", "it is a hope so far", "a hope", "It is a hope", "hope so far"),
    // An order.
    Asked(
      "recap", "the-way", "edafbc", "e d a f b c", "edafbc?", "e > d > a > f > b > c",
      "e-d-a-f-b-c",
      "e, d, a, f, b, c", "first e, then d, then a, then f, then b, then c", "E D A F B C",
      "e then d then a then f then b then c"),
  ]

  @Test(arguments: right)
  func `what means the right thing is accepted`(asked: Asked) throws {
    for (line, reply) in try replies(asked) {
      #expect(reply.contains("✓"), "\(line): \(reply)")
    }
  }

  private static let wrong = [
    Asked(
      "a-messy-three", "how-many-numbers", "756", "28", "28 + 28", "56", "783", "784,5", "7840",
      "28 rows", "28 x 27", "28*28 = 786", "28*27 = 784", "about 780", "half", "not 784", "a0",
      "3 or 784"),
    Asked(
      "counting", "into-layer-1", "12560", "12,560", "12 560", "784", "800", "12.5", "12500",
      "784 + 16",
      "12 thousand", "12544 or 12560", "not 12544", "-12544", "784 weights", "12544 %"),
    Asked(
      "layers", "which-output", "3", "the third", "third", "three", "2", "number 3", "4.1", "-4"),
    Asked("bias", "white-wall", "0.1", "0", "0.13", "0.109", "-0.12", "1.2", "0.881", "1", "119"),
    Asked("neurons", "from-a-file", "204", "0.79", "0.7969", "2.04", "204/256", "8"),
    Asked("sigmoid", "formula", "0.1353", "0.12", "1.1353", "0.91", "0.8"),
    Asked("bias", "which-bias", "5", "1/5", "0.2", "+5", "five", "20%"),
    Asked("counting", "learning", "the pixels", "number of its neurons", "neurons"),
    Asked("recap", "the-way", "abcdef", "fedcba", "e d a f c b", "edafb", "edafbb"),
    Asked("gradient-descent", "how-far", "6.2", "x = 5 - 6", "1.2", "4.8", "3.6"),
  ]

  @Test(arguments: wrong)
  func `nothing else is accepted`(asked: Asked) throws {
    for (line, reply) in try replies(asked) {
      #expect(!reply.contains("✓"), "\(line): \(reply)")
    }
  }

  @Test(arguments: [
    ("counting", "into-layer-1", "12,560 weights", "biases as well"),
    ("counting", "into-layer-1", "784*16 = 12546", "784*16 is 12,544, not 12546"),
    ("counting", "into-layer-1", "784*15 = 12544", "784*15 is 11,760"),
    ("layers", "which-output", "the third", "the topmost is number 0"),
    ("bias", "white-wall", "0.12", "Right: 0.1192 (you rounded)."),
    ("bias", "white-wall", "0.1", "Close: give two digits."),
    ("cost", "one-output", "0.16", "Close: give three digits."),
    ("cost", "one-output", "0.15", "Close: give three digits."),
    ("counting", "where-most", "97", "97% is right; as a share it is 0.97"),
    ("counting", "where-most", "1.5", "lies between 0 and 1"),
    ("counting", "into-layer-1", "12500", "give it exactly"),
    ("sigmoid", "right-of-middle", "7", "An activation lies between 0 and 1."),
    ("counting", "into-layer-1", "12543", "one too few"),
    ("counting", "into-layer-1", "20000", "too large"),
    ("counting", "into-layer-1", "-12544", "look at the sign"),
    ("counting", "into-layer-1", "125440", "The digits are right"),
    ("gradient-descent", "how-far", "x = 5 - 6", "leaves out the learning rate"),
    ("counting", "into-layer-1", "12454", "Two of its digits have changed places."),
    ("counting", "where-most", "256 and 160", "You gave 2 numbers, and the question asks for one."),
    ("counting", "where-most", "between .9 and 1", "You gave 2 numbers"),
    ("counting", "the-biases", "the fourth", "'fourth' says which one, and not how many."),
    ("counting", "the-biases", "42 > 16", "is true or false, and a number is asked."),
    ("counting", "the-biases", "5 mod 3", "5 mod 3 is 2."),
    ("why-layers", "is-it-so", "yes", "Nobody told any hidden neuron"),
    ("why-layers", "is-it-so", "no", "It may or may not"),
  ])
  func `each answer hears what is about it`(
    lesson: String, step: String, line: String, words: String
  ) throws {
    let reply = try replies(Asked(lesson, step, line))[0].reply
    #expect(reply.replacing("\n", with: " ").contains(words), "\(reply)")
  }

  @Test(arguments: [
    ("784 times 16", "12,544"),
    ("28*28 x sixteen", "That's 12,544. You can also type 28*28 * 16."),
    ("416 weights", "That's 416."),
    ("5 and bit 3", "'5 and bit 3' isn't a command or a formula."),
  ])
  func `a number or a sum in words is understood where nothing is asked`(
    line: String, words: String
  ) throws {
    var session = try bundledSession()
    #expect(session.play(line).contains(words))
  }

  @Test func `a question that was answered says so, and after its solution Enter goes on`() throws {
    var session = try bundledSession()
    let question = session.play("lesson counting the-biases")
    // The question itself says what to type.
    #expect(question.contains("Type a number or a sum.\nStuck? hint, solution or skip."))
    #expect(session.play("solution").contains("Type it, or press Enter to go on without."))
    var other = session
    #expect(other.play("").contains("? So how many parameters"))
    #expect(session.play("42").contains("✓"))
    for line in ["I don't know", "hint", "solution", "40 biases"] {
      #expect(session.play(line).contains("That's answered already: 42. Press Enter to go on."))
    }
    #expect(session.play("", "back").contains("? How many biases"))
    #expect(session.play("dunno").contains("answered already: 42."))
    // One that was only skipped is still to be answered.
    #expect(other.play("back", "dunno").contains("Hint 1 of"))
  }
}

/// Names, yes and no, and how options stand on the screen.
struct AnswerFormTests {
  private static let lesson = """
    ---
    lesson: sample
    title: A sample
    needs:
    teaches: digit, a3, a0, argmax, classify
    ---

    Prose.

    ## Ask {#ask}

    ```ask yes-no
    question: Is output 3 the brightest for this 3?
    answer: argmax(a3) == 3
    wrong no: Look again.
    hint: `classify` shows it.
    hint: The third bar from 0.
    right: It reads its own 3.
    ```

    ```ask yes-no
    question: Is there an output for no digit at all?
    answer: no
    wrong yes: Count them.
    hint: How many are there?
    hint: Ten digits, ten outputs.
    ```

    """

  @Test func `a question that yes or no answers is proved, and answered so`() throws {
    #expect(try problems(in: file(Self.lesson)) == [])
    for line in [
      "yes", "Yes, it is.", "true", "y", "it is true", "1", "argmax(a3) == 3", "of course",
    ] {
      var session = try session(with: file(Self.lesson))
      _ = session.play("lesson sample ask")
      #expect(session.play(line).contains("Right. It reads its own 3."), "\(line)")
      #expect(session.play("", "no it does not").contains("✓"))
    }
    var session = try session(with: file(Self.lesson))
    _ = session.play("lesson sample ask")
    #expect(session.play("perhaps").contains("neither yes nor no"))
    #expect(session.play("No, it doesn't").contains("Not yet. Look again."))
    #expect(session.play("solution").contains("It is yes.\n\nType it, or press Enter"))
  }

  @Test(arguments: [
    ("answer: no\n", "answer: yes\n", "'yes' is called wrong but is right."),
    (
      "answer: argmax(a3) == 3\n", "answer: argmax(a3) == 4\n", "'no' is called wrong but is right."
    ),
    ("answer: argmax(a3) == 3\n", "answer: argmax(q)\n", "There is no 'q' here."),
    ("wrong no: Look", "wrong 3: Look", "'wrong yes' or 'wrong no'"),
    ("hint: How many", "hint: No: how many", "gives the answer away (no)"),
  ])
  func `a broken question of yes or no is caught`(old: String, new: String, words: String) throws {
    let broken = Self.lesson.replacing(old, with: new)
    let found = try problems(in: file(broken))
    #expect(found.contains { $0.contains(words) }, "\(found)")
  }

  private static func choices(_ answers: [Int], longest: Bool = false) -> String {
    let asks = answers.enumerated().map { number, answer in
      let options = (1...3).map { option in
        "option: choice\(number) is \(["cat", "dog", "cow"][option - 1])"
          + (longest == (option == answer) ? " and a good deal more than that" : "")
      }
      let wrongs = (1...3).filter { $0 != answer }.map { "wrong \($0): Not \($0)." }
      return """
        ```ask choice
        question: Which, in place \(number)?
        \(options.joined(separator: "\n"))
        answer: \(answer)
        \(wrongs.joined(separator: "\n"))
        hint: Think.
        hint: Type `{answer}`.
        ```
        """
    }
    return
      "---\nlesson: sample\ntitle: A sample\nneeds:\nteaches:\n---\n\nProse.\n\n## Ask {#ask}\n\n"
      + asks.joined(separator: "\n\n") + "\n"
  }

  @Test func `not all of three questions of yes or no have the same answer`() throws {
    func lesson(_ answers: String...) -> LessonFile {
      let asks = answers.enumerated().map { number, answer in
        """
        ```ask yes-no
        question: Is \(number) so?
        answer: \(answer)
        wrong \(answer == "no" ? "yes" : "no"): It is not.
        hint: Think.
        hint: Think harder.
        ```
        """
      }
      return file(
        "---\nlesson: sample\ntitle: A sample\nneeds:\nteaches:\n---\n\nProse.\n\n## Ask {#ask}\n\n"
          + asks.joined(separator: "\n\n") + "\n")
    }
    #expect(try problems(in: lesson("no", "no", "yes")) == [])
    #expect(try problems(in: lesson("no", "no")) == [])
    #expect(
      try problems(in: lesson("no", "no", "no")).contains {
        $0.contains("'no' is right in all 3 of the lesson's questions of yes or no.")
      })
  }

  @Test func `no letter is right too often, and the right option is not always the longest`() throws
  {
    #expect(try problems(in: file(Self.choices([1, 2, 3]))) == [])
    #expect(try problems(in: file(Self.choices([2]))) == [])
    let same = try problems(in: file(Self.choices([2, 2, 3])))
    #expect(same.count == 1 && same[0].contains("option b is right in 2 of the lesson's 3 choices"))
    let long = try problems(in: file(Self.choices([1, 2, 3], longest: true)))
    #expect(long.count == 1 && long[0].contains("the longest in all 3 choices"))
    for hint in ["It is the second.", "Type `2`.", "It is option 1."] {
      let broken = Self.choices([1, 2, 3]).replacing("Type `{answer}`.", with: hint)
      #expect(try problems(in: file(broken)).contains { $0.contains("write {answer}") }, "\(hint)")
    }
  }

  @Test func `a longer option hangs beside its mark`() throws {
    var session = try session(with: file(Self.choices([1], longest: true)))
    _ = session.reply(to: "lesson sample ask", host: ScriptedHost())
    let shown = text(session.reply(to: "where", host: ScriptedHost()), columns: 40)
    #expect(
      shown.contains("  1  choice0 is cat and a good deal more\n     than that\n"), "\(shown)")
  }

  @Test func `a value that was to be named needs no name`() throws {
    var start = try bundledSession()
    _ = start.play("lesson weights type-the-weights")
    for line in ["rectangle(7, 10, 3, 8)", "edge = rectangle(7, 10, 3, 8)"] {
      var session = start
      #expect(session.play(line).contains("✓"), "\(line)")
      #expect(session.play("sum(edge)").contains("24"))
    }
    var session = start
    #expect(!session.play("rectangle(7, 10, 2, 7)").contains("✓"))
    // Looking is no answer.
    start = try bundledSession()
    _ = start.play("lesson matrix-form type-it")
    #expect(!start.play("a1").contains("✓"))
    #expect(start.play("σ(W1*a0 + b1)").contains("(Kept under the name mine.)"))
  }

  @Test func `a transcript is replayed with the options as they stood`() throws {
    for seed in 0..<4 as Range<UInt64> {
      let host = ScriptedHost()
      var session = Session(content: try bundledContent(), seed: seed)
      _ = session.play("lesson counting learning", "1", "2", "3", "export notes.md", host: host)
      #expect(session.play("check notes.md", host: host).contains("1 replayed"), "\(seed)")
    }
  }

  @Test func `older progress has no seed, and keeps its place`() {
    let old = #"{"version":1,"last":"counting","lessons":{"counting":{"done":["start"]}}}"#
    guard case .success(let progress) = ProgressFile.decode(Array(old.utf8)) else {
      Issue.record("unread")
      return
    }
    #expect(progress.seed == nil && progress["counting"].done == ["start"])
    #expect(!String(decoding: ProgressFile.encode(progress), as: UTF8.self).contains("seed"))
  }

  @Test func `the table of spellings is long enough`() {
    #expect(AnswerSpellings.count >= 60)
    #expect(Set(AnswerSpellings.number(12_544)).count >= 60)
    #expect(Set(AnswerSpellings.number(-0.8512)).count >= 60)
  }
}
