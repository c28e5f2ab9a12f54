import Presentation

/// Writes a file that the learner named. What is there is replaced: asked for first, unless it is of
/// the kind that is written, and told of in any case.
package struct FileWriting {
  private let path: String
  private let isOurs: ([UInt8]) -> Bool

  /// - Parameter isOurs: whether a file's contents are what the same command writes.
  package init(_ path: String, isOurs: @escaping ([UInt8]) -> Bool) {
    self.path = path
    self.isOurs = isOurs
  }

  /// Writes it.
  ///
  /// - Parameters:
  ///   - done: what was done then, up to the name of the file: "Wrote 3 lines".
  ///   - facts: what programs are told besides.
  package func write(
    _ bytes: [UInt8], _ done: Prose, facts: [String: Fact], _ host: any Host
  ) throws(LabError) -> Reply {
    var facts = facts
    facts["file"] = .text(path)
    do throws(FileError) {
      let old = try host.size(of: path)
      if let old, !mayReplace(old, host) {
        return Reply(
          [.prose("Nothing was written. \(strong: path.excerpt) is still as it was.")],
          facts: ["file": .text(path), "bytes": .integer(0)])
      }
      try host.write(bytes, to: path)
      var sentence = done + " to \(strong: path.excerpt)."
      if let old {
        sentence = sentence + " It replaced a file of \(counted(old, "byte"))."
        facts["replaced"] = .integer(old)
      }
      return Reply([.prose(sentence)], facts: facts)
    } catch {
      throw .file(error)
    }
  }

  /// Whether what is there may go: an empty file, one of ours, or any if the learner says so.
  private func mayReplace(_ size: Int, _ host: any Host) -> Bool {
    if size == 0 { return true }
    if let old = try? host.read(path, limit: 1 << 24), isOurs(old) { return true }
    return host.confirms(
      "\(strong: path.excerpt) is already there, with \(counted(size, "byte")). Replace it?")
  }
}
