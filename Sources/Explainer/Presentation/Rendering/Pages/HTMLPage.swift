/// What stands around the articles of a page.
struct HTMLPage {
  /// What the page is about, where that has a name.
  let title: String?
  /// The first line.
  let line: String

  private static let program = "nn-repl"

  /// All up to the first article.
  var opening: String {
    let heading = title ?? "A session with \(Self.program)"
    let lines: [Markup] = [
      .documentType,
      .start("html", ["lang": "en", "xmlns": "http://www.w3.org/1999/xhtml"]),
      .element("head", [:], head.flatMap { [.lineFeed, $0] } + [.lineFeed]),
      .start("body"),
      .element(
        "header", [:],
        [
          .element("p", ["class": "quiet"], [.text(Self.program)]),
          .element("h1", [:], [.text(heading)]),
        ]),
      .start("main"),
    ]
    return lines.map { $0.source + "\n" }.joined()
  }

  private var head: [Markup] {
    let subject = title ?? (line.allSatisfy(\.isWhitespace) ? "a session" : line.excerpt)
    return [
      .single("meta", ["charset": "utf-8"]),
      // Nothing is fetched and nothing runs, whatever anybody should manage to write in here.
      .single(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        ]),
      .single("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .single("meta", ["name": "color-scheme", "content": "dark light"]),
      Self.generator,
      .element("title", [:], [.text("\(subject) · \(Self.program)")]),
      .styleSheet(PageStyle.rules),
    ]
  }

  private static let generator = Markup.single(
    "meta", ["name": "generator", "content": program])

  /// Whether a file says at its beginning that this program made it.
  static func isPage(_ file: [UInt8]) -> Bool {
    String(decoding: file.prefix(2_000), as: UTF8.self).contains(generator.source)
  }

  /// All after the last article.
  static var closing: String {
    let words = "Made by \(program), which teaches what a neural network is by running one."
    let lines: [Markup] = [
      .end("main"),
      .element("footer", [:], [.element("p", ["class": "quiet"], [.text(words)])]),
      .end("body"), .end("html"),
    ]
    return lines.map { $0.source + "\n" }.joined()
  }
}
