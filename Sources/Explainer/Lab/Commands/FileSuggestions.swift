import Presentation

/// Networks, and folders to look for them in.
let networkFileSuggestions = fileSuggestions([".safetensors"])

/// Pictures, and folders to look for them in.
let pictureFileSuggestions = fileSuggestions([".png", ".pgm", ".ppm"])

/// Lessons, and folders of them.
package let lessonFileSuggestions = fileSuggestions([".md"])

/// Folders, and files whose names end so; where a folder has none of them, its other files.
package func fileSuggestions(
  _ endings: [String]
) -> @Sendable (TabContext) -> [Completions.Candidate] {
  { tab in
    let typed = tab.partial
    if typed == "~" { return [.init("~/", isComplete: false)] }
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let names = ((try? tab.host.names(inFolder: folder.isEmpty ? "." : folder)) ?? []).sorted()
    func fits(_ name: String) -> Bool { endings.contains { name.hasSuffix($0) } }
    let isFitting = names.contains(where: fits)
    let paths = names.filter { $0.hasSuffix("/") || fits($0) || !isFitting }
      .map { folder + $0 }.filter { $0.hasPrefix(typed) && $0.isTypable }
    return candidates(paths, inQuotes: tab.isQuoted)
  }
}

extension String {
  /// Whether a key can be found for each of its characters.
  fileprivate var isTypable: Bool {
    unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}

/// Files' names as words of a line: in quotes where they need them, and all of them where they begin
/// with something that does.
private func candidates(_ paths: [String], inQuotes: Bool) -> [Completions.Candidate] {
  guard let first = paths.first else { return [] }
  let common = paths.dropFirst().reduce(first) { common, path in
    String(zip(common, path).prefix { $0 == $1 }.map(\.0))
  }
  let isQuoted = inQuotes || !common.isEmpty && Words.needsQuotes(common)
  return paths.map { path in
    let isFolder = path.hasSuffix("/")
    return .init(
      isQuoted || Words.needsQuotes(path) ? Words.quoted(path, isFinished: !isFolder) : path,
      isComplete: !isFolder)
  }
}
