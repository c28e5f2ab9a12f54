/// One way to write a command: what stands after its name, in order, and then what may be added in
/// any order.
package struct CommandForm: Sendable {
  /// One part of a form.
  package enum Piece: Sendable {
    /// A word typed as it is, with a few words about it.
    case word(String, note: String)
    /// A parameter that is needed.
    case required(ParameterOutline)
    /// A parameter that may be left out, and all that follows it with it.
    case optional(ParameterOutline)
    /// As many words for a parameter as the learner likes; where it is needed, at least one.
    case repeated(ParameterOutline, isRequired: Bool)
    /// All that is left of the line up to what may be added, as it was typed.
    case line(ParameterOutline, isRequired: Bool)
    /// A sign that parts the line in two, wherever it stands: `=` in `set`.
    case sign(Character)
  }

  /// What may be added.
  package enum Addition: Sendable {
    /// A word alone, told from others by how it looks.
    case plain(ParameterOutline)
    /// `epochs=5`.
    case setting(ParameterOutline, isRequired: Bool)
    /// `seed 3`.
    case named(ParameterOutline)

    var outline: ParameterOutline {
      switch self {
      case .plain(let outline), .setting(let outline, _), .named(let outline): outline
      }
    }
  }

  let pieces: [Piece]
  let additions: [Addition]

  /// A form of a command.
  package init(_ pieces: Piece..., adding additions: [Addition] = []) {
    self.pieces = pieces
    self.additions = additions
  }

  /// All of its parameters, in the order of the usage.
  package var parameters: [ParameterOutline] {
    pieces.compactMap(\.outline) + additions.map(\.outline)
  }

  /// How it is written, after the command's name.
  func usage(of command: String) -> String {
    let optional = pieces.count { if case .optional = $0 { true } else { false } }
    let written =
      pieces.map(\.usage).joined(separator: " ") + String(repeating: "]", count: optional)
    let added = additions.map(\.usage).joined(separator: " ")
    return [command, written, added].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension CommandForm.Piece {
  /// A word typed as it is.
  package static func word(_ word: String) -> Self { .word(word, note: "") }

  package static func required<Value>(_ parameter: Parameter<Value>) -> Self {
    .required(parameter.outline)
  }

  package static func optional<Value>(_ parameter: Parameter<Value>) -> Self {
    .optional(parameter.outline)
  }

  static func repeated<Value>(_ parameter: Parameter<Value>, isRequired: Bool = true) -> Self {
    .repeated(parameter.outline, isRequired: isRequired)
  }

  package static func line<Value>(_ parameter: Parameter<Value>, isRequired: Bool = true) -> Self {
    .line(parameter.outline, isRequired: isRequired)
  }

  var outline: ParameterOutline? {
    switch self {
    case .word, .sign: nil
    case .required(let outline), .optional(let outline), .repeated(let outline, _),
      .line(let outline, _):
      outline
    }
  }

  /// An optional piece opens a bracket that the usage closes at its end.
  fileprivate var usage: String {
    switch self {
    case .word(let word, _): word
    case .sign(let sign): String(sign)
    case .required(let outline), .line(let outline, true): outline.placeholder
    case .optional(let outline): "[" + outline.placeholder
    case .repeated(let outline, true): "\(outline.placeholder) \(outline.placeholder) ..."
    case .repeated(let outline, false): "[\(outline.placeholder) \(outline.placeholder) ...]"
    case .line(let outline, false): "[\(outline.placeholder)]"
    }
  }
}

extension CommandForm.Addition {
  package static func plain<Value>(_ parameter: Parameter<Value>) -> Self {
    .plain(parameter.outline)
  }

  package static func setting<Value>(_ parameter: Parameter<Value>, isRequired: Bool = false)
    -> Self
  {
    .setting(parameter.outline, isRequired: isRequired)
  }

  static func named<Value>(_ parameter: Parameter<Value>) -> Self { .named(parameter.outline) }

  fileprivate var usage: String {
    switch self {
    case .plain(let outline): "[\(outline.placeholder)]"
    case .setting(let outline, true): "\(outline.name)=\(outline.placeholder)"
    case .setting(let outline, false): "[\(outline.name)=\(outline.placeholder)]"
    case .named(let outline): "[\(outline.name) \(outline.placeholder)]"
    }
  }
}
