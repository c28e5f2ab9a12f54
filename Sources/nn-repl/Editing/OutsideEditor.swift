import CEdit
import Lab

/// The user's own editor, run on a file of ours as a shell would run it.
struct OutsideEditor {
  /// What the user calls it, with its options.
  let command: String

  /// The editor that `VISUAL` or `EDITOR` names; nil where neither does.
  init?(environment: (String) -> String?) {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap(environment)
    guard let command = named.first(where: { $0.contains { !$0.isWhitespace } }) else { return nil }
    self.command = command
  }

  /// How it ended.
  enum End: Equatable {
    case edited(String)
    /// With a status other than 0, or a signal: what it wrote does not count.
    case failed
    /// There is no room for a file, or it could not be read.
    case noFile(String)
  }

  /// Lets the user edit a text, in a file that nobody else may read and that is gone afterwards.
  ///
  /// - Parameter folder: Where files that soon go are kept.
  func edit(_ text: String, in folder: String) -> End {
    var path = Array("\(folder)/nn-repl-XXXXXX.nn".utf8CString)
    let number = mkstemps(&path, 3)
    guard number >= 0 else { return .noFile(SystemError.last.text) }
    let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(name) }
    do throws(SystemError) {
      defer { close(number) }
      try Descriptor(number: number).writeAll(Array("\(text)\n".utf8))
    } catch {
      return .noFile(error.text)
    }
    guard run(on: name) else { return .failed }
    do throws(FileError) {
      let bytes = try OpenFile.contents(of: name, limit: PlainLineEditor.defaultLimit)
      return .edited(String(decoding: bytes, as: UTF8.self))
    } catch {
      return .noFile(error.explanation.message)
    }
  }

  /// Runs it and waits for its end; whether all went well.
  private func run(on file: String) -> Bool {
    let words = ["/bin/sh", "-c", "exec \(command) \"$1\"", "sh", file]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard spawn(&process, &arguments) == 0 else { return false }
    while true {
      var status: CInt = 0
      guard waitpid(process, &status, WUNTRACED) == process else {
        if errno == EINTR { continue }
        return false
      }
      // Stopped by Ctrl-Z: the shell expects us to stop as well, and lets both go on later.
      guard status & 0xff == 0x7f else { return status == 0 }
      raise(SIGSTOP)
    }
  }
}

/// Starts a program with the signals as a shell has them: what we ignore, it need not.
private func spawn(_ process: inout pid_t, _ arguments: inout [UnsafeMutablePointer<CChar>?])
  -> CInt
{
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var signals = sigset_t()
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
  return posix_spawn(&process, "/bin/sh", nil, &attributes, &arguments, environ)
}

extension EditLineEditor {
  /// Ctrl-X Ctrl-E: goes on with the line in the user's editor, and comes back with what it left.
  func editOutside() -> EditLine.Verdict {
    moveToEndOfLine()
    guard let editor = OutsideEditor(environment: TerminalProbe.environment) else {
      return tell("No editor is set. In your shell, type export EDITOR=nano.")
    }
    let folder = TerminalProbe.environment("TMPDIR") ?? "/tmp"
    let end = terminal.whileLent { editor.edit(editLine.buffer.text, in: folder) }
    // What was pressed there was for the editor.
    InterruptFlag().reset()
    _ = WatchedSignal.interrupt.take()
    _ = WatchedSignal.stop.take()
    switch end {
    case .edited(let text):
      let scalars = text.unicodeScalars.reversed().drop { $0 == "\n" }.reversed()
      editLine.replaceLine(String(scalars))
      resume()
      return .keep
    case .failed:
      resume()
      return tell("\(editor.command) failed. The line is as it was.")
    case .noFile(let reason):
      resume()
      return tell("The line can't be given to \(editor.command): \(reason)")
    }
  }

  /// Says something between the line and a new copy of it.
  private func tell(_ text: String) -> EditLine.Verdict {
    moveToEndOfLine()
    writeToTerminal("\r\n\(TextWidth.typeable(text))\r\n")
    redraw()
    return .keep
  }
}
