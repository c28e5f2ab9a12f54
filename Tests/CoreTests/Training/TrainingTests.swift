import Testing

@testable import Core

struct TrainingTests {
  /// A data set of `count` pictures in which each label has ink in places of its own.
  private func dataset(_ count: Int, seed: UInt64 = 5) throws -> Dataset {
    var generator = SeededGenerator(seed: seed)
    var images: [UInt8] = [0, 0, 8, 3] + bigEndian(count) + bigEndian(28) + bigEndian(28)
    var labels: [UInt8] = [0, 0, 8, 1] + bigEndian(count)
    for number in 0..<count {
      let label = number % 10
      labels.append(UInt8(label))
      for pixel in 0..<Digit.pixelCount {
        let isInk = pixel / 56 % 10 == label ? generator.next(below: 2) == 0 : false
        images.append(isInk ? UInt8(1 + generator.next(below: 255)) : 0)
      }
    }
    return try Dataset(images: images, labels: labels)
  }

  private func bigEndian(_ number: Int) -> [UInt8] {
    [0, 0, UInt8(number >> 8), UInt8(number & 255)]
  }

  private func network(_ hidden: [Int], _ activation: Activation = .sigmoid) -> Network {
    var generator = SeededGenerator(seed: 11)
    return Network(sizes: [784] + hidden + [10], activation: activation, using: &generator)
  }

  private func settings(_ change: (inout TrainingSettings) -> Void = { _ in }) -> TrainingSettings {
    var settings = TrainingSettings()
    settings.epochs = 3
    settings.miniBatch = 7
    settings.learningRate = 0.5
    settings.heldOut = 10
    settings.seed = 3
    change(&settings)
    return settings
  }

  private func trained(
    _ network: Network, _ settings: TrainingSettings, _ count: Int = 60
  ) throws -> Training {
    var training = try Training(network, on: .dataset(dataset(count)), settings)
    while case .epoch = training.trainEpoch() {}
    return training
  }

  // MARK: What it computes

  @Test(arguments: Cost.allCases, Activation.allCases)
  func `a step has the bits of its reference implementation`(cost: Cost, activation: Activation)
    throws
  {
    for hidden in [[16, 16], [5], [20, 6], [7, 5]] {
      try expectBitsOfReference(network(hidden, activation), cost)
    }
  }

  private func expectBitsOfReference(_ start: Network, _ cost: Cost) throws {
    let data = try dataset(18)
    // Cross-entropy's slopes are huge where outputs are below 0: longer steps would end the training.
    let canBeNegative = start.layers.contains { $0.activation.range.lowerBound < 0 }
    let rate: Float = cost == .crossEntropy && canBeNegative ? 1e-9 : 0.01
    let settings = settings {
      $0.cost = cost
      $0.schedule = .constant
      $0.learningRate = rate
      $0.heldOut = 0
      $0.epochs = 1
    }
    var training = try Training(start, on: .dataset(data), settings)
    var order = Array(0..<Int32(18))
    var generator = SeededGenerator(seed: 3, epoch: 0, position: .max)
    generator.shuffle(&order)
    var plain = start
    for first in stride(from: 0, to: 18, by: 7) {
      let batch = order[first..<min(first + 7, 18)].map { data[Int($0)] }
      plain = plain.referenceStep(
        batch.map { ($0.digit.pixels, $0.target) }, cost: cost, learningRate: rate)
      _ = training.trainBatch()
      #expect(training.network == plain)
    }
    #expect(training.network != start)
  }

  @Test func `a step agrees with the gradient of the lessons`() throws {
    let data = try dataset(20)
    let start = network([16, 16])
    let settings = settings {
      $0.miniBatch = 20
      $0.heldOut = 0
      $0.schedule = .constant
    }
    var training = try Training(start, on: .dataset(data), settings)
    _ = training.trainBatch()
    var slopes = Gradient(zerosLike: start)
    for example in data {
      start.addGradient(
        of: start.forward(example.digit.pixels), target: example.target, cost: .crossEntropy,
        to: &slopes)
    }
    for index in start.layers.indices {
      let knobs = zip(
        start.layers[index].weights.columnMajor, slopes.layers[index].weights.columnMajor)
      let expected = knobs.map { weight, slope in weight - 0.5 * slope / 20 }
      let differences = zip(training.network.layers[index].weights.columnMajor, expected)
        .map { abs($0 - $1) }
      #expect(differences.max() ?? 1 < 1e-5)
    }
  }

  @Test func `the cost told is the mean over the epoch's examples`() throws {
    let data = try dataset(20)
    let start = network([16, 16])
    for cost in Cost.allCases {
      var training = try Training(
        start, on: .dataset(data),
        settings {
          $0.cost = cost
          $0.learningRate = 1e-9
          $0.heldOut = 0
        })
      guard case .epoch(let epoch) = training.trainEpoch() else {
        Issue.record("the epoch has no end")
        return
      }
      let expected = data.reduce(0) {
        $0 + Double(cost.value(start.forward($1.digit.pixels).output, target: $1.target)) / 20
      }
      let difference = abs(epoch.cost - expected)
      #expect(difference < 1e-5 * expected)
    }
  }

