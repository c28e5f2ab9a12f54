import Foundation
import Testing

struct ArchitectureTests {
  private let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  private func imports(of floor: String) throws -> Set<String> {
    let files = try #require(
      FileManager.default.enumerator(
        at: sources.appending(path: floor), includingPropertiesForKeys: nil))
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ").drop { $0 == "public" || $0 == "@testable" }
        if words.first == "import", let module = words.dropFirst().first {
          found.insert(String(module))
        }
      }
    }
    return found
  }

  @Test func `imports only go down`() throws {
    #expect(try imports(of: "Core").isSubset(of: ["CZlib", "CPNG", "FoundationEssentials"]))
    #expect(try imports(of: "Explainer").isSubset(of: ["Core", "CCmark", "FoundationEssentials"]))
    #expect(!(try imports(of: "nn-repl").contains("Foundation")))
  }
}
