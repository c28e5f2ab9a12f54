/// Labelled digits, kept as the bytes of their files: one byte a pixel.
public struct Dataset: Equatable, Sendable {
  /// A digit and what it is.
  public struct Example: Equatable, Sendable {
    /// The picture.
    public let digit: Digit
    /// 0 to 9.
    public let label: Int

    /// A digit and what it is.
    public init(digit: Digit, label: Int) {
      self.digit = digit
      self.label = label
    }

    /// What the ten outputs should be: 1 for the label, 0 elsewhere.
    public var target: [Float] { (0..<10).map { $0 == label ? 1 : 0 } }
  }

  private let images: ArraySlice<UInt8>
  private let labels: ArraySlice<UInt8>

  /// A data set from the contents of its two IDX files, plain or gzip-compressed.
  public init(images: [UInt8], labels: [UInt8]) throws(DatasetError) {
    let imageHeader: IDXHeader
    let labelHeader: IDXHeader
    do { imageHeader = try IDXHeader(images) } catch { throw .images(error) }
    do { labelHeader = try IDXHeader(labels) } catch { throw .labels(error) }
    try Self.check(imageHeader.dimensions, labelHeader.dimensions)
    let imageFile: IDXFile
    let labelFile: IDXFile
    do { labelFile = try labelHeader.contents() } catch { throw .labels(error) }
    if let bad = labelFile.bytes.firstIndex(where: { $0 > 9 }) {
      throw .badLabel(Int(labelFile.bytes[bad]), at: bad - labelFile.bytes.startIndex)
    }
    do { imageFile = try imageHeader.contents() } catch { throw .images(error) }
    self.images = imageFile.bytes
    self.labels = labelFile.bytes
  }

  /// Holds what the two files promise against each other, before any of it is read.
  private static func check(_ images: [Int], _ labels: [Int]) throws(DatasetError) {
    guard images.count == 3, images[1...] == [Digit.side, Digit.side] else {
      throw .wrongShape(images)
    }
    guard labels.count == 1 else { throw .wrongLabelShape(labels) }
    guard images[0] == labels[0] else {
      throw .countsDiffer(images: images[0], labels: labels[0])
    }
    guard images[0] > 0 else { throw .empty }
  }
}

extension Dataset {
  /// Pictures in bytes, one after another, and what each of them is.
  init(pictures: ArraySlice<UInt8>, labels: ArraySlice<UInt8>) {
    precondition(pictures.count == labels.count * Digit.pixelCount)
    images = pictures
    self.labels = labels
  }

  /// The first examples, to train on, and the last ones, to be held out; all where there are no
  /// more than that.
  public func shortened(to count: Int, heldOut: Int) -> Dataset {
    guard count + heldOut < self.count else { return self }
    return Dataset(
      pictures: images.prefix(count * Digit.pixelCount)
        + images.suffix(heldOut * Digit.pixelCount),
      labels: labels.prefix(count) + labels.suffix(heldOut))
  }
}

extension Dataset: RandomAccessCollection {
  /// The position of the first example.
  public var startIndex: Int { 0 }
  /// How many examples there are.
  public var endIndex: Int { labels.count }

  /// The example at a position, from 0.
  public subscript(position: Int) -> Example {
    precondition(indices.contains(position), "no such example")
    let start = images.startIndex + position * Digit.pixelCount
    return Example(
      digit: Digit(bytes: images[start..<start + Digit.pixelCount]),
      label: Int(labels[labels.startIndex + position]))
  }
}

extension Dataset {
  /// What the example at a position is.
  func label(at position: Int) -> Int { Int(labels[labels.startIndex + position]) }

  /// The bytes of the pictures at some positions, one after another.
  func pictures(_ positions: Range<Int>) -> ArraySlice<UInt8> {
    let first = images.startIndex
    return images[
      first + positions.lowerBound * Digit.pixelCount..<first + positions.upperBound
        * Digit.pixelCount]
  }
}

/// Why two files are not a set of labelled digits.
public enum DatasetError: Error, Equatable {
  /// The pictures' file could not be read.
  case images(IDXError)
  /// The labels' file could not be read.
  case labels(IDXError)
  /// The pictures do not have the dimensions count×28×28.
  case wrongShape([Int])
  /// The labels do not have one dimension.
  case wrongLabelShape([Int])
  /// The files hold different numbers of examples.
  case countsDiffer(images: Int, labels: Int)
  /// They hold no example at all.
  case empty
  /// A label above 9, and the position of the first one.
  case badLabel(Int, at: Int)
}
