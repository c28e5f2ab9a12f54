#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes all the bytes, however many calls it takes; false if the other end is gone.
@discardableResult
func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      return false
    }
  }
  return true
}

/// Writes text to the terminal at once, after all that was printed before.
func writeToTerminal(_ text: String) {
  fflush(nil)
  writeAll(Array(text.utf8), to: STDOUT_FILENO)
}
