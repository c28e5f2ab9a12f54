import Presentation
import Testing

@testable import nn_repl

@Suite struct BoundKeysTests {
  /// What a terminal sends for a key.
  private func bytes(of key: KeyName) -> [UInt8] {
    switch key {
    case .character(let character): Array(String(character).utf8)
    case .control(let letter): letter.asciiValue.map { [$0 & 0x1f] } ?? []
    case .left: Array("\u{1b}[D".utf8)
    case .right: Array("\u{1b}[C".utf8)
    case .up: Array("\u{1b}[A".utf8)
    case .down: Array("\u{1b}[B".utf8)
    case .enter: [0x0d]
    case .escape: [0x1b]
    case .tab: [0x09]
    case .pageUp: Array("\u{1b}[5~".utf8)
    case .pageDown: Array("\u{1b}[6~".utf8)
    }
  }

  private func expectAllReached<Action>(_ bindings: [KeyBinding<Action>]) {
    for binding in bindings {
      for name in binding.keys {
        var decoder = KeyDecoder()
        var keys = bytes(of: name).flatMap { decoder.feed($0) }
        if keys.isEmpty { keys = decoder.pause() }
        #expect(keys.count == 1 && keys.allSatisfy { bindings.action(for: $0) == binding.action })
      }
    }
  }

  @Test func everyBoundKeyIsReachedFromTheKeyboard() throws {
    expectAllReached(TrainingScreenAction.bindings)
    expectAllReached(PagerAction.bindings)
    expectAllReached(
      ReplyScreenAction.bindings([
        LineKey(.character(" "), .right, .enter, line: "step", label: "next"),
        LineKey(.up, .down, line: "step back", label: "back"),
      ]))
  }

  @Test func otherKeysDoNothing() {
    for key: Key in [.character("x"), .insert, .home, .function(1), .paste("q"), .resize] {
      #expect(TrainingScreenAction.bindings.action(for: key) == nil)
      #expect(PagerAction.bindings.action(for: key) == nil)
    }
  }
}
