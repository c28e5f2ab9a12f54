import CEdit
import Explainer

/// How wide text is on a terminal.
enum TextWidth {
  /// Columns of a scalar that is text: 0, 1 or 2. ASCII is answered here, without a call.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    (0x20..<0x7f).contains(scalar.value) ? 1 : max(0, Int(cedit_width(scalar.value)))
  }

  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// As much of a text as fits into some columns, with `…` where something is left out.
  static func cut(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var width = 1
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      width += of(scalar)
      if width > columns { break }
      kept.append(scalar)
    }
    return columns > 0 ? String(kept) + "…" : ""
  }

  /// Lines as they may have been typed: line ends stay, a tab is a space, and nothing else commands
  /// the terminal.
  static func typeable(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
    // By scalars: a carriage return and a line feed are one character.
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.map { $0 == "\t" ? " " : $0 }).withoutControls }.joined(separator: "\n")
  }

  /// The same without the characters of no width, which would put libedit's columns off.
  static func editable(_ text: String) -> String {
    String(typeable(text).unicodeScalars.filter { $0.value < 0x80 || of($0) > 0 })
  }
}
