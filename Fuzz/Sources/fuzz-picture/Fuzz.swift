import Core
import Foundation
import FuzzDriver

/// Reads bytes as a picture of digits: a value or a typed error.
@main
enum Fuzzer {
  static func main() { exit(fuzz { bytes, count in Fuzzer.read(input(bytes, count)) }) }

  static func read(_ file: [UInt8]) -> CInt {
    look(file)
    // What is changed by chance fails at the check sums; with these put right it goes on.
    let checked = withCheckSums(file)
    if checked != file { look(checked) }
    return 0
  }

  /// Small pictures alone are looked through, so that many are tried.
  private static func look(_ file: [UInt8]) {
    guard let picture = try? PictureFile.read(file), picture.lightness.count <= 40_000,
      let stages = try? PictureStages(picture)
    else { return }
    let digits = stages.row + [stages.digit]
    precondition(digits.allSatisfy { $0.digit.pixels.allSatisfy { (0...1.001).contains($0) } })
  }

  private static func withCheckSums(_ file: [UInt8]) -> [UInt8] {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return file }
    var file = file
    var at = 8
    while at + 12 <= file.count {
      let length = file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= file.count - at - 12 else { return file }
      let check = checkSum(file[at + 4..<at + 8 + length])
      for index in 0..<4 {
        file[at + 8 + length + index] = UInt8(truncatingIfNeeded: check >> (24 - 8 * index))
      }
      at += 12 + length
    }
    return file
  }

  /// CRC-32, as PNG has it.
  private static func checkSum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { check, byte in
      (0..<8).reduce(check ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
