import Testing

@testable import Presentation

struct NumberColumnTests {
  @Test func `numbers get four decimals, or as many as the largest needs, or a power of ten`() {
    #expect(NumberColumn([1.5, 0.001]).text(0.001) == "0.0010")
    #expect(NumberColumn([0.002663]).text(-0.002663) == "-0.002663")
    #expect(NumberColumn([1.6468e-6]).text(1.09e-7) == "0.109e-6")
    #expect(NumberColumn([0]).text(-0.00001) == "0.0000")
    #expect(NumberColumn([1e300]).text(.nan) == "not a number")
  }

  @Test func `parts add up as printed`() {
    let column = NumberColumn([1])
    #expect(
      column.parts([0.33333, 0.33333, 0.33334], of: 1) == ["0.3333", "0.3333", "0.3334"])
    #expect(column.parts([0.00004, 0.00004, -0.00008], of: 0) == ["0.0001", "0.0000", "-0.0001"])
  }
}
