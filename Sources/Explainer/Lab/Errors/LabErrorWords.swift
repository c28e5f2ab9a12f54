import Core
import Presentation

/// All that is said of lines that cannot be done on the bench: what happened, and what to type.
extension LabError: ExplainedError {
  /// What the person is told.
  public var explanation: ErrorMessage {
    switch self {
    case .unknownCommand(let word, let nearest):
      ErrorMessage(
        "Unknown command '\(word.excerpt)'.",
        nearest.map { "Did you mean '\(code: $0)'?" } ?? "Type \(code: "help") for the commands.")
    case .ambiguousCommand(let word, let candidates):
      ErrorMessage(
        "'\(word.excerpt)' could be \(listed(candidates, "or")).",
        "Type one more letter, or press Tab."
      )
    case .unexpectedWord(let word, let usage):
      ErrorMessage("'\(word.excerpt)' doesn't fit here.", right(usage))
    case .missingWord(let what, let usage): ErrorMessage("\(what) is missing.", right(usage))
    case .unclosed(let sign, let column):
      ErrorMessage(
        "The '\(sign)' at column \(column) is never closed.",
        "Close it with '\(code: String(sign == "[" ? "]" : sign))'."
      )
    case .notANumber(let word, let what):
      ErrorMessage(
        "'\(word.excerpt)' isn't a number.",
        "\(what) is written with digits, such as \(code: "3") or \(code: "0.25")."
      )
    case .notWhole(let word, let bounds): bounds.wording(notWhole: word.excerpt)
    case .outOfBounds(let word, let bounds): bounds.wording(outside: word.excerpt)
    case .notANeuron(let word, let example):
      ErrorMessage(
        "'\(word.excerpt)' does not name a neuron.",
        "A neuron is written LAYER.NEURON, such as \(code: example)."
      )
    case .noSuchLayer(let word, let first, let last):
      ErrorMessage(
        "There is no layer \(word.excerpt).",
        first == last ? "The only one is \(first)." : "Here layers go from \(first) to \(last)."
      )
    case .noSuchNeuron(let neuron, let layer, let count):
      ErrorMessage(
        "Layer \(layer) has no neuron \(neuron).",
        "It has \(Number.grouped(count)): neurons count from 0 to \(count - 1)."
      )
    case .layerIsInput:
      ErrorMessage(
        "Layer 0 is the image itself: its neurons have no weights and no bias.",
        "See its activations with \(code: "pixels"), or one with \(code: "pixel 14 13")."
      )
    case .notAList(let word):
      ErrorMessage(
        "'\(word.excerpt)' is not a list of numbers.",
        "A list is written in brackets, such as \(code: "[0.5, -1, 2]")."
      )
    case .listsDiffer(let weights, let inputs):
      ErrorMessage(
        "There \(isOrAre(weights)) \(counted(weights, "weight")) for \(counted(inputs, "input")).",
        "A neuron has one weight for each input."
      )
    case .tooFewSizes:
      ErrorMessage(
        "One layer alone has no weights.",
        "Give the neurons of each layer, such as \(code: "params 784 16 16 10")."
      )
    case .tooManySizes(let count, let most):
      ErrorMessage(
        "That would be \(Number.grouped(count)) layers.",
        "Give at most \(Number.grouped(most)) sizes."
      )
    case .unknownDigit(let word):
      ErrorMessage(
        "'\(word.excerpt)' is not a digit to show.",
        "Try \(code: "digit 7"), \(code: "digit 7 2"), \(code: "digit photo.png") or \(code: "help digit")."
      )
    case .stopped:
      ErrorMessage("You stopped it, so nothing was measured.", "Type the line again to start over.")
    case .kindsDiffer(let first, let second):
      ErrorMessage(
        "\(first.excerpt) and \(second.excerpt) can't be compared: one is a digit, the other a network.",
        "Name two digits, \(code: "compare 3 8"), or two networks, \(code: "compare bundled FILE")."
      )
    case .unknownOperand(let word):
      ErrorMessage(
        "'\(word.excerpt)' is neither a digit nor a network.",
        "Type a digit, \(code: "3"), a drawing, \(code: "3.1"), \(code: "this"), \(code: "bundled") or a file."
      )
    case .unknownKernel(let word, let names):
      ErrorMessage(
        "There's no kernel '\(word.excerpt)'.",
        "Type \(listed(names, "or")), or nine numbers: \(code: "[[1,0,-1],[1,0,-1],[1,0,-1]]").")
    case .kernelShape(let shape):
      ErrorMessage(
        "A kernel here has 3 rows of 3 numbers, and what you typed is \(shape.description).",
        "Type it as \(code: "[[1,0,-1],[1,0,-1],[1,0,-1]]").")
    case .notThreeNumbers(let name, let count):
      ErrorMessage(
        "\(name) takes three numbers, and there \(isOrAre(count)) \(count).",
        "Type a weight for what is read, one for what was shown, and a bias: \(code: "\(name)=[0, 0, 4]")."
      )
    case .noHiddenLayer:
      ErrorMessage(
        "This network has no hidden layer.",
        "Make one that has: \(code: "new 784 16 10"), or go back to the bundled one: \(code: "reset")."
      )
    case .tooWideToProbe(let layer, let count, let most):
      ErrorMessage(
        "Layer \(layer) has \(Number.grouped(count)) neurons, too many to probe.",
        "A hidden layer may have \(most) at most here.")
    case .inputsApart(let first, let second):
      ErrorMessage(
        "One of these networks reads \(counted(first, "number")), the other \(Number.grouped(second)).",
        "Compare networks that read the same: two of digits, or two of as many inputs.")
    case .tooManyEntries(let count, let what, let most):
      ErrorMessage(
        "\(Number.grouped(count)) \(what) are more than fit on a screen.",
        "Type at most \(most).")
    case .tooLarge(let what):
      ErrorMessage(
        "\(what) is too large for a Float.",
        "A Float goes up to 3.403e38; try smaller numbers."
      )
    case .formula(let error, let line):
      ErrorMessage(error.message, Prose(error.hint), at: .init(error.range, of: line))
    case .noNameForSlope(let text):
      ErrorMessage(
        "A slope is taken for one name or entry, and '\(text.excerpt)' is none.",
        "Write \(code: "gradient of x^2 with respect to x"), or \(code: "W2[3,4]").")
    case .slopeNowhere(let formula, let name):
      ErrorMessage(
        "\(name.excerpt) has no value, so there's no place to take the slope at.",
        "Say where: \(code: "gradient of \(formula) with respect to \(name) at 3")")
    case .bindingInExplain:
      ErrorMessage("A line that binds a name is not explained.", "Explain what stands after the =.")
    case .nameIsCommand(let name):
      ErrorMessage(
        "'\(name.excerpt)' is a command, so it cannot be a name.", "Choose another name.")
    case .notAKnob(let word) where word.isNameOfKnobs:
      ErrorMessage(
        "'\(word.excerpt)' isn't one knob: it's all of a layer's.",
        "Say which one, such as \(code: word + (word.first?.lowercased() == "w" ? "[0,0]" : "[0]"))."
      )
    case .notAKnob(let word):
      ErrorMessage(
        "'\(word.excerpt)' is not a knob.",
        "A weight is written \(code: "W2[3,4]"), a bias \(code: "b1[0]")."
      )
    case .noSuchInput(let input, let layer, let count):
      ErrorMessage(
        "The neurons of layer \(layer) have no input \(input).",
        "They have \(Number.grouped(count)): inputs count from 0 to \(count - 1)."
      )
    case .unknownActivation(let word):
      ErrorMessage(
        "There is no activation '\(word.excerpt)'.",
        nearest(to: word.lowercased(), in: Activation.allCases.map(\.rawValue)).map {
          "Did you mean '\(code: $0)'?"
        } ?? "It is " + Activation.choices + "."
      )
    case .tooManyKnobs(let count, let limit):
      ErrorMessage(
        "That network would have \(Number.grouped(count)) knobs.",
        "Up to \(Number.grouped(limit)) can be made here; \(code: "params") counts any."
      )
    case .nothingToUndo:
      ErrorMessage("There is nothing to undo.", "What you change from now on can be taken back.")
    case .nothingToRedo:
      ErrorMessage("There is nothing to do again.", "Only what was undone just before can be.")
    case .notStepping: ErrorMessage("You aren't stepping.", "Type \(code: "step") to start.")
    case .reversedRange(let from, let to):
      ErrorMessage(
        "From \(from.excerpt) to \(to.excerpt) there is nothing to draw.",
        "Write the left end first, such as \(code: "plot sigmoid -6 6")."
      )
    case .reversedSweep(let from, let to):
      ErrorMessage(
        "From \(from.excerpt) to \(to.excerpt) there is nothing to measure.",
        "Write the smaller amount first, such as \(code: "sweep shift -4 4")."
      )
    case .rangeTooNarrow(let from, let to):
      ErrorMessage(
        "From \(from.excerpt) to \(to.excerpt) there is too little room for a curve.",
        "Put the ends further apart."
      )
    case .tooManyCurves(let count, let most):
      ErrorMessage(
        "\(count) curves in one plot could not be told apart.", "At most \(most) are drawn at once."
      )
    case .readsDigits:
      ErrorMessage(
        "This network reads digits: its inputs are the pixels of one.",
        "Choose one with \(code: "digit 3"); one that reads a number is \(code: "new 1 1 1 1")."
      )
    case .inputsDiffer(let given, let inputs):
      ErrorMessage(
        "There \(isOrAre(given)) \(counted(given, "number")) for \(counted(inputs, "neuron")) of layer 0.",
        "Type one number for each: \(code: "inputs [0.5\(inputs == 1 ? "" : ", ...")]")."
      )
    case .targetsDiffer(let given, let outputs):
      ErrorMessage(
        "\(counted(given, "number")) \(isOrAre(given)) wanted of \(counted(outputs, "output")).",
        "Type one number for each: \(code: "wanted=[1\(outputs == 1 ? "" : ", 0, ...")]")."
      )
    case .targetOutside:
      ErrorMessage(
        "Cross-entropy takes what is wanted as a chance, from 0 to 1.",
        "Type numbers from 0 to 1, or leave \(code: "cross-entropy") out."
      )
    case .labelNeedsTen(let outputs):
      ErrorMessage(
        "This network has \(counted(outputs, "output")), not one for each of ten digits.",
        "Say what each should be: \(code: "wanted=[1\(outputs == 1 ? "" : ", 0, ...")]")."
      )
    case .noTarget(true):
      ErrorMessage(
        "Nobody said what this digit is, so nothing is wanted of the outputs.",
        "Say which it is by typing its number last: \(code: "cost 3")."
      )
    case .noTarget(false):
      ErrorMessage(
        "Nobody said what the outputs should be.",
        "Say it after the inputs, \(code: "inputs [0.5] wanted=[1]"), or here: \(code: "wanted=[1]")."
      )
    case .unknownSetting(let name, let nearest, let names):
      ErrorMessage(
        "There's no setting '\(name.excerpt)'.",
        nearest.map { "Did you mean '\(code: $0)'?" }
          ?? "The settings are \(names.joined(separator: ", "))."
      )
    case .givenTwice(let name, let first, let second):
      ErrorMessage(
        "There are two values for \(name): \(first.excerpt) and \(second.excerpt).",
        "Keep one of them.")
    case .unknownChoice(let word, let setting, let choices):
      ErrorMessage(
        "'\(word.excerpt)' is no \(setting).",
        "Use one of these: \(listed(choices, "or"))."
      )
    case .training(let error): error.explanation
    case .noTraining:
      ErrorMessage("Nothing was trained yet.", "Train it first: \(code: "train drawn epochs=2").")
    case .epochNotKept(let epoch, let kept):
      ErrorMessage(
        "The network after epoch \(epoch) is not kept.",
        "Kept are: \(kept.suffix(12).map(String.init).joined(separator: ", ")).")
    case .sameOutputs(let output):
      ErrorMessage(
        "Output \(output) can't be ahead of itself.",
        "Name another one after \(code: "not"), or leave it out: \(code: "why \(output)").")
    case .noBaseline(let method):
      ErrorMessage(
        "method=\(method) compares the digit with nothing, so it takes no baseline.",
        "Leave one of them out, or try \(code: "method=layers").")
    case .notHidden(let layer, let example):
      ErrorMessage(
        "Layer \(layer) is the output: its neurons are the answer itself.",
        "Name a hidden neuron, such as \(code: example).")
    case .nothingCut:
      ErrorMessage(
        "Nothing is cut off, or the network has changed since.",
        "\(code: "undo") takes changes back, one by one.")
    case .oneOutput:
      ErrorMessage(
        "This network has one output, so it has nothing else to say.",
        "Make one with more: \(code: "new 784 16 10").")
    case .saysAlready(let digit):
      ErrorMessage(
        "The network says \(digit) already.",
        "Name another digit: \(code: "fool \(digit == 8 ? 3 : 8)").")
    case .cannotFool(let digit):
      ErrorMessage(
        "No change was found after which the network says \(digit).",
        "None of our drawings is read so either. Try another digit, or train the network first.")
    case .sameAnswer(let answer):
      ErrorMessage(
        "The network says \(answer) to both, so there's no other answer to move to.",
        "Swap with another digit, or name the neurons: \(code: "swap \(answer == 8 ? 3 : 8) 2.3").")
    case .inputDoesNotFit(let inputs):
      ErrorMessage(
        "This network reads \(counted(inputs, "number")), not the 784 pixels of a digit.",
        "Type them, \(code: "inputs [0.5\(inputs == 1 ? "" : ", ...")]"), or go back to the bundled one: \(code: "reset")."
      )
    case .noDataFolder:
      ErrorMessage(
        "MNIST isn't loaded.",
        "Start with \(code: "nn-repl --data DIR"), where DIR holds MNIST's four files."
      )
    case .noSuchSet(let word):
      ErrorMessage(
        "There is no data set called '\(word.excerpt)'.",
        "It is \(code: "train"), \(code: "test") or \(code: "drawn")."
      )
    case .setForJudging:
      ErrorMessage(
        "MNIST's test half is kept for judging, so nothing learns from it.",
        "Type \(code: "train train") or \(code: "train drawn")."
      )
    case .missingSet(let set, let folder, let file):
      ErrorMessage(
        "The folder \(folder.excerpt) does not hold MNIST's \(set) half.",
        "It would be called \(code: file)."
      )
    case .emptySet(let title):
      ErrorMessage(
        "The files of \(title) hold no digits.", "Get them again: MNIST's own are complete.")
    case .unreadableSet(let file, let error):
      ErrorMessage(
        "\(file.excerpt): \(error.sentence)", "Get the file again: MNIST's own are complete."
      )
    case .unreadableNetwork(let file, let error):
      ErrorMessage("\(file.excerpt): \(error.sentence)", error.hint)
    case .unreadablePicture(let file, let error):
      ErrorMessage("\(file.excerpt): \(error.sentence)", error.hint)
    case .tooManyDigits(let file, let count, let most):
      ErrorMessage(
        "There are \(Number.grouped(count)) separate pieces of ink in \(file.excerpt).",
        "Cut out one row of at most \(most) digits."
      )
    case .unnamedDigit:
      ErrorMessage(
        "Nobody said what this digit is, so nobody can say that it's read wrong.",
        "Draw one, \(code: "challenge 3"), or take one of ours, \(code: "digit 3").")
    case .noGame: ErrorMessage("No game is on.", "Type \(code: "guess") to start one.")
    case .unreadablePoints(let words):
      ErrorMessage(
        "'\(words.excerpt)' draws nothing.",
        "Type points from 0 to 100, such as \(code: "draw 22,20 40,8 66,14"); \(code: "/") lifts the pen."
      )
    case .unreadableStrokes(let file, let error): error.wording(of: file.excerpt)
    case .file(let error): error.explanation
    case .needsScreen(let kind): kind.withoutScreen
    }
  }

  private func right(_ usage: String) -> Prose { "Write it as \(code: usage)." }
}

extension String {
  /// Whether it is a name such as W2 or b3.
  fileprivate var isNameOfKnobs: Bool {
    guard let first, "WwBb".contains(first), count > 1 else { return false }
    return dropFirst().allSatisfy(\.isASCIIDigit)
  }
}
