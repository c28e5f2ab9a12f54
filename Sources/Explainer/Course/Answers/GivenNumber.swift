import Formulas
import Lab
import Presentation

/// A value that an answer came to, and how exactly it was given.
struct GivenNumber {
  let value: Value
  /// Nil for a formula.
  let written: WrittenNumber?
  /// Whether it is a formula with decimals in it, which somebody may have rounded.
  let hasDecimals: Bool

  init(_ value: Value, hasDecimals: Bool) {
    (self.value, written, self.hasDecimals) = (value, nil, hasDecimals)
  }

  init(_ written: WrittenNumber) {
    (value, self.written, hasDecimals) = (.number(written.value), written, false)
  }
}

/// What an answer to a question for a number says on a bench.
struct GivenAnswer {
  /// What it can be meant as, the likeliest first; never empty.
  let candidates: [GivenNumber]
  /// The text that has the value, to be quoted.
  let text: String
  /// The side of an equation that is not like the last one, where there is such.
  var unlike: (text: String, candidates: [GivenNumber])?
}

extension AnswerReading {
  /// What the line comes to on a bench.
  ///
  /// A formula that is one as it stands is taken so. Else the words around it are left out; of sides
  /// with equals signs between them each that has a value is read.
  ///
  /// - Throws: where nothing in it has a value: what is wrong with it as a formula.
  func given(
    _ line: FormulaLine, on lab: Lab, for asked: AskedNumber
  ) throws(CourseError) -> GivenAnswer {
    let answer = try given(line, on: lab, count: asked.count)
    let fitting = answer.candidates.filter { asked.isOrdinal || $0.written?.isOrdinal != true }
    guard !fitting.isEmpty else { throw .notAnAnswer(asked.notHowMany(answer.text)) }
    return GivenAnswer(candidates: fitting, text: answer.text, unlike: answer.unlike)
  }

  private func given(
    _ line: FormulaLine, on lab: Lab, count: Int
  ) throws(CourseError) -> GivenAnswer {
    if sides.count > 1, let answer = equation(on: lab) { return answer }
    let several = severalNumbers
    if several.count > 1, several.count == count,
      let answer = Self.candidates("[\(several.joined(separator: ", "))]", on: lab)
    {
      return GivenAnswer(candidates: answer, text: text)
    }
    if several.count > 1 || isDenied {
      throw .notAnAnswer(AskedNumber.several(several.count, of: count))
    }
    // The tidy line, then what is left of it; of one with an equals sign what stands after that.
    // 784! is 784 with joy, and no factorial.
    let tidy = plain.hasSuffix("!") ? [text] : [plain, text]
    for text in plain.contains("=") ? [sides.last ?? text, text, plain] : tidy {
      if let candidates = Self.candidates(text, on: lab) {
        return GivenAnswer(candidates: candidates, text: text)
      }
    }
    if case .success(.expression(let syntax)) = line.statement, syntax.isComparison {
      throw .notAnAnswer(AskedNumber.comparison(line.text))
    }
    if Self.isLoose(line.text, on: lab) {
      throw .notAnAnswer(AskedNumber.loose(line.text))
    }
    let value = try lab.value(ofAnswer: line)
    return GivenAnswer(candidates: [GivenNumber(value, hasDecimals: false)], text: line.text)
  }

  /// What a text can be meant as; nil where it has no value.
  private static func candidates(_ text: String, on lab: Lab) -> [GivenNumber]? {
    guard !text.isEmpty else { return nil }
    let written = numbers(in: text)
    if !written.isEmpty { return written.map { GivenNumber($0) } }
    if let number = beforeRemark(text, on: lab) { return candidates(number, on: lab) }
    let line = FormulaLine(formula(text))
    if let value = value(of: line, on: lab) {
      return [GivenNumber(value, hasDecimals: line.text.hasDecimals)]
    }
    let digits = FormulaLine(formula(inDigits(text)))
    if digits.text != line.text, let value = value(of: digits, on: lab) {
      return [GivenNumber(value, hasDecimals: digits.text.hasDecimals)]
    }
    guard let bare = withoutThings(text) else { return nil }
    return candidates(bare, on: lab)
  }

  /// `784` of `784 (28*28)`, where what stands in brackets is no factor: it has the same value.
  private static func beforeRemark(_ text: String, on lab: Lab) -> String? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("),
      case let number = String(text[..<open]), number.last == " ", !numbers(in: number).isEmpty,
      let remark = try? lab.value(of: FormulaLine(String(text[open...]))),
      let value = try? lab.value(of: FormulaLine(number)), value == remark
    else { return nil }
    return number.trimmed
  }

