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
  func number(_ text: String) throws(Problem) -> Float {
    let statement: Statement
    do { statement = try Syntax.parse(text) } catch { throw .expression(error, line: text) }
    guard case .expression(let syntax) = statement,
      case .number(let number) = try value(of: syntax, text)
    else { throw .notANumber(text, what: "The value") }
    return number
  }

  /// The numbers of an expression that is part of a command: a vector, or one number alone.
  func vector(_ text: String) throws(Problem) -> [Float] {
    let statement: Statement
    do { statement = try Syntax.parse(text) } catch { throw .expression(error, line: text) }
    guard case .expression(let syntax) = statement else { throw .notAList(text) }
    switch try value(of: syntax, text) {
    case .number(let number): return [number]
    case .vector(let entries): return entries
    case .matrix: throw .notAList(text)
    }
  }

  private func value(of syntax: Syntax, _ line: String) throws(Problem) -> Value {
    do { return try Evaluator(names: names).value(of: syntax) } catch {
      throw .expression(error, line: line)
    }
  }
}

/// How the value of an expression is shown.
struct ValueReport {
  private let value: Value
  private let name: String?

  init(_ value: Value, name: String? = nil) {
    self.value = value
    self.name = name
  }

  var reply: Reply { Reply(blocks, facts: facts) }

  /// The picture or the number, then a sentence.
  var blocks: [Block] {
    let title = name ?? ""
    switch value {
    case .number(let number):
      let shown: Prose = "\(strong: Number.readable(number))"
      return [.prose(name.map { "\($0) = " + shown } ?? shown)]
    case .vector(let entries):
      return [.figure(Self.figure(entries, title: title)), .prose(sentence(entries))]
    case .matrix(let matrix):
      return [.figure(Self.figure(matrix, title: title)), .prose(sentence(matrix))]
    }
  }

  /// What programs are told: the value and its shape.
  var facts: [String: Fact] {
    switch value {
    case .number(let number): ["value": .number(number), "shape": .list([])]
    case .vector(let entries):
      ["value": .numbers(entries), "shape": .list([.integer(entries.count)])]
    case .matrix(let matrix):
      [
        "value": .list((0..<matrix.rows).map { .numbers(matrix.row($0)) }),
        "shape": .list([.integer(matrix.rows), .integer(matrix.columns)]),
      ]
    }
  }

  /// A vector as bars, or as a picture if it is as long as a digit has pixels, or as numbers.
  static func figure(_ entries: [Float], title: String) -> Figure {
    let isInk = entries.allSatisfy { $0 >= 0 && $0 <= 1 }
    if entries.count == Digit.pixelCount {
      return .heatMap(
        HeatMap(
          title, rows: Digit.side, columns: Digit.side, values: entries,
          scale: isInk ? .ink : .signed))
    }
    guard entries.count > 20 else { return .barChart(BarChart(title, bars(entries))) }
    let perRow = 10
    return .grid(
      NumberGrid(
        title, firstRow: 0, firstColumn: 0,
        rows: stride(from: 0, to: min(entries.count, 200), by: perRow).map {
          Array(entries[$0..<min($0 + perRow, entries.count)])
        }))
  }

  /// A small matrix as numbers, a large one as a picture of signs and strengths.
  static func figure(_ matrix: Matrix, title: String) -> Figure {
    guard matrix.rows > 10 || matrix.columns > 10 else {
      return .grid(
        NumberGrid(
          title, firstRow: 0, firstColumn: 0, rows: (0..<matrix.rows).map(matrix.row)))
    }
    return .heatMap(
      HeatMap(
        title, rows: matrix.rows, columns: matrix.columns, values: matrix.rowMajor, scale: .signed))
  }

  private func sentence(_ entries: [Float]) -> Prose {
    let largest = entries.indexOfLargest
    let shape = Shape.vector(entries.count).description
    return
      "\(shape); the largest is entry \(largest), \(strong: Number.precise(entries[largest]))."
  }

  private func sentence(_ matrix: Matrix) -> Prose {
    let entries = matrix.columnMajor
    return
      "\(value.shape.description), from \(Number.shown(entries.min() ?? 0)) to \(Number.shown(entries.max() ?? 0))."
  }
}
