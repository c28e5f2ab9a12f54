import Core

/// All that a learner has in front of them, as a value: a copy is a session of its own, and the
/// session before a line is what undoing that line gives back.
public struct Session: Sendable {
  /// What the program carries: the course's content.
  public struct Content: Sendable {
    /// The trained network and its notes.
    public var network: NetworkFile
    /// Our own digits, grouped by digit in rising order.
    public var drawings: [Drawing]
    /// The course, not yet read.
    public var lessons: [LessonFile]

    /// Content for a session; there is at least one drawing.
    public init(network: NetworkFile, drawings: [Drawing], lessons: [LessonFile] = []) {
      precondition(!drawings.isEmpty)
      self.network = network
      self.drawings = drawings
      self.lessons = lessons
    }
  }

  /// What came with the program.
  let content: Content
  /// The network that every command works on.
  public internal(set) var network: Network
  /// Where the network is from: its notes.
  var notes: [String: String]
  /// The digit that every command works on.
  public internal(set) var current: CurrentDigit
  /// What the learner typed for a network that does not read digits.
  var typed: TypedInput?
  /// The network as it was opened or made, to compare with.
  var baseline: Network
  /// The learner's own names, and `ans`.
  var bindings: [String: Value] = [:]
  /// The expression that was explained last, to open its parts.
  var explanation: Explanation?
  /// Where the learner is in a pass that is gone through step by step.
  var stepping = Stepping()
  /// The training that was done last, epoch by epoch.
  var lastTraining: TrainingRecord?
  /// What can be taken back.
  var undoHistory = UndoHistory()
  /// Data sets read so far, by name.
  var datasets: [DigitSet: Dataset] = [:]
  /// Where chance comes from.
  var generator: SeededGenerator
  /// The lessons, and the place in them.
  var course = CourseState()

  /// A session with the bundled network and the first drawing of a 3.
  public init(content: Content, seed: UInt64 = 0) {
    self.content = content
    network = content.network.network
    baseline = network
    notes = content.network.notes
    current = Self.drawing(content.drawings.firstIndex { $0.digit == 3 } ?? 0, of: content)
    generator = SeededGenerator(seed: seed)
  }

  static func drawing(_ index: Int, of content: Content) -> CurrentDigit {
    let drawing = content.drawings[index]
    let copy = index - (content.drawings.firstIndex { $0.digit == drawing.digit } ?? index)
    return CurrentDigit(
      drawing.rasterized(), label: drawing.digit,
      origin: "our drawing \(copy) of \(drawing.digit.withArticle)")
  }

  /// Carries out one line: the session afterwards is this value, the reply says what happened. A
  /// line that fails changes nothing.
  public mutating func reply(to line: String, host: some Host) -> Reply {
    do {
      var next = self
      var reply = try next.carryOut(line, host)
      reply = next.attend(line, reply, from: self)
      // What a lesson puts in place is not the learner's to undo.
      let hasMoved = next.undoHistory.moves != undoHistory.moves || next.course.hasRestored
      next.course.hasRestored = false
      if !hasMoved, next.state != state {
        next.undoHistory.record(line, from: state, to: next.state)
      }
      self = next
      return reply
    } catch {
      return attend(line, Reply(error), from: self)
    }
  }

  private mutating func carryOut(_ line: String, _ host: some Host) throws(Problem) -> Reply {
    switch try meaning(of: line) {
    case .nothing: return isInLesson ? try handle(.next, host) : Reply()
    case .command(let command, let arguments):
      let reply = try command.run(&self, arguments, host)
      return command.group == .course ? reply : withLesson(reply, host)
    case .answer(let text): return try handle(.answer(text), host)
    case .expression(let text): return withLesson(try compute(text), host)
    }
  }

  /// The same as typing `open` with that path.
  public mutating func open(_ path: String, host: some Host) -> Reply {
    do {
      let file = try readNetwork(path, host)
      adopt(file)
      return Reply()
    } catch {
      return Reply(error)
    }
  }

  /// Makes a network the one that every command works on.
  mutating func adopt(_ file: NetworkFile) {
    network = file.network
    baseline = file.network
    notes = file.notes
  }

  /// The forward pass of the current digit; in a network that reads none, of the inputs typed.
  func pass() throws(Problem) -> ForwardPass {
    let pass = network.forward(try input())
    for (index, layer) in pass.layers.enumerated() {
      if let neuron = layer.z.firstIndex(where: { !$0.isFinite }) {
        throw .tooLarge(what: "The weighted input of neuron \(index + 1).\(neuron)")
      }
    }
    return pass
  }
}
