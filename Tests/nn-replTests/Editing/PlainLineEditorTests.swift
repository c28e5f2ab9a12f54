import Foundation
import Testing

@testable import nn_repl

@Suite struct PlainLineEditorTests {
  /// What an editor reads from a pipe that holds some bytes.
  private func lines(of bytes: [UInt8], limit: Int = 1000) -> [LineRead] {
    let pipe = Pipe()
    DispatchQueue.global().async {
      try? pipe.fileHandleForWriting.write(contentsOf: bytes)
      try? pipe.fileHandleForWriting.close()
    }
    let editor = PlainLineEditor(
      descriptor: Descriptor(number: pipe.fileHandleForReading.fileDescriptor),
      showsPrompt: false, limit: limit)
    var lines: [LineRead] = []
    repeat { lines.append(editor.readLine(prompt: "nn> ")) } while lines.last != .end
    withExtendedLifetime(pipe) {}
    return lines.dropLast()
  }

  private func lines(of text: String, limit: Int = 1000) -> [LineRead] {
    lines(of: Array(text.utf8), limit: limit)
  }

  @Test func linesEndInEitherWayOrNotAtAll() {
    #expect(lines(of: "") == [])
    #expect(lines(of: "a\r\nb\n\nc") == [.line("a"), .line("b"), .line(""), .line("c")])
  }

  @Test func whatIsNoTextIsRepaired() {
    #expect(lines(of: [0x61, 0xff, 0x62, 0x0a, 0x00, 0x0a]) == [.line("a\u{FFFD}b"), .line("\0")])
  }

  @Test func aLineTooLongIsPassedOverAndTheNextOneRead() {
    let exact = String(repeating: "x", count: 10)
    #expect(lines(of: exact + "\r\nb\n", limit: 10) == [.line(exact), .line("b")])
    #expect(lines(of: exact + "x\nb\n", limit: 10) == [.tooLong(limit: 10), .line("b")])
    let long = String(repeating: "x", count: 300_000)
    #expect(lines(of: long + "\nb", limit: 10) == [.tooLong(limit: 10), .line("b")])
    #expect(lines(of: long, limit: 10) == [.tooLong(limit: 10)])
  }
}
