import Foundation
import Testing

/// A program in a pseudo-terminal of its own, and the screen it writes to.
final class PseudoTerminal {
  /// How long to wait for what has to come. It only costs time where a test fails.
  static let patience: TimeInterval =
    ProcessInfo.processInfo.environment["NN_REPL_TEST_PATIENCE"].flatMap(TimeInterval.init) ?? 30

  private(set) var screen: Screen
  /// All that came, as it came.
  private(set) var transcript = ""
  /// The program's process, which leads a session and a process group.
  let process: pid_t
  private let controller: Int32
  private static let lock = NSLock()
  private var undecoded: [UInt8] = []
  private var status: Int32?

  /// Starts a program with a terminal as its input, output and errors.
  init(
    _ program: String, arguments: [String] = [], environment: [String: String],
    columns: Int = 80, rows: Int = 24
  ) throws {
    screen = Screen(columns: columns, rows: rows)
    // One at a time, so that no program inherits another's terminal.
    Self.lock.lock()
    defer { Self.lock.unlock() }
    var ends: (controller: Int32, terminal: Int32) = (-1, -1)
    try #require(openpty(&ends.controller, &ends.terminal, nil, nil, nil) == 0)
    defer { close(ends.terminal) }
    controller = ends.controller
    for end in [ends.controller, ends.terminal] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let name = String(cString: try #require(ttyname(ends.terminal)))
    Self.setSize(controller, columns, rows)
    process = try Self.spawn(program, arguments, environment, terminal: name)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(controller)
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes the session's.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int16 = 0x80
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var process = pid_t()
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    try #require(posix_spawn(&process, program, &actions, &attributes, argv, envp) == 0)
    return process
  }

  private static func setSize(_ controller: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  // MARK: The person's side

  /// Types text, which may hold control characters.
  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      // The program may be writing meanwhile; reading keeps both sides from waiting on each other.
      read(for: 0)
      let chunk = bytes.prefix(256)
      let count = chunk.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  func resize(columns: Int, rows: Int) {
    read(for: 0)
    screen.resize(columns: columns, rows: rows)
    Self.setSize(controller, columns, rows)
  }

  /// Waits until the screen is as expected.
  func expect(
    _ what: Comment, at location: SourceLocation = #_sourceLocation,
    _ isSo: (Screen) -> Bool
  ) throws {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while !isSo(screen) {
      guard Date() < deadline, read(for: 100) else {
        if isSo(screen) { return }
        throw failure("expected: \(what)", location)
      }
    }
  }

  /// Records what was missed and what the screen shows instead.
  private func failure(_ what: String, _ location: SourceLocation) -> Missed {
    Issue.record(
      """
      \(what)
      \(screen.text)
      cursor at row \(screen.row), column \(screen.column)
      """, sourceLocation: location)
    return Missed(what: what)
  }

  struct Missed: Error { var what: String }

  /// Waits for the end of the program.
  ///
  /// - Returns: What `waitpid` reports.
  func waitForEnd(at location: SourceLocation = #_sourceLocation) throws -> Int32 {
    if let status { return status }
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    var ended: Int32 = 0
    while waitpid(process, &ended, WNOHANG) == 0 {
      if Date() > deadline { throw failure("expected: the program ends", location) }
      if !read(for: 20) { usleep(10_000) }
    }
    while read(for: 0) {}
    status = ended
    return ended
  }

  /// The terminal's settings now.
  var settings: termios {
    var settings = termios()
    tcgetattr(controller, &settings)
    return settings
  }

  /// Whether lines are read as in a shell: echoed, and whole.
  var isCooked: Bool {
    settings.c_lflag & tcflag_t(ECHO | ICANON | ISIG) == tcflag_t(ECHO | ICANON | ISIG)
  }

  /// Reads what there is, waiting so many milliseconds for something to come.
  ///
  /// - Returns: False if nothing more can come.
  @discardableResult
  private func read(for patience: Int32) -> Bool {
    var source = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, patience) > 0 else { return patience > 0 }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = Foundation.read(controller, &bytes, bytes.count)
    guard count > 0 else { return false }
    undecoded += bytes[..<count]
    // A character may be cut in two by the end of the buffer.
    let whole = undecoded.count - Self.cutLength(undecoded.suffix(3))
    take(String(decoding: undecoded[..<whole], as: UTF8.self))
    undecoded.removeFirst(whole)
    return true
  }

  /// How many bytes at the end begin a character that is not complete.
  private static func cutLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let lead = bytes.lastIndex(where: { $0 >= 0xc0 }) else { return 0 }
    let length = bytes[lead] >= 0xf0 ? 4 : bytes[lead] >= 0xe0 ? 3 : 2
    return bytes.endIndex - lead < length ? bytes.endIndex - lead : 0
  }

  private func take(_ text: String) {
    transcript += text
    screen.feed(text.unicodeScalars)
  }
}
