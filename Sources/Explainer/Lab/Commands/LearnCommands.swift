import Core
import Presentation

/// `accuracy`.
let learnCommands: [LabCommand] = [
  LabCommand(
    CommandDeclaration(
      "accuracy", .learn, .looks, [CommandForm(.optional(.digitSet))],
      summary: "how many digits of a data set it reads",
      details: [
        "\(code: "train") and \(code: "test") are MNIST's halves, found with \(code: "--data DIR"); \(code: "drawn") is our own drawings, always there.",
        "Digits it was trained on flatter it: what counts are digits it never saw.",
      ],
      examples: ["accuracy drawn"]),
    run: { lab, arguments, host throws(LabError) in
      let set = try arguments.value(.digitSet, orElse: .best(host))
      let examples = try set.examples(&lab, host)
      return accuracyReply(lab.network.accuracy(on: examples), set)
    })
]

private func accuracyReply(_ accuracy: Accuracy, _ set: DigitSet) -> Reply {
  let shares = Shares.of([accuracy.correct, accuracy.examples - accuracy.correct])
  let chart = BarChart("of \(set.title)", [.init("right", shares[0]), .init("wrong", shares[1])])
  let sentence: Prose =
    "It reads \(Number.grouped(accuracy.correct)) of \(Number.grouped(accuracy.examples)): \(strong: Number.percent(accuracy.share))."
  return Reply(
    [.figure(.barChart(chart)), .prose(sentence)],
    facts: [
      "set": .text(set.rawValue), "examples": .integer(accuracy.examples),
      "correct": .integer(accuracy.correct), "accuracy": .precise(accuracy.share),
    ])
}

/// What MNIST's files are called, as distributed and as unpacked.
struct MNISTFiles {
  private let stem: String

  /// The files of a half; nil for our own drawings, which are in no file.
  init?(_ set: DigitSet) {
    switch set {
    case .train: stem = "train"
    case .test: stem = "t10k"
    case .drawn: return nil
    }
  }

  /// The name to give as an example.
  var usualName: String { "\(stem)-images-idx3-ubyte.gz" }

  /// The pair that a folder holds, or nil.
  func find(in names: [String]) -> (images: String, labels: String)? {
    let present = Set(names)
    func first(_ part: String, _ dimensions: Int) -> String? {
      let usual = ["-", "."].flatMap { separator in
        ["", ".gz"].map { "\(stem)-\(part)\(separator)idx\(dimensions)-ubyte\($0)" }
      }
      // A folder of that name is taken where there is nothing better, and told of when it is read.
      return usual.first(where: present.contains)
        ?? usual.first { present.contains($0 + "/") }
    }
    guard let images = first("images", 3), let labels = first("labels", 1) else { return nil }
    return (images, labels)
  }
}

extension Lab {
  /// A half of MNIST, read on first use.
  mutating func dataset(_ set: DigitSet, _ host: any Host) throws(LabError) -> Dataset {
    if let known = datasets[set] { return known }
    guard let files = MNISTFiles(set) else { throw .noSuchSet(set.rawValue) }
    guard let folder = host.dataFolder else { throw .noDataFolder }
    let present: [String]
    do { present = try host.names(inFolder: folder) } catch { throw .file(error) }
    guard let names = files.find(in: present) else {
      throw .missingSet(set: set.rawValue, folder: folder, file: files.usualName)
    }
    let limit = IDXFile.fileLimit
    let images = try host.contents(of: "\(folder)/\(names.images)", limit: limit)
    let labels = try host.contents(of: "\(folder)/\(names.labels)", limit: limit)
    do {
      let dataset = try Dataset(images: images, labels: labels)
      datasets[set] = dataset
      return dataset
    } catch {
      throw .unreadableSet(file: error.isAboutLabels ? names.labels : names.images, error)
    }
  }
}

extension DatasetError {
  /// Which of the two files is to blame.
  fileprivate var isAboutLabels: Bool {
    switch self {
    case .images, .wrongShape, .empty: false
    case .labels, .wrongLabelShape, .countsDiffer, .badLabel: true
    }
  }
}
