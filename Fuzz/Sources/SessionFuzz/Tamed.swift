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
    if words.contains("--auto") { return "lesson small --auto" }
    if "train".hasPrefix(name) { return training(words) }
    if name.hasPrefix("conv"), "convolve".hasPrefix(name), words.contains("train") {
      return convolution(words)
    }
    return line
  }

  /// A tiny network that is shown few examples, unless the line asks for more than anybody has.
  private static func convolution(_ words: [String]) -> String {
    let asked = words.first { $0.hasPrefix("examples=") }
    let value = asked.flatMap { size(String($0.dropFirst("examples=".count))) }
    if let value, value < 50 || value > 1e6 { return words.joined(separator: " ") }
    if asked != nil, value == nil { return words.joined(separator: " ") }
    return (words.filter { $0 != asked } + ["examples=40"]).joined(separator: " ")
  }

  private static func isSmall(_ words: [String]) -> Bool {
    let sizes = words.prefix { $0 != "seed" }.compactMap(size)
    let products = zip(sizes, sizes.dropFirst()).map { $0.0 * $0.1 }
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
      guard let value = size(parts[1]), 50 < value, value < 1e9 else { return word }
      return "\(parts[0])=\(Int(value) % 50 + 1)"
    }
    return (line + missing.sorted().map { "\($0)=20" }).joined(separator: " ")
  }

  /// A number however it is written: `10,000`, `1_000`, `1e3`.
  private static func size(_ word: String) -> Double? {
    Double(word.filter { $0 != "," && $0 != "_" }).map(\.magnitude)
  }
}
