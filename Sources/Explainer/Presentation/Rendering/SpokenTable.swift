/// A table read row by row.
struct SpokenTable {
  private let table: Table
  private let heads: [String]

  init(_ table: Table) {
    self.table = table
    guard table.reading == .headed, case .cells(let cells)? = table.rows.first else {
      heads = []
      return
    }
    heads = cells.map { Self.text($0) ?? "" }
  }

  var sentences: [String] {
    let rows = table.rows.dropFirst(heads.isEmpty ? 0 : 1)
    return rows.compactMap { row in
      switch row {
      case .rule: nil
      case .cells(let cells): sentence(cells)
      }
    }
  }

  /// What a cell says; nil for a bar, whose number stands beside it, and for a dot that stands for
  /// nothing.
  private static func text(_ cell: Table.Cell) -> String? {
    switch cell {
    case .bar: nil
    case .text(let prose) where prose.text.trimmed == "·": nil
    case .text(let prose): SpokenText(prose).text
    }
  }

  private func sentence(_ cells: [Table.Cell]) -> String? {
    let texts = cells.map { Self.text($0) ?? "" }
    guard let first = texts.firstIndex(where: { !$0.isEmpty }) else { return nil }
    let rest = texts.indices.dropFirst(first + 1).filter { !texts[$0].isEmpty }
    let isAlone = rest.count == 1 && !startsWithNumber(texts[first])
    let values = rest.map { isAlone ? texts[$0] : named(texts[$0], $0) }
    let name = startsWithNumber(texts[first]) ? named(texts[first], first) : texts[first]
    guard !values.isEmpty else { return SpokenText.ended(name) }
    let isName = !startsWithNumber(texts[first]) || head(first).isEmpty
    let separator = ([name] + values).contains { $0.contains(": ") } ? "; " : ", "
    return SpokenText.ended(name + (isName ? ": " : separator) + joined(values, separator))
  }

  private func head(_ column: Int) -> String { column < heads.count ? heads[column] : "" }

  /// A value with the head of its column before it.
  private func named(_ text: String, _ column: Int) -> String {
    let head = head(column)
    if head.isEmpty { return heads.contains("0") ? "row \(text)" : text }
    if head.allSatisfy(\.isASCIIDigit) { return "column \(head) is \(text)" }
    // A formula, and then its value.
    let isFormula = head.contains(" times ") || head.contains("(")
    return isFormula ? "\(head): \(text)" : "\(head) \(text)"
  }

  /// A number and what there is so much of are one phrase; other cells stand apart.
  private func joined(_ values: [String], _ separator: String) -> String {
    // What an equals sign leads to has a name of its own.
    let values = values.map { $0.hasSuffix(" =") && !heads.isEmpty ? String($0.dropLast(2)) : $0 }
    return values.dropFirst().reduce((text: values[0], last: values[0])) { sentence, value in
      let isPhrase =
        table.reading == .phrase
        || heads.isEmpty && sentence.last.allSatisfy(\.isPartOfNumber)
          && value.first?.isLowercase == true
      let isProduct = table.reading == .phrase && sentence.last.contains(" times ")
      let link = isProduct ? " is " : isPhrase ? " " : separator
      return (sentence.text + link + value, value)
    }.text
  }

  private func startsWithNumber(_ text: String) -> Bool {
    text.first?.isNumber == true || text.hasPrefix("minus ")
  }
}

extension Character {
  fileprivate var isPartOfNumber: Bool { isASCIIDigit || ",. ".contains(self) }
}
