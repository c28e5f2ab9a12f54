import Core
import Formulas
import Presentation

/// `convolve`: one small neuron slid over the picture, and a network made of such.
let convolveCommand = LabCommand(
  CommandDeclaration(
    "convolve", .learn, .trains,
    [
      CommandForm(
        .word("train", note: "a tiny network of such kernels, beside yours"),
        adding: [.plain(ConvolveTraining.source), .setting(examples), .named(.seed)]),
      CommandForm(.line(kernel)),
    ],
    summary: "slide a small kernel over the digit",
    details: [
      "A kernel is a neuron with nine weights. It looks at 3×3 pixels, adds up weight × pixel, and moves one pixel on. The sums make a picture again.",
      "Kernels with a name: " + names
        + ". Or type nine numbers, row by row. A margin of black around the digit keeps the result 28×28.",
      "\(code: "convolve train") lets a network of such kernels learn, and shifts the digits before yours and it. Ctrl-C stops it.",
      "\(code: "ans") holds the sums, 28 rows of 28; after \(code: "convolve train") what each network reads at each shift, yours in row 0.",
    ],
    examples: [
      "convolve vertical", "convolve [[0,1,0],[1,-4,1],[0,1,0]]",
      "convolve train drawn examples=2000",
    ]),
  run: { lab, arguments, host throws(LabError) in
    if arguments.keyword == "train" {
      let source = try arguments.value(ConvolveTraining.source, orElse: .drawn)
      let seed = try arguments.value(.seed) ?? 1
      let training = try ConvolveTraining(
        source, try arguments.value(examples) ?? 8000, seed: UInt64(seed), &lab, host)
      lab.answer(Value(rows: training.shares))
      return training.reply
    }
    let text = try arguments.required(kernel)
    let report = ConvolutionReport(try NamedKernel(text, lab), lab.current)
    lab.answer(Value(rows: report.rows))
    return report.reply
  })

private let names = Prose(ConvolutionKernel.Named.allCases.map(\.rawValue).joined(separator: ", "))

private let examples = Parameter.whole(
  WholeNumber("examples", .setting, 32...20_000), as: "N"
).usually("8,000")

private let kernel = Parameter.formula("kernel", as: "KERNEL").suggesting { tab in
  tab.words.isEmpty
    ? ConvolutionKernel.Named.allCases.map { .init($0.rawValue, note: $0.note) }
      + [.init("[[", note: "nine numbers", isComplete: false)] : []
}

extension ConvolutionKernel.Named {
  /// What it answers to.
  var note: String {
    switch self {
    case .vertical: "edges that run up and down"
    case .horizontal: "edges that run from side to side"
    case .diagonal: "edges that run from lower left to upper right"
    case .outline: "edges of every direction"
    case .blur: "blur, the mean of nine pixels"
    case .sharpen: "more contrast"
    }
  }
}

/// A kernel and what the learner calls it.
private struct NamedKernel {
  let name: String
  let kernel: ConvolutionKernel
  /// What it answers to, where that is known.
  let note: String?

  init(_ text: String, _ lab: Lab) throws(LabError) {
    let text = text.trimmed
    if let named = ConvolutionKernel.Named(rawValue: text.lowercased()) {
      (name, kernel, note) = (named.rawValue, ConvolutionKernel(named), named.note)
      return
    }
    let isWord = text.allSatisfy { $0.isLetter } && lab.bindings[text] == nil && text.count > 1
    guard !isWord else {
      throw .unknownKernel(text, names: ConvolutionKernel.Named.allCases.map(\.rawValue))
    }
    let value = try lab.value(of: FormulaLine(text))
    let numbers = try Self.numbers(value)
    (name, kernel, note) = ("yours", ConvolutionKernel(numbers), nil)
  }

