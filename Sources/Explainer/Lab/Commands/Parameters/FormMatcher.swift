import Presentation

/// Lays the words of a line on one form of its command: which word is meant for which parameter.
struct FormMatcher {
  private let form: CommandForm
  private let usage: String
  /// Whether each word has to look right for its parameter; else it only has to stand in its place,
  /// so that the parameter can say what is wrong with it.
  private let isStrict: Bool
  private let line: String
  private var words: ArraySlice<Words.Word>
  /// Words by the names of their parameters.
  private(set) var slots: [String: [String]] = [:]

  /// - Parameters:
  ///   - form: one of the command's.
  ///   - usage: how that form is written.
  ///   - words: those after the command's name.
  ///   - line: all of the line, in which the words' columns count.
  init(
    _ form: CommandForm, usage: String, _ words: some Sequence<Words.Word>, line: String,
    isStrict: Bool
  ) throws(LabError) {
    self.form = form
    self.usage = usage
    self.words = form.parted(Array(words))[...]
    self.line = line
    self.isStrict = isStrict
    for piece in form.pieces { try match(piece) }
    while let word = self.words.first { try matchAddition(word) }
    for case .setting(let outline, true) in form.additions where slots[outline.name] == nil {
      throw .missingWord("\(outline.name)=\(outline.placeholder)", usage: usage)
    }
  }

  /// How well a form suits the beginning of a line, for the choice of the one that tells what is wrong.
  static func rank(_ form: CommandForm, _ words: [Words.Word]) -> Int {
    guard let word = words.first else { return form.pieces.isEmpty ? 0 : 1 }
    switch form.pieces.first {
    case .word(let text, _): return word.text == text ? 4 : 0
    case .required(let outline), .optional(let outline), .repeated(let outline, _),
      .line(let outline, _):
      if outline.looksRight(word) { return 3 }
      return if case .words = outline.values, form.pieces.count + form.additions.count > 1 {
        0
      } else { 2 }
    case .sign: return 2
    case nil: return form.additions.contains { $0.takes(words[...]) != nil } ? 4 : 1
    }
  }

  private mutating func match(_ piece: CommandForm.Piece) throws(LabError) {
    switch piece {
    case .word(let text, _):
      guard let word = words.first, word.text == text else { throw misfit }
      words.removeFirst()
    case .required(let outline):
      guard let word = words.first else { throw missing(outline) }
      try take(word, for: outline)
    case .optional(let outline):
      guard let word = words.first, addition(at: words) == nil else { return }
      try take(word, for: outline)
    case .repeated(let outline, let isRequired):
      guard !isRequired || !words.isEmpty else { throw missing(outline) }
      while let word = words.first, addition(at: words) == nil { try take(word, for: outline) }
    case .line(let outline, let isRequired): try takeLine(outline, isRequired)
    case .sign(let sign):
      guard let word = words.first else { throw .missingWord("The '\(sign)'", usage: usage) }
      // People leave it out, or say it.
      if word.text == String(sign) || word.text.lowercased() == "to" { words.removeFirst() }
    }
  }

  private mutating func take(_ word: Words.Word, for outline: ParameterOutline) throws(LabError) {
    if let two = outline.word(of: words.prefix(2)) {
      slots[outline.name, default: []].append(two)
      words.removeFirst(2)
      return
    }
    if let sizes = outline.numbers(in: word), form.repeats(outline) {
      slots[outline.name, default: []] += sizes
      words.removeFirst()
      return
    }
    guard !isStrict || outline.looksRight(word) else { throw misfit }
    slots[outline.name, default: []].append(word.text)
    words.removeFirst()
  }

  /// What is said where a word does not stand where it should.
  private var misfit: LabError {
    guard let word = words.first else { return .missingWord("A word", usage: usage) }
    return .unexpectedWord(word.text, usage: usage)
  }

  private func missing(_ outline: ParameterOutline) -> LabError {
    .missingWord("The \(outline.name)", usage: usage)
  }

  // MARK: Texts of which every sign counts

  private mutating func takeLine(
    _ outline: ParameterOutline, _ isRequired: Bool
  ) throws(LabError) {
    var rest = words
    while !rest.isEmpty, addition(at: rest) == nil { rest.removeFirst() }
    // Only in a formula does every sign count; elsewhere quotes only keep words together.
    let text =
      outline.isFormula
      ? self.text(from: words.first, to: rest.first)
      : words[..<rest.startIndex].map(\.text).joined(separator: " ")
    words = rest
    guard !text.isEmpty else {
      if isRequired { throw missing(outline) }
      return
    }
    slots[outline.name] = [text]
  }

  private func text(from first: Words.Word?, to end: Words.Word?) -> String {
    guard let first else { return "" }
    let start = line.dropFirst(first.column - 1)
    return String(end.map { start.prefix($0.column - first.column) } ?? start).trimmed
  }

  // MARK: What may be added, in any order

