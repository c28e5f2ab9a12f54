import Core
import Presentation

/// `read`: several digits in one picture.
let readCommand = LabCommand(
  CommandDeclaration(
    "read", .compute, .usesFiles, [CommandForm(.required(.pictureFile))],
    summary: "read a number in a picture, digit after digit",
    details: [
      "The digits stand side by side, from left to right. Strokes that lie over one another are one digit; digits that touch are parted at their thinnest place, where that is clear.",
      "The current digit stays as it is. How a digit is found in a picture: \(code: "digit FILE steps").",
    ],
    examples: ["read number.png"]),
  run: { lab, arguments, host throws(LabError) in
    guard lab.readsDigits else { throw .inputDoesNotFit(inputs: lab.network.sizes[0]) }
    let outputs = lab.network.sizes[lab.network.outputLayer]
    guard outputs == 10 else { throw .training(.outputsDoNotFit(outputs)) }
    let picture = try LabPicture(try arguments.required(.pictureFile), host)
    return try NumberReading(picture, lab).reply
  })

/// A number in a picture, as the network reads it.
private struct NumberReading {
  private let picture: LabPicture
  private let digits: [ReadDigit]
  private let activation: Activation

  /// More are no number, but a page.
  private static let most = 30

  init(_ picture: LabPicture, _ lab: Lab) throws(LabError) {
    self.picture = picture
    activation = lab.network.layer(lab.network.outputLayer).activation
    let row = picture.stages.row
    guard row.count <= Self.most else {
      throw .tooManyDigits(file: picture.path, row.count, most: Self.most)
    }
    var digits: [ReadDigit] = []
    for written in row { digits.append(try ReadDigit(written, lab)) }
    self.digits = digits
  }

  /// `471`; a question mark where outputs are equally bright.
  private var number: String {
    digits.map { $0.answer.map(String.init) ?? "?" }.joined()
  }

  private var sentence: Prose {
    let count = digits.count
    guard count > 1 else {
      return digits[0].answer.map { "One digit was found. The network says \(strong: $0)." }
        ?? "One digit was found. The network can't say which."
    }
    return "\(count) digits were found. The network reads \(strong: number)." + doubt
  }

  /// The digit that it is least sure of, where another output is lit or none is.
  private var doubt: Prose {
    let doubtful = digits.indices.filter { digits[$0].isDoubtful(activation) }
    guard let first = doubtful.first else { return "" }
    let ordinals = listed(doubtful.map { String($0 + 1) })
    return doubtful.count == 1
      ? " It isn't sure of digit \(first + 1): \(digits[first].contest)."
      : " It isn't sure of digits \(ordinals)."
  }

  var reply: Reply {
    Reply(
      [
        .layouts([
          rows(of: 5, columns: 150), rows(of: 4, columns: 119), rows(of: 3, columns: 72),
          rows(of: 1, columns: 0),
        ]),
        .prose(sentence), .prose(picture.findings(of: picture.stages.row)),
      ],
      facts: picture.facts.merging([
        "source": .text(picture.path), "number": .text(number), "count": .integer(digits.count),
        "digits": .list(digits.map { $0.facts(in: picture.stages.written) }),
      ]) { $1 })
  }

  private func rows(of count: Int, columns: Int) -> Layout {
    Layout(
      columns: columns,
      stride(from: 0, to: digits.count, by: count).map { start in
        .beside(
          (start..<min(start + count, digits.count)).map {
            digits[$0].blocks("\($0 + 1)", activation)
          })
      })
  }
}

/// One digit of a number, and what the network makes of it.
private struct ReadDigit {
  private let written: WrittenDigit
  private let outputs: [Float]
  /// The brightest outputs first.
  private let order: [Int]
  /// The brightest output, where one is.
  let answer: Int?

  init(_ written: WrittenDigit, _ lab: Lab) throws(LabError) {
    self.written = written
    outputs = try lab.pass(of: written.digit.pixels).output
    let outputs = outputs
    order = outputs.indices.sorted { (outputs[$0], $1) > (outputs[$1], $0) }
    answer = Brightest(outputs).only
  }

  /// Whether not just one output is lit.
  func isDoubtful(_ activation: Activation) -> Bool {
    answer == nil || activation.rangeOfOutputs == nil && outputs.count(where: activation.isLit) != 1
  }

  /// The two brightest, in words.
  var contest: Prose {
    "\(order[0]) is at \(Number.shown(outputs[order[0]])), \(order[1]) at \(Number.shown(outputs[order[1]]))"
  }

  /// The picture and the three brightest outputs.
  func blocks(_ ordinal: String, _ activation: Activation) -> [Block] {
    var map = HeatMap("", written.digit)
    map = map.around(map).noted { $0.isDense = true }
    map.title = answer.map { "\(ordinal): \($0.withArticle)" } ?? "\(ordinal): can't say"
    var chart = BarChart(
      "", order.prefix(3).map { .init(String($0), outputs[$0]) },
      highlighted: answer.map { _ in 0 },
      length: activation.barLength)
    chart.longestBar = 10
    return [.tight([.figure(.heatMap(map)), .figure(.barChart(chart))])]
  }

  func facts(in picture: InkImage) -> Fact {
    .object([
      "digit": answer.map { .integer($0) } ?? .null, "activations": .numbers(outputs),
      "runnerUp": .integer(order[1]), "strokes": .text(written.stroke.rawValue),
      "place": written.box(in: picture),
    ])
  }
}
