import Formulas
import Presentation

/// What a typed answer says, whatever the question: the one reader for all kinds of them.
///
/// It knows signs, words and numbers, and nothing of the bench. A question takes of it what it asks
/// for: `numbers` or a `formula`, a `position` among options, `yesNo`, or the plain `words`.
struct AnswerReading {
  /// In plain signs, as far as the line was meant as an answer: without "I think" and "!".
  let text: String
  /// The same with what stands around the answer, for those who know better.
  let plain: String
  /// Whether it was said to be about so much.
  let isRough: Bool
  /// The text between equals signs, from left to right; one without them.
  let sides: [String]

  /// The most characters that are read: more than any answer has, and few enough to look at each word
  /// beside all the others.
  static let limit = 1_000

  /// - Parameter line: what was typed; one over the limit says nothing.
  init(_ line: String) {
    plain = AnswerTypography.plain(line.dropFirst(Self.limit).isEmpty ? line : "")
    let core = AnswerPhrases.core(of: plain)
    (text, isRough) = (core.text, core.isRough)
    sides = AnswerReading.sides(of: AnswerReading.withSigns(core.text))
  }

  /// With equals signs for the words that say so between two numbers: `28*28, so 784`.
  private static func withSigns(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    for index in words.indices.dropFirst().dropLast()
    where AnswerPhrases.equals.contains(words[index].lowercased()) {
      let (left, right) = (words[..<index], words[(index + 1)...])
      guard let last = left.last, left.contains(where: { $0.contains(where: \.isASCIIDigit) }),
        right.contains(where: { $0.contains(where: \.isASCIIDigit) })
      else { continue }
      words[index] = "="
      words[index - 1] = last.trimmingEnd(of: ",;")
    }
    return words.joined(separator: " ")
  }

  /// What stands between single or double equals signs; no part of `<=`, `>=` and `!=`.
  private static func sides(of text: String) -> [String] {
    var sides = [""]
    var last: Character?
    for character in text {
      if character == "=", last.map({ !"<>!".contains($0) }) ?? true {
        if last != "=" { sides.append("") }
      } else {
        sides[sides.count - 1].append(character)
      }
      last = character
    }
    return sides.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// The words, small and without marks.
  var words: [String] { Self.words(of: text) }

  static func words(of text: String) -> [String] {
    text.lowercased().replacing("'", with: "").split { !$0.isLetter && !$0.isNumber }
      .map(String.init)
  }
}

// MARK: Numbers

extension AnswerReading {
  /// The numbers that the text can be meant as, the likeliest first; with what it counts, or in words.
  /// Empty for anything that is more than one number.
  var numbers: [WrittenNumber] { Self.numbers(in: text) }

  /// Whether the line is a number in words, a number or a sum with words around it, or several.
  var isSpoken: Bool {
    let last = sides.last ?? text
    if isDenied || severalNumbers.count > 1 { return true }
    if !Self.numbers(in: last).isEmpty { return true }
    return plain != last && last.contains(where: \.isASCIIDigit)
      && (try? Syntax.parse(Self.formula(last))) != nil
  }

  static func numbers(in text: String) -> [WrittenNumber] {
    let literal = WrittenNumber.readings(of: text)
    guard literal.isEmpty else { return literal }
    if let bare = withoutRemark(text) { return bare }
    let words = spaced(text).split(separator: " ").map(String.init)
    for count in stride(from: words.count, through: 1, by: -1) {
      let rest = words[count...]
      guard rest.allSatisfy(AnswerPhrases.isThing) else { break }
      let numbers = number(Array(words[..<count]))
      if !numbers.isEmpty { return numbers }
    }
    guard let first = words.first, words.count > 1,
      AnswerPhrases.things.contains(first.lowercased())
    else { return [] }
    let numbers = numbers(in: words.dropFirst().joined(separator: " "))
    return AnswerPhrases.positions.contains(first.lowercased()) ? numbers.map(\.asOrdinal) : numbers
  }

