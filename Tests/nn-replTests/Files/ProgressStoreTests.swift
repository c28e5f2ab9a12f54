import Course
import Explainer
import Foundation
import Lab
import Presentation
import Testing

@testable import nn_repl

@Suite struct ProgressStoreTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "progress-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private var store: ProgressStore { ProgressStore(path: folder.path + "/progress") }

  private func add(_ text: String, aside: Bool = false) throws(FileError) {
    try store.save { ProgressUpdate(bytes: ($0 ?? []) + Array(text.utf8), setsAside: aside) }
  }

  private func kept(_ name: String = "progress") -> String? {
    try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test func whatIsSavedIsLoaded() throws {
    #expect(try store.load() == nil)
    try add("a")
    try add("b")
    #expect(try store.load() == Array("ab".utf8))
    #expect(kept("progress.part") == nil)
  }

  @Test func manyAtOnceLoseNothing() async throws {
    let store = store
    try await withThrowingTaskGroup { group in
      for number in 0..<8 {
        group.addTask {
          for _ in 0..<20 {
            try store.save { ProgressUpdate(bytes: ($0 ?? []) + [UInt8(number)], setsAside: false) }
          }
        }
      }
      try await group.waitForAll()
    }
    let bytes = try #require(try store.load())
    #expect(bytes.count == 160)
    #expect((0..<8).allSatisfy { number in bytes.count { $0 == UInt8(number) } == 20 })
  }

  @Test func whatIsSetAsideIsKeptUnderANameOfItsOwn() throws {
    try add("first")
    try store.save { _ in ProgressUpdate(bytes: Array("second".utf8), setsAside: true) }
    try store.save { _ in ProgressUpdate(bytes: Array("third".utf8), setsAside: true) }
    #expect(kept() == "third")
    #expect(kept("progress.aside") == "first")
    #expect(kept("progress.aside2") == "second")
  }

  @Test func aDraftLeftByACrashIsNoHindrance() throws {
    try add("a")
    try Data("half".utf8).write(to: folder.appending(path: "progress.part"))
    #expect(try store.load() == Array("a".utf8))
    try add("b")
    #expect(kept() == "ab")
  }

  @Test func aFolderThatCannotBeWrittenIsToldAndNothingIsLost() throws {
    try add("a")
    let nowhere = ProgressStore(path: folder.path + "/no/such/progress")
    #expect(throws: FileError.self) {
      try nowhere.save { _ in ProgressUpdate(bytes: [], setsAside: false) }
    }
    #expect(try nowhere.load() == nil)
    #expect(kept() == "a")
  }

  @Test func aFileUpToTheLimitIsReadAndWrittenAndNoLargerOne() throws {
    let limit = ProgressStore.limit
    try store.save { _ in ProgressUpdate(bytes: .init(repeating: 1, count: limit), setsAside: false)
    }
    #expect(try store.load()?.count == limit)
    let tooLarge = FileError.tooLarge(folder.path + "/progress", limit: limit)
    #expect(throws: tooLarge) { try add("x") }
    #expect(try store.load()?.count == limit)
    let file = try FileHandle(forWritingTo: folder.appending(path: "progress"))
    try file.seekToEnd()
    try file.write(contentsOf: [1])
    try file.close()
    #expect(throws: tooLarge) { _ = try store.load() }
    #expect(throws: tooLarge) { try store.save { _ in ProgressUpdate(bytes: [], setsAside: true) } }
    #expect(kept("progress")?.utf8.count == limit + 1 && kept("progress.aside") == nil)
  }

  @Test func aLinkStaysOne() throws {
    try FileManager.default.createSymbolicLink(
      atPath: store.path, withDestinationPath: "elsewhere")
    try add("a")
    chmod(folder.path + "/elsewhere", 0o640)
    try add("b")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: store.path) == "elsewhere")
    #expect(kept("elsewhere") == "ab")
    var status = stat()
    #expect(stat(folder.path + "/elsewhere", &status) == 0 && status.st_mode & 0o777 == 0o640)
    try add("c", aside: true)
    #expect(kept("elsewhere.aside") == "ab" && kept("elsewhere") == "abc")
  }

  @Test func whatIsInTheWayOfTheFolderIsNamed() throws {
    try Data("x".utf8).write(to: folder.appending(path: "file"))
    let files = UserFiles(["XDG_DATA_HOME": folder.path + "/file"])
    #expect(try files.progress?.load() == nil)
    #expect(throws: FileError.throughFile(folder.path + "/file/nn-repl")) {
      try files.progress?.save { _ in ProgressUpdate(bytes: [1], setsAside: false) }
    }
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    let pipe = ProgressStore(path: folder.path + "/pipe")
    #expect(throws: FileError.special(folder.path + "/pipe", .pipe)) { _ = try pipe.load() }
  }

  @Test func theFolderIsMadeTheFirstTime() throws {
    let home = folder.path + "/home"
    let files = UserFiles(["XDG_DATA_HOME": home])
    try files.progress?.save { _ in ProgressUpdate(bytes: [1], setsAside: false) }
    #expect(try files.progress?.load() == [1])
  }
}
