import FoundationEssentials

/// Where the user's files are, by the XDG base directory rules.
struct UserFiles: Sendable {
  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment }

  /// Lines typed at the prompt; nil where there is no home to keep them in.
  var history: HistoryFile? { data.map { HistoryFile(path: $0 + "/history") } }

  /// How far the learner is in the course; nil where there is no home to keep it in.
  var progress: ProgressStore? {
    data.map { ProgressStore(path: $0 + "/progress", makeFolder: { makeDataFolder() }) }
  }

  /// Makes the folder of what is kept between runs. Without it nothing is kept, which is no reason
  /// to stop.
  func makeDataFolder() {
    guard let data else { return }
    try? FileManager.default.createDirectory(
      atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// The configuration file; nil where there is none.
  var configuration: Configuration? {
    folder("XDG_CONFIG_HOME", fallback: ".config")
      .flatMap { Configuration(path: $0 + "/nn-repl/config") }
  }

  private var data: String? {
    folder("XDG_DATA_HOME", fallback: ".local/share").map { $0 + "/nn-repl" }
  }

  private func folder(_ variable: String, fallback: String) -> String? {
    if let set = environment[variable], set.hasPrefix("/") { return set }
    return environment["HOME"].map { "\($0)/\(fallback)" }
  }
}
