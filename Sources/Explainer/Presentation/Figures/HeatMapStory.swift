/// What one sees in a grid of numbers; every part of it is true of the numbers, whatever they are.
struct HeatMapStory {
  private let map: HeatMap

  init(_ map: HeatMap) { self.map = map }

  var sentence: String {
    switch map.scale {
    case .ink: titled(map.title, ink)
    case .signed: titled(map.title, signed)
    }
  }

  // MARK: Ink

  /// Where there is ink, in how many pieces, and what it encloses.
  private var ink: String {
    guard map.rows > 1 else { return row }
    let size = "\(map.rows) by \(map.columns) pixels"
    let lit = map.values.indices.filter { map.values[$0] > 0 }
    guard !lit.isEmpty else { return "\(size), all dark" }
    guard lit.count < map.values.count else {
      let isEven = map.values.allSatisfy { $0 == map.values[0] }
      return isEven
        ? "\(size), all at \(Number.readable(map.values[0]))" : "\(size), all of them lit"
    }
    let regions = Regions(map)
    let pieces = regions.lit.count == 1 ? "in one piece" : "in \(regions.lit.count) pieces"
    return
      "\(size), \(Number.grouped(lit.count)) lit, \(pieces), in \(regions.span(of: lit, joined: " and "))\(loops(regions))\(Bays(map).words)"
  }

  /// The activations of a layer, which are a single row.
  private var row: String {
    guard map.columns <= 32 else {
      let lit = map.values.count { $0 > 0 }
      return "\(counted(map.columns, "number")), \(Number.grouped(lit)) above 0"
    }
    return map.values.enumerated().map { "\($0) is \(Number.shown($1))" }.joined(separator: ", ")
  }

  private static let mostLoops = 3

  /// The dark areas that ink goes all around, as in an 8 or a 9.
  private func loops(_ regions: Regions) -> String {
    let loops = regions.enclosed
    guard !loops.isEmpty else { return "" }
    let start = "; it goes all around \(counted(loops.count, "dark area"))"
    guard loops.count <= Self.mostLoops else { return start }
    return start + ": " + loops.map { regions.span(of: $0, joined: ", ") }.joined(separator: "; ")
  }

  // MARK: Signed numbers

  /// How many there are of each sign, where each is strongest, and where it lies.
  private var signed: String {
    let size =
      map.rows > 1
      ? "\(Number.grouped(map.rows)) by \(Number.grouped(map.columns)) numbers"
      : counted(map.columns, "number")
    let signs = [Sign(map, isPositive: true), Sign(map, isPositive: false)]
    let odd = map.values.count { !$0.isFinite }
    let zeros = map.values.count - odd - signs[0].count - signs[1].count
    guard zeros < map.values.count else { return "\(size), all 0" }
    let counts = [
      "\(Number.grouped(signs[0].count)) positive", "\(Number.grouped(signs[1].count)) negative",
      zeros > 0 ? "\(Number.grouped(zeros)) at 0" : nil,
      odd > 0 ? "\(Number.grouped(odd)) too large or no number" : nil,
    ].compactMap(\.self)
    let words = signs.compactMap(\.words)
    return
      ([
        size + ", " + counts.dropLast().joined(separator: ", ") + " and " + counts[counts.count - 1]
      ]
      + words).joined(separator: "; ")
  }
}

/// The numbers of one sign in a picture.
private struct Sign {
  private(set) var count = 0
  private let name: String
  private var strongest: (index: Int, size: Float, others: Int)?
  private var sums = [Double](repeating: 0, count: 9)
  private let map: HeatMap

  /// Smaller pictures have no areas to speak of.
  private static let leastSide = 9
  private static let areas = [
    "top left", "top middle", "top right", "middle left", "center", "middle right", "bottom left",
    "bottom middle", "bottom right",
  ]

  init(_ map: HeatMap, isPositive: Bool) {
    self.map = map
    name = isPositive ? "positive" : "negative"
    for (index, value) in map.values.enumerated() where value.isFinite {
      let size = isPositive ? value : -value
      guard size > 0 else { continue }
      count += 1
      let (row, column) = (index / map.columns, index % map.columns)
      sums[3 * (3 * row / map.rows) + 3 * column / map.columns] += Double(size)
      guard let known = strongest, size <= known.size else {
        strongest = (index, size, 0)
        continue
      }
      if size == known.size { strongest?.others += 1 }
    }
  }

  /// Where the strongest stands, and the ninth of the picture that has most of them all; nil where
  /// there is none of this sign.
  var words: String? {
    guard let strongest else { return nil }
    let position =
      map.rows > 1
      ? "row \(strongest.index / map.columns + map.notes.first), column \(strongest.index % map.columns + map.notes.first)"
      : "entry \(strongest.index)"
    guard strongest.others == 0 else {
      return
        "\(Number.grouped(strongest.others + 1)) are the strongest \(name) ones, the first at \(position)"
    }
    return "the strongest \(name) one is at \(position)" + area
  }

  private var area: String {
    guard map.rows >= Self.leastSide, map.columns >= Self.leastSide, let most = sums.max(),
      sums.count(where: { $0 == most }) == 1, let index = sums.firstIndex(of: most)
    else { return "" }
    return ", and the \(name) ones weigh most in the \(Self.areas[index]) ninth"
  }
}

/// The lit pieces of a picture and the dark areas that they enclose.
private struct Regions {
  /// Each as its pixels; those that touch at a corner belong together.
  private(set) var lit: [[Int]] = []
  /// Dark areas from which no way of rows and columns leads to the border.
  private(set) var enclosed: [[Int]] = []
  private let rows: Int
  private let columns: Int
  private let first: Int

  init(_ map: HeatMap) {
    (rows, columns, first) = (map.rows, map.columns, map.notes.first)
    var seen = [Bool](repeating: false, count: map.values.count)
    for start in map.values.indices where !seen[start] {
      let isLit = map.values[start] > 0
      var region = [start]
      var touchesBorder = false
      seen[start] = true
      var next = 0
      while next < region.count {
        let (row, column) = (region[next] / columns, region[next] % columns)
        next += 1
        if row == 0 || column == 0 || row == rows - 1 || column == columns - 1 {
          touchesBorder = true
        }
        for (y, x) in Self.neighbors(row, column, withCorners: isLit)
        where 0..<rows ~= y && 0..<columns ~= x {
          let index = y * columns + x
          guard !seen[index], (map.values[index] > 0) == isLit else { continue }
          seen[index] = true
          region.append(index)
        }
      }
      if isLit { lit.append(region) } else if !touchesBorder { enclosed.append(region) }
    }
  }

  private static func neighbors(_ row: Int, _ column: Int, withCorners: Bool) -> [(Int, Int)] {
    let sides = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
    let corners = [-1, 1].flatMap { y in [-1, 1].map { (row + y, column + $0) } }
    return withCorners ? sides + corners : sides
  }

  /// The rows and columns in which some pixels lie.
  func span(of pixels: [Int], joined separator: String) -> String {
    Self.range("row", pixels.map { first + $0 / columns }) + separator
      + Self.range("column", pixels.map { first + $0 % columns })
  }

  private static func range(_ name: String, _ numbers: [Int]) -> String {
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
    return low == high ? "\(name) \(low)" : "\(name)s \(low) to \(high)"
  }
}
