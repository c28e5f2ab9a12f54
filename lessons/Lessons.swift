/// The course as data: everything the program needs to know at run time, inside the binary.
public enum Lessons {
  /// The trained network, a safetensors file.
  public static var network: [UInt8] { PackageResources.bundled_safetensors }

  /// Our own digits, as strokes in text.
  public static var drawings: [UInt8] { PackageResources.drawings_txt }
}
