import Testing

@testable import Core

struct MistakesTests {
  @Test func `the surest mistakes come first, and right answers never`() throws {
    let network = try FailureFixtures.network()
    let examples = (0..<40).map {
      Dataset.Example(digit: FailureFixtures.picture($0), label: $0 % 10)
    }
    let mistakes = examples.enumerated().compactMap { network.mistake(with: $1, at: $0) }.worstFirst
    // Every example, judged one by one the long way.
    let passes = examples.map { network.forward($0.digit.pixels).output }
    let wrong = passes.indices.filter { passes[$0].indexOfLargest != examples[$0].label }
    #expect(Set(mistakes.map(\.index)) == Set(wrong))
    #expect(mistakes.count == wrong.count && !wrong.isEmpty && wrong.count < 40)
    for mistake in mistakes {
      #expect(mistake.confidence == passes[mistake.index].max())
      #expect(mistake.label == examples[mistake.index].label)
    }
    for (first, second) in zip(mistakes, mistakes.dropFirst()) {
      #expect(first.confidence >= second.confidence)
    }
  }

  @Test func `equally sure mistakes stand in the order of their set`() {
    func mistake(_ index: Int, _ confidence: Float) -> Mistake {
      Mistake(index: index, label: 1, answer: 2, confidence: confidence)
    }
    let sorted = [mistake(4, 0.5), mistake(2, .nan), mistake(1, 0.5), mistake(3, 0.9)].worstFirst
    #expect(sorted.map(\.index) == [3, 1, 4, 2])
  }
}
