import CZlib
import Core
import Foundation
import Testing

@testable import Presentation

/// Images as terminals take them, taken apart again by the descriptions of the protocols.
@Suite struct TerminalImageTests {
  private static let sizes = [(1, 1), (7, 3), (6, 12), (33, 17), (200, 90)]

  /// A picture of so many colours, the last of which is seen through.
  private func picture(_ width: Int, _ height: Int, colors: Int = 5, isOpaque: Bool = false)
    -> Pixmap
  {
    var generator = SeededGenerator(seed: UInt64(width))
    let palette = (0..<colors).map { index -> [UInt8] in
      let color = (0..<3).map { _ in UInt8.random(in: 0...255, using: &generator) }
      return isOpaque || index < colors - 1 ? color + [255] : [0, 0, 0, 0]
    }
    var pixmap = Pixmap(width: width, height: height)
    pixmap.bytes = (0..<width * height).flatMap { _ in
      palette[Int.random(in: 0..<colors, using: &generator)]
    }
    return pixmap
  }

  @Test(arguments: sizes) func `kitty's images come back`(width: Int, height: Int) throws {
    let pixmap = picture(width, height)
    let images = TerminalImages(by: .kitty, cell: .usual)
    let text = images.drawing(pixmap, columns: 9, rows: 4, on: 0)
    let image = try KittyDecoder(Framed(text, rows: 4).picture)
    let keys = image.keys.filter { !["m", "q"].contains($0.key) }
    #expect(keys == ["a": "T", "f": "100", "C": "1", "c": "9", "r": "4"])
    #expect(try SmallPNG(image.file).pixmap == pixmap)
  }

