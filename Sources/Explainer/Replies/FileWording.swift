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
  fileprivate var wording: (message: String, hint: Prose) { (message, hint) }

  private var message: String {
    switch self {
    case .notFound(""): "A file needs a name."
    case .notFound(let path): "There is no file \(path.shownPath)."
    case .isFolder(let path): "\(path.shownPath) is a folder."
    case .notAllowed(let path), .folderNotAllowed(let path): "You may not use \(path.shownPath)."
    case .tooLarge(let path, let limit):
      "\(path.shownPath) is larger than \(limit.size)."
    case .special(let path, let kind): "\(path.shownPath) is \(kind.title), not an ordinary file."
    case .throughFile(let path): "A part of \(path.shownPath) is a file, not a folder."
    case .noFolder(let path): "There is no folder \(path.shownPath)."
    case .notAFolder(let path): "\(path.shownPath) is not a folder."
    case .readOnly(let path): "\(path.shownPath) is on a disk that can only be read."
    case .diskFull(let path): "\(path.shownPath) was not written: the disk is full."
    case .nameTooLong(let path): "The name \(path.shownPath) is too long."
    case .linksInCircle(let path): "The links at \(path.shownPath) go round in circles."
    case .tooManyOpen(let path): "\(path.shownPath) can't be opened: too many files are open."
    case .failed(let path, let reason): "\(path.shownPath): \(reason)."
    }
  }

  private var hint: Prose {
    switch self {
    case .notFound(""): "Type it after the command."
    case .notFound: "Check its name; Tab completes it."
    case .isFolder: "Give the name of a file in it."
    case .notAllowed: "Change its permissions or its folder's, or give another name."
    case .folderNotAllowed: "Change that folder's permissions, or give another."
    case .tooLarge: "Give a smaller file."
    case .throughFile: "Check the path; Tab completes it."
    case .noFolder: "Check its name, or make it first."
    case .notAFolder: "Give the name of a folder."
    case .readOnly: "Give a place that can be written."
    case .diskFull: "Make room, then try again."
    case .nameTooLong: "Give a shorter one."
    case .special, .linksInCircle: "Give another name."
    case .tooManyOpen: "Close some programs, then try again."
    case .failed: "Nothing was changed."
    }
  }
}

extension String {
  /// A path in one line, its end in any case, which says most.
  fileprivate var shownPath: String {
    let clean = String(unicodeScalars.prefix(5_000)).withoutControls
    let scalars = clean.unicodeScalars
    guard scalars.count > 120 else { return clean }
    return String(scalars.prefix(40)) + "…" + String(scalars.suffix(79))
  }
}

extension Int {
  /// Bytes in the largest unit of which there is one.
  fileprivate var size: String {
    if self >= 1 << 20 { return "\(Number.grouped(self >> 20)) MB" }
    return self >= 1 << 10 ? "\(self >> 10) kB" : "\(self) bytes"
  }
}

extension FileProblem.Special {
  fileprivate var title: String {
    switch self {
    case .pipe: "a pipe"
    case .device: "a device"
    case .socket: "a socket"
    case .other: "something special"
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
      "its header promises more than \(limit.size)."
    case .compression(.corrupt): "its compressed data is damaged."
    case .compression(.truncated): "its compressed data ends too early."
    case .compression(.tooLarge(let limit)):
      "it would unpack to more than \(limit.size)."
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
      "its header is longer than \(limit.size)."
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
