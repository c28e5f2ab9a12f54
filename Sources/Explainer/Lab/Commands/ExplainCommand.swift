import Core
import Formulas
import Presentation

/// `explain`: the parts of an expression, each with its shape and value.
let explainCommand = LabCommand(
  CommandDeclaration(
    "explain", .compute, .changesLab,
    [CommandForm(.line(.expression)), CommandForm(.required(part))],
    summary: "every part of an expression, with its shape and value",
    details: [
      "Parts are numbered in the order in which they are computed; the last is the whole.",
      "After that, \(code: "explain 3") opens part 3: a vector as bars, a matrix as a picture.",
    ],
    examples: ["explain σ(W1·a0 + b1)", "explain W1[5]·a0 + b1[5]"]),
  run: { lab, arguments, _ throws(LabError) in
    let text = try arguments.required(.expression)
    if let part = Int(text), let explanation = lab.explanation {
      let bounds = WholeNumber("part", .index, 1...max(1, explanation.parts.count))
      let number = try arguments.required(.expression, within: bounds)
      return partReply(explanation.parts[number - 1], number: part)
    }
    let explanation = try explained(text, lab)
    lab.explanation = explanation
    return explanationReply(explanation)
  })

private let part = Parameter.text("part", as: "PART")

private func explained(_ text: String, _ lab: Lab) throws(LabError) -> Explanation {
  do {
    guard case .expression(let syntax) = try Syntax.parse(text) else {
      throw LabError.bindingInExplain
    }
    return try Explanation(of: syntax, in: lab.names)
  } catch let error as ExpressionError {
    throw .formula(error, line: text)
  } catch let error as LabError {
    throw error
  } catch {
    preconditionFailure("no other errors are thrown")
  }
}

/// One line a part; parts that are names or numbers are told with the operation that uses them.
private func explanationReply(_ explanation: Explanation) -> Reply {
  var table = Table(.trailing, .leading, .leading, .leading, reading: .headed)
  table.add("", Prose("part", .faint), Prose("shape", .faint), Prose("value", .faint))
  let most = 16
  for (index, part) in explanation.parts.enumerated().suffix(most) {
    let indent = String(repeating: " ", count: min(part.depth, 8))
    table.add(
      Prose("\(index + 1)", .faint), Prose(indent + part.text.excerpt(upTo: 28), .code),
      Prose(part.shape.description), Prose(part.value.inShort))
  }
  var blocks: [Block] = [.table(table)]
  let hidden = explanation.parts.count - most
  if hidden > 0 {
    let opening =
      hidden == 1 ? "One part before these opens" : "The \(hidden) parts before these open"
    blocks.append(.prose("\(opening) too, by number."))
  }
  blocks.append(
    .prose(
      "Computed from top to bottom. \(code: "explain \(explanation.parts.count)") opens the whole.")
  )
  return Reply(
    blocks,
    facts: ValueReport(explanation.value).facts.merging([
      "parts": .list(
        explanation.parts.map { part in
          .object(
            ValueReport(part.value).facts.merging(["text": .text(part.text)]) { $1 })
        })
    ]) { $1 })
}

private func partReply(_ part: Explanation.Part, number: Int) -> Reply {
  let note: Prose =
    switch part.role {
    case .number: "a number, as typed"
    case .name: "a name"
    case .operation(let note): Prose(note)
    }
  let report = ValueReport(part.value)
  return Reply(
    [.heading("Part \(number): \(code: part.text.excerpt(upTo: 60))"), .prose(note)]
      + report.blocks,
    facts: report.facts.merging(["text": .text(part.text)]) { $1 })
}

extension Value {
  /// A number, or how a vector or a matrix begins.
  fileprivate var inShort: String {
    switch shape {
    case .number: Number.readable(number ?? 0)
    case .vector(let count): Self.start(Array(first(min(count, 4))))
    case .matrix(let rows, let columns):
      Self.start((0..<min(columns, 4)).map { self[$0 * rows] }, open: true)
    }
  }

  private static func start(_ entries: [Double], open: Bool = false) -> String {
    let shown = entries.prefix(3).map(Number.shown).joined(separator: ", ")
    return "[\(shown)\(open || entries.count > 3 ? ", …" : "")]"
  }
}
