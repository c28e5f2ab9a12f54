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
    } else if errno == EAGAIN {
      // Somebody else has made it such that it does not wait.
      waitUntilWritable(descriptor)
    } else if errno != EINTR {
      return false
    }
  }
  return true
}

private func waitUntilWritable(_ descriptor: CInt) {
  var source = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  _ = poll(&source, 1, -1)
}

/// Opens an ordinary file, which never makes anybody wait; nil for pipes, folders, devices, and what
/// cannot be opened at all. Whoever opens it closes it.
func openOrdinaryFile(_ path: String, _ flags: CInt) -> CInt? {
  let descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
  guard descriptor >= 0 else { return nil }
  var status = stat()
  guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
    close(descriptor)
    return nil
  }
  return descriptor
}

/// Writes text to the terminal at once, after all that was printed before.
func writeToTerminal(_ text: String) {
  fflush(nil)
  writeAll(Array(text.utf8), to: STDOUT_FILENO)
}
