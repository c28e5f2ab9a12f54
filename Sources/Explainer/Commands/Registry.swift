/// All commands, and how a typed word finds one.
enum Registry {
  /// In the order in which `help` lists them.
  static let commands: [Command] =
    lookCommands + digitCommands + layerCommands + computeCommands + [neuronCommand]
    + [plotCommand]
    + fileCommands + learnCommands + alwaysCommands

  /// The command of that name, or the only one whose name starts so.
  static func command(named word: String) throws(Problem) -> Command {
    if let exact = commands.first(where: { $0.name == word }) { return exact }
    let candidates = commands.filter { $0.name.hasPrefix(word) }
    if let only = candidates.first, candidates.count == 1 { return only }
    guard candidates.isEmpty else {
      throw .ambiguousCommand(word, candidates: candidates.map(\.name))
    }
    throw .unknownCommand(word, nearest: word.nearest(among: commands.map(\.name)))
  }
}

extension String {
  /// The name that takes the fewest slips of the finger to get to, if it takes few enough.
  func nearest(among names: [String]) -> String? {
    guard count <= 40 else { return nil }
    let scored = names.map { (name: $0, slips: slips(to: $0)) }
    guard let best = scored.min(by: { $0.slips < $1.slips }) else { return nil }
    return best.slips <= (Swift.min(count, best.name.count) + 1) / 3 ? best.name : nil
  }

  /// How many letters to add, drop, change or swap with their neighbour (Damerau and Levenshtein,
  /// with each pair swapped at most once).
  private func slips(to other: String) -> Int {
    let a = Array(self.lowercased())
    let b = Array(other)
    var rows = [Array(0...b.count)]
    for i in 1..<(a.count + 1) {
      var row = [i]
      for j in 1..<(b.count + 1) {
        let change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var best = Swift.min(change, rows[i - 1][j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = Swift.min(best, rows[i - 2][j - 2] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
