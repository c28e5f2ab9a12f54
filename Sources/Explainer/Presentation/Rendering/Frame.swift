/// Lines as they are drawn in one place, to be shown there and then changed into others.
public struct Frame: Equatable, Sendable {
  /// A piece of a line that differs from what was there before.
  public struct Change: Equatable, Sendable {
    /// Lines and columns from the top left, from 0.
    public let line: Int
    /// The first column that changes.
    public let column: Int
    /// What stands there now, with its colours and nothing left open.
    public let text: String
    /// Whether nothing follows it on the line, where something did before.
    public let clearsRest: Bool
  }

  private let cells: [[Cell]]
  private let painter: Painter
  /// The lines with their colours, without line feeds.
  public let lines: [String]

  /// How many columns each line takes.
  public var widths: [Int] { cells.map(\.count) }

  init(_ drawn: [Line], _ painter: Painter) {
    self.painter = painter
    cells = drawn.map(painter.cells)
    lines = drawn.map(painter.paint)
  }

  /// Whether both look the same.
  public static func == (first: Frame, second: Frame) -> Bool { first.cells == second.cells }

  /// So many unchanged columns are sent again rather than passed over, which takes as many bytes.
  private static let shortestGap = 4

  /// What has to be written over another frame to have this one, line by line.
  public func changes(from before: Frame) -> [Change] {
    (0..<max(cells.count, before.cells.count)).flatMap { line in
      let old = line < before.cells.count ? before.cells[line] : []
      let new = line < cells.count ? cells[line] : []
      return changes(of: line, from: old, to: new)
    }
  }

  private func changes(of line: Int, from old: [Cell], to new: [Cell]) -> [Change] {
    let different = new.indices.filter { new[$0] != (old.indices.contains($0) ? old[$0] : .blank) }
    var runs = different.reduce(into: [Range<Int>]()) { runs, column in
      if let last = runs.last, column - last.upperBound < Self.shortestGap {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    if old.count > new.count { runs.append(new.count..<new.count) }
    return runs.map { run in
      // Neither half of a wide character is written alone.
      let start = run.lowerBound < new.count && new[run.lowerBound].isRest ? 1 : 0
      let part = new[(run.lowerBound - start)..<run.upperBound]
      return Change(
        line: line, column: run.lowerBound - start, text: painter.paint(part),
        clearsRest: run.upperBound == new.count && old.count > new.count)
    }
  }
}

extension Figure {
  /// What is shown at a moment of its motion; at rest, and where it does not move that long, itself.
  func at(_ moment: Int?) -> Figure {
    guard let moment, let motion, motion.moments.indices.contains(moment) else { return self }
    return motion.moments[moment]
  }
}

extension TextRenderer {
  /// A reply as it comes to be, moment by moment: frames of one height, of which the last is what
  /// `render` shows. Where nothing is seen to move there are none.
  ///
  /// - Parameter rows: The most rows it may have to be watched.
  /// - Returns: The frames, and how long each but the last stands.
  public func frames(of reply: Reply, rows: Int) -> (frames: [Frame], pause: Duration) {
    let painter = Painter(capabilities)
    let motions = reply.blocks.flatMap(\.allFigures).compactMap(\.motion)
    guard !motions.isEmpty else { return ([], .zero) }
    let last = Frame(drawn(reply), painter)
    guard last.lines.count <= rows else { return ([], .zero) }
    let before = (0..<(motions.map(\.moments.count).max() ?? 0)).map { moment in
      var renderer = self
      renderer.moment = moment
      return Frame(renderer.drawn(reply), painter)
    }
    // A layout for a small window may have nothing in it that moves.
    let seen = (before + [last]).reduce(into: [Frame]()) { seen, frame in
      if seen.last != frame, frame.lines.count == last.lines.count { seen.append(frame) }
    }
    return seen.count == 1 ? ([], .zero) : (seen, motions.map(\.pause).max() ?? .zero)
  }
}
