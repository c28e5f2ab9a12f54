import Foundation
import Lessons
import Testing

/// What lies in the folder `lessons` is the course: no list names the lessons a second time.
struct BundledCourseTests {
  private let folder = packageFolder.appending(path: "lessons")

  @Test func `the program holds every lesson of the folder, byte by byte, and no other`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    #expect(!names.isEmpty && Lessons.course.map(\.name) == names)
    for (name, bytes) in Lessons.course {
      #expect(try Data(contentsOf: folder.appending(path: name)) == Data(bytes), "\(name)")
    }
  }

  @Test func `no source and no package names a lesson's file`() throws {
    let root = folder.deletingLastPathComponent()
    let names = Lessons.course.map(\.name)
    var files = [root.appending(path: "Package.swift")]
    for place in ["Sources", "Plugins"] {
      let found = FileManager.default.enumerator(
        at: root.appending(path: place), includingPropertiesForKeys: nil)
      for case let file as URL in try #require(found) where file.pathExtension == "swift" {
        files.append(file)
      }
    }
    for file in files {
      let code = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      for name in names {
        #expect(!code.contains { $0.contains(name) }, "\(file.lastPathComponent) names \(name)")
      }
    }
  }
}