  /// `28*28 pixels` and `28 rows x 28 pixels` without what is counted, `784 (28*28)` without its
  /// remark; nil where that changes nothing.
  private static func withoutThings(_ text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    if text.hasSuffix(")"), let open = text.firstIndex(of: "("),
      case let before = String(text[..<open]).trimmed, !numbers(in: before).isEmpty
    {
      return before
    }
    let bare = words.indices.filter { index in
      index == 0 || !AnswerPhrases.isThing(words[index])
        || words[index - 1].last.map { $0.isASCIIDigit || $0.isLetter } != true
        || !words[..<index].contains { $0.contains(where: \.isASCIIDigit) }
    }
    guard bare.count < words.count, words[0].first?.isASCIIDigit == true else { return nil }
    return bare.map { words[$0] }.joined(separator: " ")
  }

  /// A number or a sum in words: as a formula, and what it comes to; nil where it is neither.
  func said(on lab: Lab) -> (formula: String, value: String, isNumber: Bool)? {
    guard let candidates = Self.candidates(text, on: lab), let given = candidates.first,
      let value = CoursePhrases.shown(given.value)
    else { return nil }
    let formula = Self.formula(Self.inDigits(Self.withoutThings(text) ?? text))
    return (formula, value, given.written != nil)
  }

  /// Whether a word that means nothing in a formula stands beside a number, as in `5 mod 3`.
  static func isLoose(_ line: String, on lab: Lab) -> Bool {
    let words = line.split(separator: " ").map(String.init)
    return words.indices.contains { index in
      let word = words[index]
      guard word.count > 1, word.allSatisfy(\.isLetter), Symbol.words[word] == nil,
        Function.named[word] == nil, lab.names.value(of: word) == nil
      else { return false }
      let isAfter = index > 0 && words[index - 1].last.map { $0.isASCIIDigit || $0 == ")" } == true
      let isBefore = index + 1 < words.count && words[index + 1].first?.isASCIIDigit == true
      return isAfter || isBefore
    }
  }

  /// What a formula comes to; nil where it only says that something is so.
  private static func value(of line: FormulaLine, on lab: Lab) -> Value? {
    if case .success(.expression(let syntax)) = line.statement, syntax.isComparison { return nil }
    return try? lab.value(of: line)
  }

  /// The numbers of a line that gives several and nothing else: `256 and 160`, `between 1 and 2`.
  var severalNumbers: [String] {
    guard Self.numbers(in: text).isEmpty else { return [] }
    let words = text.replacing(", ", with: " , ").replacing("...", with: " to ")
      .replacing("..", with: " to ").split(separator: " ").map(String.init)
    let joints: Set<String> = ["and", "or", "to", "till", "until", ",", "&", "and/or"]
    let frames: Set<String> = ["between", "from", "either", "both", "each"]
    let parts = words.drop { frames.contains($0.lowercased()) }
      .split { joints.contains($0.lowercased()) }.map { $0.joined(separator: " ") }
    let isAll = parts.allSatisfy { !Self.numbers(in: $0).isEmpty }
    return parts.count > 1 && isAll ? parts : []
  }

  /// Whether it says what the answer is not.
  var isDenied: Bool {
    text.lowercased().hasPrefix("not ") && !Self.numbers(in: String(text.dropFirst(4))).isEmpty
  }

  /// Of `784 + 16 = 800` both sides, of `x = 800` the right one; nil where no side has a value.
  private func equation(on lab: Lab) -> GivenAnswer? {
    let valued = sides.compactMap { side in
      Self.candidates(AnswerPhrases.core(of: side).text, on: lab).map {
        (text: side, candidates: $0)
      }
    }
    guard let last = valued.last, sides.last == last.text else { return nil }
    let sums = valued.dropLast().filter { !isName($0.text) }
    let unlike = sums.first { !Self.areAlike($0.candidates, last.candidates) }
    return GivenAnswer(candidates: last.candidates, text: last.text, unlike: unlike)
  }

  /// `z = 2.2` says what z is to be, whatever it is now.
  private func isName(_ text: String) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && text.first?.isLetter == true
  }

  private static func areAlike(_ sums: [GivenNumber], _ results: [GivenNumber]) -> Bool {
    sums.contains { sum in
      results.contains { RoundingRule.agreement(of: $0, with: sum.value) >= .cutOff }
    }
  }
}

extension String {
  /// Whether a number in a formula has decimals; the points of a range are none.
  fileprivate var hasDecimals: Bool {
    zip(zip(" " + self, self), dropFirst()).contains { pair, next in
      pair.0 != "." && pair.1 == "." && next.isASCIIDigit
    }
  }
}
