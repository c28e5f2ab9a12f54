import Core
import Presentation

/// The strongest reasons for a verdict on the ink that gives them: each pixel of the paper in the
/// colour of the pixel of the network's picture that it becomes.
struct ReasonTints {
  /// By their place on the paper, from −1 to 1.
  let tints: [Int: Float]

  /// Weaker reasons leave the ink as it is.
  private static let weakest: Float = 0.35
  /// Less is no ink to speak of.
  private static let leastInk: Float = 0.1

  init(_ parts: [Float], _ placement: Sketch.Placement, on paper: Digit) {
    let scale = SignedScale(parts)
    var tints: [Int: Float] = [:]
    for index in paper.pixels.indices where paper.pixels[index] > Self.leastInk {
      let middle = Drawing.Point(
        x: Float(index % Digit.side) + 0.5, y: Float(index / Digit.side) + 0.5)
      let point = placement.point(of: middle)
      let side = Float(0)...(Float(Digit.side) - 0.5)
      guard side.contains(point.x), side.contains(point.y) else { continue }
      let strength = scale.strength(
        parts[Int(nearest: point.y - 0.5) * Digit.side + Int(nearest: point.x - 0.5)])
      if strength.magnitude >= Self.weakest { tints[index] = strength }
    }
    self.tints = tints
  }
}
