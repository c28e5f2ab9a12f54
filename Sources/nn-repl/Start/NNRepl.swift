import ArgumentParser
import Core
import Course
import Explainer
import FoundationEssentials
import Lessons
import Presentation

/// Exit statuses: 0, 1 where a line failed, 2 for unusable options.
@main
enum NNRepl {
  static func main() {
    StandardStream.secureAll()
    let environment = ProcessInfo.processInfo.environment
    let options = parsedOptions(environment)
    let files = UserFiles(environment)
    let history = History(file: files.history)
    let host = FileHost(
      dataFolder: options.data ?? environment["NN_REPL_DATA"], history: { history.entries },
      // What an author tries is no progress of theirs.
      progress: options.writtenLesson == nil ? files.progress : nil)
    var session = Session(content: content(options, host), seed: options.seed)
    if let path = options.network {
      // The same as typing `open`, but a failure here is one of the options.
      let reply = session.open(path, host: host)
      if let problem = reply.error { quit(status: 2, saying: problem) }
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
    guard let folder = options.writtenLesson ?? options.lessons else {
      return Lessons.course.map { LessonFile(name: $0.name, bytes: $0.bytes) }
    }
    do { return try lessonFiles(folder, host) } catch {
      quit(status: 2, saying: error.explanation)
    }
  }

  /// The options of the configuration file, overridden by those of the command line. Help and the
  /// version are printed here, and so are mistakes.
  private static func parsedOptions(_ environment: [String: String]) -> Options {
    let configuration = configuration(environment)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do throws(OptionError) {
      if let configuration { try Options.check(configuration) }
      var options = try Options((configuration?.words ?? []) + arguments)
      if options.format == nil { options.format = try Options.format(in: environment) }
      return options
    } catch {
      switch error {
      case .answered(let text):
        StandardStream.output.write(printable(text))
        exit(0)
      case .wrong(let message, let hint):
        say(message + "\n" + hint)
        exit(2)
      }
    }
  }

  /// The configuration file. Settings that cannot be read are no reason not to start.
  private static func configuration(_ environment: [String: String]) -> Configuration? {
    do { return try UserFiles(environment).configuration } catch {
      say("Your settings are not used: \(error.explanation.message)")
      return nil
    }
  }

  /// Says something on the standard error, if it can be said at all.
  private static func say(_ text: String) {
    try? StandardStream.error.attempt(printable(text))
  }

  /// What may repeat an argument, a file's name or a line of the configuration, as lines.
  private static func printable(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).withoutControls + "\n" }.joined()
  }

  private static func quit(status: Int32, saying problem: ErrorMessage) -> Never {
    say(problem.message + "\n" + problem.hint.text)
    exit(status)
  }
}

/// Where the lines come from.
enum Start {
  case command(String)
  /// A lesson's file, for its author.
  case lesson(String)
  case lines([String])
  case script(String)
  case standardInput

  init(_ options: Options) {
    let words = options.words
    if let path = options.writtenLesson {
      self = .lesson(path)
    } else if !options.lines.isEmpty {
      self = .lines(options.lines)
    } else if words.count == 1, words[0].hasSuffix(".nn"), Self.isFile(words[0]) {
      self = .script(words[0])
    } else if !words.isEmpty {
      self = .command(Session.line(ofWords: words))
    } else {
      self = .standardInput
    }
  }

  /// Whether a word that ends as one does is a file's name: one with spaces may be a command.
  private static func isFile(_ word: String) -> Bool {
    !word.contains(" ") || access(word, F_OK) == 0
  }
}
