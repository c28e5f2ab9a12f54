/// An open file, pipe or terminal by its number. Whoever opened it closes it.
struct Descriptor: Equatable, Sendable {
  let number: CInt

  static let standardInput = Descriptor(number: STDIN_FILENO)
  static let standardOutput = Descriptor(number: STDOUT_FILENO)
  static let standardError = Descriptor(number: STDERR_FILENO)

  /// Reads what is there, as far as there is room for it; the number of bytes, 0 at the end. A signal
  /// that comes meanwhile makes no difference.
  func read(into space: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      let count = readOnce(number, space)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last }
    }
  }

  /// Some of the bytes that follow; none at the end.
  func read(upTo most: Int) throws(SystemError) -> [UInt8] {
    var result = Result<Int, SystemError>.success(0)
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { space, filled in
      do throws(SystemError) {
        filled = try read(into: UnsafeMutableRawBufferPointer(space))
      } catch {
        filled = 0
        result = .failure(error)
      }
    }
    _ = try result.get()
    return bytes
  }

  /// Waits until it takes something.
  func waitUntilWritable() {
    var source = pollfd.writing(number)
    _ = poll(&source, 1, -1)
  }

  /// How a write of all of a buffer ended.
  enum WriteEnd: Equatable {
    case complete
    /// The caller stopped waiting; so many bytes were written.
    case abandoned(after: Int)
    case failed(SystemError)
  }

  /// Writes all the bytes, however many calls that takes.
  ///
  /// - Parameter wait: Waits while nothing more is accepted, which happens where the descriptor is
  ///   non-blocking; false to abandon the rest.
  @discardableResult
  func writeAll(_ bytes: [UInt8], wait: (Descriptor) -> Bool) -> WriteEnd {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
      if count > 0 {
        written += count
      } else if count < 0, errno == EAGAIN {
        guard wait(self) else { return .abandoned(after: written) }
      } else if count == 0 || errno != EINTR {
        return .failed(count == 0 ? SystemError(code: EIO) : .last)
      }
    }
    return .complete
  }

  /// Writes all the bytes, waiting for as long as that takes.
  func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    let end = writeAll(bytes) { descriptor in
      descriptor.waitUntilWritable()
      return true
    }
    if case .failed(let error) = end { throw error }
  }
}

/// The C library's call, which a method of the same name would hide.
private func readOnce(_ number: CInt, _ space: UnsafeMutableRawBufferPointer) -> Int {
  read(number, space.baseAddress, space.count)
}
