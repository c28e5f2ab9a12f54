import Core
import Presentation

/// `save`, `open` and `reset`.
let fileCommands: [LabCommand] = [
  LabCommand(
    CommandDeclaration(
      "save", .change, .usesFiles, [CommandForm(.required(.networkFile))],
      summary: "write the network to a safetensors file",
      details: [
        "PyTorch and NumPy read the file: tensors \(code: "layers.N.weight") and \(code: "layers.N.bias")."
      ],
      examples: ["save mine.safetensors"]),
    run: { lab, arguments, host throws(LabError) in
      let bytes = NetworkFile(network: lab.network, notes: lab.notes).encoded
      let writing = FileWriting(
        try arguments.required(.networkFile), isOurs: NetworkFile.isOurs)
      return try writing.write(
        bytes, "Wrote \(Number.grouped(bytes.count)) bytes",
        facts: ["bytes": .integer(bytes.count)], host)
    }),
  LabCommand(
    CommandDeclaration(
      "open", .change, .usesFiles, [CommandForm(.required(.networkFile))],
      summary: "read a network from a safetensors file",
      details: [
        "Tensors are called as \(code: "save") calls them, or as in a PyTorch Sequential: \(code: "0.weight"), \(code: "2.weight").",
        "The note \(code: "activation") says " + Activation.choices
          + "; without it, it is sigmoid.",
      ],
      examples: ["open mine.safetensors"]),
    run: { lab, arguments, host throws(LabError) in
      let path = try arguments.required(.networkFile)
      let file = try readNetwork(path, host)
      lab.adopt(file)
      return openedReply(file.network, "from \(path.excerpt)")
    }),
  LabCommand(
    CommandDeclaration("reset", .change, .changesLab, summary: "back to the bundled network"),
    run: { lab, _, _ throws(LabError) in
      lab.adopt(lab.content.network)
      return openedReply(lab.network, "as it came with the program")
    }),
]

/// 256 MB: far above any network that a learner would wait for.
private let largestNetworkFile = 1 << 28

/// Reads a network's file; also for the option `--network`.
package func readNetwork(_ path: String, _ host: any Host) throws(LabError) -> NetworkFile {
  let bytes = try host.contents(of: path, limit: largestNetworkFile)
  do { return try NetworkFile(bytes) } catch {
    throw .unreadableNetwork(file: path, error)
  }
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
