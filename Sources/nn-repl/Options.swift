import ArgumentParser
import Explainer

/// What the program was asked to do when it was started.
struct Options {
  var lines: [String] = []
  var network: String?
  var data: String?
  var lessons: String?
  var color = OptionParser.ColorChoice.auto
  var ascii = false
  var width: Int?
  var plain = false
  var json = false
  var seed: UInt64 = 0
  var keepGoing = false
  var words: [String] = []
}

extension Options {
  /// Reads the arguments of the command line. Where there are none nothing is read: the parser
  /// would take a third of the time until the prompt.
  init(_ arguments: [String]) throws {
    guard !arguments.isEmpty else { return }
    let parsed = try OptionParser.parse(arguments)
    lines = parsed.lines
    network = parsed.network
    data = parsed.data
    lessons = parsed.lessons
    color = parsed.color
    ascii = parsed.ascii
    width = parsed.width
    plain = parsed.plain
    json = parsed.json
    seed = parsed.seed
    keepGoing = parsed.keepGoing
    words = parsed.words
  }
}

/// The options as they are written, and what is said of them.
struct OptionParser: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nn-repl",
    abstract: "Learn what a neural network is by running one.",
    discussion: """
      Without arguments you get a prompt. With a command, as at the prompt, you get its reply:
        nn-repl neuron 1.5
        nn-repl params 784 16 16 10
        nn-repl -c 'digit 7' -c classify
      A file of commands (FILE.nn) or a pipe is carried out line by line.
      """,
    version: "0.1.0")

  @Option(name: .customShort("c"), help: "A line to carry out; may be given several times.")
  var lines: [String] = []

  @Option(help: "A network to start with, a safetensors file.")
  var network: String?

  @Option(help: "The folder of MNIST's files; also NN_REPL_DATA.")
  var data: String?

  @Option(help: "A folder of lessons to use in place of the bundled ones.")
  var lessons: String?

  @Option(help: "auto, never, 16, 256 or truecolor.")
  var color: ColorChoice = .auto

  @Flag(help: "Pictures and text in ASCII.")
  var ascii = false

  @Option(help: "Columns to use, 40 or more.")
  var width: Int?

  @Flag(help: "A prompt without editing, for simple terminals.")
  var plain = false

  @Flag(help: "One JSON object a command.")
  var json = false

  @Option(help: "The seed of all that is random.")
  var seed: UInt64 = 0

  @Flag(help: "Go on after a line that fails.")
  var keepGoing = false

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("A command with its words, or a file of commands.", valueName: "command"))
  var words: [String] = []

  func validate() throws {
    if let width, width < 40 { throw ValidationError("--width takes 40 or more columns.") }
    if !lines.isEmpty, !words.isEmpty {
      throw ValidationError("Give a command or -c, not both.")
    }
    // Numbers may be negative; any other word with a dash is a mistyped option.
    if let typo = words.first(where: isTypo) {
      throw ValidationError("Unknown option '\(typo)'.")
    }
  }

  /// A word with a dash that is neither a number nor the one such word that a command takes.
  private func isTypo(_ word: String) -> Bool {
    let isForLesson = word == "--auto" && words.first == "lesson"
    return word.hasPrefix("-") && Float(word) == nil && !isForLesson
  }

  /// How many colours to use.
  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, never
    case sixteen = "16"
    case twoHundredFiftySix = "256"
    case trueColor = "truecolor"

    /// nil for `auto`.
    var depth: TerminalCapabilities.ColorDepth? {
      TerminalCapabilities.ColorDepth(rawValue: rawValue)
    }
  }
}
