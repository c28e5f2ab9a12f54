import Course
import Explainer
import Foundation
import Lab
import Presentation
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
    try Data("a longer draft".utf8).write(to: URL(filePath: FileReplacement.draft(of: path)))
    try host.write(Array("new".utf8), to: path)
    #expect(try names == ["net"])
    #expect(try host.read(path, limit: 100) == Array("new".utf8))
  }

  @Test func aDraftThatIsALinkIsNotFollowed() throws {
    let path = folder.appending(path: "net").path
    try Data("mine".utf8).write(to: folder.appending(path: "precious"))
    try FileManager.default.createSymbolicLink(
      atPath: FileReplacement.draft(of: path), withDestinationPath: "precious")
    #expect(throws: FileError.self) { try host.write(Array("new".utf8), to: path) }
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
    #expect(FileReplacement.draft(of: "net") == ".net.nn-repl-part")
    #expect(FileReplacement.draft(of: "/a/b/net") == "/a/b/.net.nn-repl-part")
    let long = String(repeating: "é", count: 127)
    #expect(FileReplacement.draft(of: "/a/" + long).utf8.count <= 3 + 255)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func mode(_ name: String) throws -> mode_t {
    var status = stat()
    guard stat(path(name), &status) == 0 else { throw FileError.notFound(name) }
    return status.st_mode & 0o7777
  }

  private func problem(_ body: () throws(FileError) -> Void) -> FileError? {
    do throws(FileError) {
      try body()
      return nil
    } catch { return error }
  }

  @Test(arguments: [0o600, 0o640, 0o755, 0o444 | 0o200] as [mode_t])
  func aFileKeepsItsMode(_ mode: mode_t) throws {
    try host.write([1], to: path("net"))
    chmod(path("net"), mode)
    try host.write([2, 3], to: path("net"))
    #expect(try self.mode("net") == mode)
    #expect(try host.size(of: path("net")) == 2)
    #expect(try names == ["net"])
  }

  @Test func linksAreFollowedToWhatIsThereAndToWhatIsNotYet() throws {
    try FileManager.default.createDirectory(
      atPath: path("deep"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path("one"), withDestinationPath: "two")
    try FileManager.default.createSymbolicLink(atPath: path("two"), withDestinationPath: "deep/net")
    #expect(try host.size(of: path("one")) == nil)
    for bytes: [UInt8] in [[1], [2, 3]] {
      try host.write(bytes, to: path("one"))
      #expect(try host.read(path("deep/net"), limit: 9) == bytes)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("one")) == "two")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("two")) == "deep/net")
    }
    try FileManager.default.createSymbolicLink(
      atPath: path("absolute"), withDestinationPath: path("deep/net"))
    try host.write([4], to: path("absolute"))
    #expect(try host.read(path("deep/net"), limit: 9) == [4])
  }

  @Test func whatIsNoOrdinaryFileIsNeitherReadNorReplaced() throws {
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    try FileManager.default.createDirectory(
      atPath: path("folder"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: path("full"), withDestinationPath: "/dev/full")
    try FileManager.default.createSymbolicLink(
      atPath: path("circle"), withDestinationPath: "circle")
    let expected: [(String, FileError)] = [
      (path("pipe"), .special(path("pipe"), .pipe)),
      (path("folder"), .isFolder(path("folder"))),
      (path("full"), .special(path("full"), .device)),
      ("/dev/full", .special("/dev/full", .device)), ("/dev/null", .special("/dev/null", .device)),
      (path("circle"), .linksInCircle(path("circle"))),
    ]
    for (path, problem) in expected {
      #expect(
        self.problem { () throws(FileError) in _ = try host.read(path, limit: 9) } == problem)
      #expect(self.problem { () throws(FileError) in try host.write([1], to: path) } == problem)
      #expect(self.problem { () throws(FileError) in _ = try host.size(of: path) } == problem)
    }
    var status = stat()
    #expect(lstat(path("pipe"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    #expect(try names == ["circle", "folder", "full", "pipe"])
  }

  @Test func everyCauseIsNamed() throws {
    try host.write([1, 2, 3], to: path("net"))
    let long = path(String(repeating: "x", count: 300))
    let cases: [(String, read: FileError, write: FileError)] = [
      (path("no/net"), .notFound(path("no/net")), .noFolder(path("no"))),
      (path("net/x"), .throughFile(path("net/x")), .throughFile(path("net/x"))),
      (path("new") + "/", .notFound(path("new") + "/"), .noFolder(path("new") + "/")),
      (long, .nameTooLong(long), .nameTooLong(long)),
      ("a\0b", .notFound("a\0b"), .notFound("a\0b")),
    ]
    for (path, read, write) in cases {
      #expect(problem { () throws(FileError) in _ = try host.read(path, limit: 9) } == read)
      #expect(problem { () throws(FileError) in try host.write([1], to: path) } == write)
    }
    let net = path("net")
    #expect(problem { () throws(FileError) in _ = try host.read(net, limit: 3) } == nil)
    #expect(
      problem { () throws(FileError) in _ = try host.read(net, limit: 2) }
        == .tooLarge(net, limit: 2))
    let none = path("none")
    #expect(
      problem { () throws(FileError) in _ = try host.names(inFolder: none) } == .noFolder(none))
    #expect(
      problem { () throws(FileError) in _ = try host.names(inFolder: net) } == .notAFolder(net))
  }

  @Test(arguments: [
    (EACCES, FileError.notAllowed("x")), (EPERM, .notAllowed("x")), (ENOENT, .notFound("x")),
    (EROFS, .readOnly("x")), (ENOSPC, .diskFull("x")), (EDQUOT, .diskFull("x")),
    (ENAMETOOLONG, .nameTooLong("x")), (ELOOP, .linksInCircle("x")), (EMFILE, .tooManyOpen("x")),
    (ENFILE, .tooManyOpen("x")), (ENOTDIR, .throughFile("x")), (EISDIR, .isFolder("x")),
    (EIO, .failed("x", reason: "Input/output error")),
  ])
  func theSystemsNumbersMeanThis(code: Int32, problem: FileError) {
    #expect(FileError(code, "x") == problem)
  }

  @Test func aTildeIsTheHome() throws {
    #expect(try HomePath("~", home: "/h").expanded == "/h")
    #expect(try HomePath("~/a b/c", home: "/h").expanded == "/h/a b/c")
    #expect(try HomePath("a/~", home: "/h").expanded == "a/~")
    #expect(try HomePath("./~/x", home: "/h").expanded == "./~/x")
    #expect(try HomePath("~root/x", home: "/h").expanded == "/root/x")
    #expect(try HomePath("~nobody-is-called-so/x", home: "/h").expanded == "~nobody-is-called-so/x")
    #expect(try HomePath("~/x", home: nil).expanded == "~/x")
  }

  @Test func namesSayWhatIsAFolderThroughLinksToo() throws {
    try host.write([1], to: path("net"))
    try FileManager.default.createDirectory(atPath: path("deep"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: "deep")
    #expect(try host.names(inFolder: folder.path).sorted() == ["deep/", "link/", "net"])
  }

  @Test func whoeverKeepsALockIsNotWaitedFor() throws {
    let holder = open(path("lock"), O_RDWR | O_CREAT, 0o600)
    defer { close(holder) }
    #expect(flock(holder, LOCK_EX) == 0)
    let file = try OpenFile(path("lock"), O_RDWR)
    #expect(throws: FileError.failed(path("lock"), reason: "another program has it locked")) {
      try file.lock(patience: .zero)
    }
    #expect(flock(holder, LOCK_UN) == 0)
    try file.lock(patience: .zero)
  }
}
