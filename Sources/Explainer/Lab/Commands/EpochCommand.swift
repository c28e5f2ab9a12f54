import Core
import Presentation

/// A training, epoch by epoch, with the network as it was after each.
struct TrainingRecord: Sendable {
  /// The epochs that came to their end.
  private(set) var epochs: [Training.Epoch] = []
  /// Networks by epoch; 0 is the one before the training.
  private(set) var networks: [Int: Network]
  private let most: Int

  /// 64 MB of networks: over a thousand of 13,002 knobs.
  private static let limit = 64 << 20

  /// A training that is about to begin with a network.
  init(before network: Network) {
    networks = [0: network]
    most = max(1, Self.limit / (4 * network.parameters.total))
  }

  /// Adds an epoch; the earliest networks go where all would take too much memory.
  mutating func add(_ epoch: Training.Epoch, _ network: Network) {
    epochs.append(epoch)
    networks[epoch.number] = network
    if networks.count > most + 1, let first = networks.keys.filter({ $0 > 0 }).min() {
      networks[first] = nil
    }
  }

  /// The network after an epoch.
  func network(after epoch: Int) throws(LabError) -> Network {
    guard let network = networks[epoch] else {
      throw .epochNotKept(epoch, kept: networks.keys.sorted())
    }
    return network
  }
}

/// `epoch`: back and forth in the last training.
let epochCommand = LabCommand(
  CommandDeclaration(
    "epoch", .learn, .changesLab, [CommandForm(), CommandForm(.required(.epoch))],
    summary: "the epochs of the last training, and the way back to one",
    details: [
      "\(code: "epoch 0") is the network before the training. \(code: "undo") takes the step back, and \(code: "diff 1 5") compares two epochs."
    ]),
  run: { lab, arguments, _ throws(LabError) in
    guard let record = lab.lastTraining else { throw .noTraining }
    guard let number = try arguments.value(.epoch, within: record.bounds) else {
      return epochList(record)
    }
    lab.network = try record.network(after: number)
    let when: Prose = number == 0 ? "before the training" : "after epoch \(strong: number)"
    var reply = lab.movedReply("The network is as it was \(when).")
    reply.facts["epoch"] = .integer(number)
    return reply
  })

extension Parameter where Value == String {
  /// An epoch of the last training.
  static let epoch = text("epoch", as: "EPOCH").suggesting { tab in
    guard let record = tab.lab.lastTraining else { return [] }
    return record.networks.keys.sorted().map { .init(String($0)) }
  }
}

extension TrainingRecord {
  /// The epochs that there are, 0 being the network before the first.
  var bounds: WholeNumber { WholeNumber("epoch", .index, 0...epochs.count) }
}

private func epochList(_ record: TrainingRecord) -> Reply {
  var table = Table(.trailing, .decimal, .leading, .decimal, reading: .headed)
  table.add("epoch", "mean cost", "", "held out")
  let most = record.epochs.map(\.cost).max() ?? 1
  let costs = NumberColumn(record.epochs.suffix(15).map(\.cost))
  for epoch in record.epochs.suffix(15) {
    table.rows.append(
      .cells([
        .text(Prose(String(epoch.number))), .text(Prose(costs.text(epoch.cost))),
        .bar(most > 0 ? Float(epoch.cost / most) : 0),
        .text(Prose(epoch.heldOut.map { Number.percent($0.share) } ?? "")),
      ]))
  }
  let dropped = record.epochs.count + 1 - record.networks.count
  let sentence: Prose =
    record.epochs.isEmpty
    ? "No epoch came to its end; \(code: "epoch 0") goes back to the network before it."
    : dropped > 0
      ? "\(Number.grouped(dropped)) of the earlier networks \(wasOrWere(dropped)) let go to save memory."
      : "\(code: "epoch 1") goes back to the network after the first, \(code: "epoch 0") to the one before."
  return Reply(
    [.table(table), .prose(sentence)],
    facts: [
      "epochs": .list(record.epochs.map { .object(TrainingView.Epoch($0).facts) }),
      "kept": .list(record.networks.keys.sorted().map { .integer($0) }),
    ])
}

/// What the last training changed between two epochs.
func epochDifference(_ lab: Lab, _ arguments: Arguments) throws(LabError) -> Reply {
  guard let record = lab.lastTraining else { throw .noTraining }
  let first = try arguments.required(.epoch, within: record.bounds)
  let second = try arguments.required(laterEpoch, within: record.bounds)
  let old = try record.network(after: first)
  var then = lab
  then.network = try record.network(after: second)
  return Difference(from: old, to: then).reply
}
