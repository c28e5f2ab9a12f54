import Presentation

// The words for what is wrong with a lesson.

extension LessonError {
  /// What is wrong, without its location.
  public var message: String { kind.message }

  /// The location and what is wrong, as compilers write it: `08-counting.md:12:9: …`.
  public var sentence: String {
    "\(file.excerpt):\(location.line):\(location.column): \(message)"
  }
}

extension LessonError.Kind {
  /// What is wrong, in a sentence that follows the location.
  fileprivate var message: String {
    switch self {
    case .unreadable(let problem): problem.explanation.message
    case .tooLarge(let limit):
      "the file is larger than \(Number.grouped(limit >> 10)) kB; a lesson has a tenth of that."
    case .lineTooLong(let limit): "this line is longer than \(Number.grouped(limit)) bytes."
    case .paragraphTooLong(let limit): "no empty line for \(limit) lines: break this up."
    case .notUTF8: "this line is not UTF-8."
    case .tooDeep(let limit):
      "lists, quotes or emphasis lie more than \(limit) deep inside one another."
    case .html: "HTML is not shown at a prompt; write Markdown."
    case .noLessons: "there are no lessons here: files that end in .md."
    case .noFrontMatter: "a lesson starts with --- and a line such as 'lesson: counting'."
    case .unclosedFrontMatter: "the front matter is never closed with ---."
    case .unclosedFence: "this block is never closed with ```."
    case .notAKey(let line): "'\(line.excerpt)' is not of the form 'key: value'."
    case .unknownKey(let key, let nearest):
      "there is no key '\(key.excerpt)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ".")
    case .repeatedKey(let key): "'\(key)' stands here a second time."
    case .missingKey(let key): "'\(key):' is missing."
    case .emptyValue(let key): "nothing stands after '\(key)'."
    case .notWhole(let key, let value): "'\(key)' takes a whole number, not '\(value.excerpt)'."
    case .badID(let id):
      "'\(id.excerpt)' is no id: lower-case letters, digits and hyphens, a letter first."
    case .noSteps: "the lesson has no steps."
    case .notForPlacement(let id):
      "'\(id.excerpt)' is no step here whose question is answered by typing its answer."
    case .titleInside: "a heading with one # stands only once, at the top; a step has ##."
    case .missingStepID(let title):
      "the step '\(title.excerpt)' has no id: write '## … {#an-id}'."
    case .unknownBlock(let info):
      "there is no block '\(info.excerpt)': it is 'run', 'ask …', 'text' or nothing."
    case .unknownQuestion(let kind):
      "there is no question 'ask \(kind.excerpt)': it is \(QuestionKinds.names)."
    case .misplacedKey(let key, let kind): "'\(key)' has no place in 'ask \(kind)'."
    case .emptyBlock(let kind): "this \(kind) block is empty."
    case .tooFewOptions: "a choice has at least two options."
    case .question(let message): message
    case .slipFirst: "a 'slip' stands below the 'wrong' that it leads to."
    case .noSuchOption(let number, let count):
      "there is no option \(number): they count from 1 to \(count)."
    case .unknownCommand(let word, let nearest):
      "there is no command '\(word.excerpt)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ".")
    case .trainsTooLong(let most):
      "a lesson may train on \(Number.grouped(most)) examples a line: say fewer epochs or examples."
    case .forbiddenCommand(let name): "a lesson may not run '\(name)' here."
    case .expression(let kind): "\(kind.words.message) \(kind.words.hint)"
    case .assignment: "a name is bound only in 'run' and 'start', here an expression stands."
    case .duplicateLesson(let id, let other): "the id '\(id)' is taken by \(other.excerpt)."
    case .duplicateStep(let id): "the id '\(id)' is taken by a step above."
    case .unknownNeed(let word): "no lesson teaches '\(word.excerpt)', and none is called so."
    case .circularNeeds(let ids):
      "these lessons need one another: \(ids.joined(separator: " → "))."
    case .commandBeforeTaught(let name):
      "the command '\(name)' is used, but neither this lesson nor one it needs teaches it."
    case .termBeforeTaught(let term, let lesson):
      "'\(term)' is used, but neither this lesson nor one it needs teaches it"
        + (lesson.map { " (\($0) does)." } ?? ".")
    case .teachesUnused(let term): "the lesson says it teaches '\(term)' but never uses it."
    case .noSuchLesson(let id): "there is no lesson '\(id.excerpt)' to replay."
    case .noSuchStep(let id): "the lesson does not come to a step '\(id.excerpt)' here."
    case .otherOutcome(let line, let recorded, let now):
      "'\(line.excerpt)' was \(recorded) when it was written down, and is \(now) now."
    case .commandFails(let line, let reason): "'\(line.excerpt)' fails: \(reason)"
    case .noValue(let text, let reason): "'\(text.excerpt)' has no value: \(reason)"
    case .solutionRejected(let line): "the solution '\(line.excerpt)' is not accepted."
    case .holdsUntouched: "what is expected holds before anything is done."
    case .holdsFromEarlier:
      "what is expected holds after an earlier question: 'start' must undo it."
    case .passesForNothing(let lines): "'\(lines.excerpt)' passes, and is no answer."
    case .lineNotNeeded(let line): "it is done before '\(line.excerpt)' is typed."
    case .solutionAgainstRules: "the solution breaks the question's own 'without' or 'uses'."
    case .wrongRoundsToRight(let text):
      "'\(text.excerpt)' is called wrong, and rounds to what is right."
    case .wrongRepeats(let text): "'\(text.excerpt)' is called wrong twice."
    case .optionRepeats(let text): "the option '\(text.excerpt)' stands here twice."
    case .hintRepeats(let number): "hint \(number) stands here twice."
    case .praiseIsHint: "'right' says what a hint has said."
    case .praiseHoldsResult(let number):
      "'right' says \(number.excerpt), which another training would change."
    case .questionRepeats: "a question above asks the same."
    case .unknownSource(let name):
      "'without' or 'uses' speaks of '\(name.excerpt)', which is not defined here."
    case .needlessTolerance(let text):
      "the tolerance '\(text.excerpt)' is no more than rounding may be off anyway: leave it out."
    case .hintFails(let line, let reason):
      "a hint says to type '\(line.excerpt)', which fails: \(reason)"
    case .hintDoesIt(let number): "hint \(number) does it all; only the last may."
    case .hintIntoTrap(let number): "hint \(number) leads into a mistake that is told as one."
    case .lastHintFails: "what the last hint says to type does not do it."
    case .questionFails(let line, let reason):
      "the question says to type '\(line.excerpt)', which fails: \(reason)"
    case .passesWithoutAnswer: "the question passes without an answer."
    case .wrongIsRight(let text): "'\(text.excerpt)' is called wrong but is right."
    case .wrongUnprovoked(let text):
      "nothing shows that '\(text.excerpt)' is ever said: give a 'slip' that leads there."
    case .wrongUnheard(let text): "the message for '\(text.excerpt)' is never said."
    case .optionWithoutMessage(let number): "option \(number) is wrong and has no message."
    case .namesPosition:
      "options stand in an order of the learner's own: write {answer} for the right one's sign."
    case .sameLetter(let letter, let times, let count):
      "option \(letter) is right in \(times) of the lesson's \(count) choices: not more than half may be."
    case .alwaysLongest(let count):
      "the right option is the longest in all \(count) choices of the lesson."
    case .sameYesNo(let word, let count):
      "'\(word)' is right in all \(count) of the lesson's questions of yes or no."
    case .spellingRejected(let line): "the right answer is not accepted as '\(line.excerpt)'."
    case .spellingAccepted(let line): "a wrong answer is accepted as '\(line.excerpt)'."
    case .spellingUnheard(let line, let wrong):
      "the message for '\(wrong.excerpt)' is not said to '\(line.excerpt)'."
    case .truthOutOfRange: "the answer lies outside the range that the question states."
    case .negativeTolerance(let text): "the tolerance '\(text.excerpt)' is not a number above 0."
    case .tooFewHints(let count, let least):
      "the question has \(counted(count, "hint")); at least \(least) are wanted."
    case .noWrongs: "the question has no 'wrong': which mistake do people make?"
    case .hintGivesAnswer(let number, let answer):
      "hint \(number) gives the answer away (\(answer.excerpt)); only the last may."
    case .tooTall(let what, let lines, let most):
      "\(what) is \(counted(lines - most, "row")) too tall: it takes \(lines), and \(most) fit in 80×24."
    case .keepsNoPicture(let line): "'\(line.excerpt)' shows no picture that could be kept."
    }
  }
}
