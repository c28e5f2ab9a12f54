/// The format of PGM and PPM: a few words of text that say how large the picture is, then its numbers,
/// as text (P2, P3) or as bytes (P5, P6).
struct NetpbmFile {
  private let file: [UInt8]
  private let width: Int
  private let height: Int
  /// The number that stands for white.
  private let white: Int
  /// 3 in color, else 1.
  private let channels: Int
  private let isText: Bool
  /// Where the numbers begin.
  private let start: Int

  /// Whether a file begins as one that is read here.
  static func isNetpbm(_ file: [UInt8]) -> Bool {
    file.count > 2 && file[0] == UInt8(ascii: "P") && "2356".utf8.contains(file[1])
      && (file[2].isBlank || file[2] == UInt8(ascii: "#"))
  }

  init(_ file: [UInt8]) throws(PictureError) {
    var reader = NetpbmReader(file, at: 2)
    guard let width = reader.number(), let height = reader.number(), let white = reader.number()
    else { throw reader.isAtEnd ? .truncated : .badHeader }
    guard (1...65_535).contains(white) else { throw .badHeader }
    try PictureFile.check(width: width, height: height)
    self.file = file
    self.width = width
    self.height = height
    self.white = white
    channels = "36".utf8.contains(file[1]) ? 3 : 1
    isText = "23".utf8.contains(file[1])
    // One blank ends the header; what follows may be a number that looks like one.
    start = reader.at + 1
    guard file.count - start >= leastBytes else { throw .truncated }
  }

  /// Numbers as text are at least a digit and what parts it from the next.
  private var leastBytes: Int {
    let count = width * height * channels
    return isText ? 2 * count - 1 : count * bytesPerNumber
  }

  private var bytesPerNumber: Int { white > 255 ? 2 : 1 }

  func picture() throws(PictureError) -> GrayPicture {
    var lightness: [UInt8] = []
    lightness.reserveCapacity(width * height)
    var reader = NetpbmReader(file, at: start)
    for _ in 0..<width * height {
      var level = 0
      for channel in 0..<channels {
        level += try number(&reader) * (channels == 1 ? 10_000 : Self.weights[channel])
      }
      lightness.append(UInt8((level / 10_000 * 255 + white / 2) / white))
    }
    return GrayPicture(width: width, height: height, lightness: lightness)
  }

  /// How much red, green and blue add to lightness, in ten thousandths (ITU-R BT.709).
  private static let weights = [2126, 7152, 722]

  private func number(_ reader: inout NetpbmReader) throws(PictureError) -> Int {
    let found = isText ? reader.number() : reader.bytes(bytesPerNumber)
    guard let found else { throw reader.isAtEnd ? .truncated : .damaged }
    guard found <= white else { throw .damaged }
    return found
  }
}

/// Takes numbers off a file.
private struct NetpbmReader {
  private let file: [UInt8]
  private(set) var at: Int

  init(_ file: [UInt8], at: Int) {
    self.file = file
    self.at = at
  }

  var isAtEnd: Bool { at >= file.count }

  /// A number of so many bytes, the first the most significant.
  mutating func bytes(_ count: Int) -> Int? {
    guard file.count - at >= count else {
      at = file.count
      return nil
    }
    defer { at += count }
    return file[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number in digits, after blanks and comments.
  mutating func number() -> Int? {
    skipBlanks()
    var number: Int?
    while at < file.count, let digit = file[at].digit {
      // Larger than anything that is counted here; more digits make no difference.
      number = min((number ?? 0) * 10 + digit, 1 << 40)
      at += 1
    }
    // A number that runs into something else is none.
    return isAtEnd || file[at].isBlank || file[at] == UInt8(ascii: "#") ? number : nil
  }

  private mutating func skipBlanks() {
    while at < file.count {
      if file[at] == UInt8(ascii: "#") {
        while at < file.count, file[at] != UInt8(ascii: "\n"), file[at] != UInt8(ascii: "\r") {
          at += 1
        }
      } else if file[at].isBlank {
        at += 1
      } else {
        return
      }
    }
  }
}

extension UInt8 {
  /// What parts words in a file's header.
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  fileprivate var digit: Int? { (0x30...0x39).contains(self) ? Int(self) - 0x30 : nil }
}