  /// The number before a comma and a remark: `16 rows, one for each neuron`.
  private static func withoutRemark(_ text: String) -> [WrittenNumber]? {
    guard let comma = text.firstRange(of: ", ") else { return nil }
    let remark = String(text[comma.upperBound...])
    guard !remark.contains(where: \.isASCIIDigit), numbers(in: remark).isEmpty else { return nil }
    let numbers = numbers(in: String(text[..<comma.lowerBound]))
    return numbers.isEmpty ? nil : numbers
  }

  /// A number without anything after it, by digits or by words.
  private static func number(_ words: [String]) -> [WrittenNumber] {
    let small = words.map { $0.lowercased() }
    if let last = small.last, AnswerPhrases.percents.contains(last) {
      let isTwo = last == "cent"
      guard !isTwo || small.dropLast().last == "per" else { return [] }
      // As a share, and to those who ask for so many in a hundred as it is.
      let numbers = number(small.dropLast(isTwo ? 2 : 1))
      return numbers.map(\.asPercent) + numbers.filter { $0.value.magnitude <= 100 }
    }
    if let first = small.first, SpelledNumber.minuses.contains(first) {
      return number(Array(words.dropFirst())).map(\.negated)
    }
    let literal = WrittenNumber.readings(of: words.joined(separator: " "))
    guard literal.isEmpty else { return literal }
    if let mixed = SpelledNumber.mixed(small) { return [mixed] }
    if let ordinal = small.first.flatMap(SpelledNumber.ordinal),
      small.count == 1 || small.dropFirst().elementsEqual(["one"])
    {
      return [WrittenNumber(whole: Double(ordinal)).asOrdinal]
    }
    return SpelledNumber.number(small).map { [$0] } ?? []
  }

  /// A space between digits and the letters or the percent sign right after them, as in `784px`.
  private static func spaced(_ text: String) -> String {
    text.split(separator: " ").map { word -> String in
      let digits = word.prefix { $0.isASCIIDigit || ".,'-+_".contains($0) }
      let rest = word.dropFirst(digits.count)
      let isNumber = digits.contains(where: \.isASCIIDigit)
      guard isNumber, rest == "%" || rest == "k" || rest.count > 1,
        rest.allSatisfy({ $0.isLetter || $0 == "%" }), SpelledNumber.ordinal(String(word)) == nil
      else { return String(word) }
      return digits + " " + rest
    }.joined(separator: " ")
  }
}

// MARK: Formulas

extension AnswerReading {
  /// A text as a formula: an x between numbers multiplies, and so does "times".
  static func formula(_ text: String) -> String {
    AnswerPhrases.operators.reduce(crossed(mended(text))) { text, pair in
      text.replacing(" \(pair.word) ", with: " \(pair.sign) ")
    }
  }

  /// With digits for the numbers in words that stand beside digits and signs.
  static func inDigits(_ text: String) -> String {
    text.split(separator: " ").map { word in
      SpelledNumber.number([word.lowercased()]).map(\.value.words) ?? String(word)
    }.joined(separator: " ")
  }

  /// With `(2+1/2)` for the two words of `2 1/2`.
  private static func mended(_ text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    guard words.contains(where: { $0.contains("/") }) else { return text }
    return words.indices.reduce(into: [String]()) { result, index in
      let last = result.last ?? ""
      if SpelledNumber.mixed([last, words[index]]) != nil {
        result[result.count - 1] = "(\(last)+\(words[index]))"
      } else {
        result.append(words[index])
      }
    }.joined(separator: " ")
  }

