import Presentation
import Testing

@testable import Course
@testable import Explainer

/// Answers and remarks as people type them, at questions all over the bundled course.
struct EverydayAnswersTests {
  /// A line typed at a question.
  struct Typed: Sendable {
    let lesson: String
    let step: String
    let line: String
  }

  private static func at(_ lesson: String, _ step: String, _ lines: String...) -> [Typed] {
    lines.map { Typed(lesson: lesson, step: step, line: $0) }
  }

  /// What is said to each line at its question.
  private func replies(to all: [Typed]) throws -> [(typed: Typed, reply: Reply)] {
    var sessions: [String: Session] = [:]
    return try all.map { typed in
      let place = "\(typed.lesson) \(typed.step)"
      if sessions[place] == nil {
        var session = try bundledSession()
        _ = session.play("lesson \(place)")
        sessions[place] = session
      }
      var session = try #require(sessions[place])
      return (typed, session.reply(to: typed.line, host: ScriptedHost()))
    }
  }

  // MARK: Right

  private static let right = [
    at(
      "a-messy-three", "how-many-numbers", "784 of them", "28 * 28, so 784", "I'd say 784.", "784?"),
    at(
      "a-messy-three", "rule-meets-others", "the shape is what makes it an 8",
      "the same shape lies on other pixels"),
    at("neurons", "which-one", "a place for one number", "one number from 0 to 1", "number"),
    at("neurons", "from-a-file", "204 / 255", "0.8 exactly", "204÷255", "80 per cent", "4/5 = 0.8"),
    at("neurons", "unrolled", "285", "place 285", "10*28+5", "28 x 10 + 5 = 285", "the 285"),
    at("layers", "add-them-up", "826 in all", "784+16+16+10=826 neurons", "total: 826"),
    at("layers", "which-output", "No. 4", "it's number four", "the 4th from the top", "4th."),
    at("layers", "no-eleventh", "ten, one for each digit", "10", "the digits 0 to 9"),
    at(
      "layers", "why-sixteen", "free choice", "it was a free choice",
      "a free choice, others would do"),
    at("why-layers", "speech", "Loops and lines", "lines & loops", "loops, lines"),
    at("weights", "three-inputs", "3 - 1", "3 + -1 + 0", "two!", "[6,-1,0]*[.5,1,1]", "4/2"),
    at("weights", "region", "24 weights", "3 × 8", "3 rows of 8 = 24", "twenty-four", "8+8+8"),
    at("weights", "white-again", "24-16", "8", "24 − 16 = 8", "eight", "+8"),
    at("weights", "ideal-again", "24", "fussy * edge", "still 24"),
    at("weights", "red-on-white", "it lowers the sum", "lowers it", "lowers the sum"),
    at("sigmoid", "formula", "1/(1+exp(-2))", "0.88", "88%", "88 %", ".8808", "1 / (1 + e^-2)"),
    at("sigmoid", "in-order", "24", "the one with 24", "the 24"),
    at("sigmoid", "further-step", "σ(4)−σ(3)", "sigmoid(4) - sigmoid(3)", "0.03", "2.9%", "3%"),
    at("bias", "which-bias", "−5", "-5", "minus five"),
    at("bias", "white-wall", "sigmoid(-2)", "11.92%", "0,12", "sigmoid(8 + -10)"),
    at("bias", "everything", "multiply, add up, add the bias, squash"),
    at("counting", "into-layer-1", "12,544.", "784 x 16 weights", "16 x 784 = 12 544", "12.544e3"),
    at(
      "counting", "into-layers-2-and-3", "256 + 160", "416", "256+160=416", "416 weights", "16*26"),
    at("counting", "the-biases", "16+16+10", "42!", "so 42", "forty-two biases", "42 in total"),
    at(
      "counting", "all-together", "13,002", "13002 parameters", "12,960 + 42",
      "thirteen thousand and two"),
    at(
      "counting", "learning", "weights and biases", "the weights and the biases.",
      "biases and weights"),
    at("matrix-form", "rows-of-w1", "ten rows", "10 rows, one per neuron", "count(b3)"),
    at("matrix-form", "how-long", "16 entries", "sixteen", "rows(W2)"),
    at("matrix-form", "break-it", "W2·a1", "W2*a1", "w2 * a1"),
    at("a-function", "what-goes-in", "the activations", "Activations", "activations!"),
    at("a-function", "last-step", "W3[3]·a2 + b3[3]", "z3[3]"),
    at("relu", "by-hand", "5", "0 + 5", "0 + 5 = 5", "it's 5"),
    at("recap", "verdict", "3", "a 3", "three", "it's a 3"),
    at("recap", "knobs", "13002", "13,002 of them", "12960 weights + 42 biases"),
    at("cost", "by-chance", "11.2", "about 11", "11", "112/10 = 11.2", "11 or so"),
    at("cost", "shrug", "2.5", "2½", "2 1/2", "two and a half", "10 * 0.25", "10 x 0.5^2"),
    at("cost", "all-dark", "1", "one", "exactly 1", "1²"),
    at("gradient-descent", "which-way", "down", "down!", "against the slope", "downwards"),
    at("gradient-descent", "how-far", "3.8", "5 - .2*6", "x = 3.8", "3⅘", "3 4/5", "at 3.8"),
    at("training", "one-step", "1", "one step", "just one", "a single one", "once"),
    at("training", "mini-batches", "6000", "6,000 steps", "60000 / 10", "6 thousand", "6k", "6e3"),
    at("training", "as-many-looks", "3000", "50 x 60", "50*60 = 3000 pictures", "3k"),
    at("training", "which-counts", "ones it never saw", "digits it never saw"),
    at("backpropagation", "by-nudging", "13003", "1 + 13002", "13,002 + 1", "13003 times"),
    at("backpropagation", "first-lever", "0.1", "by 0.1", ".1", "1/10", "10%", "a tenth"),
    at("chain-rule", "first-link", "a2[0]", "a2[0] times", "it's a2[0]"),
    at("chain-rule", "small-factor", "0.25", "¼", "1/4", "a quarter", "25 %", ".5*.5", "0.5²"),
  ].flatMap(\.self)

