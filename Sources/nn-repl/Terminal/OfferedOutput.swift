import CEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Whether the terminal takes something now; where nobody can tell, it does.
var terminalTakesOutput: Bool {
  var source = pollfd(fd: cedit_unblocked_output(), events: Int16(POLLOUT), revents: 0)
  return source.fd < 0 || poll(&source, 1, 0) != 0
}

/// Writes text to the terminal that somebody may not care to see to its end: while the terminal takes
/// no more, Ctrl-C gives up the rest.
///
/// - Parameter input: Where Ctrl-C comes as a key, the keys; it stays among them.
/// - Returns: Whether all of it was written.
@discardableResult
func offerToTerminal(_ text: String, reading input: TerminalInput? = nil) -> Bool {
  fflush(nil)
  let bytes = Array(text.utf8)
  let descriptor = cedit_unblocked_output()
  guard descriptor >= 0 else { return writeAll(bytes, to: STDOUT_FILENO) }
  // A Ctrl-C so far was for the command whose reply this may be.
  if input == nil { _ = WatchedSignal.interrupt.take() }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if errno != EAGAIN, errno != EINTR {
      return false
    } else if isGivenUp(waitingFor: descriptor, input) {
      // What is begun has to be ended, or it would swallow what is sent next.
      writeAll(Array(rest[..<endOfPiece(bytes, cutAt: rest.startIndex)]), to: STDOUT_FILENO)
      return false
    }
  }
  return true
}

/// Where the character or escape sequence ends that a cut goes through; the cut itself if it goes
/// through none. All our sequences are `ESC [ ... letter`, or `ESC` and one character.
func endOfPiece(_ bytes: [UInt8], cutAt cut: Int) -> Int {
  var end = cut
  while end < bytes.count, bytes[end] & 0xc0 == 0x80 { end += 1 }
  guard let escape = bytes[..<cut].lastIndex(of: 0x1b) else { return end }
  let isLong = bytes.indices.contains(escape + 1) && bytes[escape + 1] == 0x5b
  guard isLong else { return max(end, min(escape + 2, bytes.count)) }
  let last = bytes[(escape + 2)...].firstIndex { (0x40..<0x7f).contains($0) }
  return max(end, last.map { $0 + 1 } ?? bytes.count)
}

/// Waits until the terminal takes more; true if Ctrl-C came first.
private func isGivenUp(waitingFor descriptor: CInt, _ input: TerminalInput?) -> Bool {
  var sources = [
    pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0),
    pollfd(fd: cedit_wake_descriptor(), events: Int16(POLLIN), revents: 0),
    pollfd(fd: input?.source ?? -1, events: Int16(POLLIN), revents: 0),
  ]
  _ = poll(&sources, 3, -1)
  if sources[1].revents != 0 { cedit_drain_wake() }
  let isKey = sources[2].revents != 0 && input?.takesInControlC() == true
  return isKey || WatchedSignal.interrupt.came
}
