import Core
import Presentation

/// What a training came to.
struct TrainingReport {
  private let run: TrainingRun
  private let set: DigitSet
  private let drawn: Accuracy
  private let trouble: TrainingTrouble?
  /// Whether each epoch shows the same digits.
  private let repeats: Bool

  init(
    _ run: TrainingRun, _ set: DigitSet, from before: Network, _ lab: Lab, repeats: Bool
  ) {
    self.run = run
    self.set = set
    self.repeats = repeats
    drawn = lab.network.accuracy(on: lab.drawnExamples)
    trouble = TrainingTrouble(run, from: before, to: lab.network, lab.drawnExamples)
  }

  private var training: Training { run.training }

  /// The last epochs that the table shows: with the curves above and the prompt below they fill no
  /// more than a window.
  private static let rows = 5

  var reply: Reply {
    var table = Table(.trailing, .decimal, .trailing, .trailing, reading: .headed)
    let isJudged = training.epochs.contains { $0.heldOut != nil }
    table.add("epoch", "mean cost", "training", isJudged ? "held out" : "")
    let costs = NumberColumn(training.epochs.suffix(Self.rows).map(\.cost))
    for epoch in training.epochs.suffix(Self.rows) {
      table.add(
        Prose(String(epoch.number)), Prose(costs.text(epoch.cost)),
        Prose(Number.percent(epoch.shown.share)),
        Prose(epoch.heldOut.map { Number.percent($0.share) } ?? ""))
    }
    let figure: [Block] = run.curves.canBeDrawn ? [.figure(.trainingCurves(run.curves))] : []
    let numbers: [Block] = training.epochs.isEmpty ? [] : [.table(table)]
    return Reply(figure + numbers + [.prose(sentence)], facts: facts)
  }

  /// Why both ends of one training differ, where both are seen.
  private var ends: Prose {
    run.curves.canBeDrawn && !training.epochs.isEmpty
      ? "The curves end with the latest digits, the table's rows are whole epochs. " : ""
  }

  private var sentence: Prose {
    if let divergence = training.divergence {
      let usual = training.settings.usualLearningRate(for: training.network)
      let rate = training.settings.learningRate
      if TrainingTrouble.costMisfits(training) {
        return "The numbers ran off in epoch \(divergence.epoch). " + TrainingTrouble.misfit
          + " The network is as it was before that epoch. Try \(code: "cost=\(Cost.squares.rawValue)")."
      }
      return
        "The numbers ran off in epoch \(divergence.epoch): with a learning rate of \(rate.brief) each step goes too far. The network is as it was before that epoch. Try \(code: "rate=\(TrainingTrouble.smaller(than: rate, usual).brief)")."
    }
    let start: Prose = run.hasStopped ? "Stopped, and what was learned is kept. " : ""
    let judged: Prose =
      " at a learning rate of \(training.settings.learningRate.brief) and now reads \(drawn.correct) of our \(drawn.examples) drawings. "
    let end: Prose = trouble?.sentence ?? "\(code: "undo") takes the training back."
    return start + "It has seen \(seen)" + judged + ends + end
  }

  /// How many digits it was shown, or how often the same ones.
  private var seen: String {
    let (epochs, each) = (training.epochs.count, training.examplesPerEpoch)
    guard repeats, epochs > 1 || epochs == 1 && training.examplesShown > 0 else {
      return counted(epochs * each + training.examplesShown, "digit")
    }
    let times = epochs == 1 ? "once" : epochs == 2 ? "twice" : "\(Number.grouped(epochs)) times"
    let rest =
      training.examplesShown > 0
      ? " and \(Number.grouped(training.examplesShown)) of them once more" : ""
    return counted(each, "digit") + " " + times + rest
  }

  private var facts: [String: Fact] {
    var facts: [String: Fact] = [
      "set": .text(set.rawValue), "stopped": .flag(run.hasStopped),
      "diverged": .flag(training.divergence != nil || trouble?.cause == .stuck),
      "rate": .number(training.settings.learningRate),
      "epochs": .list(run.epochs.map { .object($0.facts) }),
      "drawn": .precise(drawn.share),
    ]
    if let trouble { facts["trouble"] = .text(trouble.sign.rawValue) }
    return facts
  }
}
