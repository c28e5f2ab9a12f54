import Core
import Presentation

/// `fool`: the smallest change after which the network says another digit.
let foolCommand = LabCommand(
  CommandDeclaration(
    "fool", .learn, .changesLab, [CommandForm(.required(foolDigit), adding: [.plain(takeFooled)])],
    summary: "the smallest change that makes the network say D",
    details: [
      "No pixel leaves 0 to 1. The size of a change is the square root of the sum of its squares: 1 is one pixel from black to white.",
      "The search goes along the border between two answers, from several starts; what it finds is as small as such searches find, and a smaller change may exist.",
      "Measured in PyTorch on MNIST: a network of this shape reads 95.1% of the digits held out, and in the middle it takes a change of 0.85 to fool it. Trained on pictures changed so as to fool it, by up to 1.5, it takes 2.59, and it reads 90.6%: harder to fool, and worse at reading.",
      "\(code: "take") makes the changed picture the current digit.",
    ],
    examples: ["fool 8", "fool 5 take"]),
  run: { lab, arguments, host throws(LabError) in
    let pass = try lab.digitPass()
    let outputs = pass.output.count
    let target = try arguments.required(
      foolDigit, within: WholeNumber("output", .index, 0...outputs - 1))
    guard outputs > 1 else { throw .oneOutput }
    guard Brightest(pass.output).only != target else { throw .saysAlready(target) }
    let fooled = try lab.smallestChange(to: target, host)
    let report = FoolReport(lab, pass, target, fooled)
    if arguments.has(takeFooled) {
      lab.current = lab.current.changed(
        to: Digit(pixels: fooled.pixels), "changed to be read as \(target.withArticle)")
    }
    return report.reply
  })

private let foolDigit = Parameter.text("output", as: "D") { WholeReading($0) != .noNumber }
  .suggesting(outputSuggestions)
private let takeFooled = Parameter.flag("take", note: "as the current digit")

/// A changed picture, and how large the change is.
struct FooledPicture {
  let pixels: [Float]
  let size: Double
}

extension Lab {
  /// As many drawings are searched towards.
  private static let mostStarts = 6
  /// In networks with more knobs fewer, so that nobody waits long.
  private static let manyParameters = 200_000

  /// The smallest change of the current digit that is found.
  fileprivate func smallestChange(
    to target: Int, _ host: any Host
  ) throws(LabError) -> FooledPicture {
    let origin = current.digit.pixels
    let isLarge = network.parameters.total > Self.manyParameters
    let starts = drawings(readAs: target, near: origin).prefix(isLarge ? 1 : Self.mostStarts)
    var search = SmallestChange(to: target, from: origin, in: network)
    var work = LongWork((starts.count + 1) * 200, for: host)
    search.searchFromOrigin()
    try work.step(200)
    for start in starts {
      search.search(towards: start)
      try work.step(200)
    }
    guard let pixels = search.best else { throw .cannotFool(target) }
    return FooledPicture(pixels: pixels, size: search.size)
  }

  /// Our drawings that the network says are so, the nearest first.
  private func drawings(readAs target: Int, near origin: [Float]) -> [[Float]] {
    let all = drawnExamples.map(\.digit.pixels).filter { network.forward($0).answer == target }
    func distance(_ pixels: [Float]) -> Float {
      zip(pixels, origin).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    return all.map { ($0, distance($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}

/// The change, and what it does.
private struct FoolReport {
  private let lab: Lab
  private let before: ForwardPass
  private let after: ForwardPass
  private let target: Int
  private let fooled: FooledPicture
  private let change: [Float]

  init(_ lab: Lab, _ before: ForwardPass, _ target: Int, _ fooled: FooledPicture) {
    (self.lab, self.before, self.target, self.fooled) = (lab, before, target, fooled)
    after = lab.network.forward(fooled.pixels)
    change = zip(fooled.pixels, before.input).map { $0 - $1 }
  }

  var reply: Reply {
    let words = Block.prose(sentence)
    func row(_ maps: [HeatMap]) -> Block { .beside(maps.map { [.figure(.heatMap($0))] }) }
    return Reply(
      [
        .layouts([
          Layout(columns: 119, rows: 39, [row([picture.large, difference.large]), words]),
          Layout(
            columns: 60, [.tight([row([picture.withoutRim, difference.withoutRim]), words])]),
          Layout([row([difference.around(difference)]), words]),
        ])
      ], facts: facts)
  }

  private var picture: HeatMap {
    HeatMap("read as \(target.withArticle)", Digit(pixels: fooled.pixels))
  }

  private var difference: HeatMap {
    HeatMap(
      "the change, at full strength", rows: Digit.side, columns: Digit.side, values: change,
      scale: .signed
    ).noted { $0.legend = .init("brighter", "darker") }
  }

  /// The square root of what the digit's own pixels come to.
  private var inkSize: Double {
    before.input.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
  }

  private var sentence: Prose {
    let changed = change.count { abs($0) >= 0.005 }
    let largest = change.map(abs).max() ?? 0
    let share =
      inkSize > 0
      ? ", \(Number.percent(fooled.size / inkSize)) of the picture's \(NumberColumn.alone(inkSize))"
      : ""
    let size: Prose = "The change has size \(strong: NumberColumn.alone(fooled.size))\(share)."
    let pixels: Prose =
      " It moves \(counted(changed, "pixel")) by 0.005 or more, none by more than \(Number.precise(largest))."
    let others = after.output.indices.filter { $0 != target }
    let next = others.max { after.output[$0] < after.output[$1] } ?? 0
    let (first, second) = Contrast.shown(after.output[target], after.output[next])
    return size + pixels
      + " Output \(target) goes from \(Number.precise(before.output[target])) to \(first), ahead of \(next) at \(second)."
  }

  private var facts: [String: Fact] {
    [
      "target": .integer(target), "answer": .integer(after.answer),
      "was": .integer(before.answer), "size": .precise(fooled.size),
      "ink": .precise(inkSize), "largest": .number(change.map(abs).max() ?? 0),
      "changed": .integer(change.count { abs($0) >= 0.005 }), "change": .numbers(change),
      "outputs": .numbers(after.output),
    ]
  }
}
