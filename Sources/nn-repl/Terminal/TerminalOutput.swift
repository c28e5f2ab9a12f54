import CEdit

/// Whether the terminal accepts output now; true where that is unknown.
var terminalTakesOutput: Bool {
  var source = pollfd.writing(cedit_unblocked_output())
  return source.fd < 0 || poll(&source, 1, 0) != 0
}

/// Writes text to the terminal that may be more than the user wants to see: while the terminal accepts
/// no more, Ctrl-C discards the rest.
///
/// - Parameter input: Where Ctrl-C comes as a key, the keys; it stays among them.
/// - Returns: Whether all of it was written.
@discardableResult
func offerToTerminal(_ text: String, reading input: TerminalInput? = nil) -> Bool {
  let unblocked = cedit_unblocked_output()
  guard unblocked >= 0 else { return writeToTerminal(text) }
  fflush(nil)
  // A Ctrl-C so far was for the command whose reply this may be.
  if input == nil { _ = WatchedSignal.interrupt.take() }
  let bytes = Array(text.utf8)
  let end = Descriptor(number: unblocked).writeAll(bytes) { _ in
    !isAbandoned(waitingFor: unblocked, input)
  }
  // What is begun has to be ended, or it would swallow what is sent next.
  if case .abandoned(let written) = end {
    try? Descriptor.standardOutput.writeAll(
      Array(bytes[written..<endOfPiece(bytes, cutAt: written)]))
  }
  return end == .complete
}

/// Writes text to the terminal at once, after all that was printed before.
///
/// - Returns: Whether all of it was written.
@discardableResult
func writeToTerminal(_ text: String) -> Bool {
  // libedit prints through a buffer.
  fflush(nil)
  do throws(SystemError) { try Descriptor.standardOutput.writeAll(Array(text.utf8)) } catch {
    return false
  }
  return true
}

/// Where the character, escape sequence or image ends that a cut goes through; the cut itself if it
/// goes through none. All our sequences are `ESC [ ... letter`, or `ESC` and one character, and all
/// longer ones are of images, from the place the cursor is kept at to where it is put back.
func endOfPiece(_ bytes: [UInt8], cutAt cut: Int) -> Int {
  if let end = endOfImage(bytes, cutAt: cut) { return end }
  var end = cut
  while end < bytes.count, bytes[end] & 0xc0 == 0x80 { end += 1 }
  guard let escape = bytes[..<cut].lastIndex(of: 0x1b) else { return end }
  let isLong = bytes.indices.contains(escape + 1) && bytes[escape + 1] == 0x5b
  guard isLong else { return max(end, min(escape + 2, bytes.count)) }
  let last = bytes[(escape + 2)...].firstIndex { (0x40..<0x7f).contains($0) }
  return max(end, last.map { $0 + 1 } ?? bytes.count)
}

private func endOfImage(_ bytes: [UInt8], cutAt cut: Int) -> Int? {
  func isEscape(_ index: Int, _ letter: UInt8) -> Bool {
    bytes[index] == 0x1b && bytes.indices.contains(index + 1) && bytes[index + 1] == letter
  }
  let marks = bytes[..<cut].indices.last { isEscape($0, 0x37) || isEscape($0, 0x38) }
  guard let start = marks, isEscape(start, 0x37) else { return nil }
  return bytes[start...].indices.first { isEscape($0, 0x38) }.map { max($0 + 2, cut) }
}

/// Waits until the terminal accepts more; true if Ctrl-C came first.
private func isAbandoned(waitingFor descriptor: CInt, _ input: TerminalInput?) -> Bool {
  var sources = [
    pollfd.writing(descriptor), pollfd.reading(cedit_wake_descriptor()),
    pollfd.reading(input?.source ?? -1),
  ]
  _ = poll(&sources, 3, -1)
  if sources[1].revents != 0 { cedit_drain_wake() }
  let isKey = sources[2].revents != 0 && input?.takesInControlC() == true
  return isKey || WatchedSignal.interrupt.came
}
