import Explainer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The loop: a line in, a reply out.
final class Program {
  private(set) var session: Session
  let host: FileHost
  let output: Output
  let keepGoing: Bool
  private var hasFailed = false

  init(session: Session, host: FileHost, output: Output, keepGoing: Bool) {
    self.session = session
    self.host = host
    self.output = output
    self.keepGoing = keepGoing
  }

  /// Carries out all there is, and returns the process's exit status.
  func run(_ start: Start, editing: Editing) -> Int32 {
    switch start {
    case .lines(let lines): runAll(lines)
    case .script(let path):
      switch Script.lines(of: path, host) {
      case .success(let lines): runAll(lines)
      case .failure(let problem):
        output.show(Reply(problem), to: path)
        return 2
      }
    case .standardInput:
      if editing.isInteractive { return prompt(editing) }
      runStandardInput(editing)
    }
    return hasFailed ? 1 : 0
  }

  /// Carries out one line; false where the program should stop.
  private func carryOut(_ line: String) -> Bool {
    let reply = session.reply(to: line, host: host)
    if !line.allSatisfy(\.isWhitespace) { output.show(reply, to: line) }
    if reply.problem != nil { hasFailed = true }
    return reply.next == .goOn
  }

  private func runAll(_ lines: [String]) {
    for line in lines where !Script.isComment(line) {
      guard carryOut(line), keepGoing || !hasFailed else { return }
    }
  }

  private func runStandardInput(_ editing: Editing) {
    let editor = editing.lineEditor(self)
    while true {
      switch editor.readLine(prompt: "") {
      case .line(let line):
        guard Script.isComment(line) || carryOut(line) else { return }
      case .tooLong(let limit):
        hasFailed = true
        output.show(Reply(.lineTooLong(limit: limit)), to: "")
      case .interrupted: continue
      case .end: return
      }
      if hasFailed, !keepGoing { return }
    }
  }

  /// The prompt for a person: failures are part of learning, so they do not end it.
  private func prompt(_ editing: Editing) -> Int32 {
    output.say(Welcome(session).reply)
    let editor = editing.lineEditor(self)
    while true {
      switch editor.readLine(prompt: session.prompt) {
      case .line(let line):
        guard carryOut(line) else { return 0 }
      case .tooLong(let limit): output.show(Reply(.lineTooLong(limit: limit)), to: "")
      case .interrupted: continue
      case .end: return 0
      }
    }
  }
}

/// A file of commands.
enum Script {
  /// The lines of a file of commands; 16 MB are more than any course.
  static func lines(of path: String, _ host: FileHost) -> Result<[String], Problem> {
    do {
      let bytes = try host.read(path, limit: 1 << 24)
      let text = String(decoding: bytes, as: UTF8.self)
      return .success(
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init))
    } catch {
      return .failure(.file(error))
    }
  }

  /// Lines that start with `#` are for people.
  static func isComment(_ line: String) -> Bool {
    line.first { !$0.isWhitespace } == "#"
  }
}
