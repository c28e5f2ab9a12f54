import Core

/// What can be wrong with a line, with the facts a person needs to put it right. The words are in
/// `ProblemWording`.
public enum Problem: Error, Equatable, Sendable {
  // The line itself
  case unknownCommand(String, nearest: String?)
  case ambiguousCommand(String, candidates: [String])
  case unexpectedWord(String, usage: String)
  case missingWord(String, usage: String)
  case unclosed(Character, column: Int)
  case lineTooLong(limit: Int)

  // Words that mean numbers and places
  case notANumber(String, what: String)
  case notWhole(String, NumberBounds)
  case outOfBounds(String, NumberBounds)
  case notANeuron(String, example: String)
  case noSuchLayer(String, first: Int, last: Int)
  case noSuchNeuron(Int, layer: Int, count: Int)
  case layerIsInput
  case notAList(String)
  case listsDiffer(weights: Int, inputs: Int)
  case tooFewSizes
  case tooManySizes(Int, most: Int)
  case noSuchTopic(String, nearest: String?)
  case unknownDigit(String)
  case tooLarge(what: String)

  // Expressions and knobs
  /// The error's range counts in `line`.
  case expression(ExpressionError, line: String)
  case bindingInExplain
  case nameIsCommand(String)
  case notAKnob(String)
  case noSuchInput(Int, layer: Int, count: Int)
  case unknownActivation(String)
  case tooManyKnobs(Int, limit: Int)
  case nothingToUndo
  case nothingToRedo

  case notStepping

  // Plots
  case reversedRange(from: String, to: String)
  case rangeTooNarrow(from: String, to: String)
  case tooManyCurves(Int, most: Int)

  // Lessons
  case course(CourseProblem)

  // Training
  case unknownSetting(String, nearest: String?)
  case unknownChoice(String, setting: String, choices: [String])
  case training(Training.Failure)
  case noTraining
  case epochNotKept(Int, kept: [Int])

  // The network and the data
  case inputDoesNotFit(inputs: Int)
  case readsDigits
  case inputsDiffer(given: Int, inputs: Int)
  case wantedDiffer(given: Int, outputs: Int)
  case wantedOutside
  case labelNeedsTen(outputs: Int)
  case nothingWanted(readsDigits: Bool)
  case noDataFolder
  case noSuchSet(String)
  case setForJudging
  case missingSet(set: String, folder: String, file: String)
  case emptySet(String)
  case unreadableSet(file: String, Dataset.Failure)
  case unreadableNetwork(file: String, NetworkFile.Failure)
  case file(FileProblem)
}

extension Problem {
  /// Why this many sizes make no network.
  static func layers(_ count: Int) -> Problem {
    count < 2 ? .tooFewSizes : .tooManySizes(count, most: ParameterCount.mostLayers)
  }
}

/// What the world said about a file.
public enum FileProblem: Error, Equatable, Sendable {
  /// What is no ordinary file, so that nothing is read from it and nothing put in its place.
  public enum Special: Equatable, Sendable {
    case pipe, device, socket, other
  }

  case notFound(String)
  case isFolder(String)
  case notAllowed(String)
  case tooLarge(String, limit: Int)
  case special(String, Special)
  /// Something before the last part of a path is a file.
  case throughFile(String)
  /// The folder is named, not the file in it.
  case noFolder(String)
  case notAFolder(String)
  case folderNotAllowed(String)
  case readOnly(String)
  case diskFull(String)
  case nameTooLong(String)
  case linksInCircle(String)
  case tooManyOpen(String)
  /// Any other failure, with the system's own words for it.
  case failed(String, reason: String)
}
