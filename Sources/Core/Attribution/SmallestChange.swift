/// The smallest change of a picture, by the square root of the sum of its squares, after which a
/// network gives another answer.
///
/// It is found by going along the border of that answer: where its lead over each other output is taken
/// as straight, the nearest point of the border is known (as in Moosavi-Dezfooli, Fawzi and Frossard,
/// "DeepFool", 2016, with the box 0…1 and all outputs kept in mind); from there again, as long as the
/// change gets smaller. It is a local search, from several starts: a smaller change may exist.
public struct SmallestChange: Sendable {
  /// The answer that is wanted, from 0.
  public let target: Int
  /// The picture with the smallest change so far; nil as long as none was found.
  public private(set) var best: [Float]?
  /// How large that change is.
  public private(set) var size = Double.infinity
  private let network: Network
  private let origin: [Double]
  /// By how much its z has to be ahead.
  private let lead: Double

  private static let mostSteps = 40
  /// Outputs that are kept in mind at a time: those that come nearest.
  private static let mostRivals = 12

  /// - Parameters:
  ///   - target: one of the outputs.
  ///   - input: one number per neuron of layer 0, from 0 to 1.
  public init(to target: Int, from input: [Float], in network: Network) {
    self.network = network
    self.target = target
    origin = input.map(Double.init)
    let z = PrecisePass(network, origin).z[network.layers.count - 1]
    lead = 1e-4 * max((z.max() ?? 0) - (z.min() ?? 0), 1e-6)
  }

  /// Searches from the picture itself: step by step towards the answer, and then back.
  public mutating func searchFromOrigin() {
    var point = origin
    for step in 0..<Self.mostSteps {
      guard !isFooled(point) else {
        descend(from: point)
        return
      }
      let goal = nearest(at: point, to: origin)
      point = Self.limited(from: point, to: goal, 1.5 / Double(1 + step / 10))
    }
  }

  /// Searches from a picture that gets the answer already: from where the straight way to it crosses
  /// the border.
  public mutating func search(towards picture: [Float]) {
    let end = picture.map { min(max(Double($0), 0), 1) }
    guard isFooled(end) else { return }
    var (low, high) = (0.0, 1.0)
    func point(_ part: Double) -> [Double] { zip(origin, end).map { $0 + part * ($1 - $0) } }
    for _ in 0..<20 {
      let middle = (low + high) / 2
      if isFooled(point(middle)) { high = middle } else { low = middle }
    }
    descend(from: point(high))
  }

  /// Whether the network as it computes gives the answer, and no other output is as bright.
  private func isFooled(_ point: [Double]) -> Bool {
    let outputs = network.forward(point.map { Float($0) }).output
    return outputs.indices.allSatisfy { $0 == target || outputs[$0] < outputs[target] }
  }

  private func distance(_ point: [Double]) -> Double {
    zip(point, origin).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// Along the border, as long as the change gets smaller.
  private mutating func descend(from start: [Double]) {
    var point = start
    for _ in 0..<Self.mostSteps {
      let goal = nearest(at: point, to: origin)
      guard let next = improved(point, towards: goal) else { break }
      let gain = distance(point) - distance(next)
      point = next
      if gain < 1e-4 * distance(point) { break }
    }
    let found = distance(point)
    guard found < size else { return }
    (size, best) = (found, point.map { Float($0) })
  }

  /// A point nearer to the origin that still gets the answer; nil where none is found.
  private func improved(_ point: [Double], towards goal: [Double]) -> [Double]? {
    var part = 1.0
    while part > 0.02 {
      var trial = zip(point, goal).map { min(max($0 + part * ($1 - $0), 0), 1) }
      for _ in 0..<3 where !isFooled(trial) { trial = nearest(at: trial, to: trial) }
      if isFooled(trial), distance(trial) < distance(point) * (1 - 1e-6) { return trial }
      part /= 2
    }
    return nil
  }

  /// The point nearest to a center at which the answer would be given if every lead went straight on
  /// from `point`.
  private func nearest(at point: [Double], to center: [Double]) -> [Double] {
    let pass = PrecisePass(network, point)
    let z = pass.z[network.layers.count - 1]
    let rivals = z.indices.filter { $0 != target }.sorted { z[$0] > z[$1] }.prefix(Self.mostRivals)
    var rows: [[Double]] = []
    var least: [Double] = []
    for rival in rivals {
      let row = slopes(pass, over: rival)
      rows.append(row)
      let here = zip(row, point).reduce(0) { $0 + $1.0 * $1.1 }
      least.append(here - (z[target] - z[rival]) + lead)
    }
    return NearestPoint.find(center: center, rows: rows, least: least)
  }

  /// How fast the lead over another output grows with each number of the input.
  private func slopes(_ pass: PrecisePass, over rival: Int) -> [Double] {
    var errors = [Double](repeating: 0, count: network.layers[network.layers.count - 1].neurons)
    errors[target] = 1
    errors[rival] = -1
    for index in network.layers.indices.dropFirst().reversed() {
      let activation = network.layers[index - 1].activation
      errors = zip(network.layers[index].preciseTransposedSums(errors), pass.z[index - 1]).map {
        $0 * activation.preciseSlope($1)
      }
    }
    return network.layers[0].preciseTransposedSums(errors)
  }

  /// The way to a goal, no longer than so much.
  private static func limited(from point: [Double], to goal: [Double], _ most: Double) -> [Double] {
    let length = zip(point, goal).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }.squareRoot()
    guard length > most, length.isFinite else { return goal }
    return zip(point, goal).map { $0 + ($1 - $0) * most / length }
  }
}
