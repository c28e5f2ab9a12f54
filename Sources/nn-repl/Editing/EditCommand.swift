/// The editing commands of our own, in the order of libedit's names for them: `nn-command-0`, ….
enum EditCommand: Int, CaseIterable {
  case complete, list, acceptSuggestion, paste, up, down, search, lineStart, lineEnd
  case completeBack, cancelCompletion, acceptWord, lastWord, undo, editOutside

  /// The name to bind keys to.
  var name: String { "nn-command-\(rawValue)" }
}

/// Numbers for keys that have no character: libedit looks keys up by number, and these, U+0080 to
/// U+009F, are never text.
enum PrivateKey: UInt32, CaseIterable {
  case up = 0x80
  case down, left, right, home, end, delete, wordLeft, wordRight, list, acceptSuggestion, paste
  case backTab, cancelCompletion, acceptWord, lastWord

  /// The key in libedit's notation.
  var notation: String { Unicode.Scalar(rawValue).map { String($0) } ?? "" }

  /// What it does where text is typed.
  var command: String {
    switch self {
    case .up: EditCommand.up.name
    case .down: EditCommand.down.name
    case .left: "ed-prev-char"
    case .right: "ed-next-char"
    case .home: EditCommand.lineStart.name
    case .end: EditCommand.lineEnd.name
    case .delete: "ed-delete-next-char"
    case .wordLeft: "ed-prev-word"
    case .wordRight: "em-next-word"
    case .list: EditCommand.list.name
    case .acceptSuggestion: EditCommand.acceptSuggestion.name
    case .paste: EditCommand.paste.name
    case .backTab: EditCommand.completeBack.name
    case .cancelCompletion: EditCommand.cancelCompletion.name
    case .acceptWord: EditCommand.acceptWord.name
    case .lastWord: EditCommand.lastWord.name
    }
  }
}

extension Key {
  /// What libedit is told when this key is pressed; nothing for what it has no use for.
  var numbers: [UInt32] {
    switch self {
    case .character(let scalar): [scalar.value]
    case .ctrl(let letter): letter.asciiValue.map { [UInt32($0 & 0x1f)] } ?? []
    case .alt(let scalar): [0x1b, scalar.value]
    case .enter: [0x0a]
    case .tab: [0x09]
    case .backspace: [0x7f]
    case .escape: [0x1b]
    case .up: [PrivateKey.up.rawValue]
    case .down: [PrivateKey.down.rawValue]
    case .left: [PrivateKey.left.rawValue]
    case .right: [PrivateKey.right.rawValue]
    case .home: [PrivateKey.home.rawValue]
    case .end: [PrivateKey.end.rawValue]
    case .delete: [PrivateKey.delete.rawValue]
    case .wordLeft: [PrivateKey.wordLeft.rawValue]
    case .wordRight: [PrivateKey.wordRight.rawValue]
    case .paste: [PrivateKey.paste.rawValue]
    case .backTab: [PrivateKey.backTab.rawValue]
    case .pageUp, .pageDown, .insert, .function, .mouse, .resize: []
    }
  }
}

/// The bindings we start from, before the user's `.editrc`.
enum DefaultBindings {
  static func apply(to editLine: EditLine) {
    editLine.bind("^I", to: EditCommand.complete.name)
    editLine.bind("^A", to: EditCommand.lineStart.name)
    editLine.bind("^E", to: EditCommand.lineEnd.name)
    editLine.bind("^R", to: EditCommand.search.name)
    editLine.bind("^P", to: EditCommand.up.name)
    editLine.bind("^N", to: EditCommand.down.name)
    editLine.bind("^_", to: EditCommand.undo.name)
    editLine.bind("^X^E", to: EditCommand.editOutside.name)
    editLine.bind("k", to: EditCommand.up.name, inViCommandMode: true)
    editLine.bind("j", to: EditCommand.down.name, inViCommandMode: true)
    for key in PrivateKey.allCases {
      editLine.bind(key.notation, to: key.command)
      editLine.bind(key.notation, to: key.command, inViCommandMode: true)
    }
  }
}
