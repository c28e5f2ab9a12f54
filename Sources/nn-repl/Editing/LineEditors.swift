import CEdit
import Explainer

/// The choice of an editor.
enum LineEditors {
  /// libedit where a person sits at a terminal that can do it, else plain lines.
  ///
  /// - Parameters:
  ///   - terminal: The terminal, if lines are to be edited on it; nil for plain lines.
  ///   - services: What may stand in a line, and how it is coloured.
  ///   - history: Lines to go back to.
  ///   - usesColor: Whether the line, the prompt and suggestions may be coloured.
  ///   - question: What the terminal is asked of itself.
  static func choose(
    terminal: TerminalGuard?, services: EditorServices, history: History, usesColor: Bool,
    question: TerminalQuestion
  ) -> any LineEditor {
    cedit_use_utf8()
    if let terminal {
      let settings = EditorSettings(
        usesColor: usesColor, bindings: EditRC.lines(),
        reflowsOnResize: TerminalProbe.reflowsOnResize, question: question)
      let editor = EditLineEditor(
        terminal: terminal, services: services, history: history, settings: settings)
      if let editor { return editor }
    }
    let isConversation = TerminalProbe.inputIsTerminal && TerminalProbe.outputIsTerminal
    if isConversation { WatchedSignal.watchAll() }
    return PlainLineEditor(showsPrompt: isConversation)
  }
}
