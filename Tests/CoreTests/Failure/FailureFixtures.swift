import Foundation
import Lessons
import Testing

@testable import Core

/// What failures.json holds; see make-failures.py beside it.
struct FailureFixtures: Decodable {
  struct Sweep: Decodable {
    let kind: String
    let amount: Float
    let answers: [Int]
    let outputs: [Float]
  }

  struct Numbers: Decodable {
    let points: Int
    let dimensions: Int
    let axes: [[Double]]
    let shares: [Double]
    let places: [[Double]]
    let labels: [Int]
    let weights: [Double]

    /// The numbers that the script makes.
    var cloud: [[Float]] {
      (0..<points).map { i in
        (0..<dimensions).map { j in
          let wave = sin(0.37 * Double(i) * Double(j % 5 + 1) + Double(j)) * Double(1 + j % 3)
          return Float(wave + 0.1 * cos(1.7 * Double(i) + Double(j * j)))
        }
      }
    }
  }

  let sweeps: [Sweep]
  let numbers: [String: Numbers]

  static func load() throws -> FailureFixtures {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/failures", withExtension: "json"))
    return try JSONDecoder().decode(FailureFixtures.self, from: Data(contentsOf: url))
  }

  /// The picture that the script makes: three strokes of light.
  static func picture(_ k: Int) -> Digit {
    var light = [Double](repeating: 0, count: Digit.pixelCount)
    for part in 0..<3 {
      let (x0, y0) = (Double(7 + (k * 5 + part * 7) % 14), Double(6 + (k * 3 + part * 5) % 15))
      let (x1, y1) = (Double(7 + (k * 11 + part * 3) % 14), Double(6 + (k * 7 + part * 11) % 15))
      let (dx, dy) = (x1 - x0, y1 - y0)
      let length = max(dx * dx + dy * dy, 1)
      for index in light.indices {
        let (row, column) = (Double(index / Digit.side), Double(index % Digit.side))
        let t = min(max(((column - x0) * dx + (row - y0) * dy) / length, 0), 1)
        let distance = hypot(column - x0 - t * dx, row - y0 - t * dy)
        light[index] = max(light[index], min(max(1.75 - distance, 0), 1))
      }
    }
    return Digit(bytes: light.map { UInt8(($0 * 255 + 0.5).rounded(.down)) })
  }

  static func network() throws -> Network { try NetworkFile(Lessons.network).network }
}
