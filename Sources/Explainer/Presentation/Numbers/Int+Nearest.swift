extension Int {
  /// The nearest whole number of any floating-point number whatever: halves away from 0, those
  /// beyond ±2⁶² at the bound, and 0 for what is not a number. The only way from a computed number
  /// to an `Int` here, as `Int(_:)` stops the program for what does not fit.
  package init(nearest value: some BinaryFloatingPoint) {
    let bound = 0x1p62
    let value = Double(value)
    self = value.isNaN ? 0 : Int(Swift.min(Swift.max(value.rounded(), -bound), bound))
  }
}
