/// The smallest and the largest of numbers none of which is NaN; nil of none at all.
public func extremes(_ entries: [Double]) -> (low: Double, high: Double)? {
  guard let first = entries.first else { return nil }
  return unsafe entries.withUnsafeBufferPointer { entries in
    guard let base = entries.baseAddress else { return nil }
    // Side by side, as each comparison waits for the one before it.
    var low = SIMD4<Double>(repeating: first)
    var high = low
    var index = 0
    while index &+ 4 <= entries.count {
      let four = unsafe UnsafeRawPointer(base + index).loadUnaligned(as: SIMD4<Double>.self)
      low.replace(with: four, where: four .< low)
      high.replace(with: four, where: four .> high)
      index &+= 4
    }
    var (least, most) = (low.min(), high.max())
    while index < entries.count {
      (least, most) = unsafe (min(least, base[index]), max(most, base[index]))
      index &+= 1
    }
    return (least, most)
  }
}
