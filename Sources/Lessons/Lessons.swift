/// The course as data: everything the program needs to know at run time, inside the binary. The build
/// takes it from the folder `lessons`.
public enum Lessons {
  /// The trained network, a safetensors file.
  public static var network: [UInt8] { Embedded.bundled }

  /// Our own digits, as strokes in text.
  public static var drawings: [UInt8] { Embedded.drawings }

  /// The lessons in their order: the names of their files, and their Markdown.
  public static var course: [(name: String, bytes: [UInt8])] {
    Embedded.lessons.map { ($0.name, Array($0.text.utf8)) }
  }
}
