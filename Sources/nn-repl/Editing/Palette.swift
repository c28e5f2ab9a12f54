import Explainer
import Presentation

/// SGR numbers for what the editor paints: basic colours, which the user's theme keeps readable.
enum Palette {
  static let prompt = "1;34"
  static let suggestion = "2"
  static let match = "4"

  /// How a part of a line is painted; nil leaves it as it is.
  static func style(of role: Highlight.Role) -> String? {
    switch role {
    case .command: "32"
    case .name: "36"
    case .number: "35"
    case .symbol: nil
    case .unmatched: "1;31"
    }
  }
}
