import Core
import Presentation

extension Lab {
  /// What the network saw in the current digit, said to somebody who meant it to see something else;
  /// nil where its outputs do not stand for digits.
  ///
  /// - Parameter digit: What it should become; nil where that is all the same.
  package func seen(meaning digit: Int?) -> Prose? {
    guard let pass = try? digitOutputs(current.digit),
      network.layer(network.outputLayer).activation == .sigmoid
    else { return nil }
    guard current.digit.litPixels > 0 else { return "The sheet is empty." }
    func shown(_ output: Int) -> String { Number.shown(pass.output[output]) }
    let says = pass.answer
    guard pass.output[says] >= 0.5 else {
      return
        "The network lights no output: the brightest is \(says), at \(shown(says)). Draw another."
    }
    guard let digit else { return "The network says \(says), at \(shown(says)). Draw another." }
    guard digit != says else {
      return "The network says \(says), but only at \(shown(says)). Draw a plainer one."
    }
    return
      "The network says \(says), at \(shown(says)); output \(digit) is at \(shown(digit)). Draw another."
  }
}
