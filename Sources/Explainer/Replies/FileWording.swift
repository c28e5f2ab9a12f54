import Core

extension Problem {
  /// What is said of networks, data sets and files.
  var worldWording: (message: String, hint: Prose) {
    switch self {
    case .inputDoesNotFit(let inputs):
      return (
        "This network reads \(inputs == 1 ? "1 number" : "\(Number.grouped(inputs)) numbers"), not the 784 pixels of a digit.",
        "Type them, \(code: "inputs [0.5\(inputs == 1 ? "" : ", ...")]"), or go back to the bundled one: \(code: "reset")."
      )
    case .noDataFolder:
      return (
        "MNIST isn't loaded.",
        "Start with \(code: "nn-repl --data DIR"), where DIR holds MNIST's four files."
      )
    case .noSuchSet(let word):
      return (
        "There is no data set called '\(word.excerpt)'.",
        "It is \(code: "train"), \(code: "test") or \(code: "drawn")."
      )
    case .setForJudging:
      return (
        "MNIST's test half is kept for judging, so nothing learns from it.",
        "Type \(code: "train train") or \(code: "train drawn")."
      )
    case .missingSet(let set, let folder, let file):
      return (
        "The folder \(folder.excerpt) does not hold MNIST's \(set) half.",
        "It would be called \(code: file)."
      )
    case .emptySet(let title):
      return ("The files of \(title) hold no digits.", "Get them again: MNIST's own are complete.")
    case .unreadableSet(let file, let failure):
      return (
        "\(file.excerpt): \(failure.sentence)", "Get the file again: MNIST's own are complete."
      )
    case .unreadableNetwork(let file, let failure):
      return ("\(file.excerpt): \(failure.sentence)", failure.hint)
    case .file(let problem): return problem.wording
    default: preconditionFailure("worded elsewhere")
    }
  }
}

extension FileProblem {
  fileprivate var wording: (message: String, hint: Prose) {
    switch self {
    case .notFound(let path):
      ("There is no file \(path.excerpt).", "Check its name; Tab completes it.")
    case .isFolder(let path): ("\(path.excerpt) is a folder.", "Give the name of a file in it.")
    case .notAllowed(let path):
      ("\(path.excerpt) may not be opened.", "Its permissions, or those of its folder, forbid it.")
    case .tooLarge(let path, let limit):
      (
        "\(path.excerpt) is larger than \(Number.grouped(limit >> 20)) MB.",
        "No file that belongs here is that large."
      )
    case .failed(let path, let reason):
      ("\(path.excerpt): \(reason).", "Nothing was changed.")
    }
  }
}

extension Dataset.Failure {
  fileprivate var sentence: String {
    switch self {
    case .images(let failure), .labels(let failure): failure.sentence
    case .wrongShape(let shape):
      "it holds \(shape.times), not pictures of 28×28."
    case .wrongLabelShape(let shape): "it holds \(shape.times), not one label a picture."
    case .countsDiffer(let images, let labels):
      "there \(images == 1 ? "is" : "are") \(counted(images, "picture")) but \(counted(labels, "label"))."
    case .empty: "it holds no pictures."
    case .badLabel(let label, let place): "label \(place) is \(label), not a digit."
    }
  }
}

extension IDXFile.Failure {
  fileprivate var sentence: String {
    switch self {
    case .notIDX: "this is not an IDX file of bytes."
    case .wrongLength(let promised, let held):
      "its header promises \(Number.grouped(promised)) bytes, it holds \(Number.grouped(held))."
    case .longerThanPromised(let promised):
      "its header promises \(Number.grouped(promised)) bytes, but it unpacks to more."
    case .tooLarge(_, let limit):
      "its header promises more than \(Number.grouped(limit >> 20)) MB."
    case .compression(.corrupt): "its compressed data is damaged."
    case .compression(.truncated): "its compressed data ends too early."
    case .compression(.tooLarge(let limit)):
      "it would unpack to more than \(Number.grouped(limit >> 20)) MB."
    }
  }
}

extension NetworkFile.Failure {
  fileprivate var sentence: String {
    switch self {
    case .format(let failure): failure.sentence
    case .noLayers: "it holds no layers."
    case .unexpectedTensor(let name): "the tensor \(name.excerpt) belongs to no layer."
    case .missingTensor(let name): "the tensor \(name.excerpt) is missing."
    case .wrongShape(let tensor, let shape, let expected):
      "\(tensor.excerpt) is \(shape.times), where \(expected.times) would fit."
    case .unknownActivation(let name): "the activation '\(name.excerpt)' is not known here."
    }
  }

  fileprivate var hint: Prose {
    switch self {
    case .format(.unsupportedType): "Save it as 32-bit floats: \(code: "model.float()") in PyTorch."
    case .unknownActivation: "It is \(code: "sigmoid") or \(code: "relu"), one name or one a layer."
    case .noLayers, .unexpectedTensor, .missingTensor, .wrongShape:
      "Tensors are called \(code: "layers.1.weight"), \(code: "layers.1.bias") and so on."
    case .format: "A network is a safetensors file, as \(code: "save FILE") writes it."
    }
  }
}

extension Safetensors.Failure {
  fileprivate var sentence: String {
    switch self {
    case .tooShort: "it is shorter than any safetensors file."
    case .headerTooLong(let promised, let held):
      "its header would have \(promised) bytes, but only \(Number.grouped(held)) follow."
    case .unreadableHeader: "its header is not that of a safetensors file."
    case .headerTooLarge(let limit):
      "its header is longer than \(Number.grouped(limit >> 20)) MB."
    case .tooManyParts(let limit):
      "its header holds more than \(Number.grouped(limit)) names and values."
    case .repeatedName: "its header uses a name twice, or one that the format does not have."
    case .unsupportedType(let tensor, let type):
      "the tensor \(tensor.excerpt) is of type \(type.excerpt), not F32."
    case .outsideFile(let tensor): "the tensor \(tensor.excerpt) lies outside the file."
    case .wrongLength(let tensor, let shape, let bytes):
      "the tensor \(tensor.excerpt) of shape \(shape.times) cannot have \(Number.grouped(bytes)) bytes."
    case .overlap(let first, let second):
      "the tensors \(first.excerpt) and \(second.excerpt) share bytes."
    case .unusedBytes(let count):
      "\(Number.grouped(count)) \(count == 1 ? "byte belongs" : "bytes belong") to no tensor."
    case .notFinite(let tensor, let entry):
      "entry \(Number.grouped(entry)) of \(tensor.excerpt) is not a finite number."
    }
  }
}

extension [Int] {
  /// A shape as people write it: 16×784.
  fileprivate var times: String {
    guard !isEmpty else { return "a single number" }
    return prefix(8).map(String.init).joined(separator: "×") + (count > 8 ? "×…" : "")
  }
}
