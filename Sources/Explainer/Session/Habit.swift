import Formulas
import Lab
import Presentation

/// A line as people type it at other prompts, where it means nothing at this one.
enum Habit: Equatable {
  /// What it is called here; carried out where that can be done.
  case line(String)
  /// There is no such thing here, but this.
  case told(ErrorMessage)

  /// The habit that a line shows, if any.
  init?(_ line: String) {
    let line = line.trimmed
    if let meant = Self.meant(line) {
      self = .line(meant)
    } else if let told = HabitTable.told(line) {
      self = .told(told)
    } else {
      return nil
    }
  }

  private static func meant(_ line: String) -> String? {
    HabitTable.lines[line.lowercased()] ?? helpAsked(line) ?? withoutSigns(line) ?? called(line)
      ?? withVerb(line) ?? underHand(line)
  }

  /// `neuron?`, `?neuron`, `neuron --help`
  private static func helpAsked(_ line: String) -> String? {
    let words = line.split(separator: " ")
    if words.count == 2, ["--help", "-h", "-?", "?"].contains(words[1]) {
      return "help \(words[0])"
    }
    guard words.count == 1, line.hasPrefix("?") || line.hasSuffix("?") else { return nil }
    let name = line.trimming("?")
    return isName(name) ? "help \(name)" : nil
  }

  /// `:help`, `%clear`, `undo!`, of commands written out.
  private static func withoutSigns(_ line: String) -> String? {
    let signs = ":/.\\%!"
    guard let first = line.first, signs.contains(first) || line.last == "!" else { return nil }
    let bare = line.drop { signs.contains($0) }.trimming("!")
    let word = bare.prefix { $0 != " " }
    return command(String(word)).map { _ in String(bare) }
  }

  /// `help(neuron)`, `digit(7)`, `quit()`; where formulas may stand in the parentheses only one.
  private static func called(_ line: String) -> String? {
    let call = line.last == ";" ? line.dropLast() : line[...]
    guard call.last == ")", let open = call.firstIndex(of: "(") else { return nil }
    let name = String(call[..<open])
    let inside = String(call[call.index(after: open)...].dropLast()).trimmed
    if HabitTable.showing.contains(name.lowercased()) { return shown(inside) }
    guard let command = command(name), Function.named[name] == nil else { return nil }
    if command.declaration.takesFormula { return "\(name) \(inside)" }
    let words = inside.replacing(",", with: " ").filter { !"'\"".contains($0) }
    return "\(name) \(words)".trimmed
  }

  /// `man neuron`, `print a1`, `let x = 3`
  private static func withVerb(_ line: String) -> String? {
    let verb = line.prefix { $0 != " " }.lowercased()
    let rest = String(line.dropFirst(verb.count)).trimmed
    guard !rest.isEmpty else { return nil }
    if HabitTable.explaining.contains(verb) { return isName(rest) ? "help \(rest)" : nil }
    if HabitTable.defining.contains(verb) { return rest.contains("=") ? rest : nil }
    return HabitTable.showing.contains(verb) ? shown(rest) : nil
  }

  /// A formula, or a command that only shows something: to show is not to change.
  private static func shown(_ text: String) -> String? {
    let word = String(text.prefix { $0 != " " })
    guard let command = command(word) else { return FormulaLine(text).isExpression ? text : nil }
    if case .looks = command.declaration.effect { return text }
    return ["lessons", "history"].contains(command.name) ? text : nil
  }

  private static func command(_ word: String) -> SessionCommand? {
    SessionCommand.all.first { $0.isNamed(word.lowercased()) }
  }

  private static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }
  }
}

extension FormulaLine {
  fileprivate var isExpression: Bool {
    if case .success(.expression) = statement { true } else { false }
  }
}

extension StringProtocol {
  /// Without a sign at either end.
  fileprivate func trimming(_ sign: Character) -> String {
    let start = drop { $0 == sign }
    return String(
      start[..<(start.lastIndex { $0 != sign }.map { start.index(after: $0) } ?? start.startIndex)])
  }
}