  private mutating func matchAddition(_ word: Words.Word) throws(LabError) {
    guard let (outline, value, rest) = addition(at: words) else {
      throw unknown(word)
    }
    if value.isEmpty, case .words = outline.values {
      throw .missingWord("The \(outline.name)", usage: "\(outline.name)=\(outline.placeholder)")
    }
    if let first = slots[outline.name]?.first {
      throw .givenTwice(outline.name, first, value)
    }
    slots[outline.name] = [value]
    words = rest
  }

  private func addition(at words: ArraySlice<Words.Word>) -> CommandForm.Addition.Taken? {
    // A setting has its name before it, so that no other is meant.
    let (plain, named) = (form.additions.filter(\.isPlain), form.additions.filter { !$0.isPlain })
    return (named + plain).lazy.compactMap { $0.takes(words) }.first
  }

  private func unknown(_ word: Words.Word) -> LabError {
    let names = form.additions.compactMap { addition -> String? in
      if case .setting(let outline, _) = addition { outline.name } else { nil }
    }
    let typed = word.text.prefix { $0 != "=" }
    guard !names.isEmpty, !isStrict, typed.count < word.text.count, !typed.isEmpty else {
      return .unexpectedWord(word.text, usage: usage)
    }
    return .unknownSetting(String(typed), nearest: nearest(to: String(typed), in: names), names)
  }
}

extension CommandForm {
  /// The words with the form's sign as one of its own, wherever it stands: `b1[0]=2`.
  fileprivate func parted(_ words: [Words.Word]) -> [Words.Word] {
    for case .sign(let sign) in pieces {
      guard let index = words.firstIndex(where: { !$0.isQuoted && $0.text.contains(sign) }),
        let at = words[index].text.firstIndex(of: sign)
      else { return words }
      let word = words[index]
      let column = word.column + word.text[..<at].count
      let parts = [
        Words.Word(text: String(word.text[..<at]), column: word.column),
        Words.Word(text: String(sign), column: column),
        Words.Word(text: String(word.text[at...].dropFirst()), column: column + 1),
      ]
      return words[..<index] + parts.filter { !$0.text.isEmpty } + words[(index + 1)...]
    }
    return words
  }
}

extension CommandForm {
  /// Whether as many words as one likes may stand for a parameter.
  fileprivate func repeats(_ outline: ParameterOutline) -> Bool {
    pieces.contains { piece in
      if case .repeated(let other, _) = piece { other.name == outline.name } else { false }
    }
  }
}

extension ParameterOutline {
  /// The word of the list that two words are together: `leaky relu`.
  fileprivate func word(of words: ArraySlice<Words.Word>) -> String? {
    guard case .words(let listed, let aliases) = values, words.count == 2 else { return nil }
    let joined = words.map { $0.text.lowercased() }.joined(separator: "-")
    return (listed.map(\.text) + aliases).contains(joined) ? joined : nil
  }

  /// The numbers that signs join to one word: `784-30-10`.
  fileprivate func numbers(in word: Words.Word) -> [String]? {
    guard case .number = values, !word.isQuoted else { return nil }
    let parts = word.text.split(omittingEmptySubsequences: false) { "-–—x×→>/".contains($0) }
    let isJoined =
      parts.count > 1 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }
    return isJoined ? parts.map(String.init) : nil
  }
}

extension CommandForm.Addition {
  /// What an addition takes of a line: the words that are its value, and the words that are left.
  typealias Taken = (outline: ParameterOutline, value: String, rest: ArraySlice<Words.Word>)

  fileprivate var isPlain: Bool { if case .plain = self { true } else { false } }

  /// What of the words' beginning is this addition; nil where they begin with something else.
  func takes(_ words: ArraySlice<Words.Word>) -> Taken? {
    guard let word = words.first else { return nil }
    switch self {
    case .plain(let outline):
      if let two = outline.word(of: words.prefix(2)) { return (outline, two, words.dropFirst(2)) }
      return outline.looksRight(word) ? (outline, word.text, words.dropFirst()) : nil
    case .setting(let outline, _), .named(let outline):
      if let taken = Self.setting(outline, words) { return taken }
      guard word.text == outline.name else { return nil }
      let value = words.dropFirst().first?.text ?? ""
      return (outline, value, words.dropFirst(2))
    }
  }

  /// `epochs=5`, with spaces or without; `epochs 5` is taken for the same.
  private static func setting(
    _ outline: ParameterOutline, _ words: ArraySlice<Words.Word>
  ) -> Taken? {
    guard var text = words.first?.text, text.hasPrefix(outline.name) else { return nil }
    text.removeFirst(outline.name.count)
    var rest = words.dropFirst()
    if text.isEmpty, let sign = rest.first?.text, sign.hasPrefix("=") {
      text = sign
      rest = rest.dropFirst()
    }
    guard text.hasPrefix("=") else { return nil }
    text.removeFirst()
    if text.isEmpty, let value = rest.first?.text, !value.contains("=") {
      text = value
      rest = rest.dropFirst()
    }
    return (outline, text, rest)
  }
}
