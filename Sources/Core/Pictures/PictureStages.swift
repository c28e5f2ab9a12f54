/// The way from a picture to a digit as the network was taught them, a stage at a time.
public struct PictureStages: Sendable {
  /// The picture in gray, from black (0) to white (1), in at most 400,000 pixels.
  public let gray: InkImage
  /// Whether ink is darker than paper.
  public let hasDarkInk: Bool
  /// The ink, with the light evened out.
  public let ink: InkImage
  /// The ink without specks and rims.
  public let written: InkImage
  /// How many specks were left out.
  public let specks: Int
  /// How many parts were left out that ran along the rim.
  public let atRim: Int
  private let parts: [InkPart]
  private let plane: Plane

  /// More would not be seen in 20×20 pixels.
  private static let mostPixels = 400_000

  /// Everything up to where digits are.
  public init(_ picture: GrayPicture) throws(PictureError) {
    let gray = picture.shrunk(toAtMost: Self.mostPixels)
    hasDarkInk = gray.hasDarkInk
    guard let ink = InkSearch(hasDarkInk ? gray : gray.map { 1 - $0 }).ink else {
      throw .noInk
    }
    let written = WrittenInk(ink)
    guard !written.parts.isEmpty else { throw .noInk }
    self.gray = InkImage(gray)
    self.ink = InkImage(ink)
    self.written = InkImage(written.ink)
    specks = written.specks
    atRim = written.atRim
    parts = written.parts
    plane = written.ink
  }

  /// All that was written, as several digits in a row, from left to right.
  public var row: [WrittenDigit] { DigitRow(parts, of: plane).digits }

  /// All that was written as one digit.
  public var digit: WrittenDigit { WrittenDigit(parts, of: plane) }
}

extension InkImage {
  init(_ plane: Plane) {
    self.init(width: plane.width, height: plane.height, ink: plane.values)
  }
}
