import Testing

@testable import Presentation

struct GoldenPrinting {
  @Test func printThem() throws {
    for sample in FigureSamples.all {
      for columns in [40, 80, 120] {
        for isColored in [false, true] {
          print("@@BEGIN \(sample.name)|\(columns)|\(isColored ? "color" : "ASCII")")
          print(FigureSamples.drawn(sample.figure, columns, isColored), terminator: "")
          print("@@END")
        }
      }
    }
  }
}
