import Core
import Presentation

// Parameters that several commands take.

extension Parameter where Value == Int {
  /// A pixel's row, from the top.
  static let row = whole(WholeNumber("row", .index, 0...Digit.side - 1), as: "ROW")
  /// A pixel's column, from the left.
  static let column = whole(WholeNumber("column", .index, 0...Digit.side - 1), as: "COLUMN")
  /// Where chance starts.
  static let seed = whole(.seed(.amount), as: "N").noted("the same seed, the same numbers")
}

extension Parameter where Value == String {
  /// `1.5`
  static let neuron = text("neuron", as: "LAYER.NEURON") { word in
    !word.contains { "[=".contains($0) }
  }.suggesting(neuronSuggestions)
  /// `W2[3,4]` or `b1[0]`
  static let knob = formula("knob", as: "KNOB") { $0.contains("[") }
    .suggesting(knobSuggestions)

  /// Any formula.
  package static let expression = formula("expression", as: "EXPRESSION").suggesting { tab in
    tab.lab.names.completions(before: tab.partial).candidates
  }

  /// `2`
  static let layer = text("layer", as: "LAYER").suggesting { tab in
    tab.lab.network.layers.enumerated().map { index, layer in
      .init(String(index + 1), note: counted(layer.neurons, "neuron"))
    }
  }

  /// What each output should be, where the network does not read digits.
  static let target = formula("wanted", as: "[Y, ...]").noted("what each output should be")

  /// A network's file.
  static let networkFile = text("file", as: "FILE").suggesting(networkFileSuggestions)

  /// A picture's file: a name with a point or a slash in it, and no number.
  static let pictureFile = text("picture", as: "FILE") { word in
    WholeReading(word) == .noNumber && (word.contains { "./~".contains($0) })
  }
  .suggesting(pictureFileSuggestions)
}

extension Parameter where Value == DigitSet {
  /// A data set; without one the best of those at hand.
  static let digitSet = Parameter(
    outline: ParameterOutline(
      name: "data set", placeholder: DigitSet.allCases.map(\.rawValue).joined(separator: "|"),
      values: .words(
        DigitSet.allCases.map { .init($0.rawValue, note: $0.title) }, aliases: ["drawings"])),
    read: { word throws(LabError) in
      guard let set = DigitSet(word) else { throw .noSuchSet(word) }
      return set
    })
}

extension Parameter where Value == Activation {
  /// What neurons make of their sums.
  static let activation = Parameter(
    outline: ParameterOutline(
      name: "activation", placeholder: Activation.allCases.map(\.rawValue).joined(separator: "|"),
      values: .words(
        Activation.allCases.map { .init($0.rawValue, note: $0.shortFormula) },
        aliases: Activation.allCases.flatMap(\.functionNames).map { $0.lowercased() })),
    read: { word throws(LabError) in
      guard let activation = Activation(typed: word) else { throw .unknownActivation(word) }
      return activation
    })
}
