import Core
import Presentation

/// One thing that a command takes: what is told of it, and how the learner's word becomes a value.
package struct Parameter<Value: Sendable>: Sendable {
  /// What is told of it.
  package let outline: ParameterOutline
  /// The value of a word, or of the rest of a line.
  let read: @Sendable (String) throws(LabError) -> Value
}

/// What is told of a parameter, whatever its values are: enough to write it in a usage, to explain
/// it, to offer words for it and to see which words are meant for it.
package struct ParameterOutline: Sendable {
  /// What may stand for a parameter.
  package enum Values: Sendable {
    /// One of a few words; aliases are understood, and not offered.
    case words([Completions.Candidate], aliases: [String] = [])
    /// A number.
    case number(NumberBounds)
    /// Something else that one can tell when one sees it.
    case text(looksRight: @Sendable (String) -> Bool)
  }

  /// What it is called: `row`; for a setting as it is typed before the value, `epochs`.
  package let name: String
  /// What stands for it in a usage: `ROW`.
  package let placeholder: String
  /// What may stand for it.
  package let values: Values
  /// What it is where it is left out, if that can be said in a word.
  package private(set) var usual: String?
  /// What it does, in a few words; may be empty.
  package private(set) var note = ""
  /// Whether it is written as in a formula: an expression, a knob, a list of numbers.
  package private(set) var isFormula = false
  /// What Tab offers besides the words of `values`.
  var suggestions: @Sendable (TabContext) -> [Completions.Candidate] = { _ in [] }

  /// Whether a word is meant for this parameter, right or not.
  func looksRight(_ word: Words.Word) -> Bool {
    switch values {
    case .words(let words, let aliases):
      (words.map(\.text) + aliases).contains(word.text.lowercased())
    case .number: !word.isQuoted && WholeReading(word.text) != .noNumber
    case .text(let looksRight): looksRight(word.text)
    }
  }

  /// What Tab offers.
  func candidates(_ tab: TabContext) -> [Completions.Candidate] {
    switch values {
    case .words(let words, _): words
    case .number, .text: suggestions(tab)
    }
  }
}

extension Parameter {
  /// The same with what it is where it is left out.
  func usually(_ usual: String) -> Self {
    var outline = outline
    outline.say(usual: usual)
    return Self(outline: outline, read: read)
  }

  /// The same with a few words on what it does.
  func noted(_ note: String) -> Self {
    var outline = outline
    outline.say(note: note)
    return Self(outline: outline, read: read)
  }

  /// The same with words that Tab offers.
  package func suggesting(
    _ suggestions: @escaping @Sendable (TabContext) -> [Completions.Candidate]
  ) -> Self {
    var outline = outline
    outline.suggestions = suggestions
    return Self(outline: outline, read: read)
  }
}

extension ParameterOutline {
  fileprivate mutating func say(usual: String) { self.usual = usual }
  fileprivate mutating func say(note: String) { self.note = note }
  fileprivate mutating func sayItIsFormula() { isFormula = true }
}

// MARK: Kinds of parameters

extension Parameter where Value == Int {
  /// A whole number within bounds.
  package static func whole(_ number: WholeNumber, as placeholder: String) -> Self {
    Self(
      outline: ParameterOutline(
        name: number.name, placeholder: placeholder, values: .number(number.bounds)),
      read: { word throws(LabError) in try number.read(word) })
  }
}

extension Parameter where Value == Float {
  /// A number within bounds.
  static func real(_ number: RealNumber, as placeholder: String) -> Self {
    Self(
      outline: ParameterOutline(
        name: number.name, placeholder: placeholder, values: .number(number.bounds)),
      read: { word throws(LabError) in try number.read(word) })
  }
}

extension Parameter where Value == String {
  /// Anything, as it was typed: what it means depends on the bench.
  package static func text(
    _ name: String, as placeholder: String,
    looksRight: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> Self {
    Self(
      outline: ParameterOutline(
        name: name, placeholder: placeholder, values: .text(looksRight: looksRight)),
      read: { word throws(LabError) in word })
  }

  /// Something written as in a formula; what it means depends on the bench.
  static func formula(
    _ name: String, as placeholder: String,
    looksRight: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> Self {
    var outline = ParameterOutline(
      name: name, placeholder: placeholder, values: .text(looksRight: looksRight))
    outline.sayItIsFormula()
    return Self(outline: outline, read: { word throws(LabError) in word })
  }

  /// A word that is typed as it is, or left out.
  package static func flag(_ word: String, note: String = "") -> Self {
    Self(
      outline: ParameterOutline(
        name: word, placeholder: word, values: .words([.init(word, note: note)])),
      read: { word throws(LabError) in word })
  }
}

extension Parameter
where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of a few words.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - choices: the words that may be typed.
  ///   - note: what Tab says of one of them.
  ///   - otherwise: what is wrong with another word.
  static func oneOf(
    _ name: String, _ choices: [Value] = Array(Value.allCases),
    note: (Value) -> String = { _ in "" },
    otherwise: @escaping @Sendable (String, [String]) -> LabError
  ) -> Self {
    let words = choices.map(\.rawValue)
    return Self(
      outline: ParameterOutline(
        name: name, placeholder: words.joined(separator: "|"),
        values: .words(choices.map { .init($0.rawValue, note: note($0)) })),
      read: { word throws(LabError) in
        let plain = word.lowercased()
        guard let value = Value(rawValue: plain), words.contains(plain) else {
          throw otherwise(word, words)
        }
        return value
      })
  }
}
