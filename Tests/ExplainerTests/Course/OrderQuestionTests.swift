import Testing

@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

/// `ask order`: lines put in their order.
struct OrderQuestionTests {
  /// A lesson with one question, whose block is this.
  private func lesson(_ block: String) -> LessonFile {
    file(
      """
      ---
      lesson: sample
      title: A sample
      needs:
      teaches: none
      ---

      # A sample

      ## Lines {#lines}

      ```ask order
      \(block)
      ```
      """)
  }

  private static let sound = """
    question: In which order does one put these on?
    line: socks
    line: shoes
    line: laces
    line: gaiters
    wrong 2: Shoes before socks?
    wrong 1 3: There is nothing to lace yet.
    right: Warm feet.
    hint: What is next to the skin?
    hint: Gaiters go over everything.
    """

  /// The letters on the screen of each line, in the order in which they stand in the file.
  private func letters(_ shown: String, _ lines: [String]) -> [String] {
    lines.map { line in
      shown.split(separator: "\n").first { $0.hasSuffix("  " + line) }.map {
        String($0.drop { $0 == " " }.prefix(1))
      } ?? "?"
    }
  }

  private static let lines = ["socks", "shoes", "laces", "gaiters"]

  @Test func `lines are lettered, shuffled, and shuffled alike each time`() throws {
    var session = try session(with: lesson(Self.sound))
    let shown = session.play("lesson sample")
    let letters = letters(shown, Self.lines)
    #expect(letters.sorted() == ["a", "b", "c", "d"] && letters != ["a", "b", "c", "d"])
    var again = try self.session(with: lesson("\n" + Self.sound))
    #expect(again.play("lesson sample") == shown)
  }

  private func session(with file: LessonFile) throws -> Session {
    try ExplainerTests.session(with: [file])
  }

  @Test func `any order of few lines is shown in another`() throws {
    for count in 3...9 {
      for start in 0..<40 {
        let lines = (0..<count).map { "line: number \(start + $0)" }.joined(separator: "\n")
        let text = "question: Which order?\n\(lines)\nwrong 2: No.\nhint: Up.\nhint: Count."
        #expect(try problems(in: lesson(text)) == [])
      }
    }
  }

  @Test func `an order is taken however it is written`() throws {
    var session = try session(with: lesson(Self.sound))
    let right = letters(session.play("lesson sample"), Self.lines)
    let digits = right.map { String("abcd".distance(to: $0) + 1) }
    let spaced = right.joined(separator: " ")
    var lines = [spaced.uppercased(), "  " + right.joined(separator: "-") + ". "]
    for separator in [" ", "", ", ", " > ", " → "] {
      lines.append(right.joined(separator: separator))
      lines.append(digits.joined(separator: separator))
    }
    for line in lines {
      var session = session
      #expect(session.play(line).hasPrefix("✓ Right. Warm feet."), "\(line)")
    }
  }

  @Test func `names and commands of the same letters do not get in the way`() throws {
    var session = try session(with: lesson(Self.sound))
    let right = letters(session.play("lesson sample"), Self.lines)
    _ = session.play("a = 1", "b = 2", "c = 3", "d = 4", "\(right.joined()) = 5")
    #expect(session.play(right.joined(separator: " ")).hasPrefix("✓ Right."))
  }

