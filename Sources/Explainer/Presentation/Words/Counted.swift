/// A number and what there is so much of: `1 weight`, `12,544 weights`.
///
/// - Parameters:
///   - one: what one of them is called.
///   - many: what several are called, where that is not an `s` more.
package func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(Number.grouped(count)) \(count == 1 ? one : many ?? one + "s")"
}

/// `is` or `are`: what follows so many of something.
package func isOrAre(_ count: Int) -> String { count == 1 ? "is" : "are" }

/// `was` or `were`.
package func wasOrWere(_ count: Int) -> String { count == 1 ? "was" : "were" }
