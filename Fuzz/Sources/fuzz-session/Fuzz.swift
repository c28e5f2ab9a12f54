import Foundation
import FuzzDriver
import SessionFuzz

/// Reads bytes as a session: lines as they are after a first one that begins with `#`, else choices
/// among all that can be typed. Each reply has to be as replies are.
@main
enum Fuzzer {
  static func main() { exit(fuzz { bytes, count in Fuzzer.read(input(bytes, count)) }) }

  static func read(_ bytes: [UInt8]) -> CInt {
    let run = SessionRun(bytes)
    if let finding = run.finding {
      FileHandle.standardError.write(Data("\(finding)\n".utf8))
      abort()
    }
    return 0
  }
}
