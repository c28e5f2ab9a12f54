extension Graphic {
  /// How every file begins that this program writes.
  private static let mark =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" data-from=\"nn-repl\" "

  /// Whether this program wrote a file.
  package static func isSVGOfOurs(_ file: [UInt8]) -> Bool { file.starts(with: mark.utf8) }

  /// The picture as SVG in a file of its own.
  ///
  /// - Parameters:
  ///   - title: what it is called.
  ///   - description: what one sees in it, for those who cannot.
  package func svg(title: String, description: String) -> String {
    var svg = SVGWriter()
    let (width, height) = (svg.number(size.width), svg.number(size.height))
    svg.text +=
      Graphic.mark + "width=\"\(width)\" height=\"\(height)\" "
      + "viewBox=\"0 0 \(width) \(height)\" role=\"img\" font-family=\"\(SVGWriter.family)\">\n"
    svg.text += "<title>\(svg.escaped(title))</title>\n<desc>\(svg.escaped(description))</desc>\n"
    if let ground { svg.write(.box(Box(0, 0, size.width, size.height), ground)) }
    for shape in shapes { svg.write(shape) }
    return svg.text + "</svg>\n"
  }

  /// The picture as an element of a page, in colours for a light ground and for a dark one: where they
  /// differ, `--fill` and `--stroke` say the second, and `PageStyle` uses them.
  ///
  /// - Parameters:
  ///   - label: what it is, in a word or two.
  ///   - dark: the same picture for a dark ground.
  func element(label: String, dark: Graphic) -> String {
    var svg = SVGWriter()
    let (width, height) = (svg.number(size.width), svg.number(size.height))
    svg.text +=
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
      + "viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(svg.escaped(label))\" "
      + "font-family=\"\(SVGWriter.family)\">\n"
    for (shape, other) in zip(shapes, dark.shapes) {
      svg.darkColors = Dictionary(
        zip(shape.paints, other.paints).map { ($0.rgb, $1.rgb) }, uniquingKeysWith: { $1 })
      svg.write(shape)
    }
    return svg.text + "</svg>"
  }
}

extension Graphic.Shape {
  /// Its colours, in an order that does not depend on them.
  fileprivate var paints: [Graphic.Paint] {
    switch self {
    case .box(_, let paint, _): [paint]
    case .line(_, let stroke): [stroke.paint]
    case .disc(_, _, let fill, let rim): [fill, rim?.paint].compactMap(\.self)
    case .squares(let squares): squares.colors.map { Graphic.Paint($0) }
    case .text(let text): [text.paint]
    }
  }
}

/// Makes shapes into elements of SVG.
private struct SVGWriter {
  var text = ""
  /// The colours on a dark ground of those that the next shape has on a light one.
  var darkColors: [UInt32: UInt32] = [:]

  /// Typefaces whose letters are as wide as those of `Alphabet`, then whatever there is.
  static let family = "Helvetica, Arial, 'Liberation Sans', sans-serif"

