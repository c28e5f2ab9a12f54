import Testing

@testable import Core

/// From a picture to the digits in it.
struct PictureStagesTests {
  /// A sheet of paper to write on, 0 to 1.
  private struct Sheet {
    let width: Int
    let height: Int
    private var lightness: [Float]

    init(_ width: Int, _ height: Int, paper: Float = 0.9) {
      (self.width, self.height) = (width, height)
      lightness = [Float](repeating: paper, count: width * height)
    }

    /// Fills a rectangle.
    mutating func write(_ columns: Range<Int>, _ rows: Range<Int>, ink: Float = 0.1) {
      for row in rows { for column in columns { lightness[row * width + column] = ink } }
    }

    /// Writes a digit at so many pixels for each of its own, the darker the more ink it has.
    mutating func write(_ digit: Digit, left: Int, top: Int, times: Int, ink: Float = 0.1) {
      for row in 0..<28 * times {
        for column in 0..<28 * times {
          let index = (top + row) * width + left + column
          let amount = digit[row / times, column / times]
          lightness[index] += (ink - lightness[index]) * amount
        }
      }
    }

    /// Lets light and noise fall on it.
    mutating func light(_ change: (_ x: Float, _ y: Float, Float) -> Float) {
      for index in lightness.indices {
        lightness[index] = change(
          Float(index % width) / Float(width), Float(index / width) / Float(height),
          lightness[index])
      }
    }

    var picture: GrayPicture {
      GrayPicture(
        width: width, height: height,
        lightness: lightness.map { UInt8(min(max($0 * 255, 0), 255).rounded()) })
    }
  }

  /// A 7 as it is written.
  private var seven: Sheet {
    var sheet = Sheet(200, 160)
    sheet.write(60..<120, 30..<38)
    sheet.write(100..<108, 30..<130)
    return sheet
  }

  private func problem(_ sheet: Sheet) -> PictureError? {
    do throws(PictureError) {
      _ = try PictureStages(sheet.picture)
      return nil
    } catch { return error }
  }

  @Test func `ink is cropped, scaled to 20 and centered by its mass`() throws {
    let stages = try PictureStages(seven.picture)
    #expect(stages.hasDarkInk && stages.specks == 0 && stages.atRim == 0)
    let digit = stages.digit
    #expect(digit.columns == 60...119 && digit.rows == 30...129)
    #expect(digit.cropped.width == 12 && digit.cropped.height == 20)
    #expect(max(digit.penned.width, digit.penned.height) == 20)
    let ink = InkImage(width: 28, height: 28, ink: digit.digit.pixels)
    let (x, y) = try #require(ink.centerOfMass)
    #expect(abs(x - 14.5) <= 0.5 && abs(y - 14.5) <= 0.5)
  }

  @Test func `light ink on dark paper is found out and gives the same digit`() throws {
    var light = seven
    light.light { 1 - $2 }
    let stages = try PictureStages(light.picture)
    #expect(!stages.hasDarkInk)
    let expected = try PictureStages(seven.picture).digit.digit
    for (one, other) in zip(stages.digit.digit.pixels, expected.pixels) {
      #expect(abs(one - other) < 0.15)
    }
  }

  @Test(arguments: [0, 1, 2]) func `light that falls unevenly leaves the digit as it is`(
    kind: Int
  ) throws {
    var shaded = seven
    shaded.light { x, y, light in
      switch kind {
      case 0: light * (0.4 + 0.6 * x)
      case 1: light * (x + y > 0.9 ? 0.55 : 1)
      default: light * (1 - (x - 0.5) * (x - 0.5) - (y - 0.5) * (y - 0.5))
      }
    }
    let stages = try PictureStages(shaded.picture)
    let expected = try PictureStages(seven.picture).digit
    #expect(stages.hasDarkInk)
    #expect(abs(stages.digit.columns.lowerBound - expected.columns.lowerBound) <= 1)
    #expect(abs(stages.digit.columns.upperBound - expected.columns.upperBound) <= 1)
    #expect(abs(stages.digit.rows.lowerBound - expected.rows.lowerBound) <= 1)
    #expect(abs(stages.digit.rows.upperBound - expected.rows.upperBound) <= 1)
  }

