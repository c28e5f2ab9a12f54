import Explainer

/// Lines one after another, with their numbers; the one read last can be put back.
struct LineSupply {
  /// Which line was read last, counted from 1.
  private(set) var number = 0
  private(set) var isPutBack = false
  private let read: (_ open: String) -> LineRead
  private var last = LineRead.end

  /// - Parameter read: Reads the next line, which goes on with one that is open, if any is.
  init(_ read: @escaping (_ open: String) -> LineRead) { self.read = read }

  mutating func next(after open: String = "") -> LineRead {
    if !isPutBack { last = read(open) }
    isPutBack = false
    number += 1
    return last
  }

  mutating func putBack() {
    isPutBack = true
    number -= 1
  }
}

/// A line with those that belong to it.
struct WholeLine: Equatable {
  /// All as one line.
  var text: String
  /// Whether it was left before its end.
  var isLeft = false
}

extension Session {
  /// As many as the pixels of a picture, one a line, and some. Each is read with all before it.
  private static let mostLines = 1000

  /// A line with those that belong to it, as it ends inside brackets.
  func whole(_ first: String, from supply: inout LineSupply) -> WholeLine {
    var line = WholeLine(text: first)
    for _ in 1..<Self.mostLines where staysOpen(line.text) {
      switch supply.next(after: line.text) {
      case .line(let next):
        guard let longer = joined(line.text, with: next) else {
          // A blank line has said all it has to say.
          if !next.allSatisfy(\.isWhitespace) { supply.putBack() }
          return line
        }
        line.text = longer
      case .interrupted, .news:
        line.isLeft = true
        return line
      case .tooLong, .end:
        supply.putBack()
        return line
      }
    }
    return line
  }
}
