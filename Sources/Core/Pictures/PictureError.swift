/// Why bytes are no picture of a digit.
public enum PictureError: Error, Equatable, Sendable {
  /// There are no bytes.
  case empty
  /// They are neither PNG nor PGM or PPM; the name of the format, where it is a known one.
  case notAPicture(format: String?)
  /// The header does not say what a header has to.
  case badHeader
  /// The picture would have no pixels.
  case noPixels
  /// It would have more pixels than `GrayPicture.mostPixels`.
  case tooManyPixels(width: Int, height: Int)
  /// The file ends before the picture does.
  case truncated
  /// What should be pixels is none.
  case damaged
  /// Nothing stands out from the paper.
  case noInk
}