  @Test func `specks and what runs along the rim are left out`() throws {
    var sheet = seven
    for place in [(20, 20), (150, 100), (180, 40)] {
      sheet.write(place.0..<place.0 + 3, place.1..<place.1 + 3)
    }
    sheet.write(0..<200, 156..<160)
    let stages = try PictureStages(sheet.picture)
    #expect(stages.specks == 3 && stages.atRim == 1)
    #expect(stages.digit.digit == (try PictureStages(seven.picture).digit.digit))
  }

  // MARK: Strokes

  @Test(arguments: [(2, WrittenDigit.Stroke.thickened), (13, .kept), (30, .thinned)])
  func `pens of all widths come to one`(pen: Int, stroke: WrittenDigit.Stroke) throws {
    var sheet = Sheet(240, 200)
    sheet.write(60..<140, 30..<30 + pen)
    sheet.write(140 - pen..<140, 30..<130)
    let digit = try PictureStages(sheet.picture).digit
    #expect(digit.stroke == stroke)
    // Of the upright stroke, two thirds down.
    let row = InkImage(width: 28, height: 28, ink: digit.digit.pixels).ink[28 * 20..<28 * 21]
    #expect((2...3.7).contains(row.reduce(0, +)), "\(row.reduce(0, +))")
  }

  // MARK: Paper alone

  @Test func `paper alone holds nothing to read`() {
    var generator = SeededGenerator(seed: 3)
    var noise = Sheet(120, 90, paper: 0.7)
    noise.light { $2 + 0.1 * (Float.random(in: 0...1, using: &generator) - 0.5) }
    var half = Sheet(120, 90)
    half.light { x, _, light in x > 0.6 ? light * 0.5 : light }
    var slope = Sheet(120, 90)
    slope.light { x, y, light in light * (0.5 + 0.3 * x + 0.2 * y) }
    var stains = Sheet(128, 96)
    let cells = (0..<192).map { _ in Float.random(in: -1...1, using: &generator) }
    stains.light { x, y, light in light * (1 + 0.05 * cells[Int(y * 12) * 16 + Int(x * 16)]) }
    for sheet in [Sheet(120, 90), Sheet(1, 1), Sheet(400, 1), noise, half, slope, stains] {
      #expect(problem(sheet) == .noInk)
    }
  }

  // MARK: Rows of digits

  @Test func `parts that lie over one another are one digit`() throws {
    var sheet = Sheet(300, 120)
    // A 5 of two strokes, a 1, and a 4 of two.
    sheet.write(24..<60, 20..<26)
    sheet.write(20..<26, 32..<80)
    sheet.write(26..<56, 74..<80)
    sheet.write(100..<107, 20..<100)
    sheet.write(150..<156, 20..<60)
    sheet.write(150..<166, 60..<66)
    sheet.write(162..<168, 70..<100)
    let row = try PictureStages(sheet.picture).row
    #expect(row.map(\.columns.lowerBound) == [20, 100, 150])
    #expect(row.map(\.columns.upperBound) == [59, 106, 167])
  }

  @Test func `digits that touch are parted where little joins them`() throws {
    var sheet = Sheet(300, 140)
    for left in [20, 90] {
      sheet.write(left..<left + 60, 20..<30)
      sheet.write(left..<left + 60, 100..<110)
      sheet.write(left..<left + 10, 20..<110)
      sheet.write(left + 50..<left + 60, 20..<110)
    }
    sheet.write(80..<90, 60..<64)
    let stages = try PictureStages(sheet.picture)
    #expect(stages.row.count == 2)
    #expect(stages.digit.columns == 20...149)
  }

  @Test func `very many parts are no trouble`() throws {
    var sheet = Sheet(1200, 600)
    for row in stride(from: 2, to: 590, by: 6) {
      for column in stride(from: 2, to: 1190, by: 6) {
        sheet.write(column..<column + 3, row..<row + 3)
      }
    }
    let row = (try? PictureStages(sheet.picture))?.row
    #expect(row.map { $0.count > 100 } ?? true)
  }
}
