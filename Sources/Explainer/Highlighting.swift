extension Session {
  /// How to colour a line while it is typed: a command's name, else the parts of an expression.
  public func highlights(of line: String) -> [Highlight] {
    let start = line.prefix { $0.isWhitespace }.count
    let word = line.dropFirst(start).prefix { !$0.isWhitespace }
    let isCommand = Registry.commands.contains { $0.name.hasPrefix(word) && !word.isEmpty }
    guard isCommand else { return Highlight.expression(line) }
    let end = start + word.count
    let rest = Highlight.expression(String(line.dropFirst(end))).map {
      Highlight($0.range.lowerBound + end..<$0.range.upperBound + end, $0.role)
    }
    return [Highlight(start..<end, .command)] + rest.filter { $0.role != .name }
  }
}
