/// A picture as shapes, in points from its top left corner: what leaves the terminal, as a file or as
/// an image. Writers make it into SVG or into pixels.
package struct Graphic: Equatable, Sendable {
  /// How far it goes.
  package var size: Size
  /// What it stands on; nil where that is left to whoever shows it.
  package var ground: Paint?
  /// From the one at the back to the one in front.
  package var shapes: [Shape]

  /// A picture of shapes.
  package init(_ size: Size, on ground: Paint? = nil, _ shapes: [Shape] = []) {
    self.size = size
    self.ground = ground
    self.shapes = shapes
  }

  /// Nothing at all.
  static let empty = Graphic(Size(0, 0))
}

extension Graphic {
  /// A place: to the right, and down.
  package struct Point: Equatable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// Width and height.
  package struct Size: Equatable, Sendable {
    package var width: Double
    package var height: Double

    package init(_ width: Double, _ height: Double) { (self.width, self.height) = (width, height) }
  }

  /// A rectangle whose sides are level and upright.
  package struct Box: Equatable, Sendable {
    package var left: Double
    package var top: Double
    package var width: Double
    package var height: Double

    package init(_ left: Double, _ top: Double, _ width: Double, _ height: Double) {
      (self.left, self.top, self.width, self.height) = (left, top, width, height)
    }

    var right: Double { left + width }
    var bottom: Double { top + height }
  }

  /// A colour, and how much of what is behind it is covered: from 0 to 1.
  package struct Paint: Hashable, Sendable {
    package var rgb: UInt32
    package var opacity: Double

    package init(_ rgb: UInt32, opacity: Double = 1) { (self.rgb, self.opacity) = (rgb, opacity) }
  }

  /// How a line looks; its ends are round.
  package struct Stroke: Equatable, Sendable {
    package var paint: Paint
    package var width: Double
    /// So much line, then so much gap, and again; nil for a line without gaps.
    package var dash: Dash?

    /// Lengths along a line.
    package struct Dash: Equatable, Sendable {
      package var on: Double
      package var off: Double

      package init(on: Double, off: Double) {
        precondition(on >= 0 && off > 0)
        (self.on, self.off) = (on, off)
      }
    }

    package init(_ paint: Paint, width: Double, dash: Dash? = nil) {
      (self.paint, self.width, self.dash) = (paint, width, dash)
    }
  }

  /// Equal squares in rows, one a number: the pixels of a picture.
  package struct Squares: Equatable, Sendable {
    /// The upper left corner of the first.
    package var corner: Point
    package var side: Double
    package var columns: Int
    /// Row after row.
    package var colors: [UInt32]

    package init(at corner: Point, side: Double, columns: Int, _ colors: [UInt32]) {
      precondition(columns > 0 && colors.count.isMultiple(of: columns))
      (self.corner, self.side, self.columns, self.colors) = (corner, side, columns, colors)
    }
  }

  /// A line of text.
  package struct Text: Equatable, Sendable {
    /// Which part of the text its place is.
    package enum Anchor: Sendable {
      case start, middle, end
    }

    package var content: String
    /// On the line that letters stand on.
    package var position: Point
    package var anchor: Anchor
    /// The height of a line without room between lines.
    package var size: Double
    package var isBold: Bool
    package var paint: Paint

    /// How long it is.
    package var width: Double { Lettering.width(of: content, size: size, isBold: isBold) }
  }

  /// A part of a picture.
  package enum Shape: Equatable, Sendable {
    /// A filled rectangle, its corners cut round with a radius.
    case box(Box, Paint, corner: Double = 0)
    /// From point to point.
    case line([Point], Stroke)
    /// A disc, a ring, or a disc with a rim.
    case disc(Point, radius: Double, fill: Paint?, rim: Stroke? = nil)
    case squares(Squares)
    case text(Text)
  }
}

// MARK: Putting together

extension Graphic {
  /// Adds all of another picture, its corner at a place.
  mutating func add(_ other: Graphic, at position: Point) {
    if let ground = other.ground {
      shapes.append(.box(Box(position.x, position.y, other.size.width, other.size.height), ground))
    }
    shapes += other.shapes.map { $0.moved(by: position) }
  }

  /// Pictures below one another.
  static func column(_ drawings: [Graphic], gap: Double) -> Graphic {
    drawings.filter { $0 != .empty }.reduce(into: .empty) { all, drawing in
      let top = all.size.height + (all == .empty ? 0 : gap)
      all.add(drawing, at: Point(0, top))
      all.size = Size(max(all.size.width, drawing.size.width), top + drawing.size.height)
    }
  }

  /// Pictures side by side, as many in a row as fit, the rows below one another.
  static func rows(_ drawings: [Graphic], within width: Double, gap: Double) -> Graphic {
    var rows: [Graphic] = []
    for drawing in drawings {
      let left = (rows.last?.size.width ?? 0) + gap
      guard let last = rows.last, left + drawing.size.width <= width else {
        rows.append(drawing)
        continue
      }
      var row = Graphic(
        Size(left + drawing.size.width, max(last.size.height, drawing.size.height)), last.shapes)
      row.add(drawing, at: Point(left, 0))
      rows[rows.count - 1] = row
    }
    return column(rows, gap: gap)
  }

  /// The picture on a ground, with room around it, its size in whole points.
  func framed(by margin: Double, on ground: Paint?) -> Graphic {
    var framed = Graphic(
      Size(
        (size.width + 2 * margin).rounded(.up), (size.height + 2 * margin).rounded(.up)),
      on: ground)
    framed.add(self, at: Point(margin, margin))
    return framed
  }
}

extension Graphic.Shape {
  fileprivate func moved(by way: Graphic.Point) -> Self {
    func moved(_ point: Graphic.Point) -> Graphic.Point {
      Graphic.Point(point.x + way.x, point.y + way.y)
    }
    switch self {
    case .box(var box, let paint, let corner):
      (box.left, box.top) = (box.left + way.x, box.top + way.y)
      return .box(box, paint, corner: corner)
    case .line(let points, let stroke): return .line(points.map(moved), stroke)
    case .disc(let center, let radius, let fill, let rim):
      return .disc(moved(center), radius: radius, fill: fill, rim: rim)
    case .squares(var squares):
      squares.corner = moved(squares.corner)
      return .squares(squares)
    case .text(var text):
      text.position = moved(text.position)
      return .text(text)
    }
  }
}
