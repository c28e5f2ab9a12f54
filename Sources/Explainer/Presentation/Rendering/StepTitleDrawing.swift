/// Draws the title of a step: the lesson, the title, and at the end of the line the place in the
/// lesson as a bar.
struct StepTitleDrawing {
  let renderer: TextRenderer
  let width: Int

  /// A cell a step, up to so many.
  private static let longest = 24

  func draw(_ title: StepTitle) -> [Line] {
    let name = renderer.speakable("\(Prose(title.lesson, .faint))  \(strong: title.title)")
    let number = Prose("  \(title.number)/\(title.count)", .faint)
    let progress = bar(title) + renderer.speakable(number)
    let gap = width - name.width - progress.width
    guard gap >= 2 else {
      let start = Prose("\(title.lesson) \(title.number)/\(title.count)", .faint)
      return renderer.wrap("\(start)  \(strong: title.title)", to: width)
    }
    return [name + [Span(String(repeating: " ", count: gap))] + progress]
  }

  private func bar(_ title: StepTitle) -> Line {
    let length = min(title.count, Self.longest)
    let done = title.number * length / max(title.count, 1)
    return Bar(renderer).line(Double(done) / Double(max(length, 1)), length: length, .plain)
  }
}
