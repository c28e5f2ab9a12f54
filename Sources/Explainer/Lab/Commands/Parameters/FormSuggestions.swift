import Presentation

extension CommandDeclaration {
  /// What may stand where Tab was pressed, from what each form takes there.
  package func suggestions(_ tab: TabContext) -> [Completions.Candidate] {
    var seen: Set<String> = []
    return forms.flatMap { $0.suggestions(tab) }.filter { seen.insert($0.text).inserted }
  }
}

extension CommandForm {
  /// What this form takes after the words that are there.
  fileprivate func suggestions(_ tab: TabContext) -> [Completions.Candidate] {
    var words = tab.words.map { Words.Word(text: $0, column: 1, isQuoted: false) }[...]
    for piece in pieces {
      guard let word = words.first else {
        return piece.candidates(tab) + (piece.isRequired ? [] : added(tab, [:]))
      }
      switch piece {
      case .word(let text, _):
        guard word.text == text else { return [] }
        words.removeFirst()
      case .required(let outline):
        guard outline.looksRight(word) else { return [] }
        words.removeFirst()
      case .optional(let outline):
        if outline.looksRight(word) { words.removeFirst() }
      case .repeated(let outline, _):
        while let word = words.first, outline.looksRight(word) { words.removeFirst() }
        if words.isEmpty { return piece.candidates(tab) + added(tab, [:]) }
      case .line: return piece.candidates(tab)
      case .sign: return []
      }
    }
    var given: [String: Bool] = [:]
    while !words.isEmpty {
      guard let taken = additions.lazy.compactMap({ $0.takes(words) }).first else { return [] }
      given[taken.outline.name] = true
      words = taken.rest
    }
    return added(tab, given)
  }

  private func added(
    _ tab: TabContext, _ given: [String: Bool]
  ) -> [Completions.Candidate] {
    additions.filter { given[$0.outline.name] == nil }.flatMap { $0.candidates(tab) }
  }
}

extension CommandForm.Piece {
  fileprivate var isRequired: Bool {
    switch self {
    case .word, .required, .sign: true
    case .optional: false
    case .repeated(_, let isRequired), .line(_, let isRequired): isRequired
    }
  }

  fileprivate func candidates(_ tab: TabContext) -> [Completions.Candidate] {
    switch self {
    case .word(let word, let note): [.init(word, note: note)]
    case .required(let outline), .optional(let outline), .repeated(let outline, _),
      .line(let outline, _):
      outline.candidates(tab)
    case .sign(let sign): [.init(String(sign))]
    }
  }
}

extension CommandForm.Addition {
  /// A word, or a setting's name; after its sign, the setting's values.
  fileprivate func candidates(_ tab: TabContext) -> [Completions.Candidate] {
    switch self {
    case .plain(let outline): return outline.candidates(tab)
    case .named(let outline): return [.init(outline.name, note: outline.hint)]
    case .setting(let outline, _):
      let start = outline.name + "="
      guard tab.partial.hasPrefix(start) else {
        return [
          .init(outline.opensList ? start + "[" : start, note: outline.hint, isComplete: false)
        ]
      }
      let values = outline.candidates(tab).map(\.text) + outline.usualWords
      var seen: Set<String> = []
      return values.filter { seen.insert($0).inserted }.map { .init(start + $0) }
    }
  }
}

extension ParameterOutline {
  /// What it is where it is left out, if that can be typed.
  fileprivate var usualWords: [String] {
    guard let usual, looksRight(Words.Word(text: usual, column: 1)) else { return [] }
    return [usual]
  }

  fileprivate var opensList: Bool { placeholder.hasPrefix("[") }

  /// A few words beside a setting's name: its note, or what may follow it, and what it is where it is
  /// left out.
  fileprivate var hint: String {
    let choices =
      switch values {
      case .words(let words, _): words.map(\.text).joined(separator: ", ")
      case .number, .text: ""
      }
    let what = note.isEmpty ? choices : note
    return [what, usual.map { "\($0) if left out" } ?? ""].filter { !$0.isEmpty }.joined(
      separator: "; ")
  }
}
