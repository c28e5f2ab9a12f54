import Core
import Presentation

/// Two digits in one network.
struct DigitComparison {
  private let digits: [CurrentDigit]
  private let passes: [ForwardPass]
  private let lab: Lab
  private let names: (String, String)

  init(
    _ first: CurrentDigit, _ second: CurrentDigit, names: (String, String), _ lab: Lab
  ) throws(LabError) {
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
    digits = [first, second]
    passes = [try lab.pass(of: first.digit.pixels), try lab.pass(of: second.digit.pixels)]
    self.lab = lab
    self.names = names
  }

  var reply: Reply {
    let heading = Block.heading("\(digits[0].origin) beside \(digits[1].origin)".asSentence)
    let table = OutputsTable(passes, names: names).table
    let pictures = row
    let words = Block.prose(sentence)
    let layers = LayerMaps(passes).blocks
    return Reply(
      [
        .layouts([
          Layout(
            columns: 119, rows: 39,
            [heading, pictures, .beside([[.table(table)], layers]), words]),
          Layout(
            columns: 90, rows: 24,
            [.tight([heading, pictures]), .spare([.table(table)]), words]),
          Layout(
            columns: 80,
            [
              .fitting([
                [heading, pictures, .table(table), words], [.tight([heading, pictures]), words],
                [heading, .table(table), words],
              ])
            ]),
          Layout([heading, .table(table), words]),
        ])
      ], facts: facts)
  }

  /// Both pictures, and what the second has more (or less) of, as far as there is ink.
  private var row: Block {
    let (first, second) = (digits[0].digit.pixels, digits[1].digit.pixels)
    func map(_ title: String, _ values: [Float], _ scale: HeatMap.Scale) -> HeatMap {
      HeatMap(title, rows: Digit.side, columns: Digit.side, values: values, scale: scale)
    }
    let all = map("", zip(first, second).map(max), .ink)
    let maps = [
      map("first", first, .ink), map("second", second, .ink),
      map("second − first", zip(first, second).map { $1 - $0 }, .signed),
    ]
    return .beside(
      maps.map { map in
        [.spare([.figure(.heatMap(map.around(all).noted { $0.isDense = true }))])]
      })
  }

  private var sentence: Prose {
    let answers = passes.map { Brightest($0.output).only }
    guard lab.tellsDigits else { return LayerMaps(passes).sentence }
    let start: Prose =
      switch (answers[0], answers[1]) {
      case (let one?, let two?) where one == two: "The network says \(strong: one) of both. "
      case (let one?, let two?):
        "The network says \(strong: one) of the first and \(strong: two) of the second. "
      case (nil, _), (_, nil): "Of one of them the network can't say. "
      }
    return start + LayerMaps(passes).sentence
  }

  private var facts: [String: Fact] {
    func fact(_ index: Int) -> Fact {
      .object(
        digits[index].facts.merging([
          "digit": .integer(passes[index].answer),
          "layers": .list(passes[index].layers.map { .numbers($0.a) }),
        ]) { $1 })
    }
    return [
      "kind": .text("digits"), "first": fact(0), "second": fact(1),
      "difference": .list(LayerMaps(passes).differences.map(Fact.numbers)),
    ]
  }
}
