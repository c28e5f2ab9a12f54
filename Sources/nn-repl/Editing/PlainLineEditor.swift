import CEdit
import Explainer

/// Lines from a pipe, a file, or a terminal without cursor movement.
final class PlainLineEditor: LineEditor {
  /// Longer lines than this are skipped.
  static let defaultLimit = 1 << 20

  private let descriptor: Descriptor
  private let showsPrompt: Bool
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var hasEnded = false
  /// What ended the input, where it was not its end.
  private(set) var failure: SystemError?
  private var isFirstLine = true

  /// - Parameters:
  ///   - descriptor: Where to read from.
  ///   - showsPrompt: Whether a person is typing; a pipe gets no prompts.
  ///   - limit: How many bytes a line may have.
  init(
    descriptor: Descriptor = .standardInput, showsPrompt: Bool,
    limit: Int = PlainLineEditor.defaultLimit
  ) {
    self.descriptor = descriptor
    self.showsPrompt = showsPrompt
    self.limit = limit
  }

  func readLine(prompt: String) -> LineRead {
    if showsPrompt {
      InterruptFlag().reset()
      show(prompt)
    }
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      let end = buffer[position...].firstIndex(of: 0x0a)
      let piece = buffer[position..<(end ?? buffer.count)]
      // One byte over the limit, as that may be the carriage return of a line just long enough.
      isTooLong = isTooLong || line.count + piece.count > limit + 1
      if !isTooLong { line += piece }
      position = end.map { $0 + 1 } ?? buffer.count
      if end != nil { return finished(line, isTooLong) }
      switch refill() {
      case .more: continue
      case .interrupted: return .interrupted
      case .end where line.isEmpty && !isTooLong:
        if showsPrompt { show("\n") }
        return .end
      case .end: return finished(line, isTooLong)
      }
    }
  }

  private func finished(_ line: [UInt8], _ isTooLong: Bool) -> LineRead {
    let start = isFirstLine ? line.withoutByteOrderMark : line[...]
    isFirstLine = false
    let text = start.last == 0x0d ? start.dropLast() : start
    return isTooLong || text.count > limit
      ? .tooLong(limit: limit) : .line(String(decoding: text, as: UTF8.self))
  }

  private func show(_ text: String) {
    writeToTerminal(text)
  }

  private enum Refill { case more, end, interrupted }

  private func refill() -> Refill {
    guard !hasEnded else { return .end }
    while true {
      if waitIsInterrupted() { return .interrupted }
      position = 0
      do throws(SystemError) {
        buffer = try descriptor.read(upTo: 1 << 16)
        if !buffer.isEmpty { return .more }
      } catch {
        buffer = []
        if error.code == EAGAIN { continue }
        // A terminal that is gone has ended.
        if error.code != EIO { failure = error }
      }
      hasEnded = true
      return .end
    }
  }

  /// Waits for input; true if Ctrl-C came instead.
  private func waitIsInterrupted() -> Bool {
    var sources = [
      pollfd.reading(descriptor.number), pollfd.reading(cedit_wake_descriptor()),
    ]
    while true {
      let count = poll(&sources, 2, -1)
      if count < 0 && errno != EINTR { return false }
      cedit_drain_wake()
      if showsPrompt, WatchedSignal.interrupt.take() {
        show("\n")
        return true
      }
      if count > 0, sources[0].revents != 0 { return false }
    }
  }
}
