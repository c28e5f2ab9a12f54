import Core
import Formulas
import Presentation

/// How the value of an expression is shown.
package struct ValueReport {
  private let value: Value
  private let name: String?

  package init(_ value: Value, name: String? = nil) {
    self.value = value
    self.name = name
  }

  package var reply: Reply { Reply(blocks, facts: facts) }

  /// The picture or the number, then a sentence.
  var blocks: [Block] {
    switch value.shape {
    case .number:
      let shown: Prose = "\(strong: Number.readable(value[0]))"
      return [.prose(name.map { "\($0) = " + shown } ?? shown)]
    case .vector(let count):
      if let map = pictureMap {
        return [
          .picture(map.noted { $0.hasRuler = true }, [.prose(pictureSentence(map.values))])
        ]
      }
      return [picture, .prose(vectorSentence(count))]
    case .matrix(let rows, let columns):
      return [
        .figure(matrixFigure(rows, columns, value.extremes)),
        .prose("\(value.shape.description), \(span)."),
      ]
    }
  }

  /// A vector or a matrix without words.
  var picture: Block {
    if case .matrix(let rows, let columns) = value.shape {
      return .figure(matrixFigure(rows, columns, value.extremes))
    }
    return .figure(vectorFigure)
  }

  /// Between which numbers all lie.
  private var span: String {
    let (low, high) = value.extremes
    return low == high
      ? "all \(Number.readable(low))"
      : "from \(Number.precise(low)) to \(Number.precise(high))"
  }

  private var title: String { name ?? "" }
}

// MARK: What programs are told

extension ValueReport {
  /// The value and its shape. The network's numbers have the digits of a Float.
  var facts: [String: Fact] {
    switch value.shape {
    case .number:
      ["value": value.given.map { .number($0[0]) } ?? .precise(value[0]), "shape": .list([])]
    case .vector(let count):
      [
        "value": value.given.map(Fact.numbers) ?? .preciseNumbers(value.entries),
        "shape": .list([.integer(count)]),
      ]
    case .matrix(let rows, let columns):
      [
        "value": .matrix(rows: rows, matrixNumbers),
        "shape": .list([.integer(rows), .integer(columns)]),
      ]
    }
  }

  private var matrixNumbers: MatrixNumbers {
    value.given.map(MatrixNumbers.floats) ?? .doubles(value.entries)
  }
}

// MARK: What people see

extension ValueReport {
  /// Longer vectors are shown as numbers, not as bars.
  private static let mostBars = 20
  private static let perRow = 10
  /// More pictures nobody looks at one by one.
  private static let mostPictures = 32
  /// Entries of a long vector that are shown.
  private static let mostNumbers = 200

  private var isPicture: Bool { value.shape.count == Digit.pixelCount }

  /// As many numbers as a digit has pixels, in its shape.
  private var pictureMap: HeatMap? {
    guard case .vector(Digit.pixelCount) = value.shape else { return nil }
    let isInk = value.entries.allSatisfy { $0 >= 0 && $0 <= 1 }
    return HeatMap(
      title, rows: Digit.side, columns: Digit.side,
      values: value.pictured(lines: 1, length: value.shape.count), scale: isInk ? .ink : .signed
    ).noted { $0.legend = isInk ? nil : .signs }
  }

  private func pictureSentence(_ numbers: [Float]) -> Prose {
    let positive = numbers.count { $0 > 0 }
    let negative = numbers.count { $0 < 0 }
    let signs =
      negative == 0
      ? "\(positive) of them \(positive == 1 ? "is" : "are") above 0"
      : "\(positive) of them \(positive == 1 ? "is" : "are") above 0 and \(negative) below"
    return "784 numbers in rows of 28, \(span). \(signs)."
  }

