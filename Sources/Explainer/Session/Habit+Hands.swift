import Lab
import Presentation

// What people type to `draw`, `move` and `turn` that has a line of its own.

extension Habit {
  /// What is meant by a line that begins with the name of a screen under the hand; nil where that is
  /// not clear.
  static func underHand(_ line: String) -> String? {
    let words = line.split { " ,[]()".contains($0) }.map(String.init)
    guard let command = words.first?.lowercased() else { return nil }
    let rest = Array(words.dropFirst())
    switch command {
    case "turn", "set", "nudge":
      // A bias has one index; one with two is another mistake.
      let isBias = rest.first?.lowercased().hasPrefix("b") == true
      return isBias && line.contains(",") ? nil : knob(command, rest)
    case "draw": return isDigit(rest) ? "draw" : nil
    case "move": return moved(rest)
    default: return nil
    }
  }

  /// `turn W2 3 4`, `turn b3 3`, `set w2 3 4 = 1`, `turn pixle 14 14`
  private static func knob(_ command: String, _ words: [String]) -> String? {
    guard let name = words.first, let letter = name.first?.lowercased() else { return nil }
    if command == "turn", name.count > 3,
      let pixel = nearest(to: name.lowercased(), in: ["pixel"])
    {
      return name == pixel ? nil : ([command, pixel] + words.dropFirst()).joined(separator: " ")
    }
    let count = letter == "w" ? 2 : letter == "b" ? 1 : 0
    let indices = words.dropFirst().prefix(count)
    guard count > 0, name.count > 1, name.dropFirst().allSatisfy(\.isASCIIDigit),
      indices.count == count, indices.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    let written =
      "\(letter == "w" ? "W" : "b")\(name.dropFirst())[\(indices.joined(separator: ","))]"
    return ([command, written] + words.dropFirst(count + 1)).joined(separator: " ")
  }

  /// `draw 3`, `draw a 3`, `draw three`: which digit it becomes is for the hand to say.
  private static func isDigit(_ words: [String]) -> Bool {
    let names = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "digit",
      "something", "it", "number",
    ]
    let rest = words.drop { ["a", "an", "the", "my"].contains($0.lowercased()) }
    guard rest.count == 1, let word = rest.first else { return false }
    return (word.count == 1 && word.allSatisfy(\.isASCIIDigit)) || names.contains(word.lowercased())
  }

  /// `move left`, `move 3 0`, `move up 2`, `move rotate 20`
  private static func moved(_ words: [String]) -> String? {
    let words = words.map { $0.lowercased() }.filter { !["by", "it", "pixels", "to"].contains($0) }
    guard let first = words.first else { return nil }
    let amount = words.dropFirst().first ?? "1"
    let isAmount = Double(amount) != nil && words.count <= 2
    switch first {
    case "left" where isAmount: return "digit shift -\(amount) 0"
    case "right" where isAmount: return "digit shift \(amount) 0"
    case "up" where isAmount: return "digit shift 0 -\(amount)"
    case "down" where isAmount: return "digit shift 0 \(amount)"
    case "shift", "rotate", "scale", "invert", "noise", "cover":
      return "digit " + words.joined(separator: " ")
    default:
      return words.count == 2 && words.allSatisfy { Double($0) != nil }
        ? "digit shift " + words.joined(separator: " ") : nil
    }
  }
}
