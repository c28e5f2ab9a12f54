// The C library, for every file of this target: the one place that says which one it is, and where
// its types and constants differ from one to another.
//
// Glibc and Musl type poll's events, terminal requests and kinds of directory entries otherwise than
// Darwin does. All of that is converted here, so that the rest compiles wherever this file does.

#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#else
  @_exported import Darwin
#endif

/// Why a call to the system failed.
struct SystemError: Error, Equatable {
  /// The system's number for it.
  let code: CInt

  /// Why the call that was made last failed.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's words for it.
  var text: String { String(cString: strerror(code)) }
}

extension pollfd {
  /// To wait until something can be read; never, where the number is negative.
  static func reading(_ descriptor: CInt) -> pollfd {
    pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  }

  /// To wait until something can be written.
  static func writing(_ descriptor: CInt) -> pollfd {
    pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  }
}

/// What a name in a folder stands for; a link may stand for either.
enum EntryKind {
  case folder, other, unknown

  init(_ entry: dirent) {
    // Numbers of another type in each library.
    switch Int(entry.d_type) {
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK), Int(DT_UNKNOWN): self = .unknown
    default: self = .other
    }
  }
}

extension winsize {
  /// The window of a terminal; nil where the descriptor is none.
  init?(of descriptor: CInt) {
    self.init()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &self) == 0 else { return nil }
  }
}

extension termios {
  /// Has Ctrl-C and its like leave alone what is on its way to the terminal and from it.
  mutating func keepQueuesOnSignals() { c_lflag |= tcflag_t(NOFLSH) }
}
