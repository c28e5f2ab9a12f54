import Core
import Foundation

extension Dataset {
  /// The training half of MNIST, from the folder that holds its compressed files.
  public static func trainingHalf(in folder: String) throws -> Dataset {
    func bytes(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name)))
    }
    return try Dataset(
      images: bytes("train-images-idx3-ubyte.gz"), labels: bytes("train-labels-idx1-ubyte.gz"))
  }
}
