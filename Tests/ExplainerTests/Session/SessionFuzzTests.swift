import Core
import FoundationEssentials
import SessionFuzz
import Testing

@testable import Explainer

/// Whole sessions of what can be typed, each reply looked at from all sides.
struct SessionFuzzTests {
  private static let corpus = packageFolder.appending(path: "Fuzz/corpus/session")

  private static func seeds() throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted().map {
      ($0, [UInt8](try Data(contentsOf: corpus.appending(path: $0))))
    }
  }

  @Test func `nothing is found in the corpus`() throws {
    for seed in try Self.seeds() {
      let finding = SessionRun(seed.bytes).finding
      #expect(finding == nil, "\(seed.name): \(finding?.description ?? "")")
    }
  }

  @Test func `every command has a seed`() throws {
    var words: Set<String> = []
    for seed in try Self.seeds() where seed.bytes.first == UInt8(ascii: "#") {
      let lines = String(decoding: seed.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
      words.formUnion(lines.compactMap { $0.split(separator: " ").first.map(String.init) })
    }
    #expect(KnownCommand.all.map(\.name).filter { !words.contains($0) } == [])
  }

  @Test func `help lists every command, so that none goes unfuzzed`() {
    #expect(KnownCommand.all.map(\.name) == SessionCommand.all.map(\.name))
  }

  @Test(arguments: 0..<4) func `nothing is found in sessions of chance`(part: Int) {
    var generator = SeededGenerator(seed: UInt64(part))
    for _ in 0..<25 {
      let script = (0..<200).map { _ in UInt8(generator.next(below: 256)) }
      let finding = SessionRun(script).finding
      #expect(finding == nil, "\(finding?.description ?? "")")
    }
  }
}
