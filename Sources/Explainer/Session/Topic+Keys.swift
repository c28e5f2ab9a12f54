import Presentation

extension Topic {
  /// The keys at the prompt.
  static let keys = Topic(
    name: "keys", summary: "what keys do while you type a line",
    examples: [],
    details: [
      "Ctrl-C throws the line away or stops what runs, Ctrl-Z goes back to the shell until you type \(code: "fg") there, Ctrl-D leaves.",
      "Other keys are as in Emacs. A file \(code: ".editrc") with \(code: "bind -v") brings those of vi.",
    ],
    keys: [
      ("Tab", "completes; among several, Tab and Shift-Tab choose"),
      ("Esc", "goes back to what you typed before Tab"),
      ("Right, End", "take the gray rest of a line; Alt-F takes one word of it"),
      ("Up, Down", "go through earlier lines that begin as yours does"),
      ("Ctrl-R", "searches them all"),
      ("Alt-.", "the last word of the line before; again: of earlier ones"),
      ("!!", "typed as a line, runs the line before again"),
      ("Ctrl-_", "takes the last change to the line back"),
      ("Ctrl-U, Ctrl-K", "cut the line, or the rest of it; Ctrl-Y inserts it again"),
      ("Ctrl-W", "cuts the word before the cursor"),
      ("Ctrl-X Ctrl-E", "goes on with the line in your editor, as \(code: "$EDITOR") names it"),
      ("Ctrl-L", "clears the screen"),
    ])
}
