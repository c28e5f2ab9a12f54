import Core
import Formulas
import Presentation

/// `lstm`: a cell with a memory, stepped over a sequence, every gate shown.
let lstmCommand = LabCommand(
  CommandDeclaration(
    "lstm", .learn, .changesLab,
    [
      CommandForm(adding: parts.map { .setting($0) }),
      CommandForm(.line(sequence), adding: parts.map { .setting($0) }),
    ],
    summary: "step a cell with a memory over a sequence",
    details: [
      "The cell reads one number at a time. Three gates, each a sigmoid from 0 to 1, say how much of what is new is written (input), how much of the memory is kept (forget) and how much of it is shown (output).",
      "memory = forget × memory + input × new, and what it shows is output × tanh(memory).",
      "Each part is \(code: "[w, u, b]"): the weight of the number read, the weight of what was shown before, the bias. Unless you set them, they are made by hand so that 1 is written, 0 leaves the memory alone and -1 wipes it out. \(code: "ans") holds the memory after each step.",
    ],
    examples: ["lstm", "lstm [1, 0, 0, -1, 0]", "lstm [1, 0, 0] forget=[0, 0, -1]"],
    isShortened: false),
  run: { lab, arguments, _ throws(LabError) in
    let sequence = try arguments.value(sequence).map { text throws(LabError) in
      try lab.sequence(text)
    }
    var cell = LSTMCell.notebook
    for part in CellPart.allCases {
      guard let text = try arguments.value(part.parameter) else { continue }
      let numbers = try lab.sequence(text, most: 3)
      guard numbers.count == 3 else { throw .notThreeNumbers(part.rawValue, numbers.count) }
      cell[keyPath: part.path] = LSTMCell.Part(numbers[0], numbers[1], numbers[2])
    }
    let report = MemoryReport(cell, sequence ?? [1, 0, 0, -1, 0, 0])
    lab.answer(.vector(report.memories))
    return report.reply
  })

private let sequence = Parameter.formula("sequence", as: "[X, ...]").suggesting { tab in
  tab.words.isEmpty
    ? [.init("[", note: "numbers to read, one after another", isComplete: false)] : []
}

private let parts = CellPart.allCases.map(\.parameter)

/// A part of the cell that can be set.
private enum CellPart: String, CaseIterable {
  case input, forget, new, output

  var parameter: Parameter<String> {
    Parameter.formula(rawValue, as: "[W, U, B]").noted(note)
  }

  private var note: String {
    switch self {
    case .input: "the gate that writes"
    case .forget: "the gate that keeps"
    case .new: "what could be written"
    case .output: "the gate that shows"
    }
  }

  var path: WritableKeyPath<LSTMCell, LSTMCell.Part> {
    switch self {
    case .input: \.inputGate
    case .forget: \.forgetGate
    case .new: \.candidate
    case .output: \.outputGate
    }
  }
}

extension Lab {
  /// As many steps as a screen has room for.
  static let longestSequence = 12

  /// Numbers of a sequence, at least one, none too large to be multiplied.
  func sequence(_ text: String, most: Int = longestSequence) throws(LabError) -> [Double] {
    let numbers = try vector(text)
    guard !numbers.isEmpty else { throw .notAList(text) }
    guard numbers.count <= most else {
      throw .tooManyEntries(numbers.count, what: "numbers", most: most)
    }
    guard let large = numbers.first(where: { $0.magnitude > 1e6 }) else {
      return numbers.map(Double.init)
    }
    throw .outOfBounds(
      Number.readable(large),
      NumberBounds(
        name: "number in a sequence", role: .amount, isWhole: false, low: "-1e6", high: "1e6"))
  }
}

/// Every gate of every step.
private struct MemoryReport {
  private let cell: LSTMCell
  private let steps: [LSTMCell.Step]

  init(_ cell: LSTMCell, _ sequence: [Double]) {
    self.cell = cell
    steps = cell.steps(over: sequence)
  }

  /// The memory after each step.
  var memories: [Double] { steps.map(\.memory) }

  var reply: Reply {
    let heading = Block.heading(
      "A cell with one number of memory reads \(counted(steps.count, "number"))")
    return Reply(
      [
        .fitting([
          [heading, .table(table), .figure(plot), .prose(sentence)],
          [.tight([heading, .table(table), .figure(plot), .prose(sentence)])],
          [.tight([heading, .table(table)]), .prose(sentence)],
        ])
      ], facts: facts)
  }

  private var table: Table {
    var table = Table(.decimal, .decimal, .decimal, .decimal, .decimal, .decimal, .decimal)
    table.reading = .headed
    table.add("reads", "input", "forget", "new", "output", "memory", "shows")
    for step in steps {
      table.add(
        Prose(Number.readable(step.x)), Self.gate(step.inputGate), Self.gate(step.forgetGate),
        Self.signed(step.candidate), Self.gate(step.outputGate),
        Prose(Self.short(step.memory), .strong), Self.signed(step.output))
    }
    return table
  }

  private static func short(_ value: Double) -> String {
    Number.decimal(Int(nearest: value * 1000), places: 3)
  }
  private static func gate(_ value: Double) -> Prose { Prose(short(value)) }
  private static func signed(_ value: Double) -> Prose {
    let units = Int(nearest: value * 1000)
    return Prose(short(value), units > 0 ? .positive(1) : units < 0 ? .negative(1) : .plain)
  }

  private var plot: Figure {
    guard steps.count > 1 else {
      return .barChart(BarChart("memory", [.init("1", steps[0].memory)]))
    }
    func curve(_ value: (LSTMCell.Step) -> Double) -> Curve {
      Curve(steps.enumerated().map { Curve.Point(x: Double($0 + 1), y: value($1)) })
    }
    var plot = LinePlot(
      [
        .init("the memory after each step", curve(\.memory)),
        .init("what it shows", curve(\.output)),
      ], from: 1, to: Double(steps.count))
    plot.reachesZero = true
    plot.tallest = 6
    return .linePlot(plot)
  }

  private var sentence: Prose {
    let memories = memories
    // The last step that moved the memory by more than a tenth.
    let moved = memories.indices.last { index in
      abs(memories[index] - (index > 0 ? memories[index - 1] : 0)) > 0.1
    }
    let start: Prose = "Memory = forget × memory + input × new. "
    let end = Self.short(memories[memories.count - 1])
    guard let moved else {
      return start + "No step moved it by more than a tenth; it ends at \(strong: end)."
    }
    let there: Prose =
      start
      + "The last step to move it by more than a tenth was \(moved + 1), to \(Self.short(memories[moved]))"
    let after = memories.count - moved - 1
    return after > 0
      ? there + "; \(counted(after, "step")) later it is \(strong: end)." : there + "."
  }

  private var facts: [String: Fact] {
    func part(_ part: LSTMCell.Part) -> Fact {
      .preciseNumbers([part.input, part.feedback, part.bias])
    }
    return [
      "cell": .object([
        "input": part(cell.inputGate), "forget": part(cell.forgetGate),
        "new": part(cell.candidate), "output": part(cell.outputGate),
      ]),
      "steps": .list(
        steps.map {
          .object([
            "x": .precise($0.x), "input": .precise($0.inputGate), "forget": .precise($0.forgetGate),
            "new": .precise($0.candidate), "output": .precise($0.outputGate),
            "memory": .precise($0.memory), "shown": .precise($0.output),
          ])
        }),
    ]
  }
}
