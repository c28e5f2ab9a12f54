/// The shapes of letters, as lines to be drawn with a round pen.
enum Alphabet {
  /// How many units the size of a text is.
  static let unit = 100.0

  /// A letter: how far on the next one stands, and its lines. Up from the line that letters stand on.
  struct Letter {
    var width: Double
    var strokes: [[Graphic.Point]]
  }

  /// All letters there are.
  static let letters: [Character: Letter] = {
    var letters: [Character: Letter] = [" ": Letter(width: 28, strokes: [])]
    for line in AlphabetData.shapes.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count > 1, let name = parts[0].first, let width = Double(parts[1]) else {
        continue
      }
      letters[name] = Letter(width: width, strokes: parts.dropFirst(2).map(stroke))
    }
    for (name, base) in zip(AlphabetData.raised.names, AlphabetData.raised.bases) {
      letters[name] = letters[base]?.raised
    }
    return letters
  }()

  /// A line from its description: `M` and `L` are places, `A` is a part of an ellipse.
  private static func stroke(_ text: Substring) -> [Graphic.Point] {
    var points: [Graphic.Point] = []
    var rest = text[...]
    while let command = rest.popFirst() {
      let numbers = rest.prefix { !$0.isLetter }
      rest = rest.dropFirst(numbers.count)
      let values = numbers.split(separator: ",").compactMap { Double($0) }
      if command == "A", values.count == 6 {
        points += arc(values)
      } else if values.count == 2 {
        points.append(Graphic.Point(values[0], values[1]))
      }
    }
    return points
  }

  /// Center, half width and half height of an ellipse, and a part of it in steps of 15 degrees from
  /// its rightmost place up and around.
  private static func arc(_ values: [Double]) -> [Graphic.Point] {
    let (from, to) = (Int(nearest: values[4]), Int(nearest: values[5]))
    return stride(from: from, through: to, by: from < to ? 1 : -1).map { step in
      Graphic.Point(values[0] + values[2] * cosine(step), values[1] + values[3] * cosine(step - 6))
    }
  }

  /// Of a number of steps of 15 degrees.
  private static func cosine(_ step: Int) -> Double {
    let known = [1, 0.965926, 0.866025, 0.707107, 0.5, 0.258819, 0]
    let around = ((step % 24) + 24) % 24
    let half = around > 12 ? 24 - around : around
    return half > 6 ? -known[12 - half] : known[half]
  }
}

extension Alphabet.Letter {
  /// The letter as an exponent.
  fileprivate var raised: Self {
    Self(
      width: width * 0.6,
      strokes: strokes.map { stroke in
        stroke.map { Graphic.Point($0.x * 0.6, $0.y * 0.6 + 30) }
      })
  }
}
