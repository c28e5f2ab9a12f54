import Testing

@testable import Course

/// Which words are found in a text, and which only in its code.
struct VocabularyTests {
  @Test(arguments: [
    ("a hidden layer", "hidden layer", true), ("Hidden layers.", "hidden layer", true),
    ("hidden, layer", "hidden layer", true), ("the layer", "hidden layer", false),
    ("layer hidden", "hidden layer", false), ("hidden", "hidden layer", false),
    ("layer", "layer", true), ("layers", "layer", true), ("classes", "class", true),
    ("layered", "layer", false), ("player", "layer", false), ("one, bias", "bias", true),
    ("bias, one", "bias", true), ("biases", "bias", true), ("", "bias", false),
    ("mini-batch", "batch", false), ("mini-batches", "mini-batch", true), ("x", "", false),
    ("hiddens layer", "hidden layer", false), ("so hidden layer so", "hidden layer", true),
    ("layer 2", "layer 2", true), ("layer 23", "layer 2", false),
  ])
  func `a term stands as words of its own`(text: String, term: String, stands: Bool) {
    #expect(Vocabulary.hasTerm(text, term) == stands)
  }

  private func lesson(_ id: String, teaches: String, _ prose: String) -> LessonFile {
    file(
      "---\nlesson: \(id)\ntitle: \(id)\nneeds:\nteaches: \(teaches)\n---\n\n\(prose)\n", "\(id).md"
    )
  }

  /// What formulas are written with counts in code only; a term counts in prose only.
  @Test(
    arguments: [
      ("softmax", true), ("MNIST", true), ("x2", true), ("W2", true), ("σ", true),
      ("slope", false), ("Adam", false), ("hidden layer", false),
    ])
  func `names are looked for in code, terms in prose`(word: String, isName: Bool) throws {
    let later = lesson("later", teaches: word, "More.")
    func isTold(_ prose: String) throws -> Bool {
      try problems(in: lesson("early", teaches: "", prose), later).contains {
        $0.hasPrefix("early.md:8:") && $0.contains("'\(word)' is used")
      }
    }
    #expect(try isTold("Look: \(word) here.") == !isName)
    #expect(try isTold("Look: `1 + \(word)` here.") == isName)
    #expect(try !isTold("Look: *\(word)* here."))
  }

  @Test func `where a word stands is told`() throws {
    let later = lesson("later", teaches: "gradient descent", "More.")
    let early = lesson("early", teaches: "", "One.\n\nTwo words, then gradient\ndescent.")
    #expect(try problems(in: early, later).first?.hasPrefix("early.md:10:17: ") == true)
  }
}
