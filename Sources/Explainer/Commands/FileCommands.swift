import Core

/// `save`, `open` and `reset`.
let fileCommands: [Command] = [
  Command(
    "save", .change, usages: ["save FILE"], summary: "write the network to a safetensors file",
    details: [
      "PyTorch and NumPy read the file: tensors \(code: "layers.N.weight") and \(code: "layers.N.bias")."
    ],
    examples: ["save mine.safetensors"], suggestions: networkFileSuggestions,
    run: { session, arguments, host throws(Problem) in
      var arguments = arguments
      let path = try arguments.next("The file")
      try arguments.end()
      let bytes = NetworkFile(network: session.network, notes: session.notes).encoded
      try write(bytes, to: path, host)
      return Reply(
        [.prose("Wrote \(Number.grouped(bytes.count)) bytes to \(strong: path.excerpt).")],
        facts: ["file": .text(path), "bytes": .integer(bytes.count)])
    }),
  Command(
    "open", .change, usages: ["open FILE"], summary: "read a network from a safetensors file",
    details: [
      "Tensors are called as \(code: "save") calls them, or as in a PyTorch Sequential: \(code: "0.weight"), \(code: "2.weight").",
      "The note \(code: "activation") says sigmoid or relu; without it, it is sigmoid.",
    ],
    examples: ["open mine.safetensors"], suggestions: networkFileSuggestions,
    run: { session, arguments, host throws(Problem) in
      var arguments = arguments
      let path = try arguments.next("The file")
      try arguments.end()
      let file = try readNetwork(path, host)
      session.adopt(file)
      return openedReply(file.network, "from \(path.excerpt)")
    }),
  Command(
    "reset", .change, usages: ["reset"], summary: "back to the bundled network",
    run: { session, arguments, _ throws(Problem) in
      try arguments.end()
      session.adopt(session.content.network)
      return openedReply(session.network, "as it came with the program")
    }),
]

/// 1 GB: far above any network that a learner would wait for.
private let largestNetworkFile = 1 << 30

/// Reads a network's file; also for the option `--network`.
func readNetwork(_ path: String, _ host: any Host) throws(Problem) -> NetworkFile {
  let bytes: [UInt8]
  do { bytes = try host.read(path, limit: largestNetworkFile) } catch { throw .file(error) }
  do { return try NetworkFile(bytes) } catch {
    throw .unreadableNetwork(file: path, error)
  }
}

private func write(_ bytes: [UInt8], to path: String, _ host: any Host) throws(Problem) {
  do { try host.write(bytes, to: path) } catch { throw .file(error) }
}

func openedReply(_ network: Network, _ how: String) -> Reply {
  let sizes = network.sizes.map(String.init).joined(separator: "-")
  let total = network.parameters.total
  return Reply(
    [.prose("The network is now \(strong: sizes), \(how): \(Number.grouped(total)) knobs.")],
    facts: [
      "sizes": .list(network.sizes.map { .integer($0) }), "total": .integer(total),
    ])
}

/// Networks, and folders to look for them in.
let networkFileSuggestions = fileSuggestions(".safetensors")

/// Lessons, and folders of them.
let lessonFileSuggestions = fileSuggestions(".md")

/// Folders, and files of one kind; where a folder has none of that kind, its other files.
private func fileSuggestions(
  _ ending: String
) -> @Sendable (TabContext) -> [Completions.Candidate] {
  { tab in
    guard tab.words.isEmpty else { return [] }
    let quote = tab.partial.hasPrefix("\"") ? "\"" : ""
    let typed = tab.partial.dropFirst(quote.count)
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let names = tab.host.names(inFolder: folder.isEmpty ? "." : folder).sorted()
    let isFitting = names.contains { $0.hasSuffix(ending) }
    return names.filter { $0.hasSuffix("/") || $0.hasSuffix(ending) || !isFitting }
      .compactMap { file(folder + $0, quote: quote) }
  }
}

/// A file's name as a word of a line: in quotes if it holds a space. One that cannot be typed is
/// none.
private func file(_ path: String, quote: String) -> Completions.Candidate? {
  guard path.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control && $0 != "\"" })
  else { return nil }
  let quote = path.contains(" ") ? "\"" : quote
  let isFolder = path.hasSuffix("/")
  return .init(quote + path + (isFolder ? "" : quote), isComplete: !isFolder)
}
