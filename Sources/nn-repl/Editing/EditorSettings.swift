/// What an editor needs to know of the world around it.
struct EditorSettings {
  /// Whether to colour the line and suggest how it may continue; the prompt is coloured too.
  var usesColor = false
  /// The user's own key bindings: `.editrc`, in libedit's language.
  var bindings: [String] = []
  /// Whether the terminal joins and splits wrapped lines when its width changes.
  var reflowsOnResize = false
  /// What the terminal is asked of itself.
  var question: TerminalQuestion = []
}

extension EditorSettings {
  /// Whether the user asks for vi's keys.
  var usesViKeys: Bool {
    let choices = bindings.map { $0.split(separator: " ") }
      .filter { $0.first?.hasSuffix("bind") == true }.flatMap { $0 }
    return choices.last { $0 == "-v" || $0 == "-e" } == "-v"
  }
}
