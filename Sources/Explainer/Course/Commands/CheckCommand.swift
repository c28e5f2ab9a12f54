import Lab
import Presentation

/// `check [DIR]`.
let checkCommand = CourseCommand(
  CommandDeclaration(
    "check", .course, .usesFiles, [CommandForm(.optional(path))],
    summary: "prove that the lessons work, for their authors",
    details: [
      "Every command is run, every solution and every wrong answer tried; what is wrong is told with its file, line and column.",
      "A file that \(code: "export") wrote is replayed.",
    ],
    examples: ["check", "check lessons"]),
  run: { classroom, arguments, host throws(CourseError) in
    let path = try arguments.given(path)
    let files = try path.map { path throws(CourseError) in try lessonFiles(path, host) }
    let result = LessonChecker(classroom, host).check(files ?? classroom.lessonFiles)
    return checkReply(result)
  })

private let path = Parameter.text("folder or file", as: "FOLDER|FILE")
  .suggesting(lessonFileSuggestions)

/// The lessons of a folder, or one file.
public func lessonFiles(_ path: String, _ host: any CourseHost) throws(CourseError) -> [LessonFile]
{
  let isFile = path.hasSuffix(".md")
  let folder = path.hasSuffix("/") || path.isEmpty ? path : path + "/"
  let names: [String]
  do throws(FileError) {
    names = isFile ? [path] : try host.names(inFolder: path).filter { $0.hasSuffix(".md") }.sorted()
  } catch {
    throw .lab(.file(error))
  }
  guard !names.isEmpty else { throw .lab(.file(.notFound(isFile ? path : folder + "*.md"))) }
  var files: [LessonFile] = []
  for name in names.prefix(200) {
    do throws(FileError) {
      // Far more than a lesson may have: its reader finds that it is too long, and says where. A
      // record of what somebody typed may be long.
      let bytes = try host.read(isFile ? name : folder + name, limit: LessonText.recordLimit)
      files.append(LessonFile(name: name, bytes: bytes))
    } catch {
      files.append(LessonFile(name: name, problem: error))
    }
  }
  return files
}

private func checkReply(_ result: LessonChecker.Result) -> Reply {
  let facts: [String: Fact] = [
    "lessons": .integer(result.lessons), "steps": .integer(result.steps),
    "questions": .integer(result.questions),
    "problems": .list(
      result.errors.map {
        .object([
          "file": .text($0.file), "line": .integer($0.location.line),
          "column": .integer($0.location.column), "message": .text($0.message),
        ])
      }),
  ]
  guard !result.errors.isEmpty else {
    return Reply([.prose(CoursePhrases.checked(result))], facts: facts)
  }
  var reply = Reply([.lines(result.errors.map { Prose($0.sentence) })], facts: facts)
  let files = Set(result.errors.map(\.file)).count
  reply.error =
    CourseError.lessonsFail(problems: result.errors.count, files: files).explanation
  return reply
}
