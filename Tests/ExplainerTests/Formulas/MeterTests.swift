import Testing

@testable import Formulas

/// Work is counted to the last product, and the last one allowed is allowed.
struct MeterTests {
  private func meter(work: Double) -> Meter {
    var limits = Limits()
    limits.work = work
    return Meter(limits: limits)
  }

  @Test func `a product counts as one, an entry as ten, and nothing else counts`() throws {
    var meter = meter(work: 1000)
    try meter.spend(products: 7)
    #expect(meter.work == 7)
    try meter.spend(entries: 5)
    #expect(meter.work == 57)
    try meter.spend(products: 3, entries: 2)
    #expect(meter.work == 80)
  }

  @Test func `all that is allowed may be spent, and not one product more`() throws {
    var meter = meter(work: 100)
    try meter.spend(products: 90, entries: 1)
    try meter.spend()
    #expect(throws: OperationError.self) { try meter.spend(products: 1) }
  }
}
