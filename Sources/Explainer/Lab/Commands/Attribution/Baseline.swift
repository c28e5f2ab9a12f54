import Core
import Presentation

/// What an input is compared with where its parts are to be weighed.
enum Baseline: Equatable {
  case blank, gray, mean
  /// The first of our drawings of a digit.
  case digit(Int)

  /// The baseline of that name.
  init?(_ word: String) {
    switch word.lowercased() {
    case "blank", "black": self = .blank
    case "gray", "grey": self = .gray
    case "mean", "average": self = .mean
    default:
      guard case .whole(let digit) = WholeReading(word), (0...9).contains(digit) else { return nil }
      self = .digit(digit)
    }
  }

  /// As it is typed.
  var word: String {
    switch self {
    case .blank: "blank"
    case .gray: "gray"
    case .mean: "mean"
    case .digit(let digit): String(digit)
    }
  }

  /// What it is called in a sentence.
  func title(_ lab: Lab) -> String {
    switch self {
    case .blank: lab.readsDigits ? "a blank picture" : "inputs of 0"
    case .gray: lab.readsDigits ? "an all-gray picture" : "inputs of 0.5"
    case .mean: "the average of our drawings"
    case .digit(let digit): "our first drawing of \(digit.withArticle)"
    }
  }

  /// One number per neuron of layer 0.
  func input(_ lab: Lab) throws(LabError) -> [Float] {
    let count = lab.network.sizes[0]
    switch self {
    case .blank: return [Float](repeating: 0, count: count)
    case .gray: return [Float](repeating: 0.5, count: count)
    case .mean, .digit: break
    }
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: count) }
    let drawings = lab.content.drawings
    if case .digit(let digit) = self {
      guard let drawing = drawings.first(where: { $0.digit == digit }) else {
        throw .unknownDigit(String(digit))
      }
      return drawing.rasterized().pixels
    }
    var sum = [Float](repeating: 0, count: count)
    for drawing in drawings {
      for (pixel, value) in drawing.rasterized().pixels.enumerated() { sum[pixel] += value }
    }
    return sum.map { $0 / Float(drawings.count) }
  }

  /// As a setting.
  static let parameter = Parameter(
    outline: ParameterOutline(
      name: "baseline", placeholder: "blank|gray|mean|DIGIT",
      values: .text { Baseline($0) != nil }),
    read: { word throws(LabError) in
      guard let baseline = Baseline(word) else {
        throw .unknownChoice(
          word, setting: "baseline", choices: ["blank", "gray", "mean", "a digit from 0 to 9"])
      }
      return baseline
    }
  ).noted("the picture it's compared with").usually("blank").suggesting { tab in
    [.init("blank", note: "nothing lit"), .init("gray", note: "every pixel at 0.5")]
      + (tab.lab.readsDigits ? [.init("mean", note: "the average of our drawings")] : [])
  }
}
