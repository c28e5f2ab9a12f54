import Explainer
import Foundation
import Testing

@testable import nn_repl

@Suite struct FileHostTests {
  private let folder: URL
  private let host = FileHost(dataFolder: nil, history: { [] })

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "host-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func whatACrashLeftIsUsedUp() throws {
    let path = folder.appending(path: "net").path
    try Data("a longer draft".utf8).write(to: URL(filePath: FileHost.draft(of: path)))
    try host.write(Array("new".utf8), to: path)
    #expect(try names == ["net"])
    #expect(try host.read(path, limit: 100) == Array("new".utf8))
  }

  @Test func aDraftThatIsALinkIsNotFollowed() throws {
    let path = folder.appending(path: "net").path
    try Data("mine".utf8).write(to: folder.appending(path: "precious"))
    try FileManager.default.createSymbolicLink(
      atPath: FileHost.draft(of: path), withDestinationPath: "precious")
    #expect(throws: FileProblem.self) { try host.write(Array("new".utf8), to: path) }
    #expect(
      try host.read(folder.appending(path: "precious").path, limit: 9) == Array("mine".utf8))
  }

  @Test func manyWritersLeaveOneWholeFile() async throws {
    let path = folder.appending(path: "net").path
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let host = FileHost(dataFolder: nil, history: { [] })
          let bytes = [UInt8](repeating: UInt8(writer), count: 100_000 + writer)
          for _ in 0..<20 { try? host.write(bytes, to: path) }
        }
      }
    }
    let bytes = try host.read(path, limit: 1 << 20)
    #expect(Set(bytes).count == 1 && bytes.count == 100_000 + Int(bytes[0]))
    #expect(try names == ["net"])
  }

  @Test func theDraftStandsBesideTheFile() {
    #expect(FileHost.draft(of: "net") == ".net.nn-repl-part")
    #expect(FileHost.draft(of: "/a/b/net") == "/a/b/.net.nn-repl-part")
  }
}
