/// All commands, and how a typed word finds one.
enum Registry {
  /// In the order in which `help` lists them.
  static let commands: [Command] =
    lookCommands + digitCommands + [inputsCommand] + layerCommands + computeCommands
    + [neuronCommand, explainCommand, plotCommand] + stepCommands + knobCommands + fileCommands
    + learnCommands + [costCommand, gradientCommand, confusionCommand, epochCommand, trainCommand]
    + courseCommands + lessonCommands
    + alwaysCommands

  /// The command of that name.
  static func command(named word: String) throws(Problem) -> Command {
    if let command = try command(startingWith: word) { return command }
    throw .unknownCommand(word, nearest: nearest(to: word, in: commands.map(\.name)))
  }

  /// The command of that name, or the only one whose name starts so; nil where none does.
  static func command(startingWith word: String) throws(Problem) -> Command? {
    if let exact = commands.first(where: { $0.name == word }) { return exact }
    let candidates = commands.filter { $0.name.hasPrefix(word) }
    guard candidates.count <= 1 else {
      throw .ambiguousCommand(word, candidates: candidates.map(\.name))
    }
    return candidates.first
  }
}
