/// What all drawings have in common: what colours mean on a ground, and how large text is.
struct Pen {
  /// What the drawing stands on.
  let theme: TerminalCapabilities.Theme

  /// The sizes of text, in points.
  static let usual = 12.0
  static let small = 10.0
  /// From one line of text to the next.
  static let lineHeight = 16.0
  /// Between a picture and what is said of it.
  static let gap = 10.0
  /// Text over a picture may be a little wider than a small picture before it is broken.
  static let titleRoom = 260.0

  private var palette: Palette { Palette(colors: .trueColor, theme: theme) }

  func paint(_ role: Palette.Role) -> Graphic.Paint { palette.color(role).paint(over: ink) }
  func paint(_ pixel: Pixel) -> Graphic.Paint { palette.color(pixel).paint(over: ink) }
  /// The colour of text on a pixel's.
  func ink(on pixel: Pixel) -> Graphic.Paint { palette.ink(on: pixel).paint(over: ink) }
  /// A neuron on dark paper.
  func lamp(_ level: Float) -> Graphic.Paint { palette.lamp(level).paint(over: ink) }

  /// Text that is not said quietly.
  var ink: Graphic.Paint {
    switch theme {
    case .dark: Graphic.Paint(0xe8e8e8)
    case .light: Graphic.Paint(0x1c1c1c)
    }
  }

  /// Axes and frames.
  var axis: Graphic.Paint {
    switch theme {
    case .dark: Graphic.Paint(0x6c6c6c)
    case .light: Graphic.Paint(0x9a9a9a)
    }
  }

  /// Lines behind curves.
  var rule: Graphic.Paint {
    switch theme {
    case .dark: Graphic.Paint(0x303030)
    case .light: Graphic.Paint(0xe6e6e6)
    }
  }

  /// What pictures stand on where they are alone.
  var ground: Graphic.Paint {
    switch theme {
    case .dark: Graphic.Paint(0x121212)
    case .light: Graphic.Paint(0xffffff)
    }
  }

  /// The paper of pictures of light, which is dark on every ground.
  static let darkPaper = Graphic.Paint(0x1c1c1c)
  /// What is drawn on that paper.
  static let onDark = Pen(theme: .dark)

  /// One of several curves.
  func series(_ index: Int) -> Graphic.Stroke {
    let dashes: [Graphic.Stroke.Dash?] = [
      nil, .init(on: 7, off: 5), .init(on: 0, off: 4.5), .init(on: 1.5, off: 6),
    ]
    return Graphic.Stroke(
      paint(Palette.series(index)), width: 2, dash: dashes[index % dashes.count])
  }
}

extension Color {
  /// The same for a drawing; what a terminal would choose itself is the colour of its text.
  fileprivate func paint(over text: Graphic.Paint) -> Graphic.Paint {
    switch self {
    case .rgb(let value): Graphic.Paint(value)
    case .usual, .basic, .indexed: text
    }
  }
}

// MARK: Text

extension Pen {
  /// A line of text at a place.
  func text(
    _ content: String, _ x: Double, _ y: Double, _ anchor: Graphic.Text.Anchor = .start,
    size: Double = Pen.usual, bold: Bool = false, _ paint: Graphic.Paint? = nil
  ) -> Graphic.Shape {
    .text(
      Graphic.Text(
        content: content.withoutControls, position: Graphic.Point(x, y), anchor: anchor, size: size,
        isBold: bold, paint: paint ?? ink))
  }

  /// Text broken at spaces so that no line is longer than `width`, unless a word is.
  func paragraph(
    _ content: String, within width: Double, size: Double = Pen.usual, bold: Bool = false,
    _ paint: Graphic.Paint? = nil
  ) -> Graphic {
    func length(_ text: String) -> Double {
      Lettering.width(of: text, size: size, isBold: bold)
    }
    let lines = Self.lines(content.withoutControls, within: width, size, length)
    guard !lines.isEmpty else { return .empty }
    let longest = lines.map(length).max() ?? 0
    let height = Self.lineHeight * size / Self.usual
    return Graphic(
      // In whole points, so that squares below stay sharp.
      Graphic.Size(longest, (height * Double(lines.count)).rounded(.up)),
      lines.enumerated().map { index, line in
        text(line, 0, height * (Double(index) + 0.75), size: size, bold: bold, paint)
      })
  }

  private static func lines(
    _ text: String, within width: Double, _ size: Double, _ length: (String) -> Double
  ) -> [String] {
    text.split(separator: " ").reduce(into: []) { lines, word in
      // A word that is longer than a line is cut: no letter is wider than the size of its text.
      let isLong = length(String(word)) > width
      let most = isLong ? max(Int(nearest: (width / size).rounded(.down)), 1) : word.count
      for start in stride(from: 0, to: word.count, by: most) {
        let piece = word.dropFirst(start).prefix(most)
        let longer = (lines.last.map { $0 + " " } ?? "") + piece
        if start == 0, !lines.isEmpty, length(longer) <= width {
          lines[lines.count - 1] = longer
        } else {
          lines.append(String(piece))
        }
      }
    }
  }

  /// The title of a picture; nothing where it has none.
  func title(_ text: String, over width: Double) -> Graphic {
    paragraph(text, within: max(width, Self.titleRoom), bold: true)
  }

  /// A picture under its title and over what is said of it.
  func titled(_ title: String, _ picture: Graphic, _ words: Graphic...) -> Graphic {
    .column([self.title(title, over: picture.size.width), picture] + words, gap: Self.gap)
  }

  /// Samples of how things look, each before its name, as many in a row as fit.
  func legend(_ items: [(sample: Graphic, name: String)], within width: Double) -> Graphic {
    let entries = items.map { item -> Graphic in
      let left = item.sample.size.width + 6
      let words = paragraph(item.name, within: max(width - left, 60), paint(.quiet))
      var entry = item.sample
      entry.size = Graphic.Size(
        left + words.size.width, max(item.sample.size.height, words.size.height))
      entry.add(words, at: Graphic.Point(left, 0))
      return entry
    }
    return .rows(entries, within: width, gap: Self.gap + 6)
  }

  /// A square of a colour, for a legend.
  func swatch(_ paint: Graphic.Paint) -> Graphic {
    Graphic(
      Graphic.Size(11, Self.lineHeight), [.box(Graphic.Box(0, 2, 11, 11), paint)])
  }

  /// A piece of a line, for a legend.
  func swatch(_ stroke: Graphic.Stroke) -> Graphic {
    let y = Self.lineHeight / 2
    return Graphic(
      Graphic.Size(28, Self.lineHeight),
      [.line([Graphic.Point(1, y), Graphic.Point(27, y)], stroke)])
  }
}
