/// Where the examples of a training come from.
public enum TrainingExamples: Sendable {
  /// Labelled digits, each once an epoch.
  case dataset(Dataset)
  /// Our own digits, drawn anew for every epoch of `perEpoch`.
  case drawn(DrawnDigits, perEpoch: Int)
  /// A data set, and after every so many of its digits one of our own.
  case both(Dataset, DrawnDigits, every: Int)
}

/// A numbered list of examples that may look different in every epoch.
protocol ExampleSource: Sendable {
  /// How many there are in an epoch.
  var count: Int { get }

  /// Adds the examples at some positions to a mini-batch.
  mutating func append(_ positions: ArraySlice<Int32>, epoch: Int, to batch: inout MiniBatch)
}

/// Pictures as they are.
struct PlainSource: ExampleSource {
  let pictures: SparsePictures

  var count: Int { pictures.count }

  func append(_ positions: ArraySlice<Int32>, epoch: Int, to batch: inout MiniBatch) {
    batch.append(pictures, positions)
  }
}

/// Pictures moved and bent, differently in every epoch.
struct AugmentedSource: ExampleSource {
  let pictures: SparsePictures
  let seed: UInt64
  var augmenter: Augmenter

  var count: Int { pictures.count }

  mutating func append(_ positions: ArraySlice<Int32>, epoch: Int, to batch: inout MiniBatch) {
    for position in positions.lazy.map(Int.init) {
      var generator = SeededGenerator(seed: seed, epoch: epoch, position: position)
      augmenter.change(pictures[position], using: &generator) { pixels in
        batch.append(pixels, label: pictures.labels[position])
      }
    }
  }
}

/// Digits drawn as they are asked for.
struct DrawnSource: ExampleSource {
  var digits: DrawnDigits
  let seed: UInt64
  let count: Int

  mutating func append(_ positions: ArraySlice<Int32>, epoch: Int, to batch: inout MiniBatch) {
    for position in positions {
      var generator = SeededGenerator(seed: seed, epoch: epoch, position: Int(position))
      digits.draw(using: &generator) { pixels, digit in
        batch.append(pixels, label: UInt8(digit))
      }
    }
  }
}

/// Two sources, one after the other.
struct JoinedSource: ExampleSource {
  var first: any ExampleSource
  var second: any ExampleSource

  var count: Int { first.count + second.count }

  mutating func append(_ positions: ArraySlice<Int32>, epoch: Int, to batch: inout MiniBatch) {
    let border = Int32(first.count)
    first.append(positions.filter { $0 < border }[...], epoch: epoch, to: &batch)
    second.append(
      positions.filter { $0 >= border }.map { $0 - border }[...], epoch: epoch, to: &batch)
  }
}

extension SeededGenerator {
  /// Chance for one example in one epoch, whatever came before it.
  init(seed: UInt64, epoch: Int, position: Int) {
    var start = SeededGenerator(seed: seed)
    var next = SeededGenerator(seed: start.next() ^ UInt64(epoch))
    self.init(seed: next.next() ^ UInt64(position))
  }
}
