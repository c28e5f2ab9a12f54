/// A figure with its sentence, as markup.
struct HTMLFigure {
  private let figure: Figure

  init(_ figure: Figure) { self.figure = figure }

  /// The picture in shapes, and what one sees in it.
  var markup: Markup {
    let picture = figure.graphic(on: .light)
    let svg = Markup.svg(picture, label: figure.kind, dark: figure.graphic(on: .dark))
    let width = picture.size.width
    // On a small screen a large picture can be moved, so that its text stays large enough.
    let least = min(width, Self.narrowest)
    return .element(
      "figure", ["style": "--width:\(Int(nearest: width))px;--least:\(Int(nearest: least))px"],
      [.element("div", ["class": "picture"], [svg]), caption])
  }

  private static let narrowest = 480.0

  private var caption: Markup {
    .element(
      "figcaption", [:],
      figure.sentence.split(separator: "\n").map { .element("p", [:], [.text(String($0))]) })
  }
}
