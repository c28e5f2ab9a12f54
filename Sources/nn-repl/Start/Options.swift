import ArgumentParser
import Explainer
import Presentation

/// What the program was asked to do when it was started.
struct Options {
  var lines: [String] = []
  var network: String?
  var data: String?
  var lessons: String?
  var color = OptionParser.ColorChoice.auto
  /// Nil where it is found out.
  var theme: TerminalCapabilities.Theme?
  var graphics = GraphicsChoice.auto
  var ascii = false
  var width: Int?
  var plain = false
  var noMotion = false
  /// Nil where nothing was said of it.
  var format: OutputFormat?
  var seed: UInt64 = 0
  var keepGoing = false
  var words: [String] = []
}

extension Options {
  /// The file in `nn-repl lesson FILE.md`; no lesson's id ends so.
  var writtenLesson: String? {
    guard words.count == 2, words[0] == "lesson", words[1].hasSuffix(".md") else { return nil }
    return words[1]
  }

  /// Reads the arguments of the command line. Where there are none nothing is read: the parser
  /// would take a third of the time until the prompt.
  init(_ arguments: [String]) throws(OptionError) {
    guard !arguments.isEmpty else { return }
    if let command = Self.commandToExplain(arguments) {
      words = ["help", command]
      return
    }
    let (before, after) = Self.split(arguments)
    let parsed: OptionParser
    do { parsed = try OptionParser.parse(Self.spelledOut(before)) } catch {
      throw OptionError(error, arguments)
    }
    lines = parsed.lines
    network = parsed.network
    data = parsed.data
    lessons = parsed.lessons
    color = try Self.color(parsed.color)
    theme = try Self.theme(parsed.theme)
    graphics = try Self.graphics(parsed.graphics)
    ascii = parsed.ascii
    width = try parsed.width.map(Self.width)
    plain = parsed.plain
    noMotion = parsed.noMotion
    format = try parsed.format.map { name throws(OptionError) in
      try Self.format(name, of: "--format")
    }
    seed = try parsed.seed.map(Self.seed) ?? 0
    keepGoing = parsed.keepGoing
    words = parsed.words + after
    try check(parsed.words)
  }

  /// Finds a line of a configuration that is no option, or an option with a wrong value.
  static func check(_ configuration: Configuration) throws(OptionError) {
    for line in configuration.lines {
      do throws(OptionError) {
        let options = try Options(line.words)
        guard options.words.isEmpty, options.lines.isEmpty else {
          throw .wrong(
            "'\(line.words.joined(separator: " "))' isn't an option.",
            hint: "Write one option a line, such as width 100.")
        }
      } catch {
        let location = "\(configuration.path):\(line.number): "
        switch error {
        case .answered:
          throw .wrong(
            location + "\(line.words[0]) doesn't belong here.", hint: "Take the line out.")
        case .wrong(let message, let hint): throw .wrong(location + message, hint: hint)
        }
      }
    }
  }

  /// The command that help is asked for, with `--help` before or after it; nil where there is none.
  private static func commandToExplain(_ arguments: [String]) -> String? {
    let before = split(arguments).before
    let rest = before.filter { $0 != "--help" && $0 != "-h" }
    guard rest.count < before.count, let parsed = try? OptionParser.parse(rest) else { return nil }
    return parsed.lines.isEmpty ? parsed.words.first { !$0.hasPrefix("-") } : nil
  }

  /// Cuts the arguments at the first `--` that is no option's value: what follows it is the command's.
  private static func split(_ arguments: [String]) -> (before: [String], after: [String]) {
    var isValue = false
    for (index, argument) in arguments.enumerated() {
      if argument == "--", !isValue {
        return (Array(arguments[..<index]), Array(arguments[(index + 1)...]))
      }
      isValue = !isValue && OptionParser.takingValues.contains(argument)
    }
    return (arguments, [])
  }

  /// The arguments with `--format json` for its short form, so that of several forms the last counts.
  private static func spelledOut(_ arguments: [String]) -> [String] {
    var isValue = false
    return arguments.flatMap { argument in
      defer { isValue = !isValue && OptionParser.takingValues.contains(argument) }
      return argument == "--json" && !isValue ? ["--format", "json"] : [argument]
    }
  }

  private func check(_ words: [String]) throws(OptionError) {
    if let typo = words.first(where: { isTypo($0, of: words) }) { throw .unknown(typo) }
    guard lines.isEmpty || self.words.isEmpty else {
      throw .wrong(
        "You gave a command and -c.", hint: "Give one of them: nn-repl -c 'digit 7' -c classify")
    }
  }

  /// A word with a dash that is neither a number nor such a word as the command takes.
  private func isTypo(_ word: String, of words: [String]) -> Bool {
    let isForLesson = word == "--auto" && "lesson".hasPrefix(words[0]) && words.count > 1
    let isForNeuron = word == "--likes" && "neuron".hasPrefix(words[0]) && words.count > 1
    return word.hasPrefix("-") && Float(word) == nil && !isForLesson && !isForNeuron
      && !word.contains(" ")
  }

  // MARK: Values

