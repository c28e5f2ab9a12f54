import Presentation

/// What was typed after a command's name, parameter by parameter: a line that fits one of the
/// command's forms.
package struct Arguments {
  /// The word that tells this form from others: `shift` in `digit shift 3 0`.
  package let keyword: String?
  private let slots: [String: [String]]

  /// Reads a line that begins with the command's name.
  package init(_ command: CommandDeclaration, line: String) throws(LabError) {
    try self.init(command, Words(line).dropFirst(), line: line)
  }

  /// Finds the form that a line fits.
  private init(
    _ command: CommandDeclaration, _ words: some Sequence<Words.Word>, line: String
  ) throws(LabError) {
    let words = Array(words)
    let forms = command.forms
    func match(_ form: Int, isStrict: Bool) throws(LabError) -> [String: [String]] {
      try FormMatcher(
        forms[form], usage: command.shortUsage(form), words, line: line, isStrict: isStrict
      ).slots
    }
    for index in forms.indices {
      if let slots = try? match(index, isStrict: true) {
        self.init(forms[index], slots)
        return
      }
    }
    // None fits: the one that comes nearest says what is wrong.
    let ranks = forms.map { FormMatcher.rank($0, words) }
    let nearest = ranks.firstIndex(of: ranks.max() ?? 0) ?? 0
    self.init(forms[nearest], try match(nearest, isStrict: false))
  }

  private init(_ form: CommandForm, _ slots: [String: [String]]) {
    self.slots = slots
    keyword = if case .word(let word, _) = form.pieces.first { word } else { nil }
  }

  /// The value of a parameter; nil where it was left out.
  package func value<Value>(_ parameter: Parameter<Value>) throws(LabError) -> Value? {
    guard let word = slots[parameter.outline.name]?.first else { return nil }
    return try parameter.read(word)
  }

  /// The value of a parameter, or what it is where it was left out.
  package func value<Value>(
    _ parameter: Parameter<Value>, orElse usual: @autoclosure () -> Value
  ) throws(LabError) -> Value {
    try value(parameter) ?? usual()
  }

  /// The value of a parameter without which the line would not fit.
  package func required<Value>(_ parameter: Parameter<Value>) throws(LabError) -> Value {
    guard let value = try value(parameter) else {
      throw .missingWord("The \(parameter.outline.name)", usage: parameter.outline.placeholder)
    }
    return value
  }

  /// The value of a parameter whose bounds depend on the bench; nil where it was left out.
  func value<Value>(
    _ parameter: Parameter<Value>, within bounds: WholeNumber
  ) throws(LabError) -> Int? {
    guard let word = slots[parameter.outline.name]?.first else { return nil }
    return try bounds.read(word)
  }

  /// The same for a parameter without which the line would not fit.
  func required<Value>(
    _ parameter: Parameter<Value>, within bounds: WholeNumber
  ) throws(LabError) -> Int {
    guard let value = try value(parameter, within: bounds) else {
      throw .missingWord("The \(parameter.outline.name)", usage: parameter.outline.placeholder)
    }
    return value
  }

  /// The values of a parameter that may be given many times.
  func values<Value>(_ parameter: Parameter<Value>) throws(LabError) -> [Value] {
    var values: [Value] = []
    for word in slots[parameter.outline.name] ?? [] { values.append(try parameter.read(word)) }
    return values
  }

  /// Whether a parameter was given.
  package func has<Value>(_ parameter: Parameter<Value>) -> Bool {
    slots[parameter.outline.name] != nil
  }
}
