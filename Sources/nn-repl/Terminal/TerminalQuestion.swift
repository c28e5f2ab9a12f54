/// What a terminal is asked of itself. Nobody waits for the answers: they come among the keys, early or
/// late.
struct TerminalQuestion: OptionSet, Sendable {
  let rawValue: Int

  /// The colour of what characters stand on.
  static let ground = TerminalQuestion(rawValue: 1)
  /// Whether it takes pictures made of pixels, and how many pixels a character has.
  static let images = TerminalQuestion(rawValue: 2)
  /// The same of a terminal within a terminal, which would take for a title what only others
  /// understand.
  static let innerImages = TerminalQuestion(rawValue: 4)

  /// Whoever needs an answer waits no longer than this for it, counted from the question.
  static let patience = Duration.milliseconds(50)

  /// Names the picture that kitty is asked about, and its answer.
  static let imageNumber = 31

  private static let cellSize = "\u{1b}[16t"
  private static let itermCellSize = "\u{1b}]1337;ReportCellSize\u{07}"
  /// Of one pixel, which is not shown. A terminal that prints it has it erased.
  private static let kittyPicture =
    "\u{1b}_Gi=\(imageNumber),s=1,v=1,a=q,f=24;AAAA\u{1b}\\\r\u{1b}[K"
  /// Every terminal answers this, so it comes last.
  private static let abilities = "\u{1b}[c"

  /// What asks for it, from the beginning of an empty row.
  var text: String {
    (contains(.ground) ? TerminalGround.question : "")
      + (contains(.images) ? Self.cellSize + Self.itermCellSize + Self.kittyPicture : "")
      + (contains(.innerImages) ? Self.cellSize : "")
      + (isDisjoint(with: [.images, .innerImages]) ? "" : Self.abilities)
  }

  /// Whether all of it is answered.
  func isAnswered(by answers: TerminalAnswers) -> Bool {
    answers.isComplete || self == .ground && answers.theme != nil
  }
}
