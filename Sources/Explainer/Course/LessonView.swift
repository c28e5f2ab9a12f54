import Lab
import Presentation

// How a lesson looks: headings, questions and positions.

extension Prose {
  /// An option behind its mark, which is a span of its own so that the text hangs beside it.
  static func option(_ mark: String, _ text: Prose) -> Prose {
    Prose([Span("  " + mark + "  ")]) + text
  }
}

extension LessonPlayer {
  var stepTitle: StepTitle {
    StepTitle(
      lesson: lesson.id, lessonTitle: lesson.title, title: currentStep.title, number: step + 1,
      count: lesson.steps.count)
  }

  /// A question as it is asked.
  func questionBlocks(_ question: Question) -> [Block] {
    var blocks: [Block] = [.prose("\(strong: "?") " + question.text)]
    let options = question.kind.options
    if !options.isEmpty {
      blocks.append(
        .lines(options.enumerated().map { .option(question.kind.mark(ofOption: $0), $1) }))
    }
    blocks.append(.prose(CoursePhrases.belowQuestion(question, in: lesson)))
    return [.tight(blocks)]
  }

  /// A question beside the picture it is about, which need not be drawn again where it was just shown.
  func questionPage(
    _ question: Question, after shown: [Block] = [], _ host: any Host
  ) -> [Block] {
    let words = questionBlocks(question)
    guard let picture = LessonModel(lesson, host).picture(question, on: lab),
      !shown.contains(picture)
    else { return words }
    return [picture.with(after: words)]
  }

  /// Where the learner is: all steps, with a word before those that are done and the one here.
  func positionBlocks(_ progress: Progress?) -> [Block] {
    let done = progress?[lesson.id].done ?? []
    var table = Table(.leading, .trailing, .leading)
    for (index, step) in lesson.steps.enumerated() {
      let mark = index == self.step ? "here" : done.contains(step.id) ? "done" : ""
      let title = Prose(step.title, index == self.step ? .strong : .plain)
      table.add(Prose(mark), Prose("\(index + 1)"), title)
    }
    var blocks: [Block] = [.heading("\(lesson.title)"), .table(table)]
    if let open { blocks += questionBlocks(open.question) }
    return blocks
  }

  /// What programs are told of the position.
  var facts: [String: Fact] {
    var facts: [String: Fact] = [
      "lesson": .text(lesson.id), "step": .text(currentStep.id), "number": .integer(step + 1),
      "steps": .integer(lesson.steps.count),
    ]
    if let open, !open.isPassed {
      var question: [String: Fact] = [
        "kind": .text(type(of: open.question.kind).name), "text": .text(open.question.text.text),
      ]
      let options = open.question.kind.options
      if !options.isEmpty { question["options"] = .list(options.map { .text($0.text) }) }
      facts["question"] = .object(question)
    }
    return facts
  }
}