  @Test func `a wrong order is told how far it is right, and no more`() throws {
    var session = try session(with: lesson(Self.sound))
    let right = letters(session.play("lesson sample"), Self.lines)
    func told(_ order: Int...) -> String {
      var session = session
      return session.play(order.map { right[$0] }.joined(separator: " "))
        .split(separator: "\n").first.map(String.init) ?? ""
    }
    #expect(
      told(0, 1, 3, 2)
        == "✗ Not yet. It's right as far as \(right[0]) \(right[1]), but then comes something else than \(right[3])."
    )
    #expect(told(3, 0, 1, 2) == "✗ Not yet. It doesn't start with \(right[3]).")
    // The author's own words come first.
    #expect(told(1, 0, 2, 3) == "✗ Not yet. Shoes before socks?")
    #expect(told(0, 2, 1, 3) == "There is nothing to lace yet.")
  }

  @Test func `what is no order is told, and not judged`() throws {
    var session = try session(with: lesson(Self.sound))
    _ = session.play("lesson sample")
    func expect(_ line: String, _ message: String, at location: SourceLocation = #_sourceLocation) {
      var session = session
      let reply = session.reply(to: line, host: ScriptedHost())
      #expect(reply.error?.message == message, sourceLocation: location)
      #expect(
        reply.error?.hint.text.hasPrefix("Type each letter once, as in a b c d.") == true,
        sourceLocation: location)
    }
    expect("a b c", "You left out d.")
    expect("a b c c", "You named c twice.")
    expect("a b c e", "There's no line e.")
    expect("0 1 2 3", "There's no line 0.")
    expect("12235", "There's no line 5.")
    expect("1 2 2 3", "You named 2 twice.")
    expect("1 3 4", "You left out 2.")
    expect("socks first", "'socks first' isn't an order.")
  }

  @Test func `hints, solution, skip, review and JSON work as with other kinds`() throws {
    var session = try session(with: lesson(Self.sound))
    let shown = session.play("lesson sample")
    let right = letters(shown, Self.lines).joined(separator: " ")
    let host = ScriptedHost()
    let place = session.reply(to: "where", host: host)
    guard case .object(let question)? = place.facts["question"] else {
      return #expect(Bool(false), "\(place.facts)")
    }
    #expect(question["kind"] == .text("order"))
    if case .list(let options)? = question["options"] { #expect(options.count == 4) }
    #expect(session.play("hint").hasPrefix("Hint 1 of 2: What is next to the skin?"))
    let solution = session.reply(to: "solution", host: host)
    #expect(solution.facts["solution"] == .list([.text(right)]))
    #expect(text(solution).contains("Type \(right), or skip."))
    #expect(session.reply(to: right, host: host).facts["correct"] == .flag(true))
    #expect(session.play("export notes.md", host: host).contains("Wrote"))
    let notes = String(decoding: host.files.contents["notes.md"] ?? [], as: UTF8.self)
    #expect(notes.contains("\(right)  # right"))
    #expect(session.play("leave", "review").contains("In which order does one put these on?"))
    #expect(session.play(right).hasPrefix("✓ Right."))
  }

  @Test func `a sound question proves itself`() throws {
    #expect(try problems(in: lesson(Self.sound)) == [])
  }

  @Test(arguments: [
    ("line: laces\nline: gaiters\n", "", "an order has 3 to 9 lines."),
    ("line: gaiters", "line: Socks", "this line stands here twice, so that there is no one order."),
    ("wrong 2: ", "wrong 1 2: ", "'1 2' is called wrong but is right."),
    ("wrong 1 3: ", "wrong 2 3: ", "the message for '2 3' is never said."),
    ("wrong 2: ", "wrong b: ", "a wrong order is given by the numbers of its lines"),
    ("wrong 2: ", "wrong 5: ", "a wrong order is given by the numbers of its lines"),
    ("wrong 2: ", "wrong 2 2: ", "a wrong order is given by the numbers of its lines"),
    (
      "hint: What is next to the skin?", "hint: Socks, shoes, laces, then gaiters.",
      "hint 1 gives the answer away"
    ),
    ("right: Warm feet.", "answer: 1", "'answer' has no place in 'ask order'."),
    (
      "wrong 2: Shoes before socks?\nwrong 1 3: There is nothing to lace yet.\n", "",
      "has no 'wrong'"
    ),
    ("hint: Gaiters go over everything.", "", "the question has 1 hint"),
  ])
  func `the checker finds what is wrong`(part: String, change: String, told: String) throws {
    let text = Self.sound.replacing(part, with: change)
    #expect(text != Self.sound)
    let found = try problems(in: lesson(text))
    #expect(found.contains { $0.contains(told) }, "\(found)")
  }

  @Test func `a hint must not tell the letters`() throws {
    var session = try session(with: lesson(Self.sound))
    let right = letters(session.play("lesson sample"), Self.lines)
    for secret in [right.joined(), right.joined(separator: " "), right.joined(separator: ", ")] {
      let text = Self.sound.replacing("What is next to the skin?", with: "Try \(secret).")
      #expect(try problems(in: lesson(text)).contains { $0.contains("gives the answer away") })
    }
  }
}

extension String {
  /// At which place a letter stands.
  fileprivate func distance(to letter: String) -> Int {
    firstIndex(of: Character(letter)).map { distance(from: startIndex, to: $0) } ?? -1
  }
}
