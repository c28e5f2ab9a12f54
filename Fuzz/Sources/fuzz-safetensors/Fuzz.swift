import Core
import Foundation
import FuzzDriver

/// Reads bytes as a file: a value or a typed error.
@main
enum Fuzzer {
  static func main() { exit(fuzz { bytes, count in Fuzzer.read(input(bytes, count)) }) }

  static func read(_ file: [UInt8]) -> CInt {
    _ = try? NetworkFile(file)
    return 0
  }
}
