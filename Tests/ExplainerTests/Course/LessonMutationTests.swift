import Testing

@testable import Course
@testable import Explainer

/// Lessons broken in ways that a learner would notice: `check` names each with its place.
struct LessonMutationTests {
  private let value = """

    ## Values {#values}

    ```ask do
    question: Work out the squash of all sums. Type `mine = sigmoid(z1)`, for instance.
    start: mine = 0*a1
    expect: norm(mine - a1) < 0.0001
    without: a1
    wrong norm(mine - z1) < 0.0001: These are the sums.
    slip: mine = z1
    halfway norm(mine - W1*a0) < 0.0001: The products are right. Add the biases.
    slip: mine = W1*a0
    hint: The sums are `z1`.
    hint: Type `mine = sigmoid(z1)`.
    solution: mine = sigmoid(z1)
    ```

    ## Squashed {#squashed}

    ```ask number
    question: What is the sigmoid of 2?
    answer: sigmoid(2)
    wrong sigmoid(1): That is the one of 1.
    hint: The curve is steep there.
    hint: Type `sigmoid(2)`.
    ```

    ## A function {#a-function}

    ```ask do
    question: Make a function that squares.
    start: rule(x) = 0
    expect: rule(2) == 4 and rule(3) == 9
    wrong rule(2) == 2: It gives back what it gets.
    slip: rule(x) = x
    hint: A number times itself.
    hint: Type `rule(x) = x*x`.
    solution: rule(x) = x*x
    ```

    ## Training {#training}

    ```ask do
    question: Train it, and keep the bias.
    start: new 784 8 10 seed 1
    start: train drawn examples=30 epochs=1
    start: trained = W1
    start: new 784 8 10 seed 1
    start: kept = b1 + 1
    start: fresh = W1
    expect: count(b1) == 8 and norm(W1 - trained) == 0 and norm(kept - b1) == 0
    wrong norm(W1 - trained) > 0: Other weights.
    slip: nudge W1[0,0] 1
    hint: It is a training of 30 examples.
    hint: Two lines: it is trained, and `kept` is the biases.
    hint: Type `train drawn examples=30 epochs=1`, then `kept = b1 + 0`.
    solution: train drawn examples=30 epochs=1
    solution: kept = b1 + 0
    ```
    """

  private var sound: String {
    soundLesson.replacing("teaches: digit,", with: "teaches: digit, set, new, train, a0, W1,")
      + value
  }

  @Test func `the lesson to be broken is sound`() throws {
    #expect(try problems(in: file(sound)) == [])
  }

  @Test func `more than twenty kinds of broken lessons are known`() {
    let kinds = Set(Self.changes.map(\.2))
    #expect(kinds.count >= 25, "\(kinds.count)")
  }

