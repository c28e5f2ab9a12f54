import Foundation
import Testing

@testable import Core
@testable import Course
@testable import Explainer
@testable import Lab
@testable import Presentation

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct FigureCommandTests {
  private func saved(_ lines: String..., as name: String) throws -> [UInt8] {
    let host = ScriptedHost()
    var session = try bundledSession()
    for line in lines { #expect(session.reply(to: line, host: host).error == nil, "\(line)") }
    #expect(session.reply(to: "figure save \(name)", host: host).error == nil)
    return try #require(host.files.contents[name])
  }

  @Test func `before any figure it says what to type`() throws {
    try expectProblem(
      "figure save a.svg", "There's no figure to save yet.",
      "Type digit to see one, then figure save FILE.")
  }

  @Test(arguments: ["three", "three.jpg", "svg", "three.svg.gz"])
  func `a name that says nothing of the kind is refused`(name: String) throws {
    try expectProblem(
      "figure save \(name)", "'\(name)' doesn't say which kind of picture.",
      "End its name with .svg, .png or .txt.")
  }

  @Test func `the words around a name are checked`() throws {
    for line in ["figure", "figure save", "figure three.svg", "figure save a.svg b.svg"] {
      #expect(try reply("digit", line).error != nil, "\(line)")
    }
  }

  @Test func `a file that cannot be written is told of`() throws {
    struct Full: CourseHost {
      var dataFolder: String? { nil }
      var history: [String] { [] }
      func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] { throw .notFound(path) }
      func write(_ bytes: [UInt8], to path: String) throws(FileError) { throw .diskFull(path) }
      func names(inFolder path: String) throws(FileError) -> [String] { [] }
    }
    var session = try bundledSession()
    _ = session.reply(to: "digit", host: Full())
    let problem = session.reply(to: "figure save a.png", host: Full()).error
    #expect(problem?.message == "a.png was not written: the disk is full.")
  }

  @Test func `the last figure is saved, whatever was said since`() throws {
    let host = ScriptedHost()
    let saved = try reply("digit", "params", "2 + 2", "figure save a.SVG", host: host)
    #expect(text(saved) == "Wrote the figure to a.SVG.\n")
    let count = try #require(host.files.contents["a.SVG"]?.count)
    #expect(
      saved.facts == [
        "file": .text("a.SVG"), "bytes": .integer(count), "figures": .integer(1),
        "format": .text("svg"),
      ])
  }

  @Test func `several figures make one picture, and the reply says how many`() throws {
    let host = ScriptedHost()
    let saved = try reply("neuron 1.5", "figure save n.svg", host: host)
    #expect(text(saved) == "Wrote 3 figures in one picture to n.svg.\n")
    #expect(saved.facts["figures"] == .integer(3))
    let svg = String(decoding: try #require(host.files.contents["n.svg"]), as: UTF8.self)
    for title in ["its weights w", "× digit a", "= products w·a"] {
      #expect(svg.contains(">\(title)</text>"))
    }
  }

  @Test(arguments: ["svg", "png"])
  func `a picture of ours is replaced without a question, another is asked for`(
    kind: String
  ) throws {
    let host = ScriptedHost()
    let name = "a.\(kind)"
    let first = try reply("digit", "figure save \(name)", host: host)
    let old = try #require(host.files.contents[name]).count
    let second = try reply("plot sigmoid", "figure save \(name)", host: host)
    #expect(first.facts["replaced"] == nil)
    #expect(second.facts["replaced"] == .integer(old))
    #expect(host.files.questions == [])

    host.files.contents[name] = Array("<svg xmlns=\"http://www.w3.org/2000/svg\">mine".utf8)
    host.files.answer = false
    let third = try reply("digit", "figure save \(name)", host: host)
    #expect(text(third) == "Nothing was written. \(name) is still as it was.\n")
    #expect(host.files.questions.count == 1)
  }

  @Test func `text is the figure as a pipe shows it`() throws {
    let expected = text(try reply("histogram W1"), columns: 80).split(
      separator: "\n", omittingEmptySubsequences: false)
    let saved = String(decoding: try saved("histogram W1", as: "a.txt"), as: UTF8.self)
    #expect(saved.hasPrefix("W1\n"))
    let lines = saved.split(separator: "\n")
    #expect(lines.count > 5 && lines.allSatisfy { expected.contains($0) && $0.count <= 80 })
    #expect(!saved.contains("\u{1B}"))
  }

  @Test func `a PNG holds the pixels of the drawing, two a point`() throws {
    let host = ScriptedHost()
    var session = try bundledSession()
    for line in ["classify", "figure save a.png"] { _ = session.reply(to: line, host: host) }
    let sheet = Figure.sheet(session.figures)
    let pixmap = sheet.pixmap(scale: 2)
    #expect(Double(pixmap.width) == (2 * sheet.size.width).rounded(.up))
    #expect(
      host.files.contents["a.png"]
        == PNGFile.encoded(
          rgba: pixmap.bytes, width: pixmap.width, height: pixmap.height,
          description: session.figures.map(\.sentence).joined(separator: "\n")))
  }

  @Test(arguments: [
    "digit", "pixel 14 13", "weights 1.5", "weights 1", "pixels", "biases 1", "activations 1",
    "forward", "network", "step", "plot sigmoid", "plot 1/x", "histogram W1", "gradient W3[0,4]",
    "gradient 1.5", "W1", "a1", "neuron 2.3", "step to 2.5", "classify 8",
  ])
  func `an SVG is valid, whole, and says what one sees`(line: String) throws {
    let host = ScriptedHost()
    var session = try bundledSession()
    _ = session.reply(to: line, host: host)
    _ = session.reply(to: "figure save a.svg", host: host)
    let bytes = try #require(host.files.contents["a.svg"])
    let elements = XMLElements()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = elements
    #expect(parser.parse(), "\(parser.parserError.map(String.init(describing:)) ?? "")")
    #expect(elements.names.first == "svg")
    // Nothing is loaded from elsewhere and nothing runs.
    let allowed: Set = [
      "svg", "title", "desc", "rect", "polyline", "circle", "path", "g", "text",
    ]
    #expect(elements.names.filter { !allowed.contains($0) } == [])
    #expect(!elements.attributes.contains { $0.contains("href") || $0.hasPrefix("on") })
    #expect(elements.text == session.figures.map(\.sentence).joined(separator: "\n"))
  }

  @Test func `what a learner typed cannot break out of the text`() throws {
    let svg = Graphic(
      .init(9, 9),
      [
        .text(
          .init(
            content: "a<b & \"c\"", position: .init(0, 0), anchor: .start, size: 9, isBold: false,
            paint: .init(0)))
      ]
    ).svg(title: "<script>", description: "\u{1B}]&\u{0}")
    #expect(svg.contains(">a&lt;b &amp; &quot;c&quot;</text>"))
    #expect(svg.contains("<title>&lt;script&gt;</title>\n<desc>\u{FFFD}]&amp;\u{FFFD}</desc>"))
  }

  @Test func `Tab offers save, and then pictures`() throws {
    let host = ScriptedHost()
    host.files.contents = ["a.svg": [], "b.png": [], "c.txt": [], "d.nn": []]
    let session = try bundledSession()
    func offered(_ line: String) -> [String] {
      session.completions(for: line, host: host).candidates.map(\.text)
    }
    #expect(offered("figure ") == ["save"])
    #expect(offered("figure save ") == ["a.svg", "b.png", "c.txt"])
  }
}

/// What a document is made of.
private final class XMLElements: NSObject, XMLParserDelegate {
  var names: [String] = []
  var attributes: [String] = []
  var text = ""
  private var isDescription = false

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    names.append(name)
    if name == "desc" { isDescription = true }
    self.attributes += attributes.keys
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isDescription { text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "desc" { isDescription = false }
  }
}
