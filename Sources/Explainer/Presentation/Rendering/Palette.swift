/// A colour as a terminal is told it.
enum Color: Equatable {
  /// The terminal's own.
  case usual
  /// One of the sixteen that every theme of a terminal sets.
  case basic(UInt8)
  /// One of 256.
  case indexed(UInt8)
  /// Red, green and blue, a byte each.
  case rgb(UInt32)

  /// The numbers of the sequence that sets it, as the colour of characters or of what is behind.
  func code(isBehind: Bool) -> String {
    let layer = isBehind ? 10 : 0
    switch self {
    case .usual: return String(39 + layer)
    case .basic(let number): return String(Int(number < 8 ? 30 + number : 82 + number) + layer)
    case .indexed(let number): return "\(38 + layer);5;\(number)"
    case .rgb(let value):
      return "\(38 + layer);2;\(value >> 16 & 0xff);\(value >> 8 & 0xff);\(value & 0xff)"
    }
  }
}

/// What each colour means, on a dark and on a light ground.
struct Palette {
  /// What a colour is for. Each has one meaning.
  enum Role {
    /// What counts for something, and what is right.
    case positive
    /// What counts against it, and what is not right yet.
    case negative
    /// The verdict, and what is pointed out.
    case verdict
    /// The hand: what is typed, and what it does.
    case hand
    /// What is said quietly.
    case quiet
    /// A bar.
    case bar
    /// What a bar lies on, as long as a full one.
    case track
  }

  /// The colour of one of several curves in a plot, which differ in brightness too.
  static func series(_ index: Int) -> Role {
    let roles: [Role] = [.hand, .verdict, .negative, .positive]
    return roles[index % roles.count]
  }

  let colors: TerminalCapabilities.ColorDepth
  let theme: TerminalCapabilities.Theme

  /// The colour of a role.
  func color(_ role: Role) -> Color {
    switch (role, theme) {
    case (.positive, .dark): shade(0x2cc4bd, 44, .basic(14))
    // Cyan and yellow vanish on white.
    case (.positive, .light): shade(0x006d69, 23, .usual)
    case (.negative, .dark): shade(0xf58a3c, 208, .basic(9))
    case (.negative, .light): shade(0xa84900, 130, .basic(1))
    case (.verdict, .dark): shade(0xffd75f, 221, .basic(11))
    case (.verdict, .light): shade(0x875f00, 94, .basic(5))
    case (.hand, .dark): shade(0x56b4e9, 74, .basic(12))
    case (.hand, .light): shade(0x0072b2, 25, .basic(4))
    case (.quiet, .dark): shade(0x8a8a8a, 245, .basic(8))
    case (.quiet, .light): shade(0x6c6c6c, 242, .basic(8))
    case (.bar, .dark): shade(0xd0d0d0, 252, .basic(7))
    case (.bar, .light): shade(0x444444, 238, .basic(8))
    case (.track, .dark): shade(0x3a3a3a, 237, .basic(8))
    case (.track, .light): shade(0xd0d0d0, 252, .basic(7))
    }
  }

  /// The colour of a pixel.
  func color(_ pixel: Pixel) -> Color {
    switch pixel {
    case .signed(let strength): return SignedRamp.color(strength, colors, theme)
    case .coarse(let strength):
      return SignedRamp.color(strength, min(colors, .twoHundredFiftySix), theme)
    // Light stands on dark paper on every ground: 0 is black and 1 is white everywhere.
    case .ink(let level):
      let byte = Self.brightness(level)
      return shade(
        byte << 16 | byte << 8 | byte, Self.gray(byte),
        .basic(level < 0.15 ? 0 : level < 0.45 ? 8 : level < 0.8 ? 7 : 15))
    case .marked(let level):
      let share = 0.4 + 0.6 * min(max(level.isNaN ? 0 : level, 0), 1)
      func part(_ full: Float) -> UInt32 { UInt32(Int(nearest: full * share)) }
      return shade(
        part(0xff) << 16 | part(0xd7) << 8 | part(0x5f), level < 0.5 ? 136 : 221,
        .basic(level < 0.5 ? 3 : 11))
    }
  }

  /// The colour of text on a pixel's: black or white, whichever is easier to read.
  func ink(on pixel: Pixel) -> Color {
    let isBright =
      switch pixel {
      case .ink(let level), .marked(let level): level > 0.5
      // From its paper a signed colour goes through the middle to the other end.
      case .signed(let strength), .coarse(let strength):
        switch theme {
        case .dark: abs(strength) > 0.6
        case .light: abs(strength) < 0.6
        }
      }
    return isBright ? shade(0x000000, 16, .basic(0)) : shade(0xffffff, 231, .basic(15))
  }

  /// The colour of a neuron on dark paper: one that is dark is still seen.
  func lamp(_ level: Float) -> Color {
    let inside = min(max(level.isNaN ? 0 : level, 0), 1)
    let byte = UInt32(
      Int(nearest: inside < 0.5 ? 0x44 + 2 * inside * 0x5c : 0xa0 + (2 * inside - 1) * 0x5f))
    return shade(
      byte << 16 | byte << 8 | byte, Self.gray(byte),
      .basic(inside < 0.45 ? 8 : inside < 0.8 ? 7 : 15))
  }

  /// The colour of the number on a neuron's field: quiet where there is next to nothing.
  func number(on level: Float) -> Color {
    level < 0.05
      ? Palette(colors: colors, theme: .dark).color(.quiet) : ink(on: .ink(level))
  }

  private func shade(_ rgb: UInt32, _ indexed: UInt8, _ basic: Color) -> Color {
    switch colors {
    case .none: .usual
    case .sixteen: basic
    case .twoHundredFiftySix: .indexed(indexed)
    case .trueColor: .rgb(rgb)
    }
  }

  /// The byte of an activation: straight from the paper by a mid grey to white.
  private static func brightness(_ level: Float) -> UInt32 {
    let inside = min(max(level.isNaN ? 0 : level, 0), 1)
    let byte = inside < 0.5 ? 28 + 200 * inside : 1 + 254 * inside
    return UInt32(Int(nearest: byte))
  }

  /// The nearest of the greys among 256 colours.
  private static func gray(_ byte: UInt32) -> UInt8 {
    byte > 246 ? 231 : UInt8(232 + min(max((Int(byte) - 3) / 10, 0), 23))
  }
}
