import Testing

@testable import Presentation

/// What figures say of themselves is what one would see in them.
struct FigureSentenceTests {
  private func map(_ rows: [String], _ scale: HeatMap.Scale) -> HeatMap {
    let values = rows.joined().map { character -> Float in
      switch character {
      case "#", "+": 1
      case "-": -1
      case "=": -0.5
      case ".": 0.5
      default: 0
      }
    }
    return HeatMap("it", rows: rows.count, columns: rows[0].count, values: values, scale: scale)
  }

  private func ink(_ rows: String...) -> String { Figure.heatMap(map(rows, .ink)).sentence }
  private func signs(_ rows: String...) -> String { Figure.heatMap(map(rows, .signed)).sentence }

  @Test func `ink is told by its rows, columns, pieces and the dark areas within`() {
    #expect(ink("   ", "   ") == "it: 2 by 3 pixels, all dark")
    #expect(ink("###", "###") == "it: 2 by 3 pixels, all at 1")
    #expect(ink("##.", "###") == "it: 2 by 3 pixels, all of them lit")
    #expect(
      ink("     ", " #   ", "  # #")
        == "it: 3 by 5 pixels, 3 lit, in 2 pieces, in rows 1 to 2 and columns 1 to 4")
    #expect(
      ink(" ### ", " # # ", " ### ", "  #  ")
        == "it: 4 by 5 pixels, 9 lit, in one piece, in rows 0 to 3 and columns 1 to 3; it goes all around 1 dark area: row 1, column 2"
    )
    // A ring that touches at corners only is closed; one that is open at a side is not.
    #expect(ink(" # ", "# #", " # ").hasSuffix("1 dark area: row 1, column 1"))
    #expect(!ink("###", "#  ", "###").contains("around"))
  }

  @Test func `signs are counted, and the strongest of each is where it is said to be`() {
    #expect(signs("   ") == "it: 3 numbers, all 0")
    #expect(
      signs(" + =- ")
        == "it: 6 numbers, 1 positive, 2 negative and 3 at 0; the strongest positive one is at entry 1; the strongest negative one is at entry 4"
    )
    #expect(
      signs("++", "= ")
        == "it: 2 by 2 numbers, 2 positive, 1 negative and 1 at 0; 2 are the strongest positive ones, the first at row 0, column 0; the strongest negative one is at row 1, column 0"
    )
    let odd = HeatMap("", rows: 1, columns: 3, values: [.nan, .infinity, 2], scale: .signed)
    #expect(
      Figure.heatMap(odd).sentence
        == "3 numbers, 1 positive, 0 negative and 2 too large or no number; the strongest positive one is at entry 2"
    )
  }

  @Test func `the ninth that a sign weighs most in has the largest sum of its numbers`() {
    var generator = SystemRandomNumberGenerator()
    let names = [
      "top left", "top middle", "top right", "middle left", "center", "middle right", "bottom left",
      "bottom middle", "bottom right",
    ]
    for side in [9, 10, 28] {
      let values = (0..<side * side).map { _ in Float.random(in: -1...1, using: &generator) }
      let map = HeatMap("", rows: side, columns: side, values: values, scale: .signed)
      var sums = [Double](repeating: 0, count: 9)
      for row in 0..<side {
        for column in 0..<side where values[row * side + column] > 0 {
          sums[row * 3 / side * 3 + column * 3 / side] += Double(values[row * side + column])
        }
      }
      let most = names[sums.indices.max { sums[$0] < sums[$1] } ?? 0]
      #expect(map.sentence.contains("the positive ones weigh most in the \(most) ninth"))
    }
  }

  @Test func `bars tell every value, then which stands out alone`() {
    func bars(_ values: Double...) -> String {
      Figure.barChart(BarChart("a", values.enumerated().map { .init("\($0)", $1) })).sentence
    }
    #expect(bars() == "a: no bars")
    #expect(bars(0.5) == "a: 0 is 0.5000")
    #expect(bars(1, 1, 1, 1) == "a: all 4, from 0 to 3, are 1.0000")
    #expect(
      bars(0, 1, 0.25, 0)
        == "a: 0 is 0.0000, 1 is 1.0000, 2 is 0.2500, 3 is 0.0000; 1 is far ahead, then 2")
    #expect(bars(2, 2, -1, 0).hasSuffix("3 is 0.0000; 2 is the lowest"))
    #expect(!bars(1, 1, 0, 0).contains(";"))
  }

  @Test func `a grid of numbers is told row by row`() {
    let grid = NumberGrid(
      "n", firstRow: 3, firstColumn: 7, rows: [[0, 0, 0], [0, 0, 0.126], [-2000, 0, 1]])
    #expect(
      Figure.grid(grid).sentence == """
        n: 3 rows from 3, 3 columns from 7
        row 3: all 3 are 0
        row 4: 2 times 0, 0.13
        row 5: -2,000.0000, 0, 1.00
        """)
  }

  @Test func `pictures side by side each say themselves`() {
    let maps = ["a", "b"].map {
      HeatMap($0, rows: 1, columns: 1, values: [0], scale: .signed)
    }
    #expect(Figure.gallery(maps).sentence == "2 pictures\na: 1 number, all 0\nb: 1 number, all 0")
  }
}
