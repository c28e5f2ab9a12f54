import Core
import Foundation
import FuzzDriver

/// Reads bytes as a file of strokes, and draws what it holds in both ways.
@main
enum Fuzzer {
  static func main() { exit(fuzz { bytes, count in Fuzzer.read(input(bytes, count)) }) }

  static func read(_ file: [UInt8]) -> CInt {
    guard let sketches = try? SketchFile.parse(file) else { return 0 }
    precondition(sketches.allSatisfy { !$0.isEmpty }, "a drawing has ink")
    for sketch in sketches.prefix(4) {
      for digit in [sketch.asDrawn(), sketch.normalized().digit] {
        precondition(digit.pixels.allSatisfy { (0...1).contains($0) })
      }
    }
    return 0
  }
}
