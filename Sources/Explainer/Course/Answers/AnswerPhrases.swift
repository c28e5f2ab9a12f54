import Presentation

/// The words that people put around an answer, and those that are one.
enum AnswerPhrases {
  /// Before an answer; each may say that it is a rough one.
  private static let openings: [(words: [String], isRough: Bool)] =
    phrases(
      """
      it is, its, it's, it was, it should be, it must be, it has, it would be, that is, that's, thats,
      this is, that makes, this makes, which is, which makes, i think, i guess, i believe, i say,
      i'd say, i would say, i'd guess, i get, i got, i counted, i count, i have, i see, my guess,
      my guess is, my answer, my answer is, the answer, the answer is, answer, answer is,
      the result is, result, the sum is, the total is, the number is, the value is, so, so it's, well,
      hm, hmm, um, ok, okay, maybe, perhaps, probably, must be, should be, would be, is, is it,
      there are, there's, there is, there should be, they are, they have, we have, we get, you get,
      makes, equals, equal to, still, at, by, it goes to, it comes to, exactly, precisely, just, only, then, and, value, value of, all,
      all of the, all of them, in total, altogether, the, let's say, lets say, say, surely, then it is,
      then it's, number, no., nr, nr.
      """
    ).map { ($0, false) }
    + phrases(
      """
      about, approximately, approx, approx., roughly, around, circa, ca, ca., c., some, nearly, almost,
      close to, more or less, maybe about, just under, just over, a bit over, a bit under,
      a little over, a little under, somewhere around, something like, near, near to, under, over,
      at least, at most
      """
    ).map { ($0, true) }

  /// After one.
  private static let endings = phrases(
    """
    i think, i guess, i believe, i suppose, i'd say, please, right, or so, more or less, probably,
    maybe, perhaps, in all, in total, altogether, all together, exactly, approximately, roughly,
    of course, obviously, or thereabouts, ish, of them, then, too, isn't it, again, times,
    times as much, times as large, times as fast, times as many, times more, as much
    """)