  @Test(arguments: sizes) func `iTerm2's images come back`(width: Int, height: Int) throws {
    let pixmap = picture(width, height)
    let images = TerminalImages(by: .iterm, cell: .usual)
    let text = try Framed(images.drawing(pixmap, columns: 9, rows: 1, on: 0), rows: 1).picture
    let start = "\u{1B}]1337;File="
    #expect(text.hasPrefix(start) && text.hasSuffix("\u{07}"))
    let parts = text.dropFirst(start.count).dropLast().split(separator: ":")
    let file = try #require(Data(base64Encoded: String(parts[1])))
    #expect(
      Set(parts[0].split(separator: ";")).isSuperset(of: [
        "inline=1", "size=\(file.count)", "width=9", "height=1", "preserveAspectRatio=0",
      ]))
    #expect(try SmallPNG(Array(file)).pixmap == pixmap)
  }

  /// A palette holds hundredths, so a part of a colour may be one or two off.
  @Test(arguments: sizes, [1, 2, 40, 256])
  func `sixels of few colours come back`(size: (Int, Int), colors: Int) throws {
    let pixmap = picture(size.0, size.1, colors: colors)
    let images = TerminalImages(by: .sixel, cell: .usual)
    let text = try Framed(images.drawing(pixmap, columns: 9, rows: 4, on: 0), rows: 4).picture
    let image = try SixelDecoder(text)
    #expect(image.width == pixmap.width && image.height == pixmap.height)
    expectEqual(image.pixels, pixmap, within: 2)
  }

  @Test func `sixels of hundredths are exact`() throws {
    var pixmap = Pixmap(width: 51, height: 6)
    for pixel in 0..<51 * 6 {
      pixmap.bytes.replaceSubrange(
        4 * pixel..<4 * pixel + 4, with: [UInt8(pixel % 51 * 5), 0, 255, 255])
    }
    let image = try SixelDecoder(SixelImage.sequence(pixmap, on: 0))
    expectEqual(image.pixels, pixmap, within: 1)
    #expect(Set(image.pixels.compactMap { $0?.first }).count == 51)
  }

  @Test func `sixels of many colours are near`() throws {
    var pixmap = Pixmap(width: 64, height: 64)
    for pixel in 0..<4096 {
      let color = [UInt8(pixel % 64 * 4), UInt8(pixel / 64 * 4), 128, 255]
      pixmap.bytes.replaceSubrange(4 * pixel..<4 * pixel + 4, with: color)
    }
    let image = try SixelDecoder(SixelImage.sequence(pixmap, on: 0))
    #expect(image.colors <= 256)
    expectEqual(image.pixels, pixmap, within: 12)
  }

  @Test func `what covers a part of a sixel is mixed with what it stands on`() throws {
    var pixmap = Pixmap(width: 3, height: 1)
    pixmap.bytes = [255, 255, 255, 102, 255, 0, 0, 255, 9, 9, 9, 10]
    let image = try SixelDecoder(SixelImage.sequence(pixmap, on: 0x000000))
    #expect(image.pixels == [[102, 102, 102], [255, 0, 0], nil])
  }

  private func expectEqual(
    _ pixels: [[UInt8]?], _ pixmap: Pixmap, within most: Int,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(pixels.count == pixmap.width * pixmap.height, sourceLocation: location)
    let wrong = pixels.enumerated().filter { index, pixel in
      let real = pixmap.bytes[4 * index..<4 * index + 4]
      guard let pixel else { return real.last != 0 }
      return real.last == 0 || zip(pixel, real).contains { abs(Int($0) - Int($1)) > most }
    }
    #expect(wrong.isEmpty, sourceLocation: location)
  }

  @Test func `through another terminal every Escape is sent twice`() throws {
    let pixmap = picture(7, 7)
    let plain = TerminalImages(by: .kitty, cell: .usual)
    var inner = plain
    inner.isPassedThrough = true
    let whole = try Framed(plain.drawing(pixmap, columns: 2, rows: 2, on: 0), rows: 2).picture
    let passed = try Framed(inner.drawing(pixmap, columns: 2, rows: 2, on: 0), rows: 2).picture
    #expect(passed.hasPrefix("\u{1B}Ptmux;") && passed.hasSuffix("\u{1B}\\"))
    let inside = passed.dropFirst(7).dropLast(2)
    #expect(inside.replacing("\u{1B}\u{1B}", with: "\u{1B}") == whole)
  }

  // MARK: Figures

  private static let figures: [Figure] = [
    .heatMap(
      HeatMap(
        "weights", rows: 28, columns: 28, values: (0..<784).map { Float($0 % 29) / 29 - 0.5 },
        scale: .signed)),
    .gallery(
      (0..<4).map { index in
        HeatMap(
          "\(index)", rows: 28, columns: 28, values: (0..<784).map { Float($0 % (index + 3)) },
          scale: .ink)
      }),
  ]

  /// With an image a figure takes the rows and columns that it takes without.
  @Test(arguments: ImageProtocol.allCases, figures)
  func `an image takes the room of its characters`(way: ImageProtocol, figure: Figure) {
    for theme in TerminalCapabilities.Theme.allCases {
      var capabilities = TerminalCapabilities(
        columns: 80, rows: 40, colors: .trueColor, unicode: true, theme: theme)
      let reply = Reply([.figure(figure)])
      let plain = lines(reply, capabilities)
      capabilities.images = TerminalImages(by: way, cell: .usual)
      let drawn = lines(reply, capabilities)
      #expect(drawn.count == plain.count)
      #expect(drawn.count { $0.contains("\u{1B}7") } == 1)
      // An empty row might be left out, and the picture would stand a row too high.
      #expect(drawn.allSatisfy { !$0.isEmpty })
    }
  }

  private static let shown = [
    "digit 8", "weights 1.5", "W1", "network", "forward", "classify noise 4", "neuron 1.5",
    "histogram W1", "plot sin(x), cos(x), 0.3*x", "descend b3[3]", "W2",
  ]

  @Test(arguments: ImageProtocol.allCases, [(80, 24), (120, 40), (200, 60)])
  func `no image takes more than 20 KB`(way: ImageProtocol, window: (Int, Int)) throws {
    var count = 0
    for theme in TerminalCapabilities.Theme.allCases {
      var capabilities = TerminalCapabilities(
        columns: window.0, rows: window.1, colors: .trueColor, unicode: true, theme: theme)
      capabilities.images = TerminalImages(by: way, cell: .usual)
      for line in Self.shown {
        let drawn = TextRenderer(capabilities).render(try reply(line))
        let images = drawn.components(separatedBy: "\u{1B}7").dropFirst()
          .map { $0.components(separatedBy: "\u{1B}8")[0] }
        count += images.count
        #expect(images.allSatisfy { $0.utf8.count <= 20_000 }, "\(line)")
      }
    }
    #expect(count > 20)
  }

  @Test func `words stand beside an image`() {
    var capabilities = TerminalCapabilities(columns: 80, colors: .trueColor, unicode: true)
    capabilities.images = TerminalImages(by: .kitty, cell: .usual)
    let words = [Block.prose("Words beside it.")]
    let drawn = lines(Reply([.beside([[.figure(Self.figures[0])], words])]), capabilities)
    #expect(drawn[0] == String(repeating: " ", count: 31) + "Words beside it.")
    #expect(drawn.last?.hasSuffix("\u{1B}[28C") == true)
  }

  @Test func `what would not fit the window stays characters`() {
    var capabilities = TerminalCapabilities(
      columns: 80, rows: 12, colors: .trueColor, unicode: true)
    let reply = Reply([.figure(Self.figures[0])])
    let plain = lines(reply, capabilities)
    capabilities.images = TerminalImages(by: .sixel, cell: .usual)
    #expect(lines(reply, capabilities) == plain)
  }

  private func lines(_ reply: Reply, _ capabilities: TerminalCapabilities) -> [Substring] {
    let text = TextRenderer(capabilities).render(reply)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }
}

// MARK: Decoders

private struct Damaged: Error {}

/// What is sent around a picture: up to its first row and back.
private struct Framed {
  let picture: String

  init(_ text: String, rows: Int) throws {
    let start = "\u{1B}7" + (rows > 1 ? "\u{1B}[\(rows - 1)A" : "")
    guard text.hasPrefix(start), text.hasSuffix("\u{1B}8") else { throw Damaged() }
    picture = String(text.dropFirst(start.count).dropLast(2))
  }
}

