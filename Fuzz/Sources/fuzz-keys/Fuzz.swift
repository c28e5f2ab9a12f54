import Foundation
import FuzzDriver

/// Reads bytes as a terminal sends them: keys, none of which holds what would do something to a
/// terminal. A zero byte stands for a moment in which nothing comes, and for itself.
@main
enum Fuzzer {
  static func main() { exit(fuzz { bytes, count in Fuzzer.read(input(bytes, count)) }) }

  static func read(_ bytes: [UInt8]) -> CInt {
    var decoder = KeyDecoder()
    for byte in bytes {
      if byte == 0 {
        check(decoder.pause())
        precondition(!decoder.isMidway, "nothing is waited for after a pause")
      }
      check(decoder.feed(byte))
    }
    check(decoder.pause())
    return 0
  }

  private static func check(_ keys: [Key]) {
    for key in keys {
      switch key {
      case .character(let scalar): precondition(!isControl(scalar))
      case .alt(let scalar): precondition(!isControl(scalar))
      case .paste(let text):
        precondition(text.unicodeScalars.allSatisfy { !isControl($0) || $0 == "\n" })
      case .mouse(let report): precondition(report.row >= 0 && report.column >= 0)
      case .function(let number): precondition((1...12).contains(number))
      default: break
      }
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
  }
}