  private static func color(_ word: String?) throws(OptionError) -> OptionParser.ColorChoice {
    guard let word else { return .auto }
    if let choice = OptionParser.ColorChoice(rawValue: word) { return choice }
    throw .wrong(
      "'\(word)' isn't a choice of colors.",
      hint: "Type --color with auto, never, 16, 256 or truecolor.")
  }

  /// The form that the environment asks for, if it does.
  static func format(in environment: [String: String]) throws(OptionError) -> OutputFormat? {
    guard let name = environment["NN_REPL_FORMAT"], !name.isEmpty else { return nil }
    return try format(name, of: "NN_REPL_FORMAT")
  }

  private static func format(
    _ word: String, of setting: String
  ) throws(OptionError) -> OutputFormat {
    if let format = OutputFormat.named(word) { return format }
    let hint =
      nearest(to: word, in: OutputFormat.all.map(\.name)).map { "Did you mean '\($0)'?" }
      ?? "Set \(setting) to \(OutputFormat.names)."
    throw .wrong("'\(word)' isn't a format.", hint: hint)
  }

  private static func theme(
    _ word: String?
  ) throws(OptionError) -> TerminalCapabilities.Theme? {
    guard let word, word != "auto" else { return nil }
    if let theme = TerminalCapabilities.Theme(rawValue: word) { return theme }
    throw .wrong(
      "'\(word)' isn't a theme.", hint: "Type --theme with auto, dark or light.")
  }

  private static func graphics(_ word: String?) throws(OptionError) -> GraphicsChoice {
    guard let word else { return .auto }
    if let choice = GraphicsChoice(word) { return choice }
    throw .wrong(
      "'\(word)' isn't a way to show figures.",
      hint: "Type --graphics with auto, kitty, iterm, sixel or off.")
  }

  private static func width(_ word: String) throws(OptionError) -> Int {
    if let width = Int(word), width >= 40 { return min(width, 10_000) }
    throw .wrong(
      Int(word) == nil ? "'\(word)' isn't a width." : "\(word) columns are too few.",
      hint: "Type --width with a whole number, 40 or more.")
  }

  private static func seed(_ word: String) throws(OptionError) -> UInt64 {
    if let seed = UInt64(word) { return seed }
    throw .wrong(
      "'\(word)' isn't a seed.",
      hint: "Type --seed with a whole number from 0 to \(UInt64.max).")
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
        nn-repl lesson FILE.md            (yours: shown anew whenever you save it)
      A file of commands (FILE.nn) or a pipe is run line by line.
      """,
    version: "0.1.0")

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A line to run; may be given several times.", valueName: "line"))
  var lines: [String] = []

  @Option(parsing: .unconditional, help: "A network to start with, a safetensors file.")
  var network: String?

  @Option(parsing: .unconditional, help: "The folder of MNIST's files; also NN_REPL_DATA.")
  var data: String?

  @Option(parsing: .unconditional, help: "A folder of lessons to use in place of the bundled ones.")
  var lessons: String?

  @Option(
    parsing: .unconditional, help: "auto, never, 16, 256 or truecolor.",
    completion: .list(["auto", "never", "16", "256", "truecolor"]))
  var color: String?

  @Option(
    parsing: .unconditional, help: "auto, dark or light: what the text stands on.",
    completion: .list(["auto", "dark", "light"]))
  var theme: String?

  @Option(
    parsing: .unconditional,
    help: "auto, kitty, iterm, sixel or off: figures as images, where the terminal says it can.",
    completion: .list(GraphicsChoice.names))
  var graphics: String?

  @Flag(help: "Pictures and text in ASCII.")
  var ascii = false

  @Option(parsing: .unconditional, help: "Columns to use, 40 or more.")
  var width: String?

  @Flag(help: "A prompt without editing, for simple terminals.")
  var plain = false

  @Flag(help: "Pictures stand still from the start; also NN_REPL_MOTION=0.")
  var noMotion = false

  @Option(
    parsing: .unconditional,
    help: "How replies look: \(OutputFormat.names); also NN_REPL_FORMAT.",
    completion: .list(OutputFormat.all.map(\.name)))
  var format: String?

  @Flag(help: "One JSON object a command: short for --format json.")
  var json = false

  @Option(parsing: .unconditional, help: "The seed of all that is random.")
  var seed: String?

  @Flag(help: "Continue after a line that fails.")
  var keepGoing = false

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("A command with its words, or a file of commands.", valueName: "command"))
  var words: [String] = []

  /// The options that take whatever follows them, and those that take nothing.
  static let takingValues = [
    "-c", "--network", "--data", "--lessons", "--color", "--theme", "--graphics", "--width",
    "--format", "--seed",
  ]
  static let flags = [
    "--ascii", "--plain", "--no-motion", "--json", "--keep-going", "--help", "--version", "-h",
  ]

  /// How many colours to use.
  enum ColorChoice: String {
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

/// Whether figures are shown as images, and how.
enum GraphicsChoice: Equatable {
  /// As the terminal says that it can.
  case auto
  case chosen(ImageProtocol)
  case off

  /// The words for it.
  static let names = ["auto"] + ImageProtocol.allCases.map(\.rawValue) + ["off"]

  init?(_ word: String) {
    switch word {
    case "auto": self = .auto
    case "off": self = .off
    default:
      guard let way = ImageProtocol(rawValue: word) else { return nil }
      self = .chosen(way)
    }
  }
}
