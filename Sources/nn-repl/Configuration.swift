#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The configuration file: options as on the command line, one a line; empty lines and lines that
/// start with `#` say nothing.
struct Configuration {
  /// A line with an option.
  struct Line: Equatable {
    /// From 1.
    var number: Int
    /// The option with its dashes, and what follows it if anything does.
    var words: [String]
  }

  let path: String
  let lines: [Line]

  /// All the options, as they would stand on the command line.
  var words: [String] { lines.flatMap(\.words) }

  /// More than this is no list of options.
  private static let limit = 1 << 16

  /// Nil where there is no ordinary file of that name.
  init?(path: String) {
    guard let descriptor = openOrdinaryFile(path, O_RDONLY) else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.limit)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return nil }
    self.init(path: path, text: String(decoding: bytes[..<count], as: UTF8.self))
  }

  init(path: String, text: String) {
    self.path = path
    // Some editors begin a file with a mark.
    let text =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .compactMap { index, line in
        let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard let first = words.first, !first.hasPrefix("#") else { return nil }
        let option = first.hasPrefix("-") ? String(first) : "--\(first)"
        let value = words.dropFirst().map {
          String($0.reversed().drop(while: \.isWhitespace).reversed())
        }
        return Line(number: index + 1, words: [option] + value.filter { !$0.isEmpty })
      }
  }
}
