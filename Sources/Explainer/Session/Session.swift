import Core
import Course
import Lab
import Presentation

/// All that a learner has in front of them, as a value: a copy is a session of its own. One line goes
/// in, one reply comes out.
public struct Session: Sendable {
  /// What the program carries: the course's content.
  public struct Content: Sendable {
    /// The trained network and our own digits.
    public var lab: Lab.Content
    /// The course, not yet read.
    public var lessons: [LessonFile]

    /// Content for a session.
    public init(network: NetworkFile, drawings: [Drawing], lessons: [LessonFile] = []) {
      lab = Lab.Content(network: network, drawings: drawings)
      self.lessons = lessons
    }
  }

  /// The bench, and the course beside it.
  var classroom: Classroom
  /// The figures of the last reply that had any.
  private(set) var figures: [Figure] = []
  /// Whether there has been a reply without figures since, other than about the prompt.
  private(set) var hasSaidMore = false

  /// A session with the bundled network and the first drawing of a 3.
  ///
  /// - Parameter seed: of all chance, and of the order in which choices are offered; without one they
  ///   stand as their lesson has them.
  public init(content: Content, seed: UInt64? = nil) {
    classroom = Classroom(
      Lab(content: content.lab, seed: seed ?? 0), lessons: content.lessons, seed: seed)
  }

  /// The bench that lines work on now.
  var lab: Lab {
    get { classroom.bench }
    set { classroom.bench = newValue }
  }

  /// The network that every command works on.
  public var network: Network { classroom.bench.network }

  /// The digit that every command works on.
  public var current: CurrentDigit { classroom.bench.current }

  /// What a line can change and `undo` bring back.
  public var state: Lab.State { lab.state }

  /// What the prompt says.
  public var prompt: String { classroom.course.prompt }

  /// Executes one line: the session afterwards is this value, the reply says what happened. A
  /// line that fails changes nothing.
  public mutating func reply(to line: String, host: some CourseHost) -> Reply {
    var isAboutPrompt = false
    let reply = obey(line, host: host, &isAboutPrompt)
    note(reply, isAboutPrompt: isAboutPrompt)
    return reply
  }

  /// Keeps what a screen under the hand was left with, as one change that `undo` takes back.
  public mutating func keep(_ screen: HandScreen, host: some CourseHost) -> Reply {
    let reply = classroom.keep(screen, host: host)
    note(reply, isAboutPrompt: false)
    return reply
  }

  /// Remembers the figures of a reply, to speak of them later.
  private mutating func note(_ reply: Reply, isAboutPrompt: Bool) {
    let shown = reply.figures
    if !shown.isEmpty {
      (figures, hasSaidMore) = (shown, false)
    } else if reply.error == nil, !reply.blocks.isEmpty, !isAboutPrompt {
      hasSaidMore = true
    }
  }

  /// Executes a line, or what it stands for where the line itself means nothing here.
  private mutating func obey(
    _ line: String, host: some CourseHost, _ isAboutPrompt: inout Bool
  ) -> Reply {
    let before = self
    let reply = execute(line, host: host, &isAboutPrompt)
    guard reply.isNotUnderstood, let habit = Habit(line) else { return reply }
    switch habit {
    case .line(let meant):
      guard before.may(meant) else { return reply }
      var next = before
      let meantReply = next.execute(meant, host: host, &isAboutPrompt)
      // What is wrong with help on a word is told of the word.
      guard meantReply.error == nil || !meant.hasPrefix("help ") else { return reply }
      self = next
      return meantReply
    case .told(let message): return reply.error == nil ? reply : Reply(message)
    }
  }

  /// Whether a line may be carried out that was typed in other words: a formula is no answer then.
  private func may(_ line: String) -> Bool {
    switch try? classroom.meaning(of: line, commands: SessionCommand.all) {
    case .command, .formula: true
    case .answer, .nothing, nil: false
    }
  }

  private mutating func execute(
    _ line: String, host: some CourseHost, _ isAboutPrompt: inout Bool
  ) -> Reply {
    do throws(CourseError) {
      switch try classroom.meaning(of: line, commands: SessionCommand.all) {
      case .command(.always(let command), let arguments):
        isAboutPrompt = true
        do {
          var reply = try command.run(self, arguments, host)
          if command.name == helpCommand.name { reply.blocks += classroom.helpHere }
          return reply
        } catch {
          return classroom.reply(toWords: line, after: error, host: host) ?? Reply(error)
        }
      case .command(.classroom(let command), let arguments):
        return classroom.reply(to: line, .success(.command(command, arguments)), host: host)
      case .nothing: return classroom.reply(to: line, .success(.nothing), host: host)
      case .answer(let formula):
        return classroom.reply(to: line, .success(.answer(formula)), host: host)
      case .formula(let formula):
        return classroom.reply(to: line, .success(.formula(formula)), host: host)
      }
    } catch {
      return classroom.reply(to: line, .failure(error), host: host)
    }
  }

  /// The same as typing `open` with that path, before anything was typed.
  public mutating func open(_ path: String, host: some CourseHost) -> Reply {
    do {
      try classroom.open(path, host: host)
      return Reply()
    } catch {
      return Reply(error)
    }
  }

  /// Takes up lessons whose file was saved, at the step that is on.
  public mutating func adopt(lessons files: [LessonFile], host: some CourseHost) -> Reply {
    classroom.adopt(files, host: host)
  }

  /// A line for the start of the program: how to begin with the course, or go on with it.
  public mutating func invitation(host: some CourseHost) -> [Block] {
    classroom.invitation(host: host)
  }
}

extension Reply {
  /// Whether a line meant nothing, or was only pointed on from.
  fileprivate var isNotUnderstood: Bool { error != nil || facts["understood"] != nil }
}
