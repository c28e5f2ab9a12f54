import Lab
import Presentation

extension Session {
  /// How to colour a line while it is typed: a command's name, else the parts of a formula. After a
  /// command's name only what is written as in a formula: files' names, words and settings stay plain.
  public func highlights(of line: String) -> [Highlight] {
    let start = line.prefix { $0.isWhitespace }.count
    let word = line.dropFirst(start).prefix { !$0.isWhitespace }
    let commands = SessionCommand.all.filter { !word.isEmpty && $0.name.hasPrefix(word) }
    if commands.isEmpty { return Highlight.expression(line) }
    if case .formula? = try? LineMeaning(line, on: classroom.bench, commands: SessionCommand.all) {
      return Highlight.expression(line)
    }
    let end = start + word.count
    let command = commands.first { $0.name == word } ?? (commands.count == 1 ? commands[0] : nil)
    guard command?.declaration.takesFormula == true else {
      return [Highlight(start..<end, .command)]
    }
    let rest = Highlight.expression(String(line.dropFirst(end))).map {
      Highlight($0.range.lowerBound + end..<$0.range.upperBound + end, $0.role)
    }
    return [Highlight(start..<end, .command)] + rest.filter { $0.role != .name }
  }

  /// The line that the words of a shell make: a single one is a line as it is; among several, those
  /// that hold a space come in quotes, unless they are parts of a formula.
  public static func line(ofWords words: [String]) -> String {
    guard let first = words.first, words.count > 1 else { return words.first ?? "" }
    let command = try? SessionCommand.all.command(startingWith: first)
    guard let command, !command.declaration.takesFormula else {
      return words.joined(separator: " ")
    }
    return words.map { Words.quotedIfNeeded($0) }.joined(separator: " ")
  }
}
