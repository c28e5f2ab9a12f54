/// Lines as they are drawn in one place, to be shown there and then changed into others.
public struct Frame: Equatable, Sendable {
  /// A piece of a line that differs from what was there before.
  public struct Change: Equatable, Sendable {
    /// Lines and columns from the top left, from 0.
    public let line: Int
    /// The first column that changes.
    public let column: Int
    /// What stands there now. Colours go on from one change to the next; after the last, and before
    /// a line is cleared, none is left open.
    public internal(set) var text: String
    /// Whether nothing follows it on the line, where something did before.
    public let clearsRest: Bool
  }

  private let cells: [[Cell]]
  private let drawn: [Line]
  /// Paints the lines; nil where there are none. Most frames are only sent as changes.
  private let painter: Painter?

  /// The lines with their colours, without line feeds.
  public var lines: [String] { painter.map { drawn.map($0.paint) } ?? [] }

  /// How many lines there are.
  public var height: Int { cells.count }

  /// How many columns each line takes.
  public var widths: [Int] { cells.map(\.count) }

  init(_ drawn: [Line], _ painter: Painter) {
    cells = drawn.map(painter.cells)
    self.drawn = drawn
    self.painter = painter
  }

  /// Whether both look the same.
  public static func == (first: Frame, second: Frame) -> Bool { first.cells == second.cells }

  /// So many unchanged columns of one look are sent again rather than passed over, which takes as many
  /// bytes.
  private static let shortestGap = 6

  /// What has to be written over another frame to have this one, line by line.
  public func changes(from before: Frame) -> [Change] {
    var brush = Brush()
    var changes = (0..<max(cells.count, before.cells.count)).flatMap { line in
      let old = line < before.cells.count ? before.cells[line] : []
      let new = line < cells.count ? cells[line] : []
      return Self.runs(from: old, to: new).map { run in
        let clearsRest = run.upperBound == new.count && old.count > new.count
        brush.paint(new[run])
        if clearsRest { brush.lift() }
        return Change(
          line: line, column: run.lowerBound, text: brush.takeText(), clearsRest: clearsRest)
      }
    }
    brush.lift()
    if !changes.isEmpty { changes[changes.count - 1].text += brush.takeText() }
    return changes
  }

  /// The columns of a line that change.
  private static func runs(from old: [Cell], to new: [Cell]) -> [Range<Int>] {
    let different = new.indices.filter { new[$0] != (old.indices.contains($0) ? old[$0] : .blank) }
    var runs = different.reduce(into: [Range<Int>]()) { runs, column in
      // Neither half of a wide character is written alone.
      let start = max(new[column].isRest ? column - 1 : column, runs.last?.upperBound ?? 0)
      if let last = runs.last,
        isSentAgain(new[last.upperBound..<start], after: new[last.upperBound - 1])
      {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(start..<column + 1)
      }
    }
    if old.count > new.count { runs.append(new.count..<new.count) }
    return runs
  }

  private static func isSentAgain(_ gap: ArraySlice<Cell>, after cell: Cell) -> Bool {
    gap.count < shortestGap && gap.allSatisfy { $0.needsNoColor(after: cell) }
  }
}

// MARK: Small steps

extension Frame {
  /// What a slow line takes in a moment. Moving the cursor comes on top.
  public static let mostBytes = 4000
  private static let bytesOfMove = 14

  /// Nothing at all.
  public static let empty = Frame(cells: [], drawn: [], painter: nil)

  /// This frame, or as much of it from the top down as takes so many bytes to send over another one.
  public func within(_ most: Int = mostBytes, from before: Frame) -> Frame {
    var bytes = 0
    var first: Int?
    for change in changes(from: before) {
      first = first ?? change.line
      bytes += change.text.utf8.count + Self.bytesOfMove
      // One line at least, or it would never come to an end.
      if bytes > most, let first, change.line > first { return upper(change.line, over: before) }
    }
    return self
  }

  private func upper(_ count: Int, over before: Frame) -> Frame {
    Frame(
      cells: Array(cells.prefix(count)) + before.cells.dropFirst(count),
      drawn: Array(drawn.prefix(count)) + before.drawn.dropFirst(count), painter: painter)
  }

  /// This frame after others that lead to it, so that none sends too much.
  func inSmallSteps(from before: Frame) -> [Frame] {
    var steps = [within(from: before)]
    while let last = steps.last, last != self { steps.append(within(from: last)) }
    return steps
  }

  private init(cells: [[Cell]], drawn: [Line], painter: Painter?) {
    self.cells = cells
    self.drawn = drawn
    self.painter = painter
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
    // An image is sent whole, which takes too long for a moment.
    guard reply.moves, capabilities.images == nil else { return ([], .zero) }
    let frames = frames(of: reply) { $0.drawn(reply) }
    return (frames.count == 1 || frames[0].height > rows ? [] : frames, reply.pause)
  }

  /// The moments of a reply and what it is at rest, each drawn in the same way; those that look alike
  /// are one.
  func frames(of reply: Reply, _ draw: (TextRenderer) -> [Line]) -> [Frame] {
    let atRest = draw(self)
    let painter = Painter.painted(atRest, capabilities).by
    let last = Frame(atRest, painter)
    let before = (0..<reply.moments).map { moment in
      var renderer = self
      renderer.moment = moment
      return Frame(draw(renderer), painter)
    }
    // A layout for a small window may have nothing in it that moves.
    return (before + [last]).reduce(into: []) { seen, frame in
      guard seen.last != frame, frame.height == last.height else { return }
      seen += seen.last.map(frame.inSmallSteps) ?? [frame]
    }
  }
}

extension Reply {
  private var motions: [Motion] { blocks.flatMap(\.allFigures).compactMap(\.motion) }

  /// Whether there is anything in it that moves.
  var moves: Bool { !motions.isEmpty }

  /// How many moments there are before it comes to rest.
  var moments: Int { motions.map(\.moments.count).max() ?? 0 }

  /// How long each of them stands.
  var pause: Duration { motions.map(\.pause).max() ?? .zero }
}
