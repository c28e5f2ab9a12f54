import Core
import Course
import Explainer
import Lab
import Lessons
import Presentation

/// A world whose files are networks, data, lessons and progress, whole and broken, and in which long
/// work is stopped early.
final class World: CourseHost, TrainingObserver {
  /// What differs from world to world.
  struct Kind {
    /// Whether there is a folder of small MNIST files.
    var hasData = false
    /// Whether those files are damaged.
    var hasBrokenData = false
    /// Which of the kept progresses there is.
    var progress = 0
    /// Whether nothing can be written.
    var isReadOnly = false
    /// Whether there is a terminal for screens that take single keys.
    var hasScreen = false
    /// Where `broken.safetensors` is broken.
    var damage: UInt64 = 0
    static let plain = Kind()

    /// The session that it begins with; where no progress is kept, one that knows the course.
    var session: Session { progress == 0 ? World.wellReadSession : World.session }
  }

  let dataFolder: String?
  var hasScreen: Bool { kind.hasScreen }
  private(set) var history: [String] = []
  /// The last training as it was shown, to be drawn.
  private(set) var view: TrainingView?
  private let kind: Kind
  private var written: [String: [UInt8]] = [:]
  private var progress: [UInt8]?
  private var polls = 0
  /// Mini-batches of the training that runs.
  private var batches = 0

  init(_ kind: Kind) {
    self.kind = kind
    dataFolder = kind.hasData ? "data" : nil
    progress = Self.progresses[kind.progress % Self.progresses.count].map { Array($0.utf8) }
  }

  /// Takes a line into the history.
  func note(_ line: String) {
    history.append(line)
    polls = 0
    view = nil
  }

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let bytes: [UInt8]?
    switch path {
    case "broken.safetensors": bytes = Networks.broken(kind.damage)
    case "locked.safetensors": throw .notAllowed(path)
    case "course", "data": throw .isFolder(path)
    case "odd.md": throw .failed(path, reason: "Input/output error")
    default:
      bytes = written[path] ?? Networks.files[path] ?? Pictures.files[path] ?? textFiles[path]
    }
    guard var bytes else { throw .notFound(path) }
    if kind.hasBrokenData, path.hasPrefix("data/") { bytes = Networks.damaged(bytes, kind.damage) }
    guard bytes.count <= limit else { throw .tooLarge(path, limit: limit) }
    return bytes
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let isName = !path.isEmpty && !path.utf8.contains(0) && path.utf8.count < 200
    guard !kind.isReadOnly, isName, !path.contains("/") else {
      throw .notAllowed(path)
    }
    written[path] = bytes
  }

  func names(inFolder path: String) -> [String] {
    switch path {
    case ".", "./": Self.paths + written.keys.sorted()
    case "course", "course/": ["01-a.md", "02-b.md"]
    case "data", "data/": IDXFiles.names
    default: []
    }
  }

  private var textFiles: [String: [UInt8]] {
    [
      "course/01-a.md": Array(Self.lesson.utf8), "course/02-b.md": Array("# no lesson".utf8),
      "notes.md": Array(Self.lesson.utf8),
      "three.strokes": Array("digit 3\nstroke 20,10 70,20 40,50 70,80 20,90\n".utf8),
      "two.strokes": Array(
        "stroke 10,10 90,90\npen 3\nrub 50,50 60,60\ndigit 0 pen 2\nstroke 50,50".utf8),
      "odd.strokes": Array("stroke 10,10 x\n".utf8),
    ].merging(IDXFiles.contents) { first, _ in first }
  }

  func loadProgress() throws(FileError) -> [UInt8]? {
    if kind.progress % 13 == 12 { throw .notAllowed("progress.json") }
    return progress
  }

  func saveProgress(_ update: ([UInt8]?) -> ProgressUpdate) throws(FileError) {
    let bytes = update(progress).bytes
    if kind.isReadOnly { throw .failed("progress.json", reason: "No space left on device") }
    progress = bytes
  }

  /// A handful of mini-batches: enough for an epoch of few examples.
  func trainingObserver() -> any TrainingObserver {
    batches = 0
    return self
  }

  func advanced(_ training: inout TrainingRun) {
    batches += 1
    if batches == 3 { training.watch(further: 1) }
    if batches == 40 { training.stop() }
  }

  func ended(_ training: TrainingRun) {
    view = training.view(after: batches % 2 == 0 ? 0 : 1.5)
  }

  var isInterrupted: Bool {
    polls += 1
    return polls > 1000
  }
}

extension World {
  /// Names of files, a few of which do not exist.
  static let paths =
    Networks.files.keys.sorted() + Pictures.files.keys.sorted() + [
      "broken.safetensors", "locked.safetensors", "nowhere.safetensors", "mine.safetensors",
      "\"a b.safetensors\"", "notes.md", "odd.md",
      "three.strokes", "two.strokes", "odd.strokes", "course", "course/", "data", "",
    ]

  /// Names of lessons, a few of which do not exist.
  static let lessons =
    Lessons.course.compactMap { file in
      try? Lesson(LessonFile(name: file.name, bytes: file.bytes)).id
    } + ["small", "1", "2", "3", "17", "18", "0", "-1", "counting 2", "training 4", "nothing"]

  private static let progresses: [String?] = [
    nil, "", "{", "{\"version\":1,\"lessons\":{}}", "{\"version\":99}",
    "{\"version\":-9223372036854775808,\"lessons\":{}}",
    "{\"version\":1,\"last\":\"counting\",\"lessons\":{\"counting\":{\"done\":[\"start\"]}}}",
    "{\"version\":1,\"last\":\"nothing\",\"lessons\":{\"\":{\"done\":[\"\"],\"finished\":true}}}",
    """
    {"version":1,"lessons":{"neurons":{"done":["start"],"questions":{"start":\
    {"missed":9223372036854775807,"mastered":9223372036854775807}}}}}
    """,
  ]

  private static let lesson = """
    ---
    lesson: small
    title: A small one
    ---

    Hello.

    ## Two {#two}

    ```ask number
    question: What is 1 + 1? Type a number.
    answer: 2
    wrong 1: That is one of them.
    hint: Add them.
    solution: 2
    ```
    """

  /// The same, its lessons read already, which takes longer than all else.
  private static let wellReadSession: Session = {
    var session = World.session
    _ = session.reply(to: "lessons", host: World(.plain))
    return session
  }()

  /// A session with the program's own content.
  static let session: Session = {
    guard let network = try? NetworkFile(Lessons.network),
      let drawings = try? DrawingFile.parse(Lessons.drawings)
    else { preconditionFailure("the bundled content is readable") }
    return Session(
      content: Session.Content(
        network: network, drawings: drawings,
        lessons: Lessons.course.map { LessonFile(name: $0.name, bytes: $0.bytes) }
          + [LessonFile(name: "99-small.md", bytes: Array(lesson.utf8))]))
  }()
}