  @Test func `momentum repeats a share of the last step`() throws {
    let data = try dataset(7)
    let start = network([6])
    func steps(_ momentum: Float, _ count: Int) throws -> Network {
      var training = try Training(
        start, on: .dataset(data),
        settings {
          $0.momentum = momentum
          $0.heldOut = 0
          $0.schedule = .constant
          $0.learningRate = 1e-3
        })
      for _ in 0..<count { _ = training.trainBatch() }
      return training.network
    }
    func bias(_ network: Network) -> Float { network.layers[1].biases[2] }
    let first = try bias(steps(0, 1)) - bias(start)
    // With so small a rate the slope hardly changes: 1, then 1 + 0.9, then 1 + 0.9 + 0.81.
    let moved = try (bias(steps(0.9, 3)) - bias(start)) / first
    #expect(abs(moved - 5.61) < 0.01)
  }

  @Test func `adam's first step is the learning rate for every knob with a slope`() throws {
    let start = network([6])
    var training = try Training(
      start, on: .dataset(dataset(7)),
      settings {
        $0.optimizer = .adam
        $0.heldOut = 0
        $0.schedule = .constant
        $0.learningRate = 0.01
      })
    _ = training.trainBatch()
    let moves = zip(training.network.layers[1].biases, start.layers[1].biases).map {
      after, before in
      abs(after - before)
    }
    #expect(moves.allSatisfy { $0 > 0.00999 && $0 < 0.01001 })
  }

  @Test func `weight decay takes its share of weights and leaves biases alone`() throws {
    let start = network([6])
    func stepped(_ decay: Float) throws -> Network {
      var training = try Training(
        start, on: .dataset(dataset(7)),
        settings {
          $0.weightDecay = decay
          $0.heldOut = 0
          $0.schedule = .constant
        })
      _ = training.trainBatch()
      return training.network
    }
    let (plain, decayed) = (try stepped(0), try stepped(0.1))
    for layer in 0...1 {
      #expect(plain.layers[layer].biases == decayed.layers[layer].biases)
      for k in start.layers[layer].weights.columnMajor.indices {
        let weight = { (network: Network) in network.layers[layer].weights.columnMajor[k] }
        let expected: Float = weight(plain) - 0.05 * weight(start)
        #expect(abs(weight(decayed) - expected) < 1e-6)
      }
    }
  }

  @Test func `what a teacher says is learned instead of the label`() throws {
    let (start, teacher) = (network([16]), try trained(network([16]), settings()).network)
    func stepped(_ network: Network, trust: Float) throws -> Network {
      var training = try Training(
        network, on: .dataset(dataset(20)), settings { $0.heldOut = 0 }, teacher: teacher,
        trust: trust)
      _ = training.trainBatch()
      return training.network
    }
    // A network that says what its teacher says has nothing to learn.
    let same = try stepped(teacher, trust: 1)
    let biases = zip(same.layers[1].biases, teacher.layers[1].biases)
    #expect(biases.allSatisfy { abs($0 - $1) < 1e-6 })
    var without = try Training(start, on: .dataset(dataset(20)), settings { $0.heldOut = 0 })
    _ = without.trainBatch()
    #expect(try stepped(start, trust: 0) == without.network)
    #expect(try stepped(start, trust: 0.5) != without.network)
  }

  // MARK: How it behaves

  @Test(arguments: TrainingSettings.Optimizer.allCases, TrainingSettings.Augmentation.allCases)
  func `it learns, and the same seed gives the same bits`(
    optimizer: TrainingSettings.Optimizer, augmentation: TrainingSettings.Augmentation
  ) throws {
    let settings = settings {
      $0.epochs = 6
      $0.optimizer = optimizer
      $0.augmentation = augmentation
      if optimizer == .adam { $0.learningRate = 0.02 }
    }
    let first = try trained(network([8]), settings, 110)
    let again = try trained(network([8]), settings, 110)
    #expect(first.network == again.network)
    #expect(first.epochs == again.epochs)
    let costs = first.epochs.map(\.cost)
    #expect(costs[5] < 0.9 * costs[0])
    var other = settings
    other.seed = 4
    #expect(try trained(network([8]), other, 110).network != first.network)
  }

  @Test func `accuracy held out is that of the network`() throws {
    let data = try dataset(120)
    let training = try trained(network([16]), settings { $0.heldOut = 60 }, 120)
    #expect(training.epochs.last?.heldOut == training.network.accuracy(on: data[60...]))
  }

