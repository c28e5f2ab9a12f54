/// The format of MNIST's files: a magic number that tells the type and the number of dimensions,
/// the size of each dimension, then the bytes.
public struct IDXFile: Equatable, Sendable {
  /// Why bytes are not a usable IDX file.
  public enum Failure: Error, Equatable {
    /// They do not start as an IDX file of unsigned bytes does.
    case notIDX
    /// The header promises more bytes (or fewer) than the file holds.
    case wrongLength(promised: Int, held: Int)
    /// The header promises more than `limit` bytes.
    case tooLarge(promised: Int, limit: Int)
    /// The gzip layer around it could not be read.
    case compression(Gzip.Failure)
  }

  /// The size of each dimension: 60000, 28, 28 for MNIST's training images.
  public let dimensions: [Int]
  /// As many as the product of the dimensions.
  public let bytes: ArraySlice<UInt8>

  /// Half a gigabyte: far above any digit collection, far below a machine's memory.
  public static let limit = 1 << 29

  /// Reads a file's contents, plain or gzip-compressed.
  public init(_ file: [UInt8]) throws(Failure) {
    let plain = try Self.decompressed(file)
    guard plain.count >= 4, plain[0] == 0, plain[1] == 0, plain[2] == 8, (1...4).contains(plain[3])
    else { throw .notIDX }
    let headerLength = 4 + 4 * Int(plain[3])
    guard plain.count >= headerLength else { throw .notIDX }
    dimensions = stride(from: 4, to: headerLength, by: 4).map { at in
      plain[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    let promised = Self.product(dimensions)
    guard promised <= Self.limit else { throw .tooLarge(promised: promised, limit: Self.limit) }
    guard promised == plain.count - headerLength else {
      throw .wrongLength(promised: promised, held: plain.count - headerLength)
    }
    bytes = plain[headerLength...]
  }

  private static func decompressed(_ file: [UInt8]) throws(Failure) -> [UInt8] {
    guard Gzip.isCompressed(file) else { return file }
    do {
      return try Gzip.inflate(file, limit: limit + 20)
    } catch {
      throw .compression(error)
    }
  }

  /// The product, or `Int.max` where it does not fit.
  private static func product(_ dimensions: [Int]) -> Int {
    var product = 1
    for size in dimensions {
      let (next, overflow) = product.multipliedReportingOverflow(by: size)
      if overflow { return .max }
      product = next
    }
    return product
  }
}
