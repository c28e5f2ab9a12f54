import Testing

@testable import Core

/// Files of every kind that is read, and of those that are not.
struct PictureFileTests {
  private func picture(_ png: TestPNG) throws -> GrayPicture { try PictureFile.read(png.file) }

  private func problem(_ file: [UInt8]) -> PictureError? {
    do throws(PictureError) {
      _ = try PictureFile.read(file)
      return nil
    } catch { return error }
  }

  // MARK: PNG

  @Test func `gray of every depth`() throws {
    #expect(
      try picture(TestPNG(width: 8, height: 1, bits: 1, rows: [[0b1011_0000]])).lightness
        == [255, 0, 255, 255, 0, 0, 0, 0])
    #expect(
      try picture(TestPNG(width: 4, height: 1, bits: 2, rows: [[0b0001_1011]])).lightness
        == [0, 85, 170, 255])
    #expect(
      try picture(TestPNG(width: 2, height: 1, bits: 4, rows: [[0x0F]])).lightness == [0, 255])
    #expect(
      try picture(TestPNG(width: 2, height: 2, rows: [[0, 128], [200, 255]]))
        == GrayPicture(width: 2, height: 2, lightness: [0, 128, 200, 255]))
    #expect(
      try picture(TestPNG(width: 2, height: 1, bits: 16, rows: [[0, 0, 255, 255]])).lightness
        == [0, 255])
  }

  @Test(arguments: [8, 16]) func `colors become as light as they look`(bits: Int) throws {
    let colors: [UInt8] = [255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0]
    let row = bits == 8 ? colors : colors.flatMap { [$0, $0] }
    let light = try picture(TestPNG(width: 5, height: 1, bits: bits, kind: 2, rows: [row]))
      .lightness
    #expect(light[0] == 255 && light[4] == 0)
    #expect(light[2] > light[1] && light[1] > light[3] && light[3] > 0)
  }

  @Test func `palettes, and those with holes`() throws {
    let palette: [UInt8] = [240, 240, 240, 10, 10, 10]
    var png = TestPNG(
      width: 4, height: 1, kind: 3, chunks: [("PLTE", palette)], rows: [[0, 1, 0, 1]])
    #expect(try picture(png).lightness == [240, 10, 240, 10])
    png.bits = 1
    png.rows = [[0b0101_0000]]
    #expect(try picture(png).lightness == [240, 10, 240, 10])
    // Where the paper is a hole, the dark ink lies on white.
    png.chunks.append(("tRNS", [0]))
    #expect(try picture(png).lightness == [255, 10, 255, 10])
  }

  @Test func `ink on nothing lies on paper that it stands out from`() throws {
    let dark = TestPNG(width: 2, height: 1, kind: 4, rows: [[0, 0, 0, 255]])
    #expect(try picture(dark).lightness == [255, 0])
    let light = TestPNG(width: 2, height: 1, kind: 4, rows: [[255, 0, 255, 255]])
    #expect(try picture(light).lightness == [0, 255])
    let color = TestPNG(width: 2, height: 1, kind: 6, rows: [[0, 0, 0, 0, 0, 0, 0, 255]])
    #expect(try picture(color).lightness == [255, 0])
    let deep = TestPNG(
      width: 2, height: 1, bits: 16, kind: 6,
      rows: [[UInt8](repeating: 0, count: 14) + [255, 255]])
    #expect(try picture(deep).lightness == [255, 0])
  }

  @Test func `an interlaced picture comes together`() throws {
    let pixels = (0..<64).map { UInt8($0 * 4) }
    let passes = [
      (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
      (0, 1, 1, 2),
    ]
    let rows = passes.flatMap { left, top, across, down in
      stride(from: top, to: 8, by: down).map { row in
        stride(from: left, to: 8, by: across).map { pixels[row * 8 + $0] }
      }
    }
    let png = TestPNG(width: 8, height: 8, isInterlaced: true, rows: rows)
    #expect(try picture(png).lightness == pixels)
  }

  // MARK: PGM and PPM

  @Test(arguments: [
    "P2\n2 2\n255\n0 128 200 255", "P2 # by hand\n2 # across\n2\n255\n0\n128 200\t255\n",
    "P3 2 2 255 0 0 0 128 128 128 200 200 200 255 255 255",
  ]) func `numbers as text`(file: String) throws {
    #expect(
      try PictureFile.read(Array(file.utf8))
        == GrayPicture(width: 2, height: 2, lightness: [0, 128, 200, 255]))
  }

  @Test func `numbers as bytes`() throws {
    let expected = GrayPicture(width: 2, height: 1, lightness: [0, 255])
    #expect(try PictureFile.read(Array("P5 2 1 255\n".utf8) + [0, 255]) == expected)
    #expect(try PictureFile.read(Array("P5 2 1 1\n".utf8) + [0, 1]) == expected)
    #expect(try PictureFile.read(Array("P5 2 1 65535\n".utf8) + [0, 0, 255, 255]) == expected)
    #expect(try PictureFile.read(Array("P6 2 1 9\n".utf8) + [0, 0, 0, 9, 9, 9]) == expected)
  }

  // MARK: What is no picture

  @Test func `files that are something else`() {
    #expect(problem([]) == .empty)
    #expect(problem(Array("hello".utf8)) == .notAPicture(format: nil))
    #expect(problem([0xFF, 0xD8, 0xFF, 0xE0]) == .notAPicture(format: "JPEG"))
    #expect(problem(Array("GIF89a".utf8)) == .notAPicture(format: "GIF"))
    #expect(problem(Array("RIFF....WEBP".utf8)) == .notAPicture(format: "WebP"))
    #expect(problem(Array("....ftypheic".utf8)) == .notAPicture(format: "HEIC"))
    #expect(problem(Array("P4 8 1\n.".utf8)) == .notAPicture(format: "PBM"))
  }

  @Test func `every beginning of a file is too short or damaged`() {
    let png = TestPNG(width: 9, height: 9, rows: (0..<9).map { [UInt8](repeating: $0, count: 9) })
    let files = [
      // Without its last chunk, which says nothing, it is still a picture.
      Array(png.file.dropLast(12)),
      Array("P5 3 3 255\n".utf8) + [UInt8](repeating: 200, count: 9),
      Array("P2 3 3 9 1 2 3 4 5 6 7 8 9".utf8),
    ]
    for file in files {
      for count in 8..<file.count - 1 {
        let problem = problem(Array(file[..<count]))
        #expect(problem == .truncated || problem == .damaged, "\(count) bytes")
      }
    }
  }

  @Test func `changed bytes are an error or a picture, never worse`() {
    let file = TestPNG(width: 6, height: 6, rows: (0..<6).map { [UInt8](repeating: $0, count: 6) })
      .file
    for index in file.indices {
      var changed = file
      changed[index] ^= 0xFF
      _ = problem(changed)
    }
    var damaged = file
    damaged[60] ^= 0xFF
    #expect(problem(damaged) == .damaged)
  }

  @Test func `numbers beyond white, and headers without sense`() {
    #expect(problem(Array("P2 1 1 9 10 ".utf8)) == .damaged)
    #expect(problem(Array("P2 1 1 9 x ".utf8)) == .damaged)
    #expect(problem(Array("P5 1 1 65536\n....".utf8)) == .badHeader)
    #expect(problem(Array("P5 one 1 9\n....".utf8)) == .badHeader)
    #expect(problem(Array("P5 0 1 9\n....".utf8)) == .noPixels)
    #expect(problem(Array("P5 -1 1 9\n....".utf8)) == .badHeader)
    var png = TestPNG(width: 1, height: 1, bits: 3, rows: [[0]])
    #expect(problem(png.file) == .badHeader)
    (png.bits, png.kind) = (8, 5)
    #expect(problem(png.file) == .badHeader)
  }

  @Test func `what is too large is refused before there is room for it`() {
    let most = GrayPicture.mostPixels
    let huge = TestPNG(width: Int(Int32.max), height: Int(Int32.max), rows: [[0]])
    #expect(problem(huge.file) == .tooManyPixels(width: huge.width, height: huge.height))
    #expect(
      problem(Array("P5 \(most) 2 255\n".utf8)) == .tooManyPixels(width: most, height: 2))
    #expect(
      problem(Array("P5 99999999999999999999999 99999999999999999999999 255\n".utf8))
        == .tooManyPixels(width: 1 << 40, height: 1 << 40))
    // The header may claim as much as is allowed; the file does not hold it.
    #expect(problem(Array("P5 \(most) 1 255\n".utf8)) == .truncated)
    #expect(problem(TestPNG(width: 4000, height: 4000, kind: 6, rows: [[0]]).file) == .damaged)
  }
}
