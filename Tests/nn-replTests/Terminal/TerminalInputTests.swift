import Foundation
import Testing

@testable import nn_repl

@Suite struct TerminalInputTests {
  /// A terminal's driver may send Enter as LF to a line and as CR to a screen, one right after the
  /// other: together they are no line end of two.
  @Test func enterAfterALineIsAKeyOfItsOwn() throws {
    let pipe = Pipe()
    let input = TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor)
    try pipe.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
    #expect(input.next() == .key(.enter))
    input.finishLineEnd()
    try pipe.fileHandleForWriting.write(contentsOf: Data("\r".utf8))
    #expect(input.next(timeout: 0) == .key(.enter))
  }

  @Test(arguments: ["\r\n", "\n\r"])
  func theSecondHalfOfALineEndIsNoKey(_ end: String) throws {
    let pipe = Pipe()
    let input = TerminalInput(descriptor: pipe.fileHandleForReading.fileDescriptor)
    try pipe.fileHandleForWriting.write(contentsOf: Data((end + "y").utf8))
    #expect(input.next() == .key(.enter))
    input.finishLineEnd()
    #expect(input.next(timeout: 0) == .key(.character("y")))
  }
}
