import Core
import Presentation

// The words for files of strokes, and for what takes a hand where none is.

extension SketchFileError {
  /// What is wrong with a file.
  func wording(of file: String) -> ErrorMessage {
    switch self {
    case .unreadableLine(let line):
      ErrorMessage(
        "Line \(line) of \(file) can't be read.",
        "Write it like \(code: "stroke 22,20 40,8"), \(code: "rub 60,10 70,16"), \(code: "pen 1.5") or \(code: "digit 3")."
      )
    case .noDrawing:
      ErrorMessage(
        "\(file) holds no strokes.", "Write one a line, like \(code: "stroke 22,20 40,8 66,14").")
    case .emptyDrawing(let number):
      ErrorMessage(
        "Drawing \(number) of \(file) has no ink.",
        "Give it a line like \(code: "stroke 22,20 40,8 66,14").")
    case .tooManyPoints(let limit):
      ErrorMessage(
        "\(file) has more than \(Number.grouped(limit)) points.",
        "Leave out some: every second point draws nearly the same line.")
    }
  }
}

extension HandKind {
  /// What is said where no hand can do it.
  var withoutScreen: ErrorMessage {
    switch self {
    case .draw:
      ErrorMessage(
        "There's no screen to draw on here.",
        "Type its points, \(code: "draw 22,20 40,8 66,14"), or type \(code: "draw FILE.strokes"); \(code: "help draw") shows how."
      )
    case .challenge(let digit):
      ErrorMessage(
        "There's no screen to draw on here.",
        "Type its points, \(code: "challenge \(digit) 22,20 40,8 66,14"), or change a drawing and type \(code: "challenge")."
      )
    case .move:
      ErrorMessage(
        "There's no screen here to move the digit on.",
        "Type \(code: "digit shift 3 0"), \(code: "digit rotate 20") or \(code: "digit scale 1.2")."
      )
    case .turn(let knob):
      ErrorMessage(
        "There's no screen here to turn a knob on.",
        "Type \(code: "set \(knob) = 0.5") or \(code: "nudge \(knob) 0.1").")
    }
  }
}
