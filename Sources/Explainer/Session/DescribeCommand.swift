import Lab
import Presentation

/// `describe`: the figures of the last reply, or of the last that had any, in words.
let describeCommand = AlwaysCommand(
  CommandDeclaration(
    "describe", .learn, .looks,
    summary: "say the last figure in words",
    details: [
      "Figures are pictures, bars and curves. Where a reply shows several, each is told; where the last reply has none, you hear that, and then the last figure there was.",
      "With \(code: "--format words") all figures are told in place of being drawn.",
    ]),
  run: { session, _, _ throws(SessionError) in
    guard !session.figures.isEmpty else { throw .noFigure }
    let told = session.figures.map { (figure: $0, lines: $0.description) }
    let older: [Block] =
      session.hasSaidMore
      ? [.prose("The last reply had no figure. Here's the last one there was:")] : []
    return Reply(
      older + told.map { .tight($0.lines.map { .prose(Prose($0)) }) },
      facts: [
        "figures": .list(
          told.map { figure, lines in
            .object([
              "kind": .text(figure.kind), "sentence": .text(lines.joined(separator: "\n")),
            ])
          })
      ])
  })

extension Figure {
  /// What one sees in it, line by line, as sentences.
  fileprivate var description: [String] {
    sentence.split(separator: "\n").map { line in
      let start = line.prefix(1).uppercased() + line.dropFirst()
      // A name of the network, as W1 or a0, stays as it is written.
      let isName = line.prefix(while: \.isLetter).count == 1
      return (isName ? String(line) : start) + (line.last == "." ? "" : ".")
    }
  }
}
