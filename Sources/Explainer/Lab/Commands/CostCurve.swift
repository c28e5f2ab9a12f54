import Presentation

extension LinePlot {
  /// The cost over a knob from one place to another.
  init(costFrom low: Double, to high: Double, _ cost: (Double) -> Double) {
    let points = (0...96).map { index -> Curve.Point in
      let x = low + (high - low) * Double(index) / 96
      let height = cost(x)
      return .init(x: x, y: height.isFinite ? height : nil)
    }
    self.init([.init("the cost", Curve(points))], from: low, to: high)
    reachesZero = true
  }
}
