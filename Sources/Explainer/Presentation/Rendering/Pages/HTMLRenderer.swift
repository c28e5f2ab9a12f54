extension OutputFormat {
  /// A page for a browser, with all that was said.
  public static let html = OutputFormat("html", for: .browser) { _ in HTMLRenderer() }
}

/// Makes replies into a page that needs nothing but itself: HTML that is well-formed XML, too.
///
/// Each line that was typed is a heading, and what was said to it is an article below.
public struct HTMLRenderer: ReplyRenderer {
  /// A renderer for a page.
  public init() {}

  /// The article of one line.
  public func render(_ reply: Reply, to line: TypedLine, at location: String?) -> String {
    let blocks = reply.blocks + reply.commandsToGoOn
    let parts =
      [heading(line)] + markup(blocks) + (reply.error.map { [HTMLProblem($0).markup] } ?? [])
    return Markup.element("article", [:], parts.flatMap { [.lineFeed, $0] } + [.lineFeed]).source
      + "\n"
  }

  /// The head of the page, up to where articles begin.
  public func opening(for reply: Reply, to line: TypedLine) -> String {
    HTMLPage(title: reply.pageTitle, line: line.text).opening
  }

  /// The end of the page.
  public var closing: String { HTMLPage.closing }

  /// A page of its own with one reply, whose first heading is its title.
  package static func page(_ reply: Reply, title: String) -> String {
    var blocks = reply.blocks
    if case .heading = blocks.first { blocks.removeFirst() }
    let article = Markup.element(
      "article", [:], HTMLRenderer().markup(blocks).flatMap { [.lineFeed, $0] } + [.lineFeed])
    return HTMLPage(title: title, line: "").opening + article.source + "\n" + HTMLPage.closing
  }

  /// Whether this program wrote a page.
  package static func isPage(_ file: [UInt8]) -> Bool { HTMLPage.isPage(file) }

  // MARK: Lines

  private func heading(_ line: TypedLine) -> Markup {
    let prompt = line.prompt.trimmed
    let typed: Markup =
      line.text.allSatisfy(\.isWhitespace)
      ? .element("kbd", ["class": "key"], [.text(KeyName.enter.name)])
      : .element("kbd", [:], [.text(line.text)])
    return .element(
      "h2", ["class": "typed"],
      (prompt.isEmpty ? [] : [.element("samp", [:], [.text(prompt)]), .text(" ")]) + [typed])
  }

  // MARK: Blocks

  /// Without what a picture before it says already.
  private func markup(_ blocks: [Block]) -> [Markup] {
    blocks.enumerated().compactMap { index, block in
      if index > 0, case .prose(let prose) = block,
        prose.text == Reply([blocks[index - 1]]).figures.last?.sentence
      {
        return nil
      }
      return markup(block)
    }
  }

  private func markup(_ block: Block) -> Markup {
    switch block {
    case .heading(let prose): .element("h3", [:], HTMLProse(prose).pieces)
    // On a page there are no keys to press.
    case .prose(let prose) where prose.isForEyes: .none
    case .prose(let prose): paragraph(prose)
    case .lines(let lines): HTMLLines(lines).markup
    case .figure(let figure): HTMLFigure(figure).markup
    case .table(let table): HTMLTable(table).markup
    case .tight(let blocks): .element("div", ["class": "tight"], markup(blocks))
    case .beside(let groups):
      .element("div", ["class": "beside"], groups.map { .element("div", [:], markup($0)) })
    case .spare(let blocks): markup(blocks).reduce(.none, +)
    case .layouts, .fitting: markup(block.meaning).reduce(.none, +)
    case .step(let title): step(title)
    }
  }

  private func paragraph(_ prose: Prose) -> Markup {
    prose.isTyped
      ? .element("p", ["class": "typed"], HTMLProse(prose).pieces)
      : .element("p", [:], HTMLProse(prose).pieces)
  }

  private func step(_ title: StepTitle) -> Markup {
    let share = Float(title.number) / Float(max(title.count, 1))
    return .element(
      "header", ["class": "step"],
      [
        .element("h3", [:], [.text(title.title)]),
        .element(
          "p", ["class": "quiet"],
          [.text("\(title.lesson) \(title.number)/\(title.count)"), .bar(share)]),
      ])
  }
}

extension Markup {
  /// A bar whose length goes with a value from 0 to 1. What it says stands beside it in a number.
  static func bar(_ share: Float) -> Markup {
    let inside = min(max(share.isNaN ? 0 : share, 0), 1)
    let percent = Int(nearest: inside * 1000)
    return .element(
      "span", ["class": "bar", "aria-hidden": "true"],
      [.element("span", ["style": "width:\(percent / 10).\(percent % 10)%"], [])])
  }
}

extension Reply {
  /// What a page that begins with it is called: the lesson; nil where it is about none.
  fileprivate var pageTitle: String? {
    blocks.lazy.compactMap { block in
      if case .step(let title) = block { title.lessonTitle } else { nil }
    }.first
  }
}