  /// A change to a sound lesson, and what is said of it.
  private static let changes = [
    // For nothing.
    ("start: mine = 0*a1", "start: mine = 1*a1", "what is expected holds before anything is done."),
    ("expect: norm(mine - a1) < 0.0001", "expect: max(mine) == 1", "passes, and is no answer."),
    (
      "expect: norm(mine - a1) < 0.0001", "expect: max(mine) <= 1 and max(mine) > 0",
      "passes, and is no answer."
    ),
    ("without: a1\n", "", "'mine = a1' passes, and is no answer."),
    ("and norm(kept - b1) == 0", "", "it is done before 'kept = b1 + 0' is typed."),
    (
      "without: a1", "without: a1, z1",
      "the solution breaks the question's own 'without' or 'uses'."
    ),
    (
      "without: a1", "without: a1\nuses: W2",
      "the solution breaks the question's own 'without' or 'uses'."
    ),
    (
      "start: mine = 0*a1\nexpect: norm(mine - a1) < 0.0001",
      "start: q = 7\nstart: q = 8\nstart: mine = 0*a1\nexpect: q == 7 or norm(mine - a1) < 0.0001",
      "'q = 7' passes, and is no answer."
    ),
    (
      "expect: rule(2) == 4 and rule(3) == 9", "expect: rule(2) >= 1 and rule(3) >= 1",
      "'rule(x) = 1' passes, and is no answer."
    ),
    (
      "and norm(W1 - trained) == 0 and norm(kept - b1) == 0", "and norm(W1 - fresh) > 0",
      "'train drawn examples=20 epochs=1' passes, and is no answer."
    ),
    ("without: a1", "without: a1, a9", "speaks of 'a9', which is not defined here."),
    (
      "answer: sigmoid(2)", "answer: sigmoid(2)\nuses: W2",
      "the solution breaks the question's own 'without' or 'uses'."
    ),
    // What is called right and wrong.
    (
      "wrong sigmoid(1):", "wrong 0.8810:",
      "'0.8810' is called wrong, and rounds to what is right."
    ),
    ("wrong sigmoid(1):", "wrong 1/(1 + exp(-2)):", "is called wrong but is right."),
    ("wrong rows(W1) + columns(W1):", "wrong 12560:", "the message for '12560' is never said."),
    (
      "answer: sigmoid(2)", "answer: sigmoid(2)\ntolerance: 0.01",
      "the tolerance '0.01' is no more than rounding may be off anyway"
    ),
    (
      "hint: The sums are `z1`.", "right: The first is 0.93.\nhint: The sums are `z1`.",
      "'right' says 0.93, which another training would change."
    ),
    // Hints.
    ("hint: The sums are `z1`.", "hint: Type `mine = sigmoid(W1*a0 + b1)`.", "hint 1 does it all"),
    (
      "hint: The sums are `z1`.", "hint: Type `mine = sigmoid(q9)`.",
      "a hint says to type 'mine = sigmoid(q9)', which fails"
    ),
    ("hint: The sums are `z1`.", "hint: Type `mine = z1`.", "hint 1 leads into a mistake"),
    (
      "hint: Type `mine = sigmoid(z1)`.", "hint: Type `mine = relu(z1)`.",
      "what the last hint says to type does not do it."
    ),
    ("hint: The sums are `z1`.", "hint: Type `mine = sigmoid(z1)`.", "hint 2 stands here twice."),
    (
      "hint: 784 for each of 16 neurons.", "hint: Type `784*17`.",
      "what the last hint says to type does not do it."
    ),
    (
      "hint: 784 for each of 16 neurons.", "hint: Type `784*`.",
      "a hint says to type '784*', which fails"
    ),
    (
      "hint: 784 for each of 16 neurons.", "hint: Type `784*16 + 16`.",
      "hint 2 leads into a mistake"
    ),
    (
      "hint: 784 for each of 16 neurons.", "hint: That is most of them.",
      "'right' says what a hint has said."
    ),
    // What stands twice, and what is the same.
    ("{#choices}", "{#numbers}", "the id 'numbers' is taken by a step above."),
    (
      "question: How many outputs are there?", "question: How many weights lead into layer 1?",
      "a question above asks the same."
    ),
    ("option: eleven", "option: Nine.", "the option 'Nine.' stands here twice."),
    ("wrong rows(W1) + columns(W1):", "wrong count(W1) + count(b1):", "is called wrong twice."),
    // The question's own line.
    (
      "Type `mine = sigmoid(z1)`, for instance.", "Type `mine = sigmoid(z9)`.",
      "the question says to type 'mine = sigmoid(z9)', which fails"
    ),
    // A part of the task that nobody comes to.
    (
      "slip: mine = W1*a0", "slip: mine = W1*a0 + 5",
      "the message for 'norm(mine - W1*a0) < 0.0001' is never said."
    ),
  ]

  @Test(arguments: changes)
  func `a broken lesson is told with its place`(change: (String, String, String)) throws {
    let broken = sound.replacing(change.0, with: change.1)
    #expect(broken != sound)
    let problems = try problems(in: file(broken))
    #expect(
      problems.contains { $0.contains(change.2) && $0.hasPrefix("01-sample.md:") },
      "\(change): \(problems)")
  }

  @Test func `what an earlier question leaves behind must not do a later one`() throws {
    let two = """

      ## One {#one}

      ```ask do
      question: Make `q` large, from a0.
      start: q = 0
      expect: q > 50
      wrong q < 0: Below 0.
      slip: q = -1
      hint: It is a name.
      hint: Above 50.
      solution: q = 60 + 0*a0[0]
      ```

      ## Two {#two}

      ```ask do
      question: Make it 1.
      start: p = q
      expect: p > 50
      wrong p < 0: Below 0.
      slip: p = -1
      hint: It is a name.
      hint: Above 50.
      solution: p = 70 + 0*a0[0]
      ```
      """
    let found = try problems(
      in: file(soundLesson.replacing("teaches: digit,", with: "teaches: digit, a0,") + two))
    #expect(found.contains { $0.contains("what is expected holds") }, "\(found)")
  }
}