  mutating func write(_ shape: Graphic.Shape) {
    switch shape {
    case .box(let box, let paint, let corner):
      text += "<rect x=\"\(number(box.left))\" y=\"\(number(box.top))\" "
      text += "width=\"\(number(box.width))\" height=\"\(number(box.height))\""
      if corner > 0 { text += " rx=\"\(number(corner))\"" }
      text += " \(color("fill", paint))\(onDark(fill: paint))/>\n"
    case .line(let points, let stroke): write(points, stroke)
    case .disc(let center, let radius, let fill, let rim):
      text +=
        "<circle cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"\(number(radius))\""
      text += " \(fill.map { color("fill", $0) } ?? "fill=\"none\"")"
      text += rim.map { " " + look($0) } ?? ""
      text += "\(onDark(fill: fill, stroke: rim?.paint))/>\n"
    case .squares(let squares): write(squares)
    case .text(let line): write(line)
    }
  }

  private mutating func write(_ points: [Graphic.Point], _ stroke: Graphic.Stroke) {
    guard !points.isEmpty else { return }
    // A single point is drawn as a line of no length, whose round ends make it a dot.
    let corners = points.count == 1 ? points + points : points
    text += "<polyline points=\""
    text += corners.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    text +=
      "\" fill=\"none\" \(look(stroke)) stroke-linecap=\"round\" stroke-linejoin=\"round\""
    text += "\(onDark(stroke: stroke.paint))/>\n"
  }

  /// One path a colour; neighbours in a row are one rectangle.
  private mutating func write(_ squares: Graphic.Squares) {
    var paths: [UInt32: String] = [:]
    var order: [UInt32] = []
    let side = number(squares.side)
    for row in 0..<squares.colors.count / squares.columns {
      var column = 0
      while column < squares.columns {
        let color = squares.colors[row * squares.columns + column]
        let start = column
        repeat {
          column += 1
        } while column < squares.columns
          && squares.colors[row * squares.columns + column] == color
        let left = number(squares.corner.x + Double(start) * squares.side)
        let top = number(squares.corner.y + Double(row) * squares.side)
        let width = number(Double(column - start) * squares.side)
        if paths[color] == nil { order.append(color) }
        paths[color, default: ""] += "M\(left) \(top)h\(width)v\(side)h-\(width)z"
      }
    }
    text += "<g shape-rendering=\"crispEdges\">\n"
    for rgb in order {
      let paint = Graphic.Paint(rgb)
      text += "<path \(color("fill", paint))\(onDark(fill: paint)) d=\"\(paths[rgb] ?? "")\"/>\n"
    }
    text += "</g>\n"
  }

  /// Its length is said, so that with whatever typeface it keeps its room.
  private mutating func write(_ line: Graphic.Text) {
    let content = escaped(line.content)
    guard !content.isEmpty else { return }
    text += "<text x=\"\(number(line.position.x))\" y=\"\(number(line.position.y))\" "
    text += "font-size=\"\(number(line.size))\""
    switch line.anchor {
    case .start: break
    case .middle: text += " text-anchor=\"middle\""
    case .end: text += " text-anchor=\"end\""
    }
    if line.isBold { text += " font-weight=\"bold\"" }
    if line.content.count > 1 {
      text += " textLength=\"\(number(line.width))\" lengthAdjust=\"spacingAndGlyphs\""
    }
    text += " \(color("fill", line.paint))\(onDark(fill: line.paint))>\(content)</text>\n"
  }

  // MARK: Attributes

  private func look(_ stroke: Graphic.Stroke) -> String {
    let dash = stroke.dash.map { " stroke-dasharray=\"\(number($0.on)) \(number($0.off))\"" } ?? ""
    return "\(color("stroke", stroke.paint)) stroke-width=\"\(number(stroke.width))\"\(dash)"
  }

  private func color(_ name: String, _ paint: Graphic.Paint) -> String {
    let cover = paint.opacity < 1 ? " \(name)-opacity=\"\(number(paint.opacity))\"" : ""
    return "\(name)=\"\(Color.rgb(paint.rgb).css)\"\(cover)"
  }

  /// The colours of an element on a dark ground, where they are others.
  private func onDark(fill: Graphic.Paint? = nil, stroke: Graphic.Paint? = nil) -> String {
    let colors = [("fill", fill), ("stroke", stroke)].compactMap { name, paint -> String? in
      guard let rgb = paint?.rgb, let dark = darkColors[rgb], dark != rgb else { return nil }
      return "--\(name):\(Color.rgb(dark).css)"
    }
    return colors.isEmpty ? "" : " style=\"\(colors.joined(separator: ";"))\""
  }

  /// With two decimals at most.
  func number(_ value: Double) -> String {
    let hundredths = Int(nearest: value * 100)
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard part > 0 else { return sign + String(whole) }
    let digits = part % 10 == 0 ? String(part / 10) : part < 10 ? "0\(part)" : String(part)
    return "\(sign)\(whole).\(digits)"
  }

  /// Text without what XML takes for its own, and without what it may not hold.
  func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Markup.text(String($0)).source }.joined(separator: "\n")
  }
}
