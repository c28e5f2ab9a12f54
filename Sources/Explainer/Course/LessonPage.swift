import Presentation

/// A page of a lesson: what is shown at once, with its words beside the picture they are about
/// where there is no room for them above and below it.
enum LessonPage {
  /// Rows of a window of 24, without the line typed before and the prompt after it.
  static let mostRows = 22

  /// The page in the arrangements it can stand in, the airiest first.
  static func arranged(_ blocks: [Block]) -> [Block] {
    let all = choices(blocks).flatMap { blocks -> [[Block]] in
      let whole = Self.arrangements(blocks)
      let airy = whole.dropLast() + whole.dropLast().map { $0.map(\.low) }
      return airy + whole.suffix(1) + whole.suffix(1).map { $0.map(\.low) }
    }
    let arrangements = all + all.map { $0.compactMap(\.withoutSpares) }
    let different = arrangements.reduce(into: [[Block]]()) { kept, next in
      if !kept.contains(next) { kept.append(next) }
    }
    return different.count > 1 ? [.fitting(different)] : blocks
  }

  /// The page with each of the arrangements that a reply on it comes in.
  private static func choices(_ blocks: [Block]) -> [[Block]] {
    for (index, block) in blocks.enumerated() {
      guard case .fitting(let arrangements) = block else { continue }
      return arrangements.map { blocks[..<index] + $0 + blocks[(index + 1)...] }
    }
    return [blocks]
  }

  /// Words above and below the last picture; those after it beside it; those before it, too; all
  /// that with fewer empty lines; and without any.
  private static func arrangements(_ blocks: [Block]) -> [[Block]] {
    guard let index = blocks.lastIndex(where: { !$0.isWords }) else { return [blocks, blocks] }
    let picture = blocks[index]
    let after = Array(blocks[(index + 1)...])
    let start = blocks[..<index].lastIndex { !$0.isWords || $0.isTitle }.map { $0 + 1 } ?? 0
    let before = Array(blocks[start..<index])
    let head = blocks[..<start]
    let title = blocks.prefix { $0.isTitle }
    let line = before.last.flatMap { $0.isCommandLine ? $0 : nil }
    let text = Array(line == nil ? before[...] : before.dropLast())
    func close(_ words: [Block]) -> [Block] { words.isEmpty ? [] : [.tight(words)] }
    func under(_ picture: Block) -> Block { .tight([line, picture].compactMap(\.self)) }
    let (beside, closer) = (picture.with(after: after), picture.with(after: close(after)))
    let within = picture.with(before: before, after: after)
    let closeWithin = picture.with(before: close(before), after: close(after))
    let whole: [ArraySlice<Block>] = [
      blocks[...], blocks[..<index] + [beside], head + [within],
      head + text + [under(picture)] + close(after), head + text + [under(closer)],
      head + [closeWithin], title + close(Array(blocks[title.endIndex...])),
    ]
    return whole.map(Array.init)
  }

  /// How many rows blocks take in a window of 80 columns.
  static func rows(of blocks: [Block]) -> Int {
    TextRenderer(.pipe).render(Reply(blocks)).utf8.count { $0 == 0x0A }
  }
}

extension Block {
  fileprivate var isTitle: Bool { if case .step = self { true } else { false } }

  /// Whether it is a line of the lesson that was carried out.
  fileprivate var isCommandLine: Bool {
    if case .prose(let prose) = self { prose.spans.first == LessonModel.prompt } else { false }
  }

  /// The block with lower pictures, where it can have them.
  fileprivate var low: Block { mappingFigures(\.low) }

  /// Whether there is nothing in it but text.
  var isWords: Bool {
    switch self {
    case .heading, .prose, .lines, .step: true
    case .figure, .table: false
    case .tight(let blocks), .spare(let blocks): blocks.allSatisfy(\.isWords)
    case .beside(let groups): groups.joined().allSatisfy(\.isWords)
    case .layouts(let layouts): layouts.flatMap(\.blocks).allSatisfy(\.isWords)
    case .fitting(let arrangements): arrangements.joined().allSatisfy(\.isWords)
    }
  }

  /// The picture without what was said of it, to make room for other words.
  var withoutWords: Block {
    switch self {
    case .layouts(let layouts):
      .layouts(
        layouts.map {
          Layout(
            columns: $0.columns, rows: $0.rows,
            $0.blocks.filter { !$0.isWords }.map(\.withoutWords))
        })
    case .beside(let groups):
      .beside(groups.map { $0.allSatisfy(\.isWords) ? [] : $0 })
    case .heading, .prose, .lines, .step, .figure, .table, .tight, .spare, .fitting: self
    }
  }

  /// The picture with words beside it, around those that stand there already.
  func with(before: [Block] = [], after: [Block]) -> Block {
    switch self {
    case .layouts(let layouts):
      return .layouts(
        layouts.map { layout in
          guard layout.blocks.count == 1, case .beside(let groups) = layout.blocks[0],
            groups.last?.isEmpty == true || groups.last?.contains(where: \.isWords) == true
          else {
            return Layout(
              columns: layout.columns, rows: layout.rows, before + layout.blocks + after)
          }
          let picture = layout.blocks[0].with(before: before, after: after)
          return Layout(columns: layout.columns, rows: layout.rows, [picture])
        })
    case .beside(let groups):
      guard let words = groups.last, groups.count > 1 else { break }
      return .beside(groups.dropLast() + [before + words + after])
    case .heading, .prose, .lines, .step, .figure, .table, .tight, .spare, .fitting: break
    }
    return .beside([[self], before + after])
  }
}