  /// With `*` for an x that stands between two values and can be no name.
  private static func crossed(_ text: String) -> String {
    let characters = Array(text)
    return String(
      characters.indices.map { index in
        guard "xX".contains(characters[index]) else { return characters[index] }
        let before = characters[..<index].reversed().prefix { !" +-*/^([=".contains($0) }
        let after = characters[(index + 1)...]
        func isNumber(_ run: some Sequence<Character>) -> Bool {
          let run = Array(run)
          return !run.isEmpty && run.allSatisfy { $0.isASCIIDigit || ".,_)".contains($0) }
        }
        let next = after.first { $0 != " " }
        guard let next, next.isASCIIDigit || next == "(" || next == "." || next.isLetter else {
          return characters[index]
        }
        let isApart = index > 0 && characters[index - 1] == " " && after.first == " "
        let left = characters[..<index].last { $0 != " " }
        let hasLeft = left.map { $0.isNumber || $0.isLetter || ")]".contains($0) } ?? false
        let isBetween = isNumber(before) && (next.isASCIIDigit || "(.".contains(next))
        return isApart && hasLeft || isBetween ? "*" : characters[index]
      })
  }
}

// MARK: Options

extension AnswerReading {
  /// A letter or a number that stands alone, as in `b`, `(b)`, `2)`, `option 2`; letters count from a.
  var mark: Mark? {
    let bare = Self.bare(text)
    if let mark = Mark(bare) { return mark }
    let words = text.lowercased().split(separator: " ").map { Self.bare(String($0)) }
      .filter { !AnswerPhrases.markers.contains($0) || $0 == "a" }
    return words.count == 1 ? Mark(words[0]) : nil
  }

  /// A place among others by an ordinal or a number in words: `the second one`, `last`; from 1.
  var position: Position? {
    let words = self.words.filter { !AnswerPhrases.markers.contains($0) && $0 != "one" }
    guard words.count == 1, let word = words.first else {
      return text.lowercased() == "one" ? .number(1) : nil
    }
    if ["last", "bottom"].contains(word) { return .last }
    if word == "top" { return .number(1) }
    if word == "middle" { return .middle }
    if let ordinal = SpelledNumber.ordinal(word), ordinal > 0 { return .number(ordinal) }
    return SpelledNumber.number([word]).flatMap { Int(exactly: $0.value) }.map(Position.number)
  }

  /// Where something stands.
  enum Position: Equatable {
    case number(Int)
    case middle, last

    /// The place among so many, from 1.
    func index(of count: Int) -> Int? {
      switch self {
      case .number(let number): (1...count).contains(number) ? number : nil
      case .middle: count.isMultiple(of: 2) ? nil : count / 2 + 1
      case .last: count
      }
    }
  }

  /// A sign that stands before an option.
  enum Mark: Equatable {
    case letter(Int)
    case number(Int)

    init?(_ text: String) {
      if let number = Int(text), text.allSatisfy(\.isASCIIDigit) {
        self = .number(number)
      } else if text.count == 1, let letter = text.lowercased().utf8.first, 97...122 ~= letter {
        self = .letter(Int(letter) - 96)
      } else {
        return nil
      }
    }

    /// The place that it stands for, from 1.
    var position: Int {
      switch self {
      case .letter(let number), .number(let number): number
      }
    }
  }

  /// A mark and the text after it, as in `b) loops and lines`.
  var marked: (mark: Mark, rest: String)? {
    guard let end = text.firstIndex(where: { ").:".contains($0) }), end < text.endIndex,
      let mark = Mark(Self.bare(String(text[..<end])))
    else { return nil }
    let rest = text[text.index(after: end)...]
    return rest.first == " " ? (mark, String(rest).trimmed) : nil
  }

  private static func bare(_ text: String) -> String {
    String(text.drop { "([\"'#".contains($0) }).trimmingEnd(of: ")].:,;\"'")
  }
}

// MARK: Yes and no

extension AnswerReading {
  /// What the line says to a question that yes or no answers; nil where it says neither.
  var yesNo: Bool? {
    let words = AnswerReading.words(of: plain).drop { AnswerPhrases.fillers.contains($0) }
    return AnswerPhrases.yesNo.first { words.starts(with: $0.words) }.flatMap(\.means)
  }
}
