import Core
import Course
import Explainer
import Formulas
import Foundation
import FuzzDriver
import Lab
import Lessons
import Presentation

private let names: NameTable = {
  guard let network = try? NetworkFile(Lessons.network).network else {
    preconditionFailure("the bundled network is readable")
  }
  return NameTable(
    network: network, pass: network.forward([Float](repeating: 0.5, count: 784)),
    bindings: ["x": .number(2), "v": .vector([1, 2, 3])])
}()

/// Reads bytes as an expression, computes it and explains it: a value or an error, nothing else.
@main
enum Fuzzer {
  static func main() { exit(fuzz { bytes, count in Fuzzer.read(input(bytes, count)) }) }

  static func read(_ bytes: [UInt8]) -> CInt {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = Highlight.expression(text)
    _ = names.completions(before: text)
    do {
      guard case .expression(let syntax) = try Syntax.parse(text) else { return 0 }
      _ = try Evaluator(names: names).value(of: syntax)
      _ = try Explanation(of: syntax, in: names)
    } catch {
      let length = text.count
      precondition(error.range.lowerBound >= 0 && error.range.upperBound <= length + 1)
      precondition(!error.message.isEmpty && !error.hint.isEmpty)
    }
    return 0
  }
}
