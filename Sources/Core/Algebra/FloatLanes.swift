/// A few numbers that are added and multiplied side by side, so that one loop serves every width.
///
/// The operations are spelled out for each width because generic vector code is not always
/// compiled to vector instructions. Products and sums round separately: nothing is fused.
protocol FloatLanes {
  static var zeros: Self { get }
  static func load(_ source: UnsafePointer<Float>) -> Self
  func store(_ target: UnsafeMutablePointer<Float>)
  /// From an address that is a multiple of 16, so that the processor can multiply out of memory.
  static func load(aligned source: UnsafeRawPointer) -> Self
  func store(aligned target: UnsafeMutableRawPointer)
  func plus(_ other: Self) -> Self
  func minus(_ other: Self) -> Self
  func plus(_ column: Self, times factor: Float) -> Self
}

extension SIMD16<Float>: FloatLanes {
  @inline(__always) static var zeros: Self { .zero }
  @inline(__always) static func load(aligned source: UnsafeRawPointer) -> Self {
    unsafe source.load(as: Self.self)
  }
  @inline(__always) func store(aligned target: UnsafeMutableRawPointer) {
    unsafe target.storeBytes(of: self, as: Self.self)
  }
  @inline(__always) static func load(_ source: UnsafePointer<Float>) -> Self {
    unsafe UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }
  @inline(__always) func store(_ target: UnsafeMutablePointer<Float>) {
    unsafe UnsafeMutableRawPointer(target).storeBytes(of: self, as: Self.self)
  }
  @inline(__always) func plus(_ other: Self) -> Self { self + other }
  @inline(__always) func minus(_ other: Self) -> Self { self - other }
  @inline(__always) func plus(_ column: Self, times factor: Float) -> Self {
    self + column * factor
  }
}

extension SIMD4<Float>: FloatLanes {
  @inline(__always) static var zeros: Self { .zero }
  @inline(__always) static func load(aligned source: UnsafeRawPointer) -> Self {
    unsafe source.load(as: Self.self)
  }
  @inline(__always) func store(aligned target: UnsafeMutableRawPointer) {
    unsafe target.storeBytes(of: self, as: Self.self)
  }
  @inline(__always) static func load(_ source: UnsafePointer<Float>) -> Self {
    unsafe UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }
  @inline(__always) func store(_ target: UnsafeMutablePointer<Float>) {
    unsafe UnsafeMutableRawPointer(target).storeBytes(of: self, as: Self.self)
  }
  @inline(__always) func plus(_ other: Self) -> Self { self + other }
  @inline(__always) func minus(_ other: Self) -> Self { self - other }
  @inline(__always) func plus(_ column: Self, times factor: Float) -> Self {
    self + column * factor
  }
}

/// One lane, for the rows that are left over.
struct SIMD1: FloatLanes {
  var value: Float

  @inline(__always) static var zeros: Self { SIMD1(value: 0) }
  @inline(__always) static func load(aligned source: UnsafeRawPointer) -> Self {
    unsafe SIMD1(value: source.load(as: Float.self))
  }
  @inline(__always) func store(aligned target: UnsafeMutableRawPointer) {
    unsafe target.storeBytes(of: value, as: Float.self)
  }
  @inline(__always) static func load(_ source: UnsafePointer<Float>) -> Self {
    unsafe SIMD1(value: source.pointee)
  }
  @inline(__always) func store(_ target: UnsafeMutablePointer<Float>) {
    unsafe target.pointee = value
  }
  @inline(__always) func plus(_ other: Self) -> Self { SIMD1(value: value + other.value) }
  @inline(__always) func minus(_ other: Self) -> Self { SIMD1(value: value - other.value) }
  @inline(__always) func plus(_ column: Self, times factor: Float) -> Self {
    SIMD1(value: value + column.value * factor)
  }
}

/// A sum that carries what rounding lost into the next addition (Kahan, "Further remarks on reducing
/// truncation errors", 1965).
struct KahanSum<Lanes: FloatLanes> {
  private(set) var sum = Lanes.zeros
  private var lost = Lanes.zeros

  @inline(__always) init() {}

  @inline(__always) mutating func add(_ part: Lanes) {
    let addend = part.minus(lost)
    let next = sum.plus(addend)
    lost = next.minus(sum).minus(addend)
    sum = next
  }
}
