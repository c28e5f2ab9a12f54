import Presentation

/// What is said to sentences.
enum SentencePhrases {
  static let nothingAsked: Prose = "Nothing is asked here. Press Enter to go on."

  static let nothingToShow: Prose =
    "There's no question here to answer. Press Enter to go on."

  static let numberUnasked: Prose = "No number is asked here. Press Enter to go on."

  static func number(_ number: String) -> Prose {
    let digits = number.filter { $0 != "," }
    return "That's \(number). To compute with it, use it in a formula: \(code: "2*\(digits)")."
  }

  static func sum(_ formula: String, _ value: String) -> Prose {
    "That's \(value). You can also type \(code: formula)."
  }

  static let letterN = Prose("(n goes on, as Enter does.)", .faint)
  static let letterB = Prose("(b goes back a step.)", .faint)

  static let atTheEnd: Prose = "Press Enter to go on."

  static func askAWord(_ term: String) -> Prose {
    "Ask about a word, such as \(code: "what is \(term.withArticle)?") Or press Enter to go on."
  }

  static let leave: Prose =
    "\(code: "leave") ends the lesson and keeps your place. \(code: "quit") ends the program."

  static let quit: Prose = "\(code: "quit") ends the program; so does Ctrl-D."

  static let playing: Prose =
    "You're trying things beside the lesson. \(code: "done") goes back to it."

  static let noYesOrNo: Prose = "This one can't be answered with yes or no."

  static let welcome: Prose = "You're welcome."

  static let hello: Prose = "Hello!"

  static let slip: Prose = "No harm done: \(code: "undo") takes your last change back."

  static let lastLine: Prose =
    "The arrow key ↑ brings your last line back; Enter does it again."

  static let free: Prose =
    "Type \(code: "lesson") for the course, \(code: "help") for the commands, or a formula such as \(code: "3*8 + 1")."

  static let freeWords: Prose =
    "Ask about a word, such as \(code: "what is a bias?") Or type \(code: "help") for the commands."

  static let commands: Prose =
    "\(code: "help") lists the commands. Formulas work as well, such as \(code: "3*8 + 1"), and so does a question such as \(code: "what is a bias?")"

  static let helpHere: Prose =
    "For the question here: \(code: "hint"), \(code: "solution") or \(code: "skip")."

  /// Where a word is taught.
  static func taught(_ lesson: Lesson, here: Bool) -> Prose {
    here ? "This lesson is about it." : "More in \(code: "lesson \(lesson.id)")."
  }

  static func layerName(_ name: String, _ note: String) -> Prose {
    "\(code: name) stands for the \(note). Type \(code: name) to see it."
  }

  static func command(_ name: String, _ summary: String) -> Prose {
    "\(code: name) is a command: \(summary). \(code: "help \(name)") says more."
  }

  static func function(_ name: String, _ note: String, _ usage: String) -> Prose {
    "\(code: name) is a function: \(note). It's written \(code: usage)."
  }

  static func formula(_ text: String) -> Prose { "Type \(code: text) to see it." }

  static func unknownWord(_ word: String) -> ErrorMessage {
    ErrorMessage(
      "The course has no word '\(word.excerpt)'.",
      "Ask about another, such as \(code: "what is a bias?"), or type \(code: "help").")
  }

  /// Words that nothing is known of.
  static func notUnderstood(_ line: String) -> ErrorMessage {
    ErrorMessage(
      "'\(line.trimmed.excerpt)' isn't a command or a formula.",
      "Type \(code: "lesson") for the course, or \(code: "help") for the commands.")
  }

  static func meantCommand(_ line: String, _ name: String, _ usage: String) -> ErrorMessage {
    ErrorMessage(
      "'\(line.trimmed.excerpt)' isn't a command or a formula.",
      "Did you want \(code: usage)? \(code: "help \(name)") says more.")
  }

  /// A command among other words.
  static func misspelled(_ line: String, _ name: String, _ usage: String) -> ErrorMessage {
    ErrorMessage(
      "\(name) doesn't understand '\(line.trimmed.dropFirst(name.count).trimmed.excerpt)'.",
      "Write it as \(code: usage). \(code: "help \(name)") says more.")
  }
}

extension String {
  fileprivate var withArticle: String {
    (first.map { "aeiou".contains($0.lowercased()) } == true ? "an " : "a ") + self
  }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmed }
}
