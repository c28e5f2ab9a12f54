import Foundation
import Testing

struct ArchitectureTests {
  private let sources = packageFolder.appending(path: "Sources")

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

  /// What each floor may import; the build refuses more than it declares, and this what it declares.
  private static let floors: [(floor: String, allowed: Set<String>)] = [
    ("Core", ["CPng", "CZlib", "FoundationEssentials"]),
    ("Explainer/Presentation", ["Core", "FoundationEssentials"]),
    ("Explainer/Formulas", ["Core", "Presentation"]),
    ("Explainer/Lab", ["Core", "Formulas", "Presentation"]),
    (
      "Explainer/Course",
      ["CCmark", "FoundationEssentials", "Formulas", "Lab", "Presentation", "Synchronization"]
    ),
    ("Explainer/Session", ["Core", "Course", "Formulas", "Lab", "Presentation"]),
  ]

  @Test(arguments: floors)
  func `imports only go down`(floor: String, allowed: Set<String>) throws {
    let found = try imports(of: floor)
    #expect(found.isSubset(of: allowed), "\(floor) imports \(found.subtracting(allowed))")
  }

  @Test func `the process has no use for the whole of Foundation`() throws {
    #expect(!(try imports(of: "nn-repl").contains("Foundation")))
  }

  /// Code for another system cannot be compiled here, so that it had better be little.
  @Test func `one file says which C library there is`() throws {
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    let libraries = ["Glibc", "Musl", "Darwin"]
    var found: [String] = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let names = libraries.contains { text.contains("import \($0)") || text.contains("\($0).") }
      if names || text.contains("canImport") || text.contains("#if os(") {
        found.append(file.path())
      }
    }
    #expect(found == [sources.appending(path: "nn-repl/System/System.swift").path()])
  }

  /// A map that names files which are not there is no map.
  @Test(arguments: ["docs/ARCHITECTURE.md", "CONTRIBUTING.md"])
  func `every file that the map names is there`(map: String) throws {
    let text = try String(contentsOf: packageFolder.appending(path: map), encoding: .utf8)
    let paths = text.matches(of: /`((?:Sources|docs|lessons|scripts|Tests)[^` ]*)[ `]/).map(\.1)
    #expect(!paths.isEmpty)
    for path in paths {
      let file = packageFolder.appending(path: String(path)).path()
      #expect(FileManager.default.fileExists(atPath: file), "\(map) names \(path)")
    }
  }
}