  /// Phrases between commas, as words.
  private static func phrases(_ text: String) -> [[String]] {
    text.split { ",\n".contains($0) }.map { $0.split(separator: " ").map(String.init) }
      .filter { !$0.isEmpty }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { " \n".contains($0) }.map(String.init))
  }

  private static let openingsByWord = Dictionary(grouping: openings) { $0.words[0] }
  private static let endingsByWord = Dictionary(grouping: endings) { $0[$0.count - 1] }

  /// A line without the words and marks around its answer.
  static func core(of plain: String) -> (text: String, isRough: Bool) {
    var words = plain.split(separator: " ").map(String.init)[...]
    var isRough = false
    // What stands after a # is a remark.
    if let remark = words.dropFirst().firstIndex(where: { $0.hasPrefix("#") }) {
      words = words[..<remark]
    }
    while true {
      let before = words
      if let first = words.first, words.count > 1, first.count > 1, first.hasSuffix(":") {
        words = words.dropFirst()
      }
      if let first = words.first, first.hasPrefix("~"), first.count > 1 || words.count > 1 {
        isRough = true
        words =
          first.count > 1 ? [String(first.dropFirst())] + words.dropFirst() : words.dropFirst()
      }
      if let first = words.first, ["a", "an"].contains(first.lowercased()),
        words.dropFirst().first?.first?.isASCIIDigit == true
      {
        words = words.dropFirst()
      }
      if let opening = opening(of: words) {
        isRough = isRough || opening.isRough
        words = words.dropFirst(opening.words.count)
      }
      words = unmarked(words)
      if let ending = ending(of: words) { words = words.dropLast(ending.count) }
      if words == before { break }
    }
    return (words.joined(separator: " "), isRough)
  }

  private static func opening(of words: ArraySlice<String>) -> (words: [String], isRough: Bool)? {
    let small = words.prefix(5).map { $0.lowercased().trimmingEnd(of: ",:") }
    return small.first.flatMap { openingsByWord[$0] }?
      .filter { small.starts(with: $0.words) && $0.words.count < words.count }
      .max { $0.words.count < $1.words.count }
  }

  private static func ending(of words: ArraySlice<String>) -> [String]? {
    let small = words.suffix(4).map { $0.lowercased().trimmingEnd(of: ",") }
    return small.last.flatMap { endingsByWord[$0] }?
      .filter { small.suffix($0.count).elementsEqual($0) && $0.count < words.count }
      .max { $0.count < $1.count }
  }

  /// Without marks at the end, and without quotes around it all.
  private static func unmarked(_ words: ArraySlice<String>) -> ArraySlice<String> {
    guard var last = words.last else { return words }
    let text = words.joined(separator: " ")
    if text.count > 2, let quote = text.first, "\"'".contains(quote), text.last == quote {
      return text.dropFirst().dropLast().split(separator: " ").map(String.init)[...]
    }
    while last.count > 1, let mark = last.last, "!?.,;:".contains(mark) { last.removeLast() }
    guard !(last.count == 1 && "!?.,;:".contains(last)) || words.count == 1 else {
      return words.dropLast()
    }
    return words.dropLast() + [last]
  }

  /// Between a sum and what it comes to.
  static let equals = words("so is are makes gives equals therefore hence thus")

  /// What a number may stand behind: `neuron 5`.
  static let things = positions.union(words("number no nr no. nr. answer value"))

  /// What is one of several in a row, so that a number after it says which.
  static let positions = words("neuron output row column place position index entry")

  /// What a share may be given in.
  static let percents: Set<String> = ["%", "percent", "cent", "pct", "pc", "percents"]

  /// Whether a word can follow a number and change nothing of it: what it counts.
  static func isThing(_ word: String) -> Bool {
    word.count > 1 && word.allSatisfy { $0.isLetter || "-'".contains($0) }
      && !apart.contains(word.lowercased()) && SpelledNumber.number([word.lowercased()]) == nil
  }

  /// What changes the number before it, or joins another.
  private static let apart = words(operators.map(\.word).joined(separator: " ")).union(percents)
    .union(
      words(
        """
        per hundred thousand million and or not to point half halves third thirds quarter quarters
        fifth fifths
        """)
    ).subtracting(["the", "of"])

  /// Operations in words, the longer before those that they begin with.
  static let operators: [(word: String, sign: String)] = [
    ("multiplied by", "*"), ("divided by", "/"), ("to the power of", "^"), ("times", "*"),
    ("plus", "+"), ("minus", "-"), ("by", "*"), ("over", "/"), ("less", "-"),
  ]

  /// Around the mark of an option.
  static let markers = words(
    "option choice answer number no nr letter the is it its that one line case")

  /// Between the parts of an order, and before them.
  static let sequence = words(
    """
    first second third then next after that and finally last lastly at before followed by comes the
    order is it its answer to start with end goes in this
    """)

  /// Words that say nothing of which option is meant.
  static let fillers = words(
    """
    the a an it is its that thats i think guess believe say id well hm hmm um so because maybe
    probably answer option they are of to in for ok oh would be one with which says
    """)

  /// How people say yes and no, the longer first; the words of an answer without fillers before it.
  static let yesNo: [(words: [String], means: Bool?)] = {
    let yes = phrases(
      """
      yes, y, yeah, yep, yup, yea, aye, true, correct, right, sure, certainly, indeed, definitely,
      absolutely, of course, course, does, do, can, will, always
      """)
    let no = phrases(
      """
      no, n, nope, nah, nay, false, incorrect, wrong, never, not, certainly not, definitely not,
      absolutely not, course not, does not, doesnt, do not, dont, cannot, cant, can not, isnt, arent,
      will not, wont, untrue, neither
      """)
    let neither = phrases(
      """
      not sure, no idea, no clue, dont know, do not know, cant say, cant tell, true or false,
      yes or no, right or wrong
      """)
    let all: [([String], Bool?)] =
      yes.map { ($0, true) } + no.map { ($0, false) } + neither.map { ($0, nil) }
    return all.sorted { $0.0.count > $1.0.count }
  }()
}
