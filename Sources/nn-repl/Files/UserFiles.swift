import Explainer
import Lab

/// Where the user's files are, by the XDG base directory rules.
struct UserFiles: Sendable {
  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment }

  /// Lines typed at the prompt; nil where there is no home to keep them in.
  var history: HistoryFile? { data.map { HistoryFile(path: $0 + "/history") } }

  /// How far the learner is in the course; nil where there is no home to keep it in.
  var progress: ProgressStore? {
    data.map {
      ProgressStore(
        path: $0 + "/progress", makeFolder: { () throws(FileError) in try makeDataFolder() })
    }
  }

  /// Makes the folder of what is kept between runs.
  func makeDataFolder() throws(FileError) {
    guard let data else { return }
    var folder = ""
    for part in data.split(separator: "/") {
      folder += "/" + part
      // Only the user may look into what the XDG rules have us make.
      guard mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
      let code = errno
      // Another disk may forbid it though the folder is there.
      guard access(folder, F_OK) != 0 else { continue }
      throw FileError(code, folder)
    }
  }

  /// The configuration file; nil where there is none.
  var configuration: Configuration? {
    get throws(FileError) {
      guard let folder = folder("XDG_CONFIG_HOME", fallback: ".config") else { return nil }
      do throws(FileError) { return try Configuration(path: folder + "/nn-repl/config") } catch {
        if case .notFound = error { return nil }
        throw error
      }
    }
  }

  private var data: String? {
    folder("XDG_DATA_HOME", fallback: ".local/share").map { $0 + "/nn-repl" }
  }

  private func folder(_ variable: String, fallback: String) -> String? {
    if let set = environment[variable], set.hasPrefix("/") { return set }
    return environment["HOME"].map { "\($0)/\(fallback)" }
  }
}
