import Foundation
import Testing

@testable import Course
@testable import Explainer
@testable import Presentation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page of what was said to some lines, as the program writes it.
func page(_ lines: [String], host: ScriptedHost = ScriptedHost()) throws -> String {
  var session = try bundledSession()
  let renderer = HTMLRenderer()
  var page = ""
  for line in lines {
    let typed = TypedLine(line, after: session.prompt)
    let reply = session.reply(to: line, host: host)
    if page.isEmpty { page = renderer.opening(for: reply, to: typed) }
    page += renderer.render(reply, to: typed, at: nil)
  }
  return page + renderer.closing
}

/// A page as a reader of XML sees it, which takes nothing that is not well-formed.
final class ParsedPage: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var text = ""
  private(set) var problem: String?

  init(_ source: String) {
    super.init()
    let parser = XMLParser(data: Data(source.utf8))
    parser.delegate = self
    if !parser.parse() { problem = "\(parser.lineNumber): \(parser.parserError.debugDescription)" }
  }

  var names: Set<String> { Set(elements.map(\.name)) }

  func count(_ name: String) -> Int { elements.count { $0.name == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

@Suite struct HTMLRendererTests {
  private func body(_ blocks: [Block]) -> String {
    let article = HTMLRenderer().render(Reply(blocks), to: "x", at: nil)
    return article.split(separator: "\n").dropFirst(2).dropLast().joined(separator: "\n")
  }

  @Test func `a small session is a page`() throws {
    let page = try page(["1 + 1", "nosuch"])
    let start = try #require(page.range(of: "<body>"))
    #expect(
      page[start.lowerBound...] == """
        <body>
        <header><p class="quiet">nn-repl</p><h1>A session with nn-repl</h1></header>
        <main>
        <article>
        <h2 class="typed"><samp>nn&gt;</samp> <kbd>1 + 1</kbd></h2>
        <p><strong>2</strong></p>
        </article>
        <article>
        <h2 class="typed"><samp>nn&gt;</samp> <kbd>nosuch</kbd></h2>
        <div class="problem"><p><strong class="against">Unknown command &#39;nosuch&#39;.</strong></p>\
        <p>Type <code>help</code> for the commands.</p></div>
        </article>
        </main>
        <footer><p class="quiet">Made by nn-repl, which teaches what a neural network is by running \
        one.</p></footer>
        </body>
        </html>

        """)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\""))
    #expect(page.contains("<title>1 + 1 · nn-repl</title>"))
  }

  @Test func `every kind of block has its element`() {
    #expect(body([.heading("A \(code: "b")")]) == "<h3>A <code>b</code></h3>")
    #expect(body([.prose("One & \(strong: "two")")]) == "<p>One &amp; <strong>two</strong></p>")
    #expect(
      body([.prose("\(Prose("nn>", .prompt)) \(code: "digit 7")")])
        == "<p class=\"typed\"><samp>nn&gt;</samp> <kbd>digit 7</kbd></p>")
    #expect(
      body([.lines([Prose("  a = 1", .code), Prose("    b", .code)])])
        == "<pre><code>a = 1\n  b</code></pre>")
    #expect(
      body([.lines(["One", "- two"])])
        == "<div class=\"lines\"><p>One</p>"
        + "<p style=\"margin-inline-start:2ch;text-indent:-2ch\">- two</p></div>")
    #expect(body([.tight([.prose("a")])]) == "<div class=\"tight\"><p>a</p></div>")
    #expect(
      body([.beside([[.prose("a")], [.prose("b")]])])
        == "<div class=\"beside\"><div><p>a</p></div><div><p>b</p></div></div>")
    #expect(body([.spare([.prose("a"), .prose("b")])]) == "<p>a</p><p>b</p>")
    #expect(body([.layouts([Layout([.prose("a")]), Layout([.prose("b")])])]) == "<p>a</p>")
    #expect(body([.fitting([[.prose("a")], [.prose("b")]])]) == "<p>a</p>")
    #expect(
      body([.step(StepTitle(lesson: "bias", title: "A <b>", number: 1, count: 4))])
        == "<header class=\"step\"><h3>A &lt;b&gt;</h3><p class=\"quiet\">bias 1/4"
        + "<span class=\"bar\" aria-hidden=\"true\"><span style=\"width:25.0%\"></span></span>"
        + "</p></header>")
  }

  @Test func `styles are elements and classes`() {
    let spans: [Prose.Span] = [
      .init("a", .plain), .init("b", .strong), .init("c", .faint), .init("d", .problem),
      .init("e", .positive(1)), .init("f", .negative(0)), .init("g", .verdict), .init("h", .hidden),
    ]
    #expect(
      body([.prose(Prose(spans))])
        == "<p>a<strong>b</strong><span class=\"quiet\">c</span><strong class=\"against\">d</strong>"
        + "<span class=\"for\">e</span><span class=\"against\">f</span>"
        + "<strong class=\"verdict\">g</strong></p>")
    #expect(
      body([.prose(Prose("later", .hidden))]) == "<p><span class=\"quiet\">…</span></p>")
  }

  @Test func `a table has heads, and its points stand one under another`() {
    var table = Table(.leading, .decimal, .leading, reading: .headed)
    table.add("", "w", "")
    table.add("sum", "1.25", "of <all>")
    table.rows.append(.rule)
    table.rows.append(.cells([.text("z"), .text("-10.5"), .bar(0.5)]))
    #expect(
      body([.table(table)]).replacing("><", with: ">\n<") == """
        <div class="table">
        <table>
        <thead>
        <tr>
        <td>
        </td>
        <th scope="col" class="number">w</th>
        <td>
        </td>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row" class="text">sum</th>
        <td class="number" style="--missing:0">1.25</td>
        <td class="text">of &lt;all&gt;</td>
        </tr>
        <tr class="total">
        <th scope="row" class="text">z</th>
        <td class="number" style="--missing:1">-10.5</td>
        <td class="text">
        <span class="bar" aria-hidden="true">
        <span style="width:50.0%">
        </span>
        </span>
        </td>
        </tr>
        </tbody>
        </table>
        </div>
        """)
  }

  @Test func `a problem shows the part of the line that is at fault`() {
    let error = ErrorMessage("A <name>.", "Type \(code: "x")", at: .init(2..<3, of: "a <b"))
    let article = HTMLRenderer().render(Reply(error), to: "a <b", at: "somewhere:3")
    #expect(
      article.contains("<pre><code>a <mark>&lt;</mark>b</code></pre>")
        && article.contains("<p><strong class=\"against\">A &lt;name&gt;.</strong></p>")
        && article.contains("<p>Type <code>x</code></p>"))
    let atEnd = ErrorMessage("Ends.", "Go on.", at: .init(9..<10, of: "1 +"))
    #expect(
      HTMLRenderer().render(Reply(atEnd), to: "1 +", at: nil)
        .contains("<code>1 +<mark>\u{A0}</mark></code>"))
  }

  @Test func `every figure has its sentence`() throws {
    let lines = [
      "digit 7", "classify", "neuron 1.5", "neuron 2.3", "forward", "network", "weights 1",
      "plot sigmoid", "histogram W1", "confusion", "cost", "gradient 3.4", "pixels", "biases 2",
    ]
    let page = try page(lines)
    let parsed = ParsedPage(page)
    #expect(parsed.problem == nil)
    #expect(parsed.count("figure") > lines.count / 2)
    #expect(parsed.count("figure") == parsed.count("figcaption"))
  }

  @Test(arguments: Array(0..<17))
  func `a lesson is a page`(_ number: Int) throws {
    var session = try bundledSession()
    let course = try session.classroom.readCourse()
    let lesson = course.lessons[number]
    let page = try page(["lesson \(lesson.id) --auto"])
    let parsed = ParsedPage(page)
    #expect(parsed.problem == nil)
    #expect(parsed.count("h1") == 1)
    #expect(page.contains("<h1>\(lesson.title.replacing("'", with: "&#39;"))</h1>"))
    #expect(parsed.elements.count { $0.attributes["class"] == "step" } == lesson.steps.count)
    #expect(parsed.count("kbd") > lesson.steps.count / 2)
  }

  /// Nothing is fetched and nothing runs.
  @Test func `a page is self-contained`() throws {
    let page = try page(["help", "digit 7", "neuron 1.5", "lesson"])
    let parsed = ParsedPage(page)
    #expect(parsed.problem == nil)
    #expect(
      parsed.names.isDisjoint(with: [
        "script", "link", "img", "iframe", "object", "embed", "base", "form", "a", "audio", "video",
      ]))
    for (name, attributes) in parsed.elements {
      let isPlain = attributes.keys.allSatisfy {
        !$0.hasPrefix("on") && !["src", "href"].contains($0)
      }
      #expect(isPlain, "\(name) \(attributes)")
    }
    #expect(!page.contains("url(") && !page.contains("@import"))
  }

  private static let noCharacters = String(
    String.UnicodeScalarView(
      [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x10FFFF].compactMap { Unicode.Scalar($0) }))

  /// What is only text stays text, wherever it stands.
  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title></style><b>", "&lt;b&gt; &amp; &#60;", "]]> <![CDATA[ <!-- --> <?x?>",
    "\u{0}\u{1}\u{1b}[31m\u{7f}\u{85}\u{9b}", noCharacters,
    "\u{202e}gnp.exe\u{2028}\u{2029}\u{200b}", "<\u{338}b>\u{301}", "a\tb\nc\rd",
  ])
  func `hostile text is text`(_ text: String) {
    let hostile = Self.everything(text)
    let parsed = ParsedPage(hostile)
    #expect(parsed.problem == nil)
    #expect(parsed.names.isSubset(of: ParsedPage(Self.everything("xyz")).names))
    #expect(
      hostile.unicodeScalars.allSatisfy {
        ($0.value >= 0x20 || $0 == "\n") && !(0x7F..<0xA0).contains($0.value)
          && $0.value & 0xFFFE != 0xFFFE && !(0x202A...0x202E).contains($0.value)
      })
  }

  /// A page that has a text wherever there can be one.
  private static func everything(_ text: String) -> String {
    var table = Table(.leading, .decimal, reading: .headed)
    table.add(Prose(text), Prose(text))
    table.add(Prose(text, .code), Prose(text))
    var reply = Reply([
      .heading(Prose(text)), .prose(Prose(text, .strong)), .prose(Prose(text, .prompt)),
      .lines([Prose(text), Prose(text, .code)]), .lines([Prose(text, .code)]), .table(table),
      .step(StepTitle(lesson: text, lessonTitle: text, title: text, number: 1, count: 2)),
      .figure(.heatMap(HeatMap(text, rows: 1, columns: 1, values: [1], scale: .ink))),
      .figure(.barChart(BarChart(text, [.init(text, 0.5)]))),
    ])
    reply.error = ErrorMessage(text, Prose(text), at: .init(0..<2, of: text))
    let line = TypedLine(text, after: text)
    let renderer = HTMLRenderer()
    return renderer.opening(for: reply, to: line) + renderer.render(reply, to: line, at: text)
      + renderer.closing
  }
}
