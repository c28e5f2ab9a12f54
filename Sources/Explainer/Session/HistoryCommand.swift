import Lab
import Presentation

/// `history`: the lines typed before.
let historyCommand = AlwaysCommand(
  "history", .always, usages: ["history [COUNT]", "history PATTERN"],
  summary: "the lines typed before",
  details: [
    "With words, the lines that contain them, in large letters or small; in quotes they may be a number.",
    "Up goes through the lines that begin as the one being typed, and Ctrl-R searches them all.",
  ],
  examples: ["history", "history 50", "history neuron 1"],
  run: { arguments, host throws(SessionError) in
    var arguments = arguments
    let pattern = arguments.allWords.joined(separator: " ")
    let isQuoted = arguments.restOfLine.hasPrefix("\"")
    guard !isQuoted, arguments.isEmpty || arguments.count == 1 && WholeReading(pattern) != .noNumber
    else {
      return matches(of: pattern, in: host.history)
    }
    let count = arguments.isEmpty ? 20 : try arguments.nextCount()
    let lines = host.history
    let nothing: Prose = "Nothing was typed before."
    return reply(lines, lines.indices.suffix(count), orElse: nothing)
  })

/// More could not be looked through; another word brings them down.
private let mostMatches = 100

private func matches(of pattern: String, in lines: [String]) -> Reply {
  let wanted = pattern.lowercased()
  let indices = lines.indices.filter { lines[$0].lowercased().contains(wanted) }
  return reply(
    lines, indices.suffix(mostMatches),
    orElse: "No line typed before contains \(strong: pattern.excerpt).")
}

/// Some of the lines, each with its number among all.
private func reply(
  _ lines: [String], _ indices: some Collection<Int>, orElse nothing: Prose
) -> Reply {
  var table = Table(.trailing, .leading)
  for index in indices {
    for (row, line) in lines[index].split(separator: "\n").enumerated() {
      table.add(Prose(row == 0 ? "\(index + 1)" : "", .faint), Prose(String(line).excerpt))
    }
  }
  return Reply(
    [indices.isEmpty ? .prose(nothing) : .table(table)],
    facts: ["lines": .list(indices.map { .text(lines[$0]) })])
}

extension Arguments {
  /// Takes the next word as a count of lines.
  fileprivate mutating func nextCount() throws(SessionError) -> Int {
    do { return try next(WholeNumber("count", .amount, 1...100_000)) } catch { throw .lab(error) }
  }
}