  @Test func `what means the right thing is accepted, 97 in 100 and more`() throws {
    let refused = try replies(to: Self.right).filter { !text($0.reply).contains("✓") }
    #expect(Self.right.count >= 60)
    #expect(refused.count * 100 <= Self.right.count * 3, "\(refused.map(\.typed))")
  }

  // MARK: Wrong

  private static let wrong = [
    at(
      "a-messy-three", "how-many-numbers", "56", "28", "112", "748", "-784", "785", "28*29", "two"),
    at("neurons", "from-a-file", "204", "0.2", "255/204", "8", "0.85", "20%"),
    at("neurons", "unrolled", "50", "150", "313", "284", "286", "10.5", "row 10, column 5"),
    at("layers", "add-them-up", "42", "810", "816", "836", "862", "1000"),
    at("weights", "three-inputs", "4", "12.5", "3", "-2", "1", "20"),
    at("weights", "region", "14", "21", "11", "25", "23", "2.4", "42"),
    at("weights", "white-again", "24", "40", "0", "-8", "16", "7"),
    at("sigmoid", "formula", "0.1192", "0.1353", "1.1353", "0.5", "1.7616"),
    at("sigmoid", "further-step", "1", "0.7311", "-0.0294", "0.3", "0.9526"),
    at("bias", "white-wall", "0.9997", "-2", "0.8808", "-9.0003", "0.5"),
    at("counting", "into-layer-1", "12560", "800", "784", "1254", "25088", "12,554", "13002"),
    at("counting", "the-biases", "826", "3", "26", "24", "41", "43", "4.2"),
    at("counting", "all-together", "12960", "826", "12560", "-13002", "13000", "13020"),
    at("matrix-form", "rows-of-w1", "784", "160", "16", "9", "11", "-10", "7840"),
    at("cost", "shrug", "5", "2.25", "0.25", "25", "10", "-2.5"),
    at("gradient-descent", "how-far", "6.2", "1.2", "-1", "4.8", "-3.8", "38"),
    at("training", "mini-batches", "600000", "10", "60000", "600", "6001"),
    at("backpropagation", "by-nudging", "13002", "12961", "2", "13004", "826"),
    at("chain-rule", "small-factor", "1", "0.5", "0", "0.75", "4", "-0.25", "0.3"),
  ].flatMap(\.self)

