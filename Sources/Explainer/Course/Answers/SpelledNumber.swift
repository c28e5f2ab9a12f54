/// Numbers in words: `twenty-one`, `twelve thousand five hundred and forty-four`, `zero point
/// eight`, `three quarters`, `the fourth`.
enum SpelledNumber {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let others: [String: Double] = [
    "nothing": 0, "none": 0, "nil": 0, "nought": 0, "naught": 0, "fourty": 40,
    "a": 1, "an": 1, "single": 1,
    "once": 1, "twice": 2,
  ]
  private static let scales: [String: Double] = [
    "dozen": 12, "hundred": 100, "thousand": 1000, "k": 1000, "million": 1_000_000,
  ]
  private static let fractions: [String: Double] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
    "thousandth": 1000, "thousandths": 1000,
  ]
  /// Before a number below 0.
  static let minuses: Set<String> = ["minus", "negative"]
  private static let ordinals = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth", "twentieth",
  ]

  private static let units: [String: Double] = {
    var units = others
    for (number, word) in small.enumerated() { units[word] = Double(number) }
    for (number, word) in tens.enumerated() { units[word] = Double(number + 2) * 10 }
    return units
  }()

  /// The number that words spell; nil where one of them is no part of a number.
  static func number(_ words: [String]) -> WrittenNumber? {
    guard words.allSatisfy({ $0.contains { $0.isLetter || $0.isNumber } }) else { return nil }
    var words = words.flatMap { $0.split(separator: "-").map(String.init) }[...]
    // `a single one` is one.
    while words.count > 1, ["a", "single"].contains(words.first),
      ["single", "one"].contains(words.dropFirst().first)
    {
      words = words.dropFirst()
    }
    return words.contains { !["a", "an"].contains($0) } ? unsigned(Array(words)) : nil
  }

  private static func unsigned(_ words: [String]) -> WrittenNumber? {
    if let point = words.firstIndex(where: { ["point", "dot"].contains($0) }) {
      return decimal(words[..<point], words[(point + 1)...])
    }
    if let last = words.last, let parts = fractions[last] {
      if let and = words.lastIndex(of: "and"), and > 0, and + 1 < words.count {
        guard let whole = whole(words[..<and]), let part = unsigned(Array(words[(and + 1)...]))
        else { return nil }
        return WrittenNumber(value: whole + part.value, decimals: 4)
      }
      let count = words.dropLast().filter { $0 != "of" }
      guard let share = count.isEmpty ? 1 : whole(count[...]) else { return nil }
      return WrittenNumber(value: share / parts, decimals: 4)
    }
    return whole(words[...]).map(WrittenNumber.init(whole:))
  }

  /// `zero point eight five`.
  private static func decimal(
    _ before: ArraySlice<String>, _ after: ArraySlice<String>
  ) -> WrittenNumber? {
    let digits = after.map { word in
      units[word].flatMap { $0 < 10 ? String(Int($0)) : nil }
        ?? (word.allSatisfy(\.isASCIIDigit) ? word : nil)
    }
    guard let start = before.isEmpty ? 0 : whole(before), !digits.isEmpty,
      !digits.contains(where: { $0 == nil })
    else { return nil }
    let fraction = digits.compactMap { $0 }.joined()
    return Double("0.\(fraction)").map {
      WrittenNumber(value: start + $0, decimals: fraction.count)
    }
  }

  /// A whole number in words, or in digits with a scale: `13 thousand`.
  private static func whole(_ words: ArraySlice<String>) -> Double? {
    let isScaled = words.dropFirst().first.flatMap { scales[$0] } != nil
    var (total, group, isEmpty) = (0.0, 0.0, true)
    var last = Double.infinity
    for word in words {
      if word == "and", !isEmpty { continue }
      if let scale = scales[word], !isEmpty {
        if scale <= 100 { group *= scale } else { (total, group) = (total + group * scale, 0) }
        last = scale
      } else if let unit = units[word] ?? (isScaled ? figures(word) : nil),
        unit == 0 ? isEmpty : unit < last
      {
        // After a ten comes a unit, after a hundred anything below it: `seven one` is no number.
        group += unit
        last = unit >= 20 && unit < 100 ? 10 : 1
        isEmpty = false
      } else {
        return nil
      }
    }
    return isEmpty ? nil : total + group
  }

  private static func figures(_ word: String) -> Double? {
    let readings = WrittenNumber.readings(of: word)
    return readings.first?.value
  }

  /// `2 1/2`: a whole number, and a fraction below 1 after it.
  static func mixed(_ words: [String]) -> WrittenNumber? {
    guard words.count == 2, let whole = Int(words[0]), words[0].first?.isASCIIDigit == true
    else { return nil }
    let parts = words[1].split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
      let top = Int(parts[0]), let bottom = Int(parts[1]), 0 < top, top < bottom
    else { return nil }
    return WrittenNumber(value: Double(whole) + Double(top) / Double(bottom), decimals: 12)
  }

  /// The number of an ordinal, `fourth` or `4th`; nil for other words.
  static func ordinal(_ word: String) -> Int? {
    if let number = ordinals.firstIndex(of: word) { return number }
    let digits = word.prefix(while: \.isASCIIDigit)
    guard ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else { return nil }
    return Int(digits)
  }
}
