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
  func given(_ line: FormulaLine, on lab: Lab) throws(CourseError) -> GivenAnswer {
    if sides.count > 1, let answer = equation(on: lab) { return answer }
    // The tidy line, then what is left of it without an equals sign before it.
    for text in [plain, text, sides.last ?? text] {
      if let candidates = Self.candidates(text, on: lab) {
        return GivenAnswer(candidates: candidates, text: text)
      }
    }
    let value = try lab.value(ofAnswer: line)
    return GivenAnswer(candidates: [GivenNumber(value, hasDecimals: false)], text: line.text)
  }

  /// What a text can be meant as; nil where it has no value.
  private static func candidates(_ text: String, on lab: Lab) -> [GivenNumber]? {
    guard !text.isEmpty else { return nil }
    let written = numbers(in: text)
    if !written.isEmpty { return written.map { GivenNumber($0) } }
    let line = FormulaLine(formula(text))
    if let value = try? lab.value(of: line) {
      return [GivenNumber(value, hasDecimals: line.text.hasDecimals)]
    }
    // `28*28 pixels`: without the last word, as long as a sum is left.
    let words = text.split(separator: " ")
    guard words.count > 1, words[0].contains(where: \.isASCIIDigit),
      let last = words.last, AnswerPhrases.isThing(String(last))
    else { return nil }
    return candidates(words.dropLast().joined(separator: " "), on: lab)
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