/// kitty's pieces: `ESC _ G keys ; base64 ESC \`, all but the last with `m=1`.
private struct KittyDecoder {
  private(set) var keys: [String: String] = [:]
  private(set) var file: [UInt8] = []

  init(_ text: String) throws {
    var data = ""
    let pieces = text.components(separatedBy: "\u{1B}\\").dropLast()
    for (index, piece) in pieces.enumerated() {
      guard piece.hasPrefix("\u{1B}_G") else { throw Damaged() }
      let parts = piece.dropFirst(3).split(separator: ";", omittingEmptySubsequences: false)
      let pairs = parts[0].split(separator: ",").map { $0.split(separator: "=").map(String.init) }
      let own = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
      let isLast = index == pieces.count - 1
      guard own["m"] == (isLast ? "0" : "1"), own["q"] == "2", parts[1].count <= 4096,
        isLast || parts[1].count % 4 == 0
      else { throw Damaged() }
      if index == 0 { keys = own }
      data += parts[1]
    }
    guard let bytes = Data(base64Encoded: data) else { throw Damaged() }
    file = Array(bytes)
  }
}

/// DEC's sixels, as the VT340 draws them.
private struct SixelDecoder {
  private(set) var width = 0
  private(set) var height = 0
  /// Row after row; nil where nothing was drawn.
  private(set) var pixels: [[UInt8]?] = []
  /// How many colours are in the palette.
  private(set) var colors = 0

  init(_ text: String) throws {
    guard text.hasPrefix("\u{1B}P0;1;0q\""), text.hasSuffix("\u{1B}\\") else { throw Damaged() }
    var rest = Array(text.dropFirst(9).dropLast(2).utf8)[...]
    func numbers() -> [Int] {
      let digits = rest.prefix { (0x30...0x39).contains($0) || $0 == 0x3B }
      rest = rest.dropFirst(digits.count)
      return digits.split(separator: 0x3B).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
    let raster = numbers()
    guard raster.count == 4, raster[..<2] == [1, 1] else { throw Damaged() }
    (width, height) = (raster[2], raster[3])
    pixels = Array(repeating: nil, count: width * height)
    var palette: [Int: [UInt8]] = [:]
    var (color, x, top) = (0, 0, 0)
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "#"):
        let numbers = numbers()
        color = numbers[0]
        if numbers.count == 5 {
          guard numbers[1] == 2, numbers[2...].allSatisfy({ (0...100).contains($0) }) else {
            throw Damaged()
          }
          palette[color] = numbers[2...].map { UInt8((Double($0) * 2.55).rounded()) }
        }
      case UInt8(ascii: "$"): x = 0
      case UInt8(ascii: "-"): (x, top) = (0, top + 6)
      default:
        var (count, sign) = (1, byte)
        if byte == UInt8(ascii: "!") {
          count = numbers()[0]
          guard let next = rest.popFirst() else { throw Damaged() }
          sign = next
        }
        guard (0x3F...0x7E).contains(sign), let paint = palette[color] else { throw Damaged() }
        for column in x..<x + count {
          for bit in 0..<6 where (sign - 0x3F) >> UInt8(bit) & 1 == 1 {
            guard column < width, top + bit < height else { throw Damaged() }
            pixels[(top + bit) * width + column] = paint
          }
        }
        x += count
      }
    }
    colors = palette.count
  }
}

/// A PNG of a palette, with 1 to 8 bits a pixel, whose rows are not filtered.
private struct SmallPNG {
  let pixmap: Pixmap

  init(_ file: [UInt8]) throws {
    func number(_ place: Int) -> Int { file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    var (place, parts) = (8, [String: [UInt8]]())
    while place + 8 <= file.count {
      let type = String(decoding: file[place + 4..<place + 8], as: UTF8.self)
      parts[type, default: []] += file[place + 8..<place + 8 + number(place)]
      place += 12 + number(place)
    }
    let (width, height, bits) = (number(16), number(20), Int(file[24]))
    let length = (width * bits + 7) / 8
    let (colors, covers) = (parts["PLTE"] ?? [], parts["tRNS"] ?? [])
    let data = parts["IDAT"] ?? []
    var rows = [UInt8](repeating: 0, count: (length + 1) * height)
    var size = uLongf(rows.count)
    guard [1, 2, 4, 8].contains(bits), file[25] == 3,
      uncompress(&rows, &size, data, uLong(data.count)) == Z_OK
    else { throw Damaged() }
    var pixmap = Pixmap(width: width, height: height)
    for pixel in 0..<width * height {
      let (row, column) = pixel.quotientAndRemainder(dividingBy: width)
      let start = row * (length + 1)
      guard rows[start] == 0 else { throw Damaged() }
      let byte = Int(rows[start + 1 + column * bits / 8])
      let index = byte >> (8 - bits - column * bits % 8) & (1 << bits - 1)
      guard 3 * index + 3 <= colors.count else { throw Damaged() }
      let cover = index < covers.count ? covers[index] : 255
      pixmap.bytes.replaceSubrange(
        4 * pixel..<4 * pixel + 4, with: colors[3 * index..<3 * index + 3] + [cover])
    }
    self.pixmap = pixmap
  }
}
