/// The format of MNIST's files: a magic number that tells the type and the number of dimensions,
/// the size of each dimension, then the bytes.
public struct IDXFile: Equatable, Sendable {
  /// The size of each dimension: 60000, 28, 28 for MNIST's training images.
  public let dimensions: [Int]
  /// As many as the product of the dimensions.
  public let bytes: ArraySlice<UInt8>

  /// The most bytes after the header: twice MNIST, far below a machine's memory.
  public static let limit = 1 << 27
  /// The most bytes of a file, header and all.
  public static let fileLimit = limit + IDXHeader.longest

  /// Reads a file's contents, plain or gzip-compressed.
  public init(_ file: [UInt8]) throws(IDXError) {
    self = try IDXHeader(file).contents()
  }

  fileprivate init(dimensions: [Int], bytes: ArraySlice<UInt8>) {
    self.dimensions = dimensions
    self.bytes = bytes
  }
}

/// What an IDX file says of itself. Of a compressed file no more than this is inflated, so that its
/// promise can be weighed before any room is made for it.
struct IDXHeader {
  /// The size of each dimension.
  let dimensions: [Int]
  private let length: Int
  private let file: [UInt8]

  /// Bytes of a header with the most dimensions that there can be.
  static let longest = 4 + 4 * 4

  /// Reads the header of a file, plain or gzip-compressed.
  init(_ file: [UInt8], limit: Int = IDXFile.limit) throws(IDXError) {
    let start = try Self.start(of: file)
    guard start.count >= 4, start[0] == 0, start[1] == 0, start[2] == 8, (1...4).contains(start[3])
    else { throw .notIDX }
    length = 4 + 4 * Int(start[3])
    guard start.count >= length else { throw .notIDX }
    dimensions = stride(from: 4, to: length, by: 4).map { at in
      start[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    self.file = file
    guard promised <= limit else { throw .tooLarge(promised: promised, limit: limit) }
  }

  /// How many bytes follow the header, if it tells the truth.
  private var promised: Int { dimensions.reduce(1) { $0.multipliedClamping(by: $1) } }

  /// The whole file. No more is inflated than the header promises.
  func contents() throws(IDXError) -> IDXFile {
    let plain = try inflated()
    guard promised == plain.count - length else {
      throw .wrongLength(promised: promised, held: plain.count - length)
    }
    return IDXFile(dimensions: dimensions, bytes: plain[length...])
  }

  private func inflated() throws(IDXError) -> [UInt8] {
    guard Gzip.isCompressed(file) else { return file }
    do throws(GzipError) { return try Gzip.inflate(file, limit: length + promised) } catch {
      if case .tooLarge = error { throw .longerThanPromised(promised: promised) }
      throw .compression(error)
    }
  }

  private static func start(of file: [UInt8]) throws(IDXError) -> [UInt8] {
    guard Gzip.isCompressed(file) else { return Array(file.prefix(longest)) }
    do throws(GzipError) { return try Gzip.beginning(of: file, count: longest) } catch {
      throw .compression(error)
    }
  }
}

/// Why bytes are not a usable IDX file.
public enum IDXError: Error, Equatable {
  /// They do not start as an IDX file of unsigned bytes does.
  case notIDX
  /// The header promises more bytes (or fewer) than the file holds.
  case wrongLength(promised: Int, held: Int)
  /// More bytes are compressed than the header promises; how many was not found out.
  case longerThanPromised(promised: Int)
  /// The header promises more than `limit` bytes.
  case tooLarge(promised: Int, limit: Int)
  /// The gzip layer around it could not be read.
  case compression(GzipError)
}
