import Foundation
import Testing

/// The course as it is taken: through the program, with files on a disk.
@Suite struct ProgramCourseTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "course-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func start(_ arguments: [String], _ lines: [String] = []) throws -> (Process, Pipe) {
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LANG": "C.UTF-8", "XDG_DATA_HOME": folder.path + "/data"]
    let (output, input) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = output
    process.standardInput = input
    try process.run()
    try input.fileHandleForWriting.write(
      contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
    try input.fileHandleForWriting.close()
    return (process, output)
  }

  private func run(
    _ arguments: String..., typing lines: [String] = []
  ) throws -> (text: String, status: Int32) {
    let (process, output) = try start(arguments, lines)
    let shown = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: shown, as: UTF8.self), process.terminationStatus)
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  @Test func aPipeAnswersLineByLineAndComesBackToItsPlace() throws {
    let first = try run(typing: ["lesson counting 2", "784*16 + 16", "12,544", ""])
    #expect(first.status == 0)
    #expect(first.text.contains("Right"))
    #expect(first.text.contains("  3/11"))
    let list = try run("lessons")
    #expect(list.text.contains("1 of 11, 1 missed"), "\(list.text)")
    #expect(try run("lesson", "counting").text.contains("  1/11"))
  }

  @Test func twoAtOnceLoseNothing() throws {
    let lessons = ["neurons", "layers", "weights", "sigmoid", "bias", "counting"]
    let running = try lessons.map { try start([], ["lesson \($0)", "", ""]) }
    for (process, output) in running {
      _ = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
    }
    let kept = try String(
      contentsOf: folder.appending(path: "data/nn-repl/progress"), encoding: .utf8)
    #expect(lessons.allSatisfy { kept.contains("\"\($0)\"") }, "\(kept)")
  }

  @Test func progressThatIsDamagedIsSetAside() throws {
    _ = try run("lesson", "neurons")
    try write("half a fi", "data/nn-repl/progress")
    #expect(try run("lesson", "layers").text.contains("damaged"))
    let aside = try String(
      contentsOf: folder.appending(path: "data/nn-repl/progress.aside"), encoding: .utf8)
    #expect(aside == "half a fi")
  }

  @Test func theBundledCourseIsSoundAndPlaysItself() throws {
    let check = try run("check")
    #expect(check.status == 0 && check.text.hasPrefix("All is well:"), "\(check.text)")
    let auto = try run("lesson", "counting", "--auto")
    #expect(auto.status == 0 && auto.text.contains("You have finished counting."))
    #expect(try run("params", "--auto").status == 2)
    #expect(try run("neuron", "2.3", "--likes").status == 0)
    #expect(try run("params", "--likes").status == 2)
  }

  @Test func anAuthorsFolderTakesThePlaceOfTheBundledLessons() throws {
    try write("---\nlesson: mine\ntitle: Mine\n---\n\nHello.\n", "01-mine.md")
    try write("not a lesson", "02-broken.md")
    let list = try run("--lessons", folder.path, "lessons")
    #expect(list.text.contains("mine") && !list.text.contains("matrix-form"))
    #expect(list.text.contains("02-broken.md:1:1: a lesson starts with ---"))
    let check = try run("check", ".")
    #expect(check.status == 1 && check.text.contains("02-broken.md:1:1:"))
    #expect(try run("--lessons", "/nowhere", "lessons").status == 2)
  }

  @Test func aLessonOfAHundredMegabytesIsAnError() throws {
    try Data(repeating: 0x61, count: 100_000_000).write(to: folder.appending(path: "01-long.md"))
    let check = try run("check", ".")
    #expect(check.status == 1 && check.text.contains("01-long.md:1:1:"), "\(check.text)")
  }

  @Test func whatWasDoneIsExportedAndReplayed() throws {
    let notes = try run(
      typing: ["lesson counting 2", "784*16 + 16", "hint", "12,544", "export notes.md"])
    #expect(notes.status == 0)
    let check = try run("check", "notes.md")
    #expect(check.status == 0 && check.text.contains("1 replayed"), "\(check.text)")
    let text = try String(contentsOf: folder.appending(path: "notes.md"), encoding: .utf8)
    try write(text.replacing("12,544  # right", with: "12,545  # right"), "notes.md")
    #expect(try run("check", "notes.md").status == 1)
  }

  @Test func thePromptShowsThePlaceAndEnterGoesOn() throws {
    let prompt = try Prompt(rows: 40)
    #expect(prompt.screen.lines.contains { $0.hasPrefix("New here? Type lesson.") })
    prompt.type("lesson counting\r")
    try prompt.expect("the first step") { $0.currentLine == "counting 1/11>" }
    prompt.press(.enter)
    try prompt.expect("the question") { screen in
      screen.currentLine == "counting 2/11>" && screen.lines.contains { $0.hasPrefix("? How many") }
    }
    prompt.press(.enter)
    try prompt.expect("a kind word") { screen in
      screen.lines.contains { $0.hasPrefix("Answer first.") }
        && screen.currentLine == "counting 2/11>"
    }
    prompt.type("784*16\r")
    try prompt.expect("praise") { screen in
      screen.lines.contains { $0.hasPrefix("✓ Right: 784*16 is 12,544.") }
        && screen.currentLine == "counting 2/11>"
    }
    prompt.type("leave\r")
    try prompt.expectPrompt()
    try prompt.expectGoodEnd()
  }
}
