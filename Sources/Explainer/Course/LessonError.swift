import Formulas
import Lab

/// What is wrong with a lesson, and where. `LessonWording` makes sentences of it.
public struct LessonError: Error, Equatable, Sendable {
  /// What is wrong, with the facts.
  public let kind: Kind
  /// The lesson's file.
  public var file: String
  /// From 1.
  public var location: Lesson.Location

  /// What can be wrong with a lesson.
  public enum Kind: Equatable, Sendable {
    // The file.
    case unreadable(FileError)
    case tooLarge(limit: Int)
    case lineTooLong(limit: Int)
    case paragraphTooLong(limit: Int)
    case notUTF8
    case tooDeep(limit: Int)
    case html
    case noLessons

    // Its form.
    case noFrontMatter
    case unclosedFrontMatter
    case unclosedFence
    case notAKey(String)
    case unknownKey(String, nearest: String?)
    case repeatedKey(String)
    case missingKey(String)
    case emptyValue(String)
    case notWhole(key: String, value: String)
    case badID(String)
    case noSteps
    case notForPlacement(String)
    case titleInside
    case missingStepID(String)
    case unknownBlock(String)
    case unknownQuestion(String)
    case misplacedKey(String, kind: String)
    case emptyBlock(String)
    case tooFewOptions
    /// What only a kind of question knows of; worded by it.
    case question(String)
    case slipFirst
    case noSuchOption(Int, count: Int)
    case unknownCommand(String, nearest: String?)
    case forbiddenCommand(String)
    case trainsTooLong(most: Int)
    case expression(ExpressionError.Kind)
    case assignment

    // Several files together.
    case duplicateLesson(String, other: String)
    case duplicateStep(String)
    case unknownNeed(String)
    case circularNeeds([String])

    // What happens when it is played.
    case commandFails(String, reason: String)
    case noValue(String, reason: String)
    case solutionRejected(String)
    case holdsUntouched
    case holdsFromEarlier
    case passesForNothing(String)
    case lineNotNeeded(String)
    case solutionAgainstRules
    case wrongRoundsToRight(String)
    case wrongRepeats(String)
    case optionRepeats(String)
    case hintRepeats(Int)
    case praiseIsHint
    case praiseHoldsResult(String)
    case questionRepeats
    case unknownSource(String)
    case needlessTolerance(String)
    case hintFails(String, reason: String)
    case hintDoesIt(Int)
    case hintIntoTrap(Int)
    case lastHintFails
    case questionFails(String, reason: String)
    case passesWithoutAnswer
    case wrongIsRight(String)
    case wrongUnheard(String)
    case wrongUnprovoked(String)
    case optionWithoutMessage(Int)
    /// A hint of a choice speaks of a place.
    case namesPosition
    /// The right option stands in the same place, or is the longest, too often.
    case sameLetter(String, times: Int, of: Int)
    case alwaysLongest(of: Int)
    case sameYesNo(String, of: Int)
    case spellingRejected(String)
    case spellingAccepted(String)
    case spellingUnheard(String, wrong: String)
    case truthOutOfRange
    case negativeTolerance(String)
    case tooFewHints(count: Int, least: Int)
    case noWrongs
    case hintGivesAnswer(Int, answer: String)
    case commandBeforeTaught(String)
    case termBeforeTaught(String, lesson: String?)
    case tooTall(what: String, lines: Int, most: Int)
    case keepsNoPicture(String)
    case teachesUnused(String)

    // A record of what somebody did.
    case noSuchLesson(String)
    case noSuchStep(String)
    case otherOutcome(line: String, recorded: String, now: String)
  }
}
