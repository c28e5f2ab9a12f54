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

  /// `Int(_:)` stops the program for a number that does not fit; `Int(nearest:)` takes any.
  @Test func `no computed number becomes an Int that it may not fit`() throws {
    let files = try #require(
      FileManager.default.enumerator(
        at: sources.appending(path: "Explainer"), includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      guard file.lastPathComponent != "Int+Nearest.swift" else { continue }
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let conversion = /\bU?Int(8|16|32|64)?\((?!nearest:)[^()]*(\(.*\))*\.rounded\(/
        let isConversion = line.contains(conversion)
        #expect(!isConversion, "\(file.lastPathComponent): \(line)")
      }
    }
  }

  @Test func `imports only go down`() throws {
    #expect(try imports(of: "Core").isSubset(of: ["CZlib", "CPNG", "FoundationEssentials"]))
    #expect(try imports(of: "Explainer").isSubset(of: ["Core", "CCmark", "FoundationEssentials"]))
    #expect(!(try imports(of: "nn-repl").contains("Foundation")))
  }
}
