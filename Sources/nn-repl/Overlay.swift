/// SGR numbers for what the editor paints. The sixteen basic colours, as the user's theme has them.
enum Palette {
  static let prompt = "1;34"
}

extension EditLineEditor {
  func suggestion(for buffer: EditLine.Buffer) -> String? { nil }
  func acceptSuggestion() -> EditLine.Verdict { .beep }
  func paint() {}
  func unpaint() {}
  func forgetPainting() {}
}
