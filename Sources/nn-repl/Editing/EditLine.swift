import CEdit

/// libedit as a Swift type: the one file where its pointers are touched.
final class EditLine {
  /// What libedit asks for while it edits.
  protocol Delegate: AnyObject {
    /// The next key as libedit knows it.
    func nextKey() -> NextKey
    /// Runs a command of our own.
    func perform(_ command: EditCommand) -> Verdict
  }

  enum NextKey {
    case key(UInt32)
    /// The input has ended.
    case end
    /// The line is abandoned.
    case abandon
  }

  /// What is to be done on the screen after a command.
  enum Verdict {
    case keep, refresh, moveCursor, beep

    fileprivate var code: CInt {
      switch self {
      case .keep: CInt(CEDIT_KEEP)
      case .refresh: CInt(CEDIT_REFRESH)
      case .moveCursor: CInt(CEDIT_CURSOR)
      case .beep: CInt(CEDIT_BEEP)
      }
    }
  }

  /// The line as it stands while it is edited.
  struct Buffer: Equatable {
    var scalars: [Unicode.Scalar]
    /// How many scalars stand before the cursor.
    var cursor: Int

    var text: String { String(scalars) }
    var textBeforeCursor: String { String(scalars[..<cursor]) }
    var isAtEnd: Bool { cursor == scalars.count }
  }

  weak var delegate: (any Delegate)?
  private var handle: OpaquePointer?

  /// Nil where libedit does not know the terminal.
  init?(program: String) {
    let callbacks = cedit_callbacks(
      context: Unmanaged.passUnretained(self).toOpaque(), next_key: nextKeyForC,
      perform: performForC)
    guard let handle = cedit_open(program, callbacks) else { return nil }
    self.handle = handle
  }

  deinit { close() }

  /// Ends it; what was typed ahead stays in the terminal's queue.
  func close() {
    if let handle { cedit_close(handle) }
    handle = nil
  }

  /// Reads one line; nil if none came, for a reason that the delegate knows.
  func readLine() -> String? {
    guard let handle else { return nil }
    var length = 0
    guard let line = cedit_read_line(handle, &length) else { return nil }
    let scalars = Self.scalars(UnsafeBufferPointer(start: line, count: length))
    return String(scalars.last == "\n" ? scalars.dropLast() : scalars[...])
  }

  /// The line being edited.
  var buffer: Buffer {
    var length = 0
    var cursor = 0
    guard let handle, let line = cedit_line(handle, &length, &cursor) else {
      return Buffer(scalars: [], cursor: 0)
    }
    return Buffer(
      scalars: Self.scalars(UnsafeBufferPointer(start: line, count: length)), cursor: cursor)
  }

  /// Sets the prompt; text between two characters U+0001 is sent as it is and takes no columns.
  func setPrompt(_ prompt: String) {
    if let handle { cedit_set_prompt(handle, Self.terminated(prompt)) }
  }

  /// Inserts text at the cursor, without its characters of no width.
  func insert(_ text: String) {
    let text = TextWidth.editable(text)
    if let handle, !text.isEmpty { _ = cedit_insert(handle, Self.terminated(text)) }
  }

  func deleteBeforeCursor(_ count: Int) {
    if let handle, count > 0 { cedit_delete_before(handle, CInt(clamping: count)) }
  }

  func moveCursor(_ delta: Int) {
    if let handle { cedit_move(handle, CInt(clamping: delta)) }
  }

  /// Replaces the line, with the cursor at its end.
  func replaceLine(_ text: String) {
    let now = buffer
    moveCursor(now.scalars.count - now.cursor)
    deleteBeforeCursor(now.scalars.count)
    insert(text)
  }

  /// Redraws prompt and line from the terminal's cursor, which has to be in column 0.
  func redraw() {
    if let handle { cedit_redraw(handle) }
  }

  func adoptWindowSize() {
    if let handle { cedit_resize(handle) }
  }

  func setEditing(_ editing: Bool) {
    if let handle { cedit_set_editing(handle, editing) }
  }

  func setKeymap(_ keymap: Keymap) {
    if let handle { cedit_set_keymap(handle, keymap.rawValue) }
  }

  func bind(_ key: String, to command: String, inViCommandMode: Bool = false) {
    if let handle { cedit_bind(handle, key, command, inViCommandMode) }
  }

  /// Runs one line of an `.editrc`.
  func run(setting: String) {
    if let handle { _ = cedit_run_setting(handle, setting) }
  }

  func limitHistory(to limit: Int) {
    if let handle { cedit_history_set_limit(handle, CInt(clamping: limit)) }
  }

  /// Adds an entry; with `unique` an older one like it goes.
  func addHistory(_ entry: String, unique: Bool) {
    if let handle { cedit_history_add(handle, entry, unique) }
  }

  private static func scalars(_ values: UnsafeBufferPointer<UInt32>) -> [Unicode.Scalar] {
    values.map { Unicode.Scalar($0) ?? "\u{FFFD}" }
  }

  private static func terminated(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value).filter { $0 != 0 } + [0]
  }
}

/// Which keys do what.
enum Keymap: String { case emacs, vi }

extension String {
  /// The text of some scalars.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }
}

private func editLine(_ context: UnsafeMutableRawPointer?) -> EditLine? {
  context.map { Unmanaged<EditLine>.fromOpaque($0).takeUnretainedValue() }
}

private func nextKeyForC(
  _ context: UnsafeMutableRawPointer?, _ key: UnsafeMutablePointer<UInt32>?
) -> CInt {
  guard let delegate = editLine(context)?.delegate else { return 0 }
  switch delegate.nextKey() {
  case .key(let number):
    key?.pointee = number
    return 1
  case .end: return 0
  case .abandon: return -1
  }
}

private func performForC(_ context: UnsafeMutableRawPointer?, _ command: CInt) -> CInt {
  guard let delegate = editLine(context)?.delegate,
    let command = EditCommand(rawValue: Int(command))
  else { return CInt(CEDIT_BEEP) }
  return delegate.perform(command).code
}
