import Explainer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Which line editor a run gets, and the history that comes with it.
final class Editing {
  /// Whether a person sits at both ends.
  let isInteractive: Bool
  private(set) var history: [String] = []

  init(options: Options, environment: [String: String]) {
    isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  }

  func lineEditor(_ program: Program) -> any LineEditor {
    PlainLineEditor(showsPrompt: isInteractive)
  }
}
