/// The product of two tables of Doubles whose columns lie one after another, as those of a `Matrix`.
///
/// Sums run as those of `Kernels.multiply`: in blocks of two sums, what rounding loses of a block
/// carried into the next, so that every machine gives the same bits, and each entry those of the
/// row's product alone.
///
/// - Parameters:
///   - left: of so many `rows` and `inner` columns.
///   - right: of `inner` rows and so many `columns`.
/// - Returns: `rows` times `columns` entries.
public func product(
  _ left: [Double], rows: Int, _ right: [Double], inner: Int, columns: Int
) -> [Double] {
  precondition(left.count == rows * inner && right.count == inner * columns)
  guard !left.isEmpty, !right.isEmpty else { return [Double](repeating: 0, count: rows * columns) }
  return unsafe [Double](unsafeUninitializedCapacity: rows * columns) { result, count in
    unsafe left.withUnsafeBufferPointer { left in
      unsafe right.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress,
          let result = result.baseAddress
        else { return }
        for column in 0..<columns {
          unsafe multiply(left, rows, inner, right + column &* inner, result + column &* rows)
        }
      }
    }
    count = rows * columns
  }
}

/// The dot product of two lists of one length, with the bits that a row of a product gives.
public func dotProduct(_ left: [Double], _ right: [Double]) -> Double {
  product(left, rows: 1, right, inner: left.count, columns: 1)[0]
}

private func multiply(
  _ left: UnsafePointer<Double>, _ rows: Int, _ inner: Int, _ vector: UnsafePointer<Double>,
  _ result: UnsafeMutablePointer<Double>
) {
  var row = 0
  while row &+ 4 <= rows {
    let sum = unsafe sums(left + row, rows, inner, vector, SIMD4<Double>.self)
    unsafe UnsafeMutableRawPointer(result + row).storeBytes(of: sum, as: SIMD4<Double>.self)
    row &+= 4
  }
  while row < rows {
    unsafe result[row] = unsafe sums(left + row, rows, inner, vector, Double.self)
    row &+= 1
  }
}

/// The sums of a few neighbouring rows, one in each lane.
@inline(__always)
private func sums<Lanes: DoubleLanes>(
  _ left: UnsafePointer<Double>, _ rows: Int, _ inner: Int, _ vector: UnsafePointer<Double>,
  _: Lanes.Type
) -> Lanes {
  var sum = Lanes.zeros
  var lost = Lanes.zeros
  var start = 0
  while start < inner {
    let end = min(start &+ Kernels.blockLength, inner)
    var even = Lanes.zeros
    var odd = Lanes.zeros
    var k = start
    while k &+ 2 <= end {
      even = unsafe even.plus(Lanes.load(left + k &* rows), times: vector[k])
      odd = unsafe odd.plus(Lanes.load(left + (k &+ 1) &* rows), times: vector[k &+ 1])
      k &+= 2
    }
    if k < end { even = unsafe even.plus(Lanes.load(left + k &* rows), times: vector[k]) }
    let addend = even.plus(odd, times: 1).minus(lost)
    let next = sum.plus(addend, times: 1)
    lost = next.minus(sum).minus(addend)
    sum = next
    start = end
  }
  return sum
}

/// A few Doubles side by side, spelled out for each width as `FloatLanes` are.
private protocol DoubleLanes {
  static var zeros: Self { get }
  static func load(_ source: UnsafePointer<Double>) -> Self
  func minus(_ other: Self) -> Self
  /// Product and sum round separately.
  func plus(_ column: Self, times factor: Double) -> Self
}

extension SIMD4<Double>: DoubleLanes {
  @inline(__always) static var zeros: Self { .zero }
  @inline(__always) static func load(_ source: UnsafePointer<Double>) -> Self {
    unsafe UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }
  @inline(__always) func minus(_ other: Self) -> Self { self - other }
  @inline(__always) func plus(_ column: Self, times factor: Double) -> Self {
    self + column * factor
  }
}

extension Double: DoubleLanes {
  @inline(__always) static var zeros: Self { 0 }
  @inline(__always) static func load(_ source: UnsafePointer<Double>) -> Self {
    unsafe source.pointee
  }
  @inline(__always) func minus(_ other: Self) -> Self { self - other }
  @inline(__always) func plus(_ column: Self, times factor: Double) -> Self {
    self + column * factor
  }
}
