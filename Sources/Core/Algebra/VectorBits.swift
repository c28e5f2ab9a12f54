extension SIMD4<Float> {
  /// The bits of each number, as whole numbers: those of larger numbers above 0 are larger.
  @inline(__always)
  var bits: SIMD4<Int32> { unsafe unsafeBitCast(self, to: SIMD4<Int32>.self) }

  /// The numbers that have these bits.
  @inline(__always)
  init(bits: SIMD4<Int32>) { self = unsafe unsafeBitCast(bits, to: Self.self) }
}
