import Core
import Presentation

// How a line is executed on the bench.

extension Lab {
  /// Executes one line, for those who need nothing but the bench: a command of the bench or a
  /// formula. A line that fails changes nothing, and nothing is left to undo.
  package mutating func perform(_ line: String, host: any Host) -> Reply {
    var next = self
    do throws(LabError) {
      let reply: Reply
      switch try LineMeaning(line, on: self, commands: Lab.commands) {
      case .nothing: reply = Reply()
      case .command(let command, let arguments): reply = try command.run(&next, arguments, host)
      case .formula(let formula): reply = try next.compute(formula)
      }
      self = next
      return reply
    } catch {
      return Reply(error)
    }
  }

  /// Executes something that the learner typed, so that it can be taken back: whatever it changes
  /// is one step of `undo`. What fails changes nothing.
  package mutating func record<Failure: Error>(
    _ line: String, _ change: (inout Lab) throws(Failure) -> Reply
  ) throws(Failure) -> Reply {
    var next = self
    let reply = try change(&next)
    if next.undoHistory.moves == undoHistory.moves, next.state != state {
      next.undoHistory.record(line, from: state, to: next.state)
    }
    self = next
    return reply
  }
}
