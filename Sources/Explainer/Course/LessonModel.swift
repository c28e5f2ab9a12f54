import Lab
import Presentation

/// Executes what a lesson file says, in a sealed world, as for somebody who does all that it asks.
struct LessonModel {
  private let lesson: Lesson
  let host: SealedHost

  init(_ lesson: Lesson, _ host: any Host) {
    self.lesson = lesson
    self.host = SealedHost(host: host)
  }

  /// Executes lines of the file; stops at the first that fails. What a lesson prepares is not the
  /// learner's to undo.
  func execute(_ commands: [Lesson.Command], _ lab: inout Lab) -> [Reply] {
    guard !commands.isEmpty else { return [] }
    var replies: [Reply] = []
    for command in commands {
      replies.append(lab.perform(command.content, host: host))
      if replies.last?.error != nil { break }
    }
    lab.forgetChanges()
    return replies
  }

  /// The bench as it is at a part of a step for somebody who did all before it. It begins the same on
  /// every machine, whatever was done before.
  func state(before step: Int, part: Int = 0, like other: Lab) -> Lab {
    var lab = other.fresh
    for index in 0..<step { play(lesson.steps[index].parts, &lab) }
    if lesson.steps.indices.contains(step) { play(lesson.steps[step].parts.prefix(part), &lab) }
    return lab
  }

  private func play(_ parts: some Sequence<Lesson.Part>, _ lab: inout Lab) {
    for part in parts {
      switch part {
      case .prose: continue
      case .run(let commands): _ = execute(commands, &lab)
      case .ask(let question): _ = execute(question.kind.consequences, &lab)
      }
    }
  }

  /// The picture that a question is about, as the bench is now: at rest, as it is shown again and
  /// again.
  func picture(_ question: Question, on lab: Lab) -> Block? {
    guard let command = question.picture else { return nil }
    var lab = lab
    return execute([command], &lab).flatMap(\.blocks).first { !$0.isWords }?.withoutWords.still
  }

  /// What stands before a line that the lesson carries out.
  static let prompt = Prose.Span("nn>", .prompt)

  /// Lines and what they say, as at the prompt.
  static func blocks(_ commands: [Lesson.Command], _ replies: [Reply]) -> [Block] {
    zip(commands, replies).flatMap { command, reply -> [Block] in
      let line = Block.prose("\(Prose([Self.prompt])) \(code: command.content)")
      if let error = reply.error {
        return [line, .lines([Prose(error.message, .problem), error.hint])]
      }
      guard let first = reply.blocks.first, first.isWords else { return [line] + reply.blocks }
      return [.tight([line, first])] + reply.blocks.dropFirst()
    }
  }
}
