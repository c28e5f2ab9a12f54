import Formulas
import Presentation

/// What a typed line is: a command if its first word is one, else a formula. Each line is read once,
/// here.
package enum LineMeaning<Command: DeclaredCommand> {
  case nothing
  case command(Command, Arguments)
  case formula(FormulaLine)

  /// Tells commands from formulas. A name that has a value wins over the start of a command's name,
  /// but not over the whole of it.
  ///
  /// - Parameters:
  ///   - line: as typed.
  ///   - lab: knows which names stand for something.
  ///   - commands: those that can be given here.
  package init(_ line: String, on lab: Lab, commands: [Command]) throws(LabError) {
    let line = SlopeSpelling(line, lab).command ?? line
    let start = line.drop { $0.isWhitespace }
    guard !start.isEmpty else {
      self = .nothing
      return
    }
    let word = String(start.prefix { !$0.isWhitespace })
    let rest = start.dropFirst(word.count).drop { $0.isWhitespace }
    let isBinding = Self.isBinding(rest)
    let name = String(start.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    // `not` begins a formula; `and` and `or` begin none, and the formula's error says so.
    let isOperator = Symbol.words[name] != nil
    let hasValue = isOperator || lab.knows(name) || Function.named[name] != nil
    let isExact = commands.contains { $0.name == word }
    if isBinding || hasValue && !isExact || !isExact && Syntax.isForeign(line) {
      self = .formula(try Self.formula(line, commands))
    } else if let command = try commands.command(startingWith: word) {
      self = .command(
        command, try Arguments(command.declaration, line: line))
    } else if Self.looksLikeCommand(word, rest) {
      let known = commands.map(\.name) + Array(Function.named.keys)
      throw .unknownCommand(word, nearest: nearest(to: word, in: known))
    } else {
      self = .formula(try Self.formula(line, commands))
    }
  }

  /// Whether what follows a name gives it a value: `= 3`, `:= 3`, `+= 3`.
  private static func isBinding(_ rest: Substring) -> Bool {
    let sign = rest.first.map { ":+-*/".contains($0) } == true ? rest.dropFirst() : rest
    return sign.hasPrefix("=") && !sign.hasPrefix("==")
  }

  /// A formula; a command's name is no name for its value.
  private static func formula(
    _ line: String, _ commands: [Command]
  ) throws(LabError) -> FormulaLine {
    let formula = FormulaLine(line)
    if case .success(.assignment(let name, _)) = formula.statement,
      commands.contains(where: { $0.name == name })
    {
      throw .nameIsCommand(name)
    }
    return formula
  }

  /// A word alone, or followed by another: nothing that a formula could begin with.
  private static func looksLikeCommand(_ word: String, _ rest: Substring) -> Bool {
    let isWord = word.count > 1 && word.allSatisfy { $0.isASCII && $0.isLetter }
    return isWord && (rest.first.map { $0.isLetter || $0.isNumber } ?? true)
  }
}

/// A line that is a formula or the naming of one, read but not computed.
package struct FormulaLine: Sendable {
  /// As typed.
  package let text: String
  /// What it says, or why it cannot be read.
  package let statement: Result<Statement, ExpressionError>
  /// Whether it ends with `;` and so asks for no answer, unless it says to show one: `disp(a1);`.
  var isQuiet: Bool {
    let end = Lexer.end(of: Lexer.characters(of: text, most: Limits.standard.characters))
    return end.isQuiet && !Function.showing.contains { text.trimmed.hasPrefix($0 + "(") }
  }

  /// Reads a line.
  package init(_ text: String) {
    self.text = text
    statement = Result { () throws(ExpressionError) in try Syntax.parse(text) }
  }
}
