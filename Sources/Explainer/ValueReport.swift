import Core

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
    switch value.shape {
    case .number:
      let shown: Prose = "\(strong: Number.readable(value[0]))"
      return [.prose(name.map { "\($0) = " + shown } ?? shown)]
    case .vector(let count): return [picture, .prose(vectorSentence(count))]
    case .matrix: return [picture, .prose(matrixSentence)]
    }
  }

  /// A vector or a matrix without words.
  var picture: Block {
    if case .matrix = value.shape { return .figure(matrixFigure) }
    return .figure(vectorFigure)
  }

  private var title: String { name ?? "" }
}

// MARK: What programs are told

extension ValueReport {
  /// The value and its shape. The network's numbers have the digits of a Float.
  var facts: [String: Fact] {
    switch value.shape {
    case .number: ["value": list.first ?? .null, "shape": .list([])]
    case .vector(let count): ["value": numbers(0..<count), "shape": .list([.integer(count)])]
    case .matrix(let rows, let columns):
      [
        "value": .list(rowMajor.rows(of: columns)),
        "shape": .list([.integer(rows), .integer(columns)]),
      ]
    }
  }

  private var list: [Fact] {
    value.given.map { $0.map(Fact.number) } ?? value.entries.map(Fact.precise)
  }

  private func numbers(_ range: Range<Int>) -> Fact {
    value.given.map { .numbers(Array($0[range])) } ?? .preciseNumbers(Array(value.entries[range]))
  }

  /// The same numbers, row after row.
  private var rowMajor: ValueReport {
    guard case .matrix(let rows, let columns) = value.shape else { return self }
    return ValueReport(
      value.rearranged(value.shape, .transposed(rows: rows, columns: columns)), name: name)
  }

  private func rows(of columns: Int) -> [Fact] {
    stride(from: 0, to: value.shape.count, by: max(columns, 1)).map { numbers($0..<$0 + columns) }
  }
}

// MARK: What people see

extension ValueReport {
  /// Longer vectors are shown as numbers, not as bars.
  private static let mostBars = 20
  private static let perRow = 10
  /// Entries of a long vector that are shown.
  private static let mostNumbers = 200

  private var isPicture: Bool { value.shape.count == Digit.pixelCount }

  /// A vector as bars, or as a picture if it is as long as a digit has pixels, or as numbers.
  private var vectorFigure: Figure {
    let count = value.shape.count
    if isPicture {
      let isInk = value.entries.allSatisfy { $0 >= 0 && $0 <= 1 }
      return .heatMap(
        HeatMap(
          title, rows: Digit.side, columns: Digit.side, values: value.pictured,
          scale: isInk ? .ink : .signed))
    }
    guard count > Self.mostBars else { return .barChart(BarChart(title, bars(value.entries))) }
    let shown = value.first(Self.mostNumbers)
    return .grid(
      NumberGrid(
        title, firstRow: 0, firstColumn: 0,
        rows: stride(from: 0, to: shown.count, by: Self.perRow).map {
          Array(shown[$0..<min($0 + Self.perRow, shown.count)])
        }))
  }

  /// A small matrix as numbers, a large one as a picture of signs and strengths.
  private var matrixFigure: Figure {
    guard case .matrix(let rows, let columns) = value.shape, rows > 10 || columns > 10 else {
      return .grid(
        NumberGrid(title, firstRow: 0, firstColumn: 0, rows: rowMajor.smallRows))
    }
    return .heatMap(
      HeatMap(
        title, rows: rows, columns: columns, values: rowMajor.value.pictured, scale: .signed))
  }

  private var smallRows: [[Double]] {
    guard case .matrix(_, let columns) = value.shape else { return [] }
    let entries = value.entries
    return stride(from: 0, to: entries.count, by: max(columns, 1)).map {
      Array(entries[$0..<$0 + columns])
    }
  }

  private func vectorSentence(_ count: Int) -> Prose {
    let entries = value.entries
    let largest = entries.indices.dropFirst().reduce(0) { entries[$1] > entries[$0] ? $1 : $0 }
    let sentence: Prose =
      "\(value.shape.description); the largest is entry \(largest), \(strong: Number.precise(entries[largest]))."
    let hidden = count - Self.mostNumbers
    guard hidden > 0, !isPicture else { return sentence }
    return sentence
      + " The first \(Self.mostNumbers) are shown; \(Number.grouped(hidden)) more are not. An index such as \(code: "[\(Self.mostNumbers)..\(count - 1)]") takes out the rest."
  }

  private var matrixSentence: Prose {
    let entries = value.entries
    let (low, high) = entries.reduce((entries[0], entries[0])) { (min($0.0, $1), max($0.1, $1)) }
    return "\(value.shape.description), from \(Number.shown(low)) to \(Number.shown(high))."
  }
}

extension Value {
  /// The first so many numbers, or all where there are fewer.
  func first(_ count: Int) -> [Double] {
    if let given { return given.prefix(count).map(Double.init) }
    return Array(entries.prefix(count))
  }

  /// One number by its place, column after column.
  subscript(index: Int) -> Double { given.map { Double($0[index]) } ?? entries[index] }

  /// The numbers for a picture, which shows signs and how the sizes compare: as Floats, all by the
  /// same power of two smaller or larger where a Float could not hold them.
  var pictured: [Float] {
    if let given { return given }
    let entries = self.entries
    let largest = entries.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0, largest >= 0x1p126 || largest < 0x1p-60 else {
      return entries.map { Float($0) }
    }
    let unit = Double(
      sign: .plus, exponent: -min(max(largest.exponent, -1022), 1022), significand: 1)
    return entries.map { Float($0 * unit) }
  }
}