  /// The rows or columns of a matrix as pictures, where each is as long as a digit has pixels.
  private func gallery(_ rows: Int, _ columns: Int, _ numbers: [Float]) -> Figure? {
    let isOfRows = columns == Digit.pixelCount
    let count = isOfRows ? rows : columns
    guard isOfRows || rows == Digit.pixelCount, (2...Self.mostPictures).contains(count) else {
      return nil
    }
    return .gallery(
      (0..<count).map { line in
        HeatMap(
          "\(isOfRows ? "row" : "column") \(line)", rows: Digit.side, columns: Digit.side,
          values: (0..<Digit.pixelCount).map { pixel in
            numbers[isOfRows ? line * columns + pixel : pixel * columns + line]
          }, scale: .signed
        ).noted { $0.legend = .signs }
      })
  }

  /// A vector as bars, or as a picture if it is as long as a digit has pixels, or as numbers.
  private var vectorFigure: Figure {
    let count = value.shape.count
    if let map = pictureMap { return .heatMap(map) }
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
  private func matrixFigure(
    _ rows: Int, _ columns: Int, _ extremes: (low: Double, high: Double)
  ) -> Figure {
    guard rows > 10 || columns > 10 else {
      let entries = value.entries
      return .grid(
        NumberGrid(
          title, firstRow: 0, firstColumn: 0,
          rows: (0..<rows).map { row in (0..<columns).map { entries[$0 * rows + row] } }))
    }
    let numbers = value.pictured(lines: columns, length: rows, extremes: extremes)
    if let gallery = gallery(rows, columns, numbers) { return gallery }
    return .heatMap(
      HeatMap(title, rows: rows, columns: columns, values: numbers, scale: .signed)
        .noted { $0.legend = .signs })
  }

  private func vectorSentence(_ count: Int) -> Prose {
    let (low, high) = value.extremes
    let sentence: Prose =
      low == high
      ? "\(value.shape.description)\(count == 1 ? "" : ", all") \(strong: Number.readable(low))."
      : "\(value.shape.description); the largest is \(location(of: high))"
        + (low < 0 ? "; the smallest is \(location(of: low))." : ".")
    let hidden = count - Self.mostNumbers
    guard hidden > 0, !isPicture else { return sentence }
    return sentence
      + " The first \(Self.mostNumbers) are shown; \(Number.grouped(hidden)) more are not. An index such as \(code: "[\(Self.mostNumbers)..\(count - 1)]") takes out the rest."
  }
}

extension ValueReport {
  /// Where a number stands in a vector: its entry, or how many it has.
  private func location(of number: Double) -> Prose {
    let entries = value.entries
    let count = entries.count { $0 == number }
    let shown: Prose = "\(strong: Number.precise(number))"
    guard count == 1, let entry = entries.firstIndex(of: number) else {
      return shown + ", in \(count) entries"
    }
    return "entry \(entry), " + shown
  }
}

extension Value {
  /// The first so many numbers, or all where there are fewer.
  func first(_ count: Int) -> [Double] {
    if let given { return given.prefix(count).map(Double.init) }
    return Array(entries.prefix(count))
  }

  /// One number by its index, column after column.
  subscript(index: Int) -> Double { given.map { Double($0[index]) } ?? entries[index] }

  /// The smallest and the largest number.
  var extremes: (low: Double, high: Double) { Core.extremes(entries) ?? (0, 0) }

  /// The numbers row after row for a picture, which shows signs and how the sizes compare: as Floats,
  /// all by the same power of two smaller or larger where a Float could not hold them.
  ///
  /// - Parameters:
  ///   - lines: how many columns, which lie one after another.
  ///   - length: how many entries each has.
  ///   - extremes: the smallest and the largest number, where they are known.
  func pictured(
    lines: Int, length: Int, extremes: (low: Double, high: Double)? = nil
  ) -> [Float] {
    if let given { return Core.transposed(given, lines: lines, length: length) }
    let extremes = extremes ?? self.extremes
    let largest = max(extremes.low.magnitude, extremes.high.magnitude)
    let isFloat = largest == 0 || 0x1p-60..<0x1p126 ~= largest
    let exponent = isFloat ? 0 : -min(max(Int(largest.exponent), -1022), 1022)
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    return Core.transposed(entries, lines: lines, length: length, scaledBy: unit)
  }
}
