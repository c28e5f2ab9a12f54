import FoundationEssentials

/// Writes Swift code that holds files: `embed-course OUTPUT FILE...`. Text becomes a string and bytes an
/// array, so that neither costs anything when the program starts.
@main
enum EmbedCourse {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { preconditionFailure("embed-course OUTPUT FILE...") }
    var lessons = ""
    var others = ""
    for path in arguments.dropFirst() {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let bytes = try Array(Data(contentsOf: URL(filePath: path)))
      if name.hasSuffix(".md") {
        lessons += "    (\(literal(name)), \(literal(String(decoding: bytes, as: UTF8.self)))),\n"
      } else {
        let constant = name.split(separator: ".")[0]
        others += "  static let \(constant): [UInt8] = \(bytes)\n"
      }
    }
    let code = """
      /// What the folder of lessons holds.
      enum Embedded {
        /// The names of the lessons' files and their Markdown.
        static let lessons: [(name: String, text: String)] = [
      \(lessons)  ]
      \(others)}

      """
    try Data(code.utf8).write(to: URL(filePath: output))
  }

  /// A text as Swift writes it, in one line.
  private static func literal(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar {
      case "\\", "\"": result += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
