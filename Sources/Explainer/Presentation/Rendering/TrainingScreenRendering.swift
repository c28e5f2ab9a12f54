// A training under way, in a window of so many rows.

extension TextRenderer {
  /// The training's progress, its curves and the neuron that is watched: at most so many lines,
  /// without line feeds, the keys on the last.
  public func screen(_ view: TrainingView, rows: Int) -> Frame {
    let drawing = TrainingScreenDrawing(renderer: self, view: view)
    return Frame(drawing.draw(rows: rows), Painter(capabilities))
  }
}

/// Finds a place for each part of a training's picture.
private struct TrainingScreenDrawing {
  let renderer: TextRenderer
  let view: TrainingView

  private var width: Int { renderer.capabilities.columns }
  private var unicode: Bool { renderer.capabilities.hasFineMarks }
  private var curves: TrainingCurvesDrawing {
    TrainingCurvesDrawing(renderer: renderer, width: width)
  }

  private static let gap = 3
  /// A title and an axis, which stand above and below a curve.
  private static let frame = 3
  private static let lowestPlot = 4
  private static let highestPlot = 14

  func draw(rows: Int) -> [Line] {
    let head = self.head
    let keys = self.keys
    let room = rows - head.count - keys.count - 1
    let body = gallery(room) ?? (width >= 72 ? wide(room) : narrow(room))
    let filled = Array(body.prefix(max(room, 0)))
    let gap = [Line](repeating: [], count: max(rows - head.count - filled.count - keys.count, 0))
    return Array((head + filled + gap + keys).suffix(max(rows, 1)))
  }

  // MARK: Above and below

  /// The epoch, a bar, and how fast it goes.
  private var head: [Line] {
    let title = [
      Span("Epoch \(view.epoch) of \(view.epochs)", .strong),
      Span("  \(Number.grouped(view.examplesSeen)) digits shown", .faint),
    ]
    let pace = [view.pace, view.timeLeft].compactMap { $0 }.joined(separator: ", ")
    let percent = "\(Int(nearest: (view.progress * 100).rounded(.down)))%"
    let number = String(repeating: " ", count: max(4 - percent.count, 0)) + percent
    let length = min(30, width - number.count - 2)
    let bar = progressBar(length) + [Span(" " + number)]
    let words = renderer.speakable(Prose(pace, .faint))
    let fits = bar.width + 3 + words.width <= width
    return [renderer.speakable(title)]
      + (fits ? [bar + [Span("   ")] + words] : [bar, words]) + (width >= 72 ? [[]] : [])
  }

  private func progressBar(_ length: Int) -> Line {
    Bar(renderer).line(view.progress, length: length, .series(0))
  }

  private var keys: [Line] { renderer.legendLines(of: TrainingScreenAction.bindings) }

  // MARK: Between

  private func picture(_ room: Int) -> [Line] {
    HeatMapDrawing(renderer: renderer, width: width).draw(view.weights)
  }

  /// The neurons of layer 1 in two rows, the curves under them side by side; nil where there is no
  /// room, or where such small pictures could not be read.
  private func gallery(_ room: Int) -> [Line]? {
    let least = Self.frame + Self.lowestPlot
    guard width >= 80,
      let pictures = HeatMapDrawing(renderer: renderer, width: width)
        .strip(view.gallery, rows: room - least - 2)
    else { return nil }
    let count = Number.grouped(view.gallery.count)
    let title = Prose("the weights of the \(count) neurons of layer 1  ", .faint)
    let rest = min(room - pictures.count - 2, Self.frame + Self.highestPlot)
    let half = (width - Self.gap) / 2
    let cost = curves.cost(view.curves, half, rows: rest - Self.frame)
    let accuracy = curves.accuracy(view.curves, half, rows: rest - Self.frame)
    return [renderer.speakable(title + PictureNotes.Legend.likes.prose)] + pictures + [[]]
      + beside(cost, half, accuracy)
  }

  /// The curves on the left, one above the other; the weights on the right.
  private func wide(_ room: Int) -> [Line] {
    let picture = self.picture(room)
    let pictureWidth = picture.map(\.width).max() ?? 0
    let left = width - pictureWidth - Self.gap
    guard picture.count <= room, left >= 30 else { return plots(room, width) }
    return beside(plots(room, left), left, picture)
  }

  /// The weights above with the numbers beside them, the curves below.
  private func narrow(_ room: Int) -> [Line] {
    let picture = self.picture(room)
    guard picture.count <= room else { return plots(room, width) }
    let pictureWidth = (picture.map(\.width).max() ?? 0)
    let top =
      pictureWidth + numbersWidth + 2 <= width
      ? beside(picture, pictureWidth + 2 - Self.gap, [[]] + numbers) : picture
    let rest = room - top.count
    if rest >= Self.frame + Self.lowestPlot { return top + plots(rest, width) }
    return rest > 2 ? top + curves.cost(view.curves, width, rows: rest - 1, hasAxis: false) : top
  }

  private func beside(_ left: [Line], _ leftWidth: Int, _ right: [Line]) -> [Line] {
    let gap = Span(String(repeating: " ", count: Self.gap))
    return (0..<max(left.count, right.count)).map { row in
      let start = row < left.count ? left[row] : []
      return row < right.count && !right[row].isEmpty
        ? start.padded(to: leftWidth) + [gap] + right[row] : start
    }
  }

  /// As many plots as there is room for.
  private func plots(_ room: Int, _ width: Int) -> [Line] {
    let both = (room - 1) / 2 - Self.frame
    if both >= Self.lowestPlot {
      let rows = min(both, Self.highestPlot)
      return curves.cost(view.curves, width, rows: rows) + [[]]
        + curves.accuracy(view.curves, width, rows: rows)
    }
    let rows = min(room - Self.frame, Self.highestPlot)
    return rows >= 2 ? curves.accuracy(view.curves, width, rows: rows) : []
  }

  private let numbersWidth = 10

  /// What the curves have come to.
  private var numbers: [Line] {
    let all = [
      ("mean cost", view.curves.cost.last.map { Number.shown($0.value) }),
      ("held out", view.curves.heldOut.last.map { Number.shortPercent($0.value) }),
      ("training", view.curves.shown.last.map { Number.shortPercent($0.value) }),
    ]
    let known = all.compactMap { name, value in value.map { (name, $0) } }
    return known.flatMap { name, value -> [Line] in
      [[Span(name, .faint)], [Span(value, .strong)], []]
    }
  }
}
