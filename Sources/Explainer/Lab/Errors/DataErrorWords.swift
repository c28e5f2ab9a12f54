import Core
import Presentation

// The words for files that hold no digits and no network.

extension DatasetError {
  var sentence: String {
    switch self {
    case .images(let error), .labels(let error): error.sentence
    case .wrongShape(let shape):
      "it holds \(shape.times), not pictures of 28×28."
    case .wrongLabelShape(let shape): "it holds \(shape.times), not one label a picture."
    case .countsDiffer(let images, let labels):
      "there \(isOrAre(images)) \(counted(images, "picture")) but \(counted(labels, "label"))."
    case .empty: "it holds no pictures."
    case .badLabel(let label, let index): "label \(index) is \(label), not a digit."
    }
  }
}

extension IDXError {
  var sentence: String {
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

extension PictureError {
  var sentence: String {
    switch self {
    case .empty: "it holds no bytes."
    case .notAPicture(nil): "it isn't a picture that can be read here."
    case .notAPicture(let format?): "it's a \(format) file."
    case .badHeader: "its first bytes don't describe a picture."
    case .noPixels: "it's a picture without pixels."
    case .tooManyPixels(let width, let height):
      "\(Number.grouped(width))×\(Number.grouped(height)) pixels are more than \(Number.grouped(GrayPicture.mostPixels))."
    case .truncated: "it ends before its picture does."
    case .damaged: "its pixels are damaged."
    case .noInk: "nothing in it looks like writing."
    }
  }

  var hint: Prose {
    switch self {
    case .empty: "Give a picture as PNG, PGM or PPM."
    case .notAPicture: "Save it as PNG, then type \(code: "digit FILE.png")."
    case .badHeader, .truncated, .damaged: "Save it again, or copy it again."
    case .noPixels: "Give one with a digit in it."
    case .tooManyPixels: "Scale it down, or cut out the digit."
    case .noInk: "Write with a darker or thicker pen, or cut out the digit."
    }
  }
}

extension NetworkFileError {
  var sentence: String {
    switch self {
    case .format(let error): error.sentence
    case .noLayers: "it holds no layers."
    case .unexpectedTensor(let name): "the tensor \(name.excerpt) belongs to no layer."
    case .missingTensor(let name): "the tensor \(name.excerpt) is missing."
    case .wrongShape(let tensor, let shape, let expected):
      "\(tensor.excerpt) is \(shape.times), where \(expected.times) would fit."
    case .unknownActivation(let name): "the activation '\(name.excerpt)' is not known here."
    }
  }

  var hint: Prose {
    switch self {
    case .format(.unsupportedType): "Save it as 32-bit floats: \(code: "model.float()") in PyTorch."
    case .unknownActivation: "It is " + Activation.choices + ", one name or one a layer."
    case .noLayers, .unexpectedTensor, .missingTensor, .wrongShape:
      "Tensors are called \(code: "layers.1.weight"), \(code: "layers.1.bias") and so on."
    case .format: "A network is a safetensors file, as \(code: "save FILE") writes it."
    }
  }
}

extension SafetensorsError {
  var sentence: String {
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
