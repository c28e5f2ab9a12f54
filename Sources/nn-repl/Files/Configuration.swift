import Explainer
import Lab

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

  init(path: String) throws(FileError) {
    let bytes = try OpenFile.contents(of: path, limit: Self.limit)
    self.init(path: path, bytes: bytes)
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    let text = String(decoding: bytes.withoutByteOrderMark, as: UTF8.self)
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
