import CEdit
import Presentation

/// Keys from a terminal, and signals that have to be handled before the next key.
///
/// It reads one byte at a time: what is typed after the last line we read belongs to the shell.
final class TerminalInput {
  /// The result of waiting.
  enum Event: Equatable {
    case key(Key)
    /// A signal that we watch came; which one, its flag tells.
    case signal
    /// Nothing came in time.
    case timeout
    /// The terminal is gone.
    case end
  }

  /// Long enough for the rest of an arrow key to arrive, too short to feel as a delay after Escape.
  private static let escapeDelay: CInt = 50

  private let descriptor: CInt
  private var decoder = KeyDecoder()
  private var ready: [Key] = []
  private var hasEnded = false

  init(descriptor: CInt) {
    self.descriptor = descriptor
  }

  /// Whether a key, or part of one, is already there to be read.
  var isPending: Bool { !ready.isEmpty || decoder.isMidway || hasByte }

  private var hasByte: Bool {
    var source = pollfd.reading(descriptor)
    return poll(&source, 1, 0) > 0
  }

  /// Waits for the next key.
  ///
  /// - Parameter timeout: Milliseconds to wait at most; nil to wait without limit.
  func next(timeout: CInt? = nil) -> Event {
    while ready.isEmpty {
      if decoder.isWithinLineEnd, !hasByte { decoder.settle() }
      let patience = decoder.isUndecided ? Self.escapeDelay : timeout ?? -1
      switch wait(patience) {
      case .byte:
        guard let byte = readByte() else { return .end }
        ready = decoder.feed(byte)
      case .signal: return .signal
      case .timeout where decoder.isUndecided: ready = decoder.pause()
      case .timeout: return .timeout
      }
    }
    return .key(ready.removeFirst())
  }

  /// Waits until the terminal has answered, or for some time; keys that are pressed meanwhile come
  /// next.
  func awaitAnswers(to question: TerminalQuestion, until deadline: ContinuousClock.Instant) {
    while !question.isAnswered(by: answers), let byte = byte(before: deadline) {
      ready += decoder.feed(byte)
    }
  }

  private func byte(before deadline: ContinuousClock.Instant) -> UInt8? {
    let left = ContinuousClock.now.duration(to: deadline)
    guard left > .zero else { return nil }
    switch wait(CInt(clamping: Int64(left / .milliseconds(1)) + 1)) {
    case .byte: return readByte()
    case .signal, .timeout: return nil
    }
  }

  /// What to wait on for keys; -1 once there can be none.
  var source: CInt { hasEnded ? -1 : descriptor }

  /// Reads a byte that is typed while no key is being waited for.
  ///
  /// - Returns: Whether it made a Ctrl-C, which comes before all that was typed ahead of it.
  func takesInControlC() -> Bool {
    guard let byte = readByte() else {
      hasEnded = true
      return false
    }
    let keys = decoder.feed(byte)
    guard keys.contains(.ctrl("c")) else {
      ready += keys
      return false
    }
    ready = [.ctrl("c")]
    return true
  }

  /// Reads the second half of a line end of two if it is there. What is typed from now on is for
  /// the next reader, which may have set the terminal to send another half.
  func finishLineEnd() {
    while decoder.isWithinLineEnd, hasByte {
      guard let byte = readByte() else { break }
      ready += decoder.feed(byte)
    }
    decoder.settle()
  }

  /// Puts keys that were read already before those to come.
  func putBack(_ keys: [Key]) { ready = keys + ready }

  /// What the terminal has told of itself, as far as it has been read.
  var answers: TerminalAnswers { decoder.answers }

  /// Forgets keys and parts of keys that were read and not yet taken.
  func forget() {
    let told = answers
    decoder = KeyDecoder()
    decoder.answers = told
    ready = []
  }

  private enum Readiness { case byte, signal, timeout }

  private func wait(_ patience: CInt) -> Readiness {
    var sources = [
      pollfd.reading(descriptor), pollfd.reading(cedit_wake_descriptor()),
    ]
    let count = poll(&sources, 2, patience)
    if count < 0 || sources[1].revents != 0 {
      cedit_drain_wake()
      return .signal
    }
    return count == 0 ? .timeout : .byte
  }

  private func readByte() -> UInt8? {
    var byte: UInt8 = 0
    let count = withUnsafeMutableBytes(of: &byte) { space in
      try? Descriptor(number: descriptor).read(into: space)
    }
    return count == 1 ? byte : nil
  }
}
