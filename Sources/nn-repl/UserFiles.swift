import FoundationEssentials

/// Where the user's files are, by the XDG base directory rules.
struct UserFiles {
  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment }

  /// Lines typed at the prompt.
  var history: String? { data.map { $0 + "/history" } }

  /// The words of the configuration file: options as on the command line, one a line; empty lines
  /// and lines that start with `#` say nothing.
  func configuredOptions() -> [String] {
    guard let folder = folder("XDG_CONFIG_HOME", fallback: ".config"),
      let bytes = try? Data(contentsOf: URL(filePath: folder + "/nn-repl/config")),
      bytes.count < 1 << 16
    else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).flatMap {
      line -> [String] in
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard let option = words.first, !option.hasPrefix("#") else { return [] }
      return [option.hasPrefix("-") ? option : "--" + option] + words.dropFirst()
    }
  }

  private var data: String? { folder("XDG_DATA_HOME", fallback: ".local/share").map { $0 + "/nn-repl" } }

  private func folder(_ variable: String, fallback: String) -> String? {
    if let set = environment[variable], set.hasPrefix("/") { return set }
    return environment["HOME"].map { "\($0)/\(fallback)" }
  }
}
