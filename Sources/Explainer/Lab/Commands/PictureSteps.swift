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
      (self.name, self.title, self.map) = (name, title, map.noted { $0.isDense = true })
    }
  }

  /// - Parameter side: the longer side of the two pictures of all that is in the file.
  private func steps(_ side: Int) -> [Step] {
    [
      Step("gray", "gray", stages.gray.scaled(to: side)),
      Step("ink", "ink alone", stages.ink.scaled(to: side)),
      Step("cropped", "cropped and scaled", written.cropped),
      Step("strokes", "strokes \(written.stroke.rawValue)", written.penned),
      Step("centered", "centered in 28×28", HeatMap("", written.digit)),
    ]
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

  /// The picture and its ink and the digit in it, then the two that end in what the network gets.
  private func middle(_ words: [Prose]) -> Layout {
    let steps = steps(18)
    var last = steps[4].map.withoutEmptyRows
    last.notes.isDense = true
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
