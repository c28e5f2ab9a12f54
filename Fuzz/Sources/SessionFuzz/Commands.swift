import Core
import Course
import Explainer
import Lab
import Lessons
import Presentation

/// The program's commands as it tells them itself, so that a new one is fuzzed without being listed.
public struct KnownCommand: Sendable {
  /// The first word of its lines.
  public let name: String
  /// Each way to write it.
  let usages: [[Usage]]
  /// Lines to try.
  let examples: [String]

  /// All commands that `help` lists.
  public static let all: [KnownCommand] = {
    var session = World.session
    let facts = session.reply(to: "help", host: World(.plain)).facts
    guard case .list(let rows)? = facts["commands"] else {
      preconditionFailure("help lists the commands")
    }
    return rows.compactMap { row in
      guard case .object(let fields) = row, case .text(let name)? = fields["name"] else {
        return nil
      }
      return KnownCommand(name, session.reply(to: "help \(name)", host: World(.plain)).facts)
    }
  }()

  private init(_ name: String, _ facts: [String: Fact]) {
    self.name = name
    usages = Self.texts(facts["usage"]).map { Usage.parts(of: $0) }
    examples = Self.texts(facts["examples"])
  }

  private static func texts(_ fact: Fact?) -> [String] {
    guard case .list(let entries)? = fact else { return [] }
    return entries.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }
}
