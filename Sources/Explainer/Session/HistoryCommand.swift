import Lab
import Presentation

/// `history`: the lines typed before.
let historyCommand = AlwaysCommand(
  CommandDeclaration(
    "history", .always, .usesFiles,
    [CommandForm(.optional(count)), CommandForm(.line(pattern))],
    summary: "the lines typed before",
    details: [
      "With words, the lines that contain them, in large letters or small; in quotes they may be a number.",
      "Up goes through the lines that begin as the one being typed, and Ctrl-R searches them all.",
    ],
    examples: ["history", "history 50", "history neuron 1"]),
  run: { _, arguments, host throws(SessionError) in
    if let text = try arguments.given(pattern) { return matches(of: text, in: host.history) }
    let lines = host.history
    let shown = try arguments.given(count) ?? usualCount
    let nothing: Prose = "Nothing was typed before."
    return reply(lines, lines.indices.suffix(shown), orElse: nothing)
  })

private let usualCount = 20
private let count = Parameter.whole(WholeNumber("count", .amount, 1...100_000), as: "COUNT")
private let pattern = Parameter.text("pattern", as: "PATTERN")

/// More could not be looked through; another word brings them down.
private let mostMatches = 100

private func matches(of pattern: String, in lines: [String]) -> Reply {
  let part = pattern.lowercased()
  let indices = lines.indices.filter { lines[$0].lowercased().contains(part) }
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
