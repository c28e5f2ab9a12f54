import Core
import Formulas

/// What can be wrong with a line on the bench, with the facts that a person needs to put it right.
public enum LabError: Error, Equatable, Sendable {
  // The line itself
  case unknownCommand(String, nearest: String?)
  case ambiguousCommand(String, candidates: [String])
  case unexpectedWord(String, usage: String)
  case missingWord(String, usage: String)
  case unclosed(Character, column: Int)

  // Words that mean numbers and neurons
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
  case unknownDigit(String)
  case tooLarge(what: String)
  /// The user stopped what takes long.
  case stopped
  /// Two things that differ in kind: what the first is, what the second is.
  case kindsDiffer(String, String)
  case unknownOperand(String)
  case unknownKernel(String, names: [String])
  case kernelShape(Shape)
  case noHiddenLayer
  case tooWideToProbe(layer: Int, Int, most: Int)
  /// How many numbers each of two networks reads.
  case inputsApart(Int, Int)
  case notThreeNumbers(String, Int)
  case tooManyEntries(Int, what: String, most: Int)

  // Expressions and knobs
  /// The error's range counts in `line`.
  case formula(ExpressionError, line: String)
  case bindingInExplain
  case noNameForSlope(String)
  /// Of a formula for a name that has no value.
  case slopeNowhere(formula: String, name: String)
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
  case reversedSweep(from: String, to: String)
  case rangeTooNarrow(from: String, to: String)
  case tooManyCurves(Int, most: Int)

  // Training
  case unknownSetting(String, nearest: String?, [String])
  case givenTwice(String, String, String)
  case unknownChoice(String, setting: String, choices: [String])
  case training(TrainingError)
  case noTraining
  case epochNotKept(Int, kept: [Int])

  // Looking inside
  case sameOutputs(Int)
  case noBaseline(method: String)
  case notHidden(layer: Int, example: String)
  case nothingCut
  case oneOutput
  case saysAlready(Int)
  case cannotFool(Int)
  /// Both digits are read as this one.
  case sameAnswer(Int)

  // The network and the data
  case inputDoesNotFit(inputs: Int)
  case readsDigits
  case inputsDiffer(given: Int, inputs: Int)
  case targetsDiffer(given: Int, outputs: Int)
  case targetOutside
  case labelNeedsTen(outputs: Int)
  case noTarget(readsDigits: Bool)
  case noDataFolder
  case noSuchSet(String)
  case setForJudging
  case missingSet(set: String, folder: String, file: String)
  case emptySet(String)
  case unreadableSet(file: String, DatasetError)
  case unreadableNetwork(file: String, NetworkFileError)
  case unreadablePicture(file: String, PictureError)
  case tooManyDigits(file: String, Int, most: Int)
  /// Nobody said what the current digit is.
  case unnamedDigit
  /// Nobody plays.
  case noGame
  /// Points that were typed and draw nothing.
  case unreadablePoints(String)
  case unreadableStrokes(file: String, SketchFileError)
  case file(FileError)
  /// Nobody is there whose hand could do it.
  case needsScreen(HandKind)
}

extension LabError {
  /// Why this many sizes make no network.
  static func layers(_ count: Int) -> LabError {
    count < 2 ? .tooFewSizes : .tooManySizes(count, most: ParameterCount.mostLayers)
  }
}
