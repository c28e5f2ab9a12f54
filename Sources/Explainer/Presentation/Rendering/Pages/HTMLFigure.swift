/// A figure with its sentence, as markup.
struct HTMLFigure {
  private let figure: Figure

  init(_ figure: Figure) { self.figure = figure }

  /// The picture in characters, and what one sees in it.
  var markup: Markup {
    let renderer = TextRenderer(TerminalCapabilities(columns: 100, colors: .none, unicode: true))
    let lines = figure.content.drawn(by: renderer, width: 100).map { $0.map(\.text).joined() }
    let text = lines.map { [Markup.text($0)] }.joined(separator: [.lineFeed])
    return .element(
      "figure", [:], [.element("pre", ["aria-hidden": "true"], Array(text)), caption])
  }

  private var caption: Markup {
    .element(
      "figcaption", [:],
      figure.sentence.split(separator: "\n").map { .element("p", [:], [.text(String($0))]) })
  }
}
