import Presentation

/// Which of several options an answer means: by its mark, its place, its text or enough of its words.
struct OptionReading {
  private let texts: [String]
  private let words: [[String]]
  private let squeezed: [String]
  /// Whether they stand with letters before them, as their texts are numbers.
  let isLettered: Bool

  /// - Parameter texts: as they stand on the screen, from the top.
  init(_ texts: [String]) {
    self.texts = texts
    words = texts.map(AnswerReading.words(of:))
    squeezed = texts.map(Self.squeezed)
    isLettered = texts.contains {
      !AnswerReading.numbers(in: AnswerTypography.plain($0)).isEmpty
    }
  }

  /// What stands before one of them.
  func mark(_ index: Int) -> String {
    isLettered ? String("abcdefghi".dropFirst(index).prefix(1)) : String(index + 1)
  }

  /// Which one a line names by its mark or by all of its text, from 0: nothing else could be meant.
  func named(by reading: AnswerReading) -> Int? {
    for text in [reading.plain, reading.text] {
      let text = Self.squeezed(text)
      if let index = only(texts.indices.filter { squeezed[$0] == text }) { return index }
    }
    if isLettered, let index = byValue(reading) { return index }
    return reading.mark.flatMap { index($0.position) }
  }

  /// Which one a line means, from 0; nil where it may be none or several.
  func meant(by reading: AnswerReading) -> Int? {
    if let index = named(by: reading) { return index }
    if let (mark, rest) = reading.marked, let index = index(mark.position) {
      let other = byWords(AnswerReading.words(of: rest))
      return other == nil || other == index ? index : nil
    }
    if let index = reading.position.flatMap({ $0.index(of: texts.count) }) { return index - 1 }
    return byWords(reading.words) ?? byYesNo(reading) ?? byHead(reading) ?? byMention(reading)
      ?? byOpening(reading)
  }

  private func index(_ position: Int) -> Int? {
    texts.indices.contains(position - 1) ? position - 1 : nil
  }

  private func only(_ indices: [Int]) -> Int? { indices.count == 1 ? indices[0] : nil }

  /// The text without what is easily left out: articles, marks and spaces.
  private static func squeezed(_ text: String) -> String {
    AnswerTypography.plain(text).lowercased().split(separator: " ")
      .filter { !["a", "an", "the"].contains($0) }.joined()
      .filter { !".,;:!?\"'".contains($0) }
  }

  /// Options that are numbers are named by their value.
  private func byValue(_ reading: AnswerReading) -> Int? {
    guard let given = AnswerReading.value(reading.text) else { return nil }
    return only(texts.indices.filter { AnswerReading.value(texts[$0]) == given })
  }

  /// `10` for "ten: the digits 0 to 9".
  private func byHead(_ reading: AnswerReading) -> Int? {
    guard let given = AnswerReading.value(reading.text) else { return nil }
    return only(
      texts.indices.filter { AnswerReading.value(head($0).joined(separator: " ")) == given })
  }

  /// `ten, one for each digit` for "ten: the digits 0 to 9": by what both say before they go on.
  private func byOpening(_ reading: AnswerReading) -> Int? {
    let opening = reading.text.prefix { !":,;".contains($0) }
    guard opening.count < reading.text.count, !Self.denies(reading.words) else { return nil }
    let (words, value) = (
      AnswerReading.words(of: String(opening)), AnswerReading.value(String(opening))
    )
    return only(
      texts.indices.filter { index in
        let head = head(index)
        return head == words
          || value != nil && AnswerReading.value(head.joined(separator: " ")) == value
      })
  }

  /// `24` for "the one with 24".
  private func byMention(_ reading: AnswerReading) -> Int? {
    guard let given = AnswerReading.value(reading.text), reading.numbers.first?.isOrdinal != true
    else { return nil }
    return only(
      texts.indices.filter { index in
        // With more numbers in it, it may be about any of them.
        AnswerTypography.plain(String(texts[index].prefix { !":,".contains($0) }))
          .split(separator: " ").compactMap { AnswerReading.value(String($0)) } == [given]
      })
  }

  private func byYesNo(_ reading: AnswerReading) -> Int? {
    guard let answer = reading.yesNo else { return nil }
    return only(words.indices.filter { words[$0].first == (answer ? "yes" : "no") })
  }

  /// The only option that has all the words typed, and denies what they deny.
  private func byWords(_ typed: [String]) -> Int? {
    let said = typed.filter { !AnswerPhrases.fillers.contains($0) }.map(Self.stem)
    guard said.contains(where: { $0.contains(where: \.isLetter) }) else { return nil }
    // What no option speaks of is passed over where enough else was said.
    let known = said.filter { word in words.contains { $0.map(Self.stem).contains(word) } }
    return all(said, typed) ?? (known.count > 1 ? all(known, typed) : nil)
  }

  /// The only option with all the words; of several the one that has them before its first colon or
  /// comma, where it says what it is.
  private func all(_ said: [String], _ typed: [String]) -> Int? {
    let found = words.indices.filter { index in
      said.allSatisfy(words[index].map(Self.stem).contains)
        && Self.denies(typed) == Self.denies(words[index].prefix(max(typed.count, 3)))
    }
    return only(found) ?? only(found.filter { said.allSatisfy(head($0).map(Self.stem).contains) })
      ?? only(
        found.filter { said.count > 2 && Self.stand(said, inOrderIn: words[$0].map(Self.stem)) })
  }

  /// Whether words follow one another in a text, with others between them.
  private static func stand(_ said: [String], inOrderIn text: [String]) -> Bool {
    var rest = text[...]
    return said.allSatisfy { word in
      guard let index = rest.firstIndex(of: word) else { return false }
      rest = rest[(index + 1)...]
      return true
    }
  }

  private func head(_ index: Int) -> [String] {
    AnswerReading.words(of: String(texts[index].prefix { !":,".contains($0) }))
  }

  private static func denies(_ words: some Sequence<String>) -> Bool {
    words.contains { ["not", "no", "never", "nothing", "none"].contains($0) || $0.hasSuffix("nt") }
  }

  /// Without the ending of a plural, or of a direction.
  private static func stem(_ word: String) -> String {
    let stem = word.count > 3 ? word.trimmingEnd(of: "s") : word
    return stem.count > 5 && stem.hasSuffix("ward") ? String(stem.dropLast(4)) : stem
  }
}

extension AnswerReading {
  /// The one number that a text is, by digits, words or as a fraction; nil where it is none.
  static func value(_ text: String) -> Double? {
    let plain = AnswerTypography.plain(text)
    if let number = numbers(in: plain).first { return number.value }
    let parts = plain.filter { !" ()".contains($0) }.split(separator: "/")
    guard parts.count == 2, let top = WrittenNumber.readings(of: String(parts[0])).first,
      let bottom = WrittenNumber.readings(of: String(parts[1])).first, bottom.value != 0
    else { return nil }
    return top.value / bottom.value
  }
}