  private static func numbers(_ value: Value) throws(LabError) -> [Float] {
    guard value.shape == .matrix(rows: 3, columns: 3) else { throw .kernelShape(value.shape) }
    let numbers = (0..<9).map { Float(value.entries[$0 % 3 * 3 + $0 / 3]) }
    // Nine products of this size still are Floats.
    guard numbers.allSatisfy({ $0.isFinite && $0.magnitude <= 1e30 }) else {
      throw .tooLarge(what: "A weight of the kernel")
    }
    return numbers
  }
}

/// What a kernel makes of the current digit.
private struct ConvolutionReport {
  private let named: NamedKernel
  private let current: CurrentDigit
  private let sums: [Float]

  /// What comes out, row by row.
  var rows: [[Double]] {
    (0..<Digit.side).map { row in
      sums[row * Digit.side..<(row + 1) * Digit.side].map { Double($0) }
    }
  }

  init(_ named: NamedKernel, _ current: CurrentDigit) {
    self.named = named
    self.current = current
    sums = named.kernel.applied(to: current.digit)
  }

  private var result: HeatMap {
    HeatMap(
      "after the kernel", rows: Digit.side, columns: Digit.side, values: sums, scale: .signed)
  }

  private var weights: Table {
    var table = Table(.decimal, .decimal, .decimal)
    for row in 0..<3 {
      let cells = (0..<3).map { Prose(Self.short(named.kernel.weights[row * 3 + $0])) }
      table.add(cells[0], cells[1], cells[2])
    }
    return table
  }

  private var heading: Block {
    let finds = named.note.map { " for \($0)" } ?? ""
    return .heading(
      Prose(
        "\(current.origin.first?.uppercased() ?? "")\(current.origin.dropFirst()) under a kernel\(finds)"
      ))
  }

  /// The digit, the kernel between, and what comes out.
  private func row(_ digit: HeatMap, _ result: HeatMap) -> Block {
    let kernel = Block.tight([.lines([Prose("kernel", .faint)]), .table(weights)])
    return .beside([
      [.spare([.figure(.heatMap(digit))])], [kernel], [.figure(.heatMap(result))],
    ])
  }

  private var layouts: [Layout] {
    var digit = HeatMap(current)
    digit.title = "the digit"
    let words = Block.prose(sentence)
    return [
      Layout(columns: 150, rows: 39, [heading, row(digit.large, result.large), words]),
      Layout(columns: 80, [.tight([heading, row(digit, result), words])]),
      Layout([heading, .table(weights), .figure(.heatMap(result)), words]),
    ]
  }

  /// Without decimals where there are none, else with two.
  private static func short(_ weight: Float) -> String {
    guard weight != weight.rounded(), (0.01..<1000).contains(weight.magnitude) else {
      return Number.readable(weight)
    }
    return Number.decimal(Int(nearest: weight * 100), places: 2)
  }

  var reply: Reply {
    Reply([.layouts(layouts)], facts: current.facts.merging(facts) { $1 })
  }

  private var facts: [String: Fact] {
    func rows(_ numbers: [Float], of length: Int) -> Fact {
      .list(
        stride(from: 0, to: numbers.count, by: length).map {
          .numbers(Array(numbers[$0..<$0 + length]))
        })
    }
    return [
      "kernel": rows(named.kernel.weights, of: ConvolutionKernel.side), "name": .text(named.name),
      "result": rows(sums, of: Digit.side),
    ]
  }

  private var sentence: Prose {
    let sum = named.kernel.weights.reduce(0, +)
    let above = sums.count { $0 > 0 }
    let below = sums.count { $0 < 0 }
    let start: Prose =
      "Nine weights, used at all 784 places: \(above) sums are above 0, \(below) below. "
    return abs(sum) < 1e-6 && named.kernel.weights.contains { $0 != 0 }
      ? start
        + "The nine add up to 0, so where the picture is even the sum is 0: only changes show."
      : start + "The nine add up to \(Number.readable(sum)), so even white comes out at that."
  }
}