  /// Whether a reply says more of an answer than that it is not right.
  private func isAbout(_ reply: Reply) -> Bool {
    if let error = reply.error { return !error.message.contains("isn't a number or a formula") }
    let said = text(reply).split(separator: "\n").joined(separator: " ")
    if said.contains("Close:") { return true }
    guard let mark = said.firstRange(of: "✗ Not yet") else { return false }
    let rest = said[mark.upperBound...].replacing("Try again, or ask for a hint.", with: "")
    return rest.split(separator: ".").contains { part in
      let words = part.split(separator: " ")
      return words.count > 2 && !part.hasPrefix(":")
    }
  }

  @Test func `nothing wrong is accepted, and 4 of 5 hear what is about them`() throws {
    var silent: [Typed] = []
    for (typed, reply) in try replies(to: Self.wrong) {
      #expect(!text(reply).contains("✓"), "\(typed)")
      if !isAbout(reply) { silent.append(typed) }
    }
    #expect(Self.wrong.count >= 60)
    #expect(silent.count * 5 <= Self.wrong.count, "\(silent)")
  }

  // MARK: Words

  private static let words = [
    at(
      "a-messy-three", "how-many-numbers", "how do I do this?", "no clue", "is it a lot?",
      "what's a pixel", "can you give me a hint?", "this is boring", "next please", "why 28?",
      "I have no idea what you mean", "do I have to count them?"),
    at(
      "neurons", "from-a-file", "what is 255?", "i don't get it", "what do you mean by activation?",
      "show me how", "pass", "let's skip this", "hmm"),
    at(
      "weights", "type-the-weights", "what should I type", "I'm lost", "how?", "tell me the answer",
      "rectangle of what?", "where do I start", "next", "can I skip this one?"),
    at(
      "bias", "turn-one-knob", "what is a bias?", "turn it up", "make it brighter", "idk",
      "how do I set it?", "which number?", "please help", "I give up"),
    at(
      "why-layers", "is-it-so", "why do you ask", "maybe", "I don't care", "both of them",
      "what's a hidden layer?", "who knows", "could you repeat the question"),
    at(
      "counting", "all-together", "this is too hard", "do I add them?", "what are parameters",
      "a lot", "can I use params?", "let me think", "ok go on"),
    at(
      "recap", "the-way", "I don't remember", "start with the picture", "what comes first?", "skip"),
    at(
      "gradient-descent", "how-far", "what's a learning rate?", "which direction?", "it goes down",
      "not sure", "explain please", "what is the slope again?"),
    at(
      "cost", "trained", "no idea", "really small", "less than before", "close to nothing", "many",
      "a little", "wat", "0..1"),
    at("a-messy-three", "one-more", "done", "is it done?", "ready", "I did it"),
  ].flatMap(\.self)

  @Test func `no sentence of words is met with grammar`() throws {
    #expect(Self.words.count >= 60)
    for (typed, reply) in try replies(to: Self.words) {
      let error = reply.error
      let said = "\(error?.message ?? "") \(error?.hint.text ?? "")"
      #expect(error?.excerpt == nil, "\(typed): \(said)")
      for grammar in ["isn't defined", "To multiply", "parentheses", "Unknown command", "no '"] {
        #expect(!said.contains(grammar), "\(typed): \(said)")
      }
    }
  }
}
