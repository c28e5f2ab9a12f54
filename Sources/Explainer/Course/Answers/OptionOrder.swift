// The order in which a learner sees the options of a lesson's choices.

extension Lesson {
  /// The lesson with the options of its choices shuffled. The same seed shuffles alike on every machine;
  /// the right ones are dealt over the places, so that no place is right more often than it must be.
  func shuffled(by seed: UInt64) -> Lesson {
    var chance = OptionChance(seed: seed, lesson: id)
    var uses: [Int: Int] = [:]
    let steps = steps.map { step in
      var step = step
      step.parts = step.parts.map { part in
        guard case .ask(var question) = part, var choice = question.kind as? ChoiceQuestion else {
          return part
        }
        choice.shuffle(&uses, &chance)
        question.kind = choice
        return .ask(question)
      }
      return step
    }
    var lesson = self
    lesson.steps = steps
    return lesson
  }
}

extension ChoiceQuestion {
  /// - Parameter uses: how often each place was right so far.
  fileprivate mutating func shuffle(_ uses: inout [Int: Int], _ chance: inout OptionChance) {
    let positions = texts.indices.filter { !isLast($0) }
    var order = chance.shuffled(positions) + texts.indices.filter(isLast)
    if let position = order.firstIndex(of: rightOption), positions.contains(rightOption) {
      let least = positions.indices.map { uses[$0, default: 0] }.min() ?? 0
      let free = positions.indices.filter { uses[$0, default: 0] == least }
      order.swapAt(position, free[chance.below(free.count)])
    }
    uses[order.firstIndex(of: rightOption) ?? 0, default: 0] += 1
    shown = order
  }

  /// Whether an option speaks of those before it, and so stands after them.
  private func isLast(_ index: Int) -> Bool {
    let words = AnswerReading.words(of: texts[index].text)
    return [["both"], ["neither"], ["all", "of"], ["none", "of"], ["any", "of"]].contains {
      words.starts(with: $0)
    }
  }
}

/// Chance that a seed and a name decide: SplitMix64, by Steele, Lea and Flood.
private struct OptionChance {
  private var state: UInt64

  init(seed: UInt64, lesson: String) {
    // FNV-1a, 64 bits, by Fowler, Noll and Vo.
    state = lesson.utf8.reduce(0xCBF2_9CE4_8422_2325 ^ seed) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) >> 33) % max(count, 1)
  }

  mutating func shuffled(_ values: [Int]) -> [Int] {
    var values = values
    for index in values.indices.dropLast() {
      values.swapAt(index, index + below(values.count - index))
    }
    return values
  }
}
