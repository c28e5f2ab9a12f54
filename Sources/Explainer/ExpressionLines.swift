import Core

extension Session {
  /// What names stand for now.
  var names: NameTable {
    NameTable(network: network, pass: try? pass(), bindings: bindings)
  }

  /// Computes an expression or binds a name.
  mutating func compute(_ line: String) throws(Problem) -> Reply {
    let statement: Statement
    do { statement = try Syntax.parse(line) } catch { throw .expression(error, line: line) }
    switch statement {
    case .expression(let syntax):
      let value = try value(of: syntax, line)
      bindings[NameTable.answer] = value
      return ValueReport(value).reply
    case .assignment(let name, let syntax):
      guard !Registry.commands.contains(where: { $0.name == name }) else {
        throw .nameIsCommand(name)
      }
      let value = try value(of: syntax, line)
      bindings[name] = value
      bindings[NameTable.answer] = value
      return ValueReport(value, name: name).reply
    }
  }

  /// The value of an expression that is part of a command, such as the new value of a knob.
  ///
  /// - Throws: also where it is too large for a Float, in which the network computes.
  func number(_ text: String) throws(Problem) -> Float {
    let statement: Statement
    do { statement = try Syntax.parse(text) } catch { throw .expression(error, line: text) }
    guard case .expression(let syntax) = statement,
      case let value = try value(of: syntax, text), case .number = value.shape
    else { throw .notANumber(text, what: "The value") }
    return try floats(value, text)[0]
  }

  /// The numbers of an expression that is part of a command: a vector, or one number alone.
  func vector(_ text: String) throws(Problem) -> [Float] {
    let statement: Statement
    do { statement = try Syntax.parse(text) } catch { throw .expression(error, line: text) }
    guard case .expression(let syntax) = statement else { throw .notAList(text) }
    let value = try value(of: syntax, text)
    if case .matrix = value.shape { throw .notAList(text) }
    return try floats(value, text)
  }

  /// A formula's numbers as the network takes them.
  private func floats(_ value: Value, _ text: String) throws(Problem) -> [Float] {
    let floats = value.entries.map { Float($0) }
    guard floats.allSatisfy(\.isFinite) else { throw .tooLarge(what: text.trimmed.excerpt) }
    return floats
  }

  private func value(of syntax: Syntax, _ line: String) throws(Problem) -> Value {
    do { return try Evaluator(names: names).value(of: syntax) } catch {
      throw .expression(error, line: line)
    }
  }
}
