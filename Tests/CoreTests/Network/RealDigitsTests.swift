import Foundation
import Lessons
import Testing

@testable import Core

/// MNIST's training half, where the machine has it: its folder is named by NN_REPL_DATA.
private let folder = ProcessInfo.processInfo.environment["NN_REPL_DATA"]

@Suite(.enabled(if: folder != nil, "NN_REPL_DATA names no folder of MNIST's files"))
struct RealDigitsTests {
  private func training() throws -> Dataset {
    func bytes(_ name: String) throws -> [UInt8] {
      let url = URL(fileURLWithPath: try #require(folder)).appendingPathComponent(name)
      return [UInt8](try Data(contentsOf: url))
    }
    return try Dataset(
      images: bytes("train-images-idx3-ubyte.gz"), labels: bytes("train-labels-idx1-ubyte.gz"))
  }

  @Test func `the bundled network reads at least 96.5 % of real digits held out`() throws {
    let data = try training()
    #expect(data.count == 60_000)
    let network = try NetworkFile(Lessons.network).network
    let accuracy = network.accuracy(on: data.suffix(10_000))
    #expect(accuracy.share >= 0.965, "\(accuracy)")
  }
}
