import Core
import Presentation

/// The way from a picture to a digit, each stage beside the last.
struct PictureSteps {
  private let picture: LabPicture
  private var stages: PictureStages { picture.stages }
  private let written: WrittenDigit

  init(_ picture: LabPicture) {
    self.picture = picture
    written = picture.stages.digit
  }

  /// One stage: what was done, and what came out.
  private struct Step {
    let name: String
    let title: String
    let map: HeatMap

    init(_ name: String, _ title: String, _ image: InkImage) {
      self.init(
        name, title,
        HeatMap("", rows: image.height, columns: image.width, values: image.ink, scale: .ink))
    }

    init(_ name: String, _ title: String, _ map: HeatMap) {
      (self.name, self.title, self.map) = (name, title, map.noted { $0.isCompact = true })
    }
  }

  /// - Parameter side: the longer side of the pictures that are larger than what the network gets.
  private func steps(_ side: Int) -> [Step] {
    var crop = HeatMap(small(stages.written, side))
    crop.notes.marked = frame(in: crop)
    return [
      Step("gray", "gray", small(stages.gray, side)),
      Step("ink", "ink alone", small(stages.ink, side)), Step("crop", "cropped", crop),
      Step("scaled", "scaled to 20", written.scaled),
      Step("centered", "centered in 28×28", HeatMap("", written.digit)),
    ]
  }

  private func small(_ image: InkImage, _ side: Int) -> InkImage { image.scaled(to: side) }

  /// The frame around the digit, in a small picture of all.
  private func frame(in map: HeatMap) -> PictureNotes.Rectangle {
    func part(_ range: ClosedRange<Int>, _ all: Int, _ count: Int) -> Range<Int> {
      let first = range.lowerBound * count / all
      return first..<max(first + 1, ((range.upperBound + 1) * count + all - 1) / all)
    }
    return .init(
      rows: part(written.rows, stages.written.height, map.rows),
      columns: part(written.columns, stages.written.width, map.columns))
  }

  // MARK: On the screen

  func reply(_ words: [Prose], facts: [String: Fact]) -> Reply {
    Reply(
      [.layouts([wide(words), middle(words), narrow(words)])],
      facts: facts.merging([
        "steps": .list(
          steps(Digit.side).map { step in
            .object([
              "name": .text(step.name),
              "pixels": .list(
                (0..<step.map.rows).map { row in
                  .numbers(
                    Array(step.map.values[row * step.map.columns..<(row + 1) * step.map.columns]))
                }),
            ])
          })
      ]) { $1 })
  }

  private func column(_ step: Step) -> [Block] {
    [.tight([title(step), .figure(.heatMap(step.map))])]
  }

  private func title(_ step: Step) -> Block { .lines([Prose(step.title, .faint)]) }

  private func wide(_ words: [Prose]) -> Layout {
    Layout(columns: 119, [.beside(steps(20).map(column))] + words.map { .prose($0) })
  }

  /// The three of the whole picture, then the two of the digit and the words.
  private func middle(_ words: [Prose]) -> Layout {
    let steps = steps(18)
    var last = steps[4].map.withoutEmptyRows
    last.notes.isCompact = true
    return Layout(
      columns: 72,
      [
        .tight([
          .beside(steps.prefix(3).map(column)),
          .beside([column(steps[3]), column(Step("", steps[4].title, last))]),
        ])
      ] + words.map { .prose($0) })
  }

  private func narrow(_ words: [Prose]) -> Layout {
    let steps = steps(18)
    return Layout(
      [
        .beside(steps[0..<2].map(column)), .beside(steps[2..<4].map(column)),
        .beside([column(steps[4])]),
      ] + words.map { .prose($0) })
  }
}

extension HeatMap {
  fileprivate init(_ image: InkImage) {
    self.init("", rows: image.height, columns: image.width, values: image.ink, scale: .ink)
  }
}
