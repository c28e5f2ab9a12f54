import Core

/// Work on many pictures, done in parts, so that one sees how far it has come and can stop it.
struct LongWork {
  private let host: any Host
  /// How many pieces there are in all.
  private let total: Int
  private var done = 0

  /// Work of so many pieces.
  init(_ total: Int, for host: any Host) {
    self.host = host
    self.total = total
  }

  /// Pieces that are done between two looks at the host: few enough for a stop to be felt at once.
  private static let part = 200

  /// Does a number of pieces one after another; throws where the user stops it.
  mutating func each(_ count: Int, _ piece: (Int) -> Void) throws(LabError) {
    for index in 0..<count {
      piece(index)
      try step()
    }
  }

  /// One piece is done.
  mutating func step(_ pieces: Int = 1) throws(LabError) {
    let before = done / Self.part
    done += pieces
    guard done / Self.part > before || pieces >= Self.part else { return }
    guard !host.isInterrupted else { throw .stopped }
    host.advanced(to: total > 0 ? Double(done) / Double(total) : 1)
  }
}
