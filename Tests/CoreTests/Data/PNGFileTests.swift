import CZlib
import Testing

@testable import Core

/// What is written as PNG, read again by a decoder of its own.
struct PNGFileTests {
  /// Bytes that follow no rule.
  private func noise(_ count: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: 1)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  @Test(arguments: [(1, 1), (7, 3), (3, 200), (640, 480)])
  func `every pixel comes back`(width: Int, height: Int) throws {
    let bytes = noise(4 * width * height)
    let file = PNGFile.encoded(rgba: bytes, width: width, height: height, description: "noise")
    let decoded = try DecodedPNG(file)
    #expect(decoded.width == width && decoded.height == height)
    #expect(decoded.rgba == bytes)
  }

  @Test func `an even picture becomes small`() throws {
    let bytes = [UInt8](repeating: 255, count: 4 * 1000 * 1000)
    let file = PNGFile.encoded(rgba: bytes, width: 1000, height: 1000, description: "")
    #expect(file.count < 40_000)
    #expect(try DecodedPNG(file).rgba == bytes)
  }

  @Test func `it says who wrote it and what one sees`() throws {
    let file = PNGFile.encoded(rgba: [1, 2, 3, 4], width: 1, height: 1, description: "σ at ½")
    let chunks = try DecodedPNG(file).texts
    #expect(chunks == ["Software\0nn-repl", "Description\0\0\0\0\0σ at ½"])
    #expect(PNGFile.isOurs(file))
  }

  @Test func `files of others are not ours`() {
    let file = PNGFile.encoded(rgba: [1, 2, 3, 4], width: 1, height: 1, description: "")
    var other = file
    other[45] ^= 1
    #expect(!PNGFile.isOurs(other))
    #expect(!PNGFile.isOurs([]))
    #expect(!PNGFile.isOurs(Array(file[..<40])))
  }
}

/// A PNG of 8-bit RGBA taken apart by the format's description: signature, chunks with their check
/// sums, zlib's stream, and the five filters.
struct DecodedPNG {
  private(set) var width = 0
  private(set) var height = 0
  private(set) var rgba: [UInt8] = []
  private(set) var texts: [String] = []

  struct Damaged: Error {}

  init(_ file: [UInt8]) throws {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      throw Damaged()
    }
    var place = 8
    var compressed: [UInt8] = []
    while place < file.count {
      let length = Self.number(file[place..<place + 4])
      let type = String(decoding: file[place + 4..<place + 8], as: UTF8.self)
      let data = Array(file[place + 8..<place + 8 + length])
      let body = Array(file[place + 4..<place + 8 + length])
      let check = crc32(0, body, uInt(body.count))
      guard Int(check) == Self.number(file[place + 8 + length..<place + 12 + length]) else {
        throw Damaged()
      }
      switch type {
      case "IHDR":
        (width, height) = (Self.number(data[0..<4]), Self.number(data[4..<8]))
        // 8 bits a channel, RGBA, deflate, the usual filters, not interlaced.
        guard Array(data[8...]) == [8, 6, 0, 0, 0] else { throw Damaged() }
      case "IDAT": compressed += data
      case "tEXt", "iTXt": texts.append(String(decoding: data, as: UTF8.self))
      default: break
      }
      place += 12 + length
    }
    var rows = [UInt8](repeating: 0, count: (4 * width + 1) * height)
    var size = uLongf(rows.count)
    guard uncompress(&rows, &size, compressed, uLong(compressed.count)) == Z_OK,
      Int(size) == rows.count
    else { throw Damaged() }
    rgba = try unfiltered(rows)
  }

  private static func number(_ bytes: some Sequence<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private func unfiltered(_ rows: [UInt8]) throws -> [UInt8] {
    let length = 4 * width
    var result = [UInt8](repeating: 0, count: length * height)
    for row in 0..<height {
      let filter = rows[row * (length + 1)]
      for index in 0..<length {
        let place = row * length + index
        let left = index >= 4 ? Int(result[place - 4]) : 0
        let up = row > 0 ? Int(result[place - length]) : 0
        let corner = index >= 4 && row > 0 ? Int(result[place - length - 4]) : 0
        let guess: Int
        switch filter {
        case 0: guess = 0
        case 1: guess = left
        case 2: guess = up
        case 3: guess = (left + up) / 2
        case 4:
          let sum = left + up - corner
          let (a, b, c) = (abs(sum - left), abs(sum - up), abs(sum - corner))
          guess = a <= b && a <= c ? left : b <= c ? up : corner
        default: throw Damaged()
        }
        result[place] = UInt8(truncatingIfNeeded: Int(rows[row * (length + 1) + 1 + index]) + guess)
      }
    }
    return result
  }
}
