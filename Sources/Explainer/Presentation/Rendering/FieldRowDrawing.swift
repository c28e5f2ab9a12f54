/// Draws a single row of numbers as fields with the numbers in them.
struct FieldRowDrawing {
  let renderer: TextRenderer
  let width: Int

  private static let fieldWidth = 5

  /// The places of the numbers, and under them the fields; nil where they are not wanted or there is
  /// no room for them.
  func draw(_ map: HeatMap) -> [Line]? {
    guard map.notes.hasNumbers, map.rows == 1, map.columns * Self.fieldWidth <= width else {
      return nil
    }
    let scale = SignedScale(map.scale == .signed ? map.values : [])
    let indices = map.values.indices.map { Self.field(String($0)) }.joined()
    return [
      [Span(indices, .faint)],
      map.values.map { value in
        let pixel: Pixel = map.scale == .ink ? .ink(value) : .signed(scale.strength(value))
        let style: Style = renderer.capabilities.colors == .none ? .plain : .field(pixel)
        return Span(Self.field(Self.short(value)), style)
      },
    ]
  }

  private static func field(_ text: String) -> String {
    String(repeating: " ", count: max(0, fieldWidth - text.count - 1)) + text + " "
  }

  /// In four characters at most, for a field has no more room.
  static func short(_ value: Float) -> String {
    let size = abs(value)
    let sign = value < 0 ? "-" : ""
    switch size {
    case 0: return "0"
    case ..<0.995: return value < 0 ? "-." + digits(size, 100, 2) : "0." + digits(size, 100, 2)
    case ..<1.005 where value > 0: return "1.00"
    case ..<9.95: return sign + "\(Int(nearest: size * 10) / 10)." + digits(size, 10, 1)
    case ..<999.5: return sign + String(Int(nearest: size))
    default: return value > 0 ? "big" : "-big"
    }
  }

  /// The last digits of a number that is rounded to one in so many.
  private static func digits(_ size: Float, _ scale: Float, _ count: Int) -> String {
    let units = Int(nearest: size * scale)
    let text = String(units % Int(scale))
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
