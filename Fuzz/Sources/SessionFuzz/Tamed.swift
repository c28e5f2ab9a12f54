/// Keeps lines from being slow without being wrong: hours of work are no finding. What is beyond a
/// bound of the program's own stays as it is, as it has to be refused at once.
enum Tamed {
  /// The line, or one like it that asks for less work; nil where there is none.
  static func line(_ line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    guard let name = words.first, line.utf8.count <= 4000 else { return nil }
    if name == "new" { return isSmall(words) ? line : nil }
    // Each plays the whole course.
    if "check".hasPrefix(name) { return words.count == 2 ? line : "check course" }
    if words.contains("--auto") { return "lesson a-messy-three --auto" }
    if "train".hasPrefix(name) { return training(words) }
    return line
  }

  private static func isSmall(_ words: [String]) -> Bool {
    let sizes = words.prefix { $0 != "seed" }.compactMap { Int($0) }
    let products = zip(sizes, sizes.dropFirst()).map {
      Double($0.0).magnitude * Double($0.1).magnitude
    }
    let knobs = products.reduce(0, +)
    return knobs < 150_000 || knobs > 1e9
  }

  /// Few examples and few held out, unless the line asks for more than anybody has.
  private static func training(_ words: [String]) -> String {
    var missing: Set = ["examples", "validate"]
    let line = words.map { word in
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, ["examples", "validate"].contains(parts[0]) else { return word }
      missing.remove(parts[0])
      guard let value = Int(parts[1]), 50 < value, value < 1_000_000_000 else { return word }
      return "\(parts[0])=\(value % 50 + 1)"
    }
    return (line + missing.sorted().map { "\($0)=20" }).joined(separator: " ")
  }
}
