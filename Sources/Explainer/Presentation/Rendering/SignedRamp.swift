/// The colours of signed pictures, from the paper to full strength.
///
/// The steps lie evenly between four anchors in OKLab. Above a third of full strength those for and
/// those against differ for every kind of eyes; `scripts/check-colors` computes both and fails where
/// it is not so.
enum SignedRamp {
  static let darkFor: [UInt32] = [
    0x1c1c1c, 0x1d2b2a, 0x1b3a38, 0x144947, 0x005a57, 0x006965, 0x007975, 0x008984, 0x009a95,
    0x2aaea8, 0x4fc5bf, 0x6ddcd6, 0x89f4ed,
  ]
  static let darkAgainst: [UInt32] = [
    0x1c1c1c, 0x34231b, 0x4c2a18, 0x652f11, 0x7e3400, 0x933f00, 0xa84900, 0xbe5400, 0xd45f00,
    0xe3732c, 0xed8d51, 0xf7a571, 0xffbe90,
  ]
  static let lightFor: [UInt32] = [
    0xf2f2f2, 0xd9eeec, 0xbeeae6, 0xa2e5e1, 0x82e0da, 0x6ccfc8, 0x55bdb7, 0x3caca6, 0x1b9b95,
    0x008781, 0x00716c, 0x005b58, 0x004744,
  ]
  static let lightAgainst: [UInt32] = [
    0xf2f2f2, 0xf7e3d7, 0xfad4bb, 0xfdc59f, 0xffb582, 0xf6a26b, 0xec8e54, 0xe27b3b, 0xd8661a,
    0xc25500, 0xa54700, 0x883900, 0x6d2c00,
  ]

  // Of 256 colours not the nearest: those would be greys and then a jump.
  static let darkFor256: [UInt8] = [234, 23, 30, 37, 44, 123]
  static let darkAgainst256: [UInt8] = [234, 52, 130, 166, 208, 216]
  static let lightFor256: [UInt8] = [255, 152, 116, 73, 30, 23]
  static let lightAgainst256: [UInt8] = [255, 223, 216, 209, 166, 88]
  private static let places256: [Float] = [0.18, 0.36, 0.54, 0.72, 0.90]

  private static let darkFor16: [UInt8] = [0, 6, 14]
  private static let darkAgainst16: [UInt8] = [0, 1, 9]
  private static let lightFor16: [UInt8] = [15, 14, 6]
  private static let lightAgainst16: [UInt8] = [15, 9, 1]
  private static let places16: [Float] = [0.26, 0.58]

  /// The colour of a strength from −1 to 1.
  static func color(
    _ strength: Float, _ colors: TerminalCapabilities.ColorDepth,
    _ theme: TerminalCapabilities.Theme
  ) -> Color {
    let size = min(abs(strength), 1)
    let isFor = strength > 0
    switch colors {
    case .none: return .usual
    case .sixteen:
      let steps =
        switch theme {
        case .dark: isFor ? darkFor16 : darkAgainst16
        case .light: isFor ? lightFor16 : lightAgainst16
        }
      return .basic(steps[places16.count { $0 <= size }])
    case .twoHundredFiftySix:
      let steps =
        switch theme {
        case .dark: isFor ? darkFor256 : darkAgainst256
        case .light: isFor ? lightFor256 : lightAgainst256
        }
      return .indexed(steps[places256.count { $0 <= size }])
    case .trueColor:
      let steps =
        switch theme {
        case .dark: isFor ? darkFor : darkAgainst
        case .light: isFor ? lightFor : lightAgainst
        }
      return .rgb(steps[Int(nearest: size * Float(steps.count - 1))])
    }
  }
}