  @Test func `what is held out is not learned from`() throws {
    let both = try [dataset(60), dataset(60, seed: 6)]
    func trained(_ data: Dataset) throws -> Training {
      let settings = settings { $0.heldOut = 59 }
      var training = try Training(network([5]), on: .dataset(data), settings)
      _ = training.trainEpoch()
      return training
    }
    #expect(try trained(both[0]).network != trained(both[1]).network)
    let first = try trained(both[0]).network
    var kept = try Training(network([5]), on: .dataset(dataset(1)), settings { $0.heldOut = 0 })
    _ = kept.trainEpoch()
    #expect(first == kept.network)
  }

  @Test func `it can be left between two mini-batches with what was learned`() throws {
    var training = try Training(network([5]), on: .dataset(dataset(60)), settings())
    var asked = 0
    let step = training.trainEpoch {
      asked += 1
      return asked == 3
    }
    #expect(step == .batch)
    #expect(training.examplesShown == 21)
    let progress: Double = 21.0 / 150
    #expect(abs(training.progress - progress) < 1e-9)
    #expect(training.network != network([5]))
    var copy = training
    _ = copy.trainEpoch()
    #expect(training.examplesShown == 21, "a copy goes its own way")
    _ = training.trainEpoch()
    #expect(training.network == copy.network)
    #expect(training.epochs.count == 1)
  }

  @Test func `it ends when its epochs are over`() throws {
    var training = try trained(network([5]), settings())
    #expect(training.trainBatch() == .finished)
    #expect(training.epochs.map(\.number) == [1, 2, 3])
    #expect(training.progress == 1)
  }

  @Test func `running off to infinity is told, and the network put back`() throws {
    var training = try Training(
      network([8], .relu), on: .dataset(dataset(60)),
      settings {
        $0.learningRate = 1e12
        $0.cost = .squares
        $0.schedule = .constant
        $0.miniBatch = 1
      })
    let step = training.trainEpoch()
    #expect(step == .diverged(.init(epoch: 1, learningRate: 1e12)))
    #expect(training.network == network([8], .relu))
    #expect(training.trainBatch() == step)
  }

  @Test func `what can't be trained is refused with the reason`() throws {
    let data = try dataset(20)
    func failure(
      _ network: Network? = nil, _ change: (inout TrainingSettings) -> Void
    ) -> TrainingError? {
      do throws(TrainingError) {
        _ = try Training(network ?? self.network([3]), on: .dataset(data), settings(change))
        return nil
      } catch { return error }
    }
    #expect(failure { _ in } == nil)
    #expect(failure { $0.epochs = 0 } == .settings(.epochs(0)))
    #expect(failure { $0.miniBatch = 0 } == .settings(.miniBatch(0)))
    #expect(failure { $0.learningRate = .infinity } == .settings(.learningRate(.infinity)))
    #expect(failure { $0.learningRate = -1 } == .settings(.learningRate(-1)))
    #expect(failure { $0.momentum = 1 } == .settings(.momentum(1)))
    #expect(failure { $0.weightDecay = 3 } == .settings(.weightDecay(3)))
    #expect(failure { $0.heldOut = -1 } == .settings(.heldOut(-1)))
    #expect(failure { $0.heldOut = 20 } == .tooFewExamples(20, heldOut: 20))
    var generator = SeededGenerator(seed: 1)
    let small = Network(sizes: [4, 10], activation: .sigmoid, using: &generator)
    #expect(failure(small) { _ in } == .inputsDoNotFit(4))
    let narrow = Network(sizes: [784, 3], activation: .sigmoid, using: &generator)
    #expect(failure(narrow) { _ in } == .outputsDoNotFit(3))
  }

  @Test func `a training takes a gigabyte at most, and what it would take is told`() throws {
    let data = try dataset(120)
    let layers = [(784, 1), (1, 1_000_000), (1_000_000, 10)].map { inputs, neurons in
      Layer(
        weights: Matrix(rows: neurons, columns: inputs),
        biases: [Float](repeating: 0, count: neurons), activation: .sigmoid)
    }
    // In groups of four numbers: a column for each input and one of biases.
    let parameters = 785 * 1 + 2 * 250_000 + 1_000_001 * 3
    // 110 examples are learned from; each has activations and errors.
    let batch = 2 * 110 * (1 + 250_000 + 3)
    for (optimizer, copies) in [(TrainingSettings.Optimizer.sgd, 4), (.adam, 5)] {
      let megabytes = 16 * (copies * parameters + batch) / 1_048_576
      #expect(throws: TrainingError.tooMuchMemory(megabytes: megabytes, limit: 1024)) {
        try Training(
          Network(layers: layers), on: .dataset(data),
          settings {
            $0.optimizer = optimizer
            $0.miniBatch = 10_000
          })
      }
    }
  }

  @Test func `a cosine goes from the learning rate to 0`() {
    let settings = settings { $0.schedule = .cosine }
    #expect(settings.learningRate(at: 0) == 0.5)
    #expect(abs(settings.learningRate(at: 0.5) - 0.25) < 1e-6)
    #expect(abs(settings.learningRate(at: 1)) < 1e-6)
  }
}
