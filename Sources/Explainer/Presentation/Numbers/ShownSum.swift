/// Numbers as they are printed, chosen so that the printed column adds up: terms and z are rounded,
/// the rest is what lies between.
package struct ShownSum {
  package let terms: [String]
  package let others: String
  package let sum: String
  package let bias: String
  package let z: String
  /// The sum after each term.
  package let running: [String]

  package init(terms: [Float], sum: Float, bias: Float, z: Float) {
    self.terms = terms.map(Number.shown)
    self.bias = Number.shown(bias)
    self.z = Number.shown(z)
    let parts = terms.compactMap(Number.tenThousandths)
    guard parts.count == terms.count, let total = Number.tenThousandths(z),
      let offset = Number.tenThousandths(bias)
    else {
      self.sum = Number.shown(sum)
      others = Number.shown(sum - terms.reduce(0, +))
      running = terms.indices.map { Number.shown(terms[...$0].reduce(0, +)) }
      return
    }
    self.sum = Number.shown(tenThousandths: total - offset)
    others = Number.shown(tenThousandths: total - offset - parts.reduce(0, +))
    running = parts.indices.map { Number.shown(tenThousandths: parts[...$0].reduce(0, +)) }
  }
}
