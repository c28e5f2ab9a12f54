import Core

/// A change of a picture that can be followed on its way.
enum DigitChange: Equatable, Sendable {
  /// By so many pixels.
  case shift(right: Float, down: Float)
  /// Clockwise.
  case rotate(degrees: Float)
  /// Larger where it is above 1.
  case scale(Float)

  /// What was done, after the name of the picture.
  var words: String {
    switch self {
    case .shift(let right, let down):
      "shifted by " + Self.way(right: right, down: down)
    case .rotate(let degrees): "turned by \(degrees.brief) degrees"
    case .scale(let factor): "scaled by \(factor.brief)"
    }
  }

  /// `3 to the right and 1 up`
  private static func way(right: Float, down: Float) -> String {
    let across =
      right == 0 ? nil : "\(right.magnitude.brief) to the \(right > 0 ? "right" : "left")"
    let along = down == 0 ? nil : "\(down.magnitude.brief) \(down > 0 ? "down" : "up")"
    let ways = [across, along].compactMap(\.self)
    return ways.isEmpty ? "0" : ways.joined(separator: " and ")
  }

  /// A picture after a part of the change, from 0 to 1.
  func applied(to digit: Digit, part: Float = 1) -> Digit {
    switch self {
    case .shift(let right, let down): digit.shifted(right: right * part, down: down * part)
    case .rotate(let degrees): digit.rotated(degrees: degrees * part)
    case .scale(let factor): digit.scaled(by: 1 + (factor - 1) * part)
    }
  }
}
