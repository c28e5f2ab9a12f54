#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The three files every process begins with.
enum StandardStreams {
  /// Where we were started without one of them, the next file to be opened would take its place, and
  /// get what is meant for it. Something else takes the place that fails as nothing would.
  static func keepPlacesTaken() {
    for descriptor in STDIN_FILENO...STDERR_FILENO
    where fcntl(descriptor, F_GETFD) < 0 {
      // Lower places are taken, so that this is the one it gets.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
