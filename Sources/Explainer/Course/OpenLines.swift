import Formulas
import Lab

extension Classroom {
  /// Whether a line is a formula that ends inside brackets, so that the next line belongs to it.
  package func staysOpen(_ line: String, commands: [some DeclaredCommand]) -> Bool {
    // Most lines have no bracket, and need not be read twice.
    guard line.contains(where: { "([".contains($0) }) else { return false }
    let isAnswer = course.player?.open?.question.kind.isAnswer(line) == true
    if course.takesAnswers, isAnswer { return false }
    switch try? meaning(of: line, commands: commands) {
    case .formula, .answer: return Syntax.staysOpen(line)
    case .nothing, .command, nil: return false
    }
  }
}
