import Core

/// How often a line that trains shows the network a digit, for those who must know it beforehand.
package enum TrainedExamples {
  /// Epochs times examples, where the line says how many; what it does not say is as for `train`.
  package static func count(in line: String) -> Double {
    func setting(_ name: String, _ usual: Double) -> Double {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let word = words.last(where: { $0.hasPrefix(name + "=") }) else { return usual }
      return switch WholeReading(String(word.dropFirst(name.count + 1))) {
      case .whole(let count): Double(count)
      case .beyondAll: .infinity
      case .fraction, .noNumber: usual
      }
    }
    return setting("epochs", Double(TrainingSettings().epochs)) * setting("examples", 10_000)
  }
}
