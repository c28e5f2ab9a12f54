import ArgumentParser
import Core
import Explainer
import FoundationEssentials
import Lessons

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Exit statuses: 0, 1 where a line failed, 2 for unusable options.
@main
enum NNRepl {
  static func main() {
    StandardFiles.secure()
    let environment = ProcessInfo.processInfo.environment
    let options = parsedOptions(environment)
    let files = UserFiles(environment)
    let history = History(file: files.history)
    let host = FileHost(
      dataFolder: options.data ?? environment["NN_REPL_DATA"], history: { history.entries },
      progress: files.progress)
    var session = Session(content: content(options, host), seed: options.seed)
    if let path = options.network {
      // The same as typing `open`, but a failure here is one of the options.
      let reply = session.open(path, host: host)
      if let problem = reply.problem { quit(status: 2, saying: problem) }
    }
    let program = Program(
      session: session, host: host, files: files, history: history, options: options,
      output: Output(options: options, environment: environment))
    exit(program.run(Start(options)))
  }

  /// The content of the binary; it was checked when the binary was made, so a mistake is ours.
  private static func content(_ options: Options, _ host: FileHost) -> Session.Content {
    let lessons = lessons(options, host)
    do {
      return Session.Content(
        network: try NetworkFile(Lessons.network),
        drawings: try DrawingFile.parse(Lessons.drawings), lessons: lessons)
    } catch {
      preconditionFailure("the bundled content is damaged: \(error)")
    }
  }

  /// The bundled lessons, or those of an author's folder.
  private static func lessons(_ options: Options, _ host: FileHost) -> [LessonFile] {
    guard let folder = options.lessons else {
      return Lessons.course.map { LessonFile(name: $0.name, bytes: $0.bytes) }
    }
    do { return try lessonFiles(folder, host) } catch {
      quit(status: 2, saying: error)
    }
  }

  /// The options of the configuration file, overridden by those of the command line. Help and the
  /// version are printed here, and so are mistakes.
  private static func parsedOptions(_ environment: [String: String]) -> Options {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      return try Options(configured(environment) + arguments)
    } catch {
      let text = printable(OptionParser.fullMessage(for: error))
      if OptionParser.exitCode(for: error) == .success {
        FileDescriptorWriter.standardOutput.write(text)
        exit(0)
      }
      _ = FileDescriptorWriter.standardError.attempt(text)
      exit(2)
    }
  }

  /// The options of the configuration file. One that cannot be read is told of, and no reason to
  /// stop: it may belong to somebody else.
  private static func configured(_ environment: [String: String]) -> [String] {
    do { return try UserFiles(environment).configuredOptions() } catch {
      let message = Problem.file(error).message
      _ = FileDescriptorWriter.standardError.attempt(
        printable("Your settings are not used: \(message)"))
      return []
    }
  }

  /// What may repeat an argument, a file's name or a line of the configuration, as lines.
  private static func printable(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextWidth.withoutControls(String($0)) + "\n" }.joined()
  }

  private static func quit(status: Int32, saying problem: Problem) -> Never {
    _ = FileDescriptorWriter.standardError.attempt(
      printable(problem.message + "\n" + problem.hint.text))
    exit(status)
  }
}

/// Where the lines come from.
enum Start {
  case lines([String])
  case script(String)
  case standardInput

  init(_ options: Options) {
    if !options.lines.isEmpty {
      self = .lines(options.lines)
    } else if options.words.count == 1, options.words[0].hasSuffix(".nn") {
      self = .script(options.words[0])
    } else if !options.words.isEmpty {
      self = .lines([Self.line(options.words)])
    } else {
      self = .standardInput
    }
  }

  /// Commands whose words are names of files, whatever characters they hold.
  private static let fileCommands: Set<String> = ["open", "save", "export", "check"]

  /// Words of the shell as a line of the prompt: in quotes if they hold a space.
  private static func line(_ words: [String]) -> String {
    guard let command = words.first, fileCommands.contains(command) else {
      return words.map { word in
        word.contains(" ") && !word.contains("[") ? Session.quotedWord(word) : word
      }.joined(separator: " ")
    }
    return ([command] + words.dropFirst().map(Session.quotedWord)).joined(separator: " ")
  }
}
