import Core
import Course
import Explainer
import Foundation
import FuzzDriver
import Lab
import Lessons
import Presentation

/// A world without files.
private struct EmptyHost: CourseHost {
  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notFound(path) }
  func write(_ bytes: [UInt8], to path: String) throws(FileError) { throw .notAllowed(path) }
  func names(inFolder path: String) -> [String] { [] }
  var dataFolder: String? { nil }
  var history: [String] { [] }
}

private let fresh: Session = {
  guard let network = try? NetworkFile(Lessons.network),
    let drawings = try? DrawingFile.parse(Lessons.drawings)
  else { preconditionFailure("the bundled content is readable") }
  return Session(content: Session.Content(network: network, drawings: drawings))
}()

private let renderers: [TextRenderer] = [
  TextRenderer(TerminalCapabilities(columns: 40, colors: .trueColor, unicode: true)),
  TextRenderer(TerminalCapabilities(columns: 80, colors: .none, unicode: false)),
]

/// Reads bytes as lines at the prompt and draws every reply.
@main
enum Fuzzer {
  static func main() { exit(fuzz { bytes, count in Fuzzer.read(input(bytes, count)) }) }

  static func read(_ bytes: [UInt8]) -> CInt {
    let text = String(decoding: bytes, as: UTF8.self)
    var session = fresh
    let host = EmptyHost()
    for line in text.split(whereSeparator: \.isNewline).prefix(4) {
      _ = session.highlights(of: String(line))
      _ = session.completions(for: String(line), host: host)
      // Millions of random weights are no finding, only slow.
      if line.contains("new") { continue }
      let reply = session.reply(to: String(line), host: host)
      for renderer in renderers { _ = renderer.render(reply) }
      _ = JSONRenderer().render(reply, to: String(line))
    }
    return 0
  }
}
