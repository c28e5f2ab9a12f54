/// A way in which terminals take pictures made of pixels.
public enum ImageProtocol: String, Sendable, CaseIterable {
  /// kitty's: PNG in base64, in pieces.
  case kitty
  /// iTerm2's: a file in base64.
  case iterm
  /// DEC's: strips of six rows, in at most 256 colours.
  case sixel
}

/// How a terminal shows pictures made of pixels.
public struct TerminalImages: Equatable, Sendable {
  /// How it takes them.
  public var by: ImageProtocol
  /// How many pixels a character takes, across and down.
  public var cell: CellSize
  /// Whether they go through a terminal within a terminal, which hands on what is marked for that.
  public var isPassedThrough: Bool

  /// A terminal that takes pictures.
  public init(by: ImageProtocol, cell: CellSize, isPassedThrough: Bool = false) {
    self.by = by
    self.cell = cell
    self.isPassedThrough = isPassedThrough
  }
}

/// How many pixels a character takes.
public struct CellSize: Equatable, Sendable {
  /// Across.
  public let width: Int
  /// Down.
  public let height: Int

  /// What the first terminals with pictures had: for those that do not say.
  public static let usual = CellSize(unchecked: 10, 20)

  private init(unchecked width: Int, _ height: Int) { (self.width, self.height) = (width, height) }

  /// The size that a terminal tells; nil where that is no size of characters.
  public init?(width: Int, height: Int) {
    guard (2...100).contains(width), (4...200).contains(height) else { return nil }
    self.init(unchecked: width, height)
  }
}

extension TerminalImages {
  /// What draws a picture over the cells whose last row the cursor stands in, at their left edge,
  /// and leaves the cursor there. The cells are on the screen already, so that nothing scrolls.
  ///
  /// - Parameters:
  ///   - pixmap: the picture.
  ///   - columns: cells across.
  ///   - rows: cells down.
  ///   - ground: what the picture stands on.
  ///   - colors: how many colours it has at most, from 2 to 256.
  func drawing(
    _ pixmap: Pixmap, columns: Int, rows: Int, on ground: UInt32, colors: Int = 256
  ) -> String {
    let picture =
      switch by {
      case .kitty: KittyImage.sequence(pixmap, columns: columns, rows: rows, colors: colors)
      case .iterm: ITermImage.sequence(pixmap, columns: columns, rows: rows, colors: colors)
      case .sixel: SixelImage.sequence(pixmap, on: ground, colors: colors)
      }
    let up = rows > 1 ? "\u{1B}[\(rows - 1)A" : ""
    return "\u{1B}7" + up + (isPassedThrough ? Self.passedThrough(picture) : picture) + "\u{1B}8"
  }

  /// As tmux takes what is meant for the terminal around it: each Escape twice.
  private static func passedThrough(_ sequence: String) -> String {
    "\u{1B}Ptmux;" + sequence.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
  }
}
