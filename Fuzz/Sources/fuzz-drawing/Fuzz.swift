import Core
import Foundation
import FuzzDriver

/// Reads bytes as a file of drawings, and draws the first of them.
@main
enum Fuzzer {
  static func main() { exit(fuzz { bytes, count in Fuzzer.read(input(bytes, count)) }) }

  static func read(_ file: [UInt8]) -> CInt {
    guard let drawing = (try? DrawingFile.parse(file))?.first else { return 0 }
    precondition(drawing.rasterized().pixels.allSatisfy { (0...1).contains($0) })
    return 0
  }
}
