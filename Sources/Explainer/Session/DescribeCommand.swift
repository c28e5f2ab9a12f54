import Formulas
import Lab
import Presentation

/// `describe`: the figures of the last reply, or of the last that had any, in words; or that of a
/// formula.
let describeCommand = AlwaysCommand(
  CommandDeclaration(
    "describe", .learn, .looks, [CommandForm(), CommandForm(.line(.expression))],
    summary: "say the last figure in words, or that of a formula",
    details: [
      "Figures are pictures, bars and curves. Where a reply shows several, each is told; where the last reply has none, you hear that, and then the last figure there was.",
      "With \(code: "--format words") all figures are told in place of being drawn.",
    ],
    examples: ["describe", "describe W2"]),
  run: { session, arguments, _ throws(SessionError) in
    if let text = try arguments.given(.expression), !lastFigure.contains(text.lowercased()) {
      let line = FormulaLine(text)
      let value: Value
      do throws(LabError) { value = try session.classroom.bench.value(of: line) } catch {
        throw .lab(error)
      }
      // A number has no figure, and says itself.
      let report = ValueReport(value).reply
      return report.figures.isEmpty ? report : description(of: report.figures)
    }
    guard !session.figures.isEmpty else { throw .noFigure(to: .describe) }
    var reply = description(of: session.figures)
    if session.hasSaidMore {
      reply.blocks.insert(
        .prose("The last reply had no figure. Here's the last one there was:"), at: 0)
    }
    return reply
  })

/// What people call the last figure.
private let lastFigure: Set<String> = [
  "it", "this", "that", "figure", "picture", "the figure", "the last figure", "the picture",
  "this figure", "this picture", "the digit",
]

/// Figures in words.
private func description(of figures: [Figure]) -> Reply {
  let told = figures.map { (figure: $0, lines: $0.description) }
  return Reply(
    told.map { .tight($0.lines.map { .prose(Prose($0)) }) },
    facts: [
      "figures": .list(
        told.map { figure, lines in
          .object([
            "kind": .text(figure.kind), "sentence": .text(lines.joined(separator: "\n")),
          ])
        })
    ])
}

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
