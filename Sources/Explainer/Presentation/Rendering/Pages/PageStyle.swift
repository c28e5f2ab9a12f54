/// How a page looks: the colours of the palette on a ground of their own, dark or light as the
/// browser prefers.
enum PageStyle {
  /// The style sheet.
  static let rules = """
    \(colors(.light))
    @media (prefers-color-scheme: dark) { \(colors(.dark)) \(figuresOnDark) }
    \(text)
    \(lines)
    \(tables)
    \(figures)
    \(paper)

    """

  // MARK: Colours

  private static func colors(_ theme: TerminalCapabilities.Theme) -> String {
    let palette = Palette(colors: .trueColor, theme: theme)
    let roles: [(String, Palette.Role)] = [
      ("for", .positive), ("against", .negative), ("verdict", .verdict), ("hand", .hand),
      ("quiet", .quiet), ("bar", .bar), ("track", .track),
    ]
    let named = roles.map { "--\($0): \(palette.color($1).css);" }.joined(separator: " ")
    return ":root { \(grounds(theme)) \(named) }"
  }

  /// What everything stands on, and what is not coloured otherwise.
  private static func grounds(_ theme: TerminalCapabilities.Theme) -> String {
    switch theme {
    case .light: "--ground: #fcfcfa; --card: #ffffff; --edge: #e2e2de; --ink: #22231f;"
    case .dark: "--ground: #131413; --card: #1b1c1b; --edge: #2f302f; --ink: #dcdcd8;"
    }
  }

  // MARK: Rules

  private static let text = """
    * { box-sizing: border-box; }
    html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem) 3rem; max-width: 76rem;
      background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif;
      overflow-wrap: break-word; }
    body, pre, code, kbd, samp { tab-size: 4; }
    h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
    h1 { margin: .1em 0 0; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); font-weight: 650;
      letter-spacing: -.015em; }
    h3 { margin: 1.6em 0 .6em; font-size: 1.1rem; }
    p { margin: .8em 0; max-width: 70ch; white-space: pre-wrap; }
    body > header { margin-bottom: 2.2rem; }
    body > header p { margin: 0; }
    body > footer { margin-top: 3rem; border-top: 1px solid var(--edge); font-size: .875rem; }
    code, kbd, samp, pre, .number, .end { font-family: ui-monospace, SFMono-Regular, Menlo,
      "DejaVu Sans Mono", Consolas, monospace; font-size: .92em; font-variant-ligatures: none; }
    code, kbd { color: var(--hand); }
    .quiet, samp { color: var(--quiet); }
    .for { color: var(--for); }
    .against { color: var(--against); }
    .verdict { color: var(--verdict); }
    strong { font-weight: 650; }
    """

  private static let lines = """
    article { margin: 0 0 1.2rem; padding: 0 clamp(1rem, 2.5vw, 1.8rem) .9rem;
      background: var(--card); border: 1px solid var(--edge); border-radius: .7rem; }
    .typed { white-space: pre-wrap; }
    h2.typed { margin: 0 calc(-1 * clamp(1rem, 2.5vw, 1.8rem)) 1rem;
      padding: .6rem clamp(1rem, 2.5vw, 1.8rem); border-bottom: 1px solid var(--edge);
      font-size: 1rem; font-weight: 600; }
    h2.typed:last-child { margin-bottom: -.9rem; border-bottom: 0; }
    p.typed { margin-top: 1.4em; }
    .key { padding: .05em .5em; border: 1px solid var(--edge); border-radius: .35em;
      color: var(--quiet); }
    .tight > * { margin-block: .25em; }
    .tight { margin-block: .8em; }
    .lines { margin: .8em 0; }
    .lines p { margin-block: .2em; }
    pre { margin: .8em 0; overflow-x: auto; line-height: 1.35; }
    .step { margin: 2.4rem 0 1rem; padding-top: 1.4rem; border-top: 1px solid var(--edge);
      display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline;
      gap: .2rem 2rem; }
    h2 + .step { margin-top: 0; padding-top: 0; border-top: 0; }
    .step h3 { margin: 0; font-size: 1.3rem; }
    .step p { margin: 0; font-size: .875rem; white-space: nowrap; }
    .problem { margin: .8em 0; padding: .1em 1em; border-inline-start: 3px solid var(--against); }
    .problem p { margin: .4em 0; }
    mark { background: none; color: var(--against); border-bottom: 2px solid var(--against); }
    """

  private static let tables = """
    .table { margin: .9em 0; overflow-x: auto; }
    table { border-collapse: collapse; line-height: 1.45rem;
      font-variant-numeric: tabular-nums; }
    th, td { padding: .18rem 1.4rem .18rem 0; text-align: start; vertical-align: baseline;
      font-weight: 400; white-space: pre; }
    .long { min-width: 16rem; white-space: pre-wrap; }
    th:last-child, td:last-child { padding-inline-end: 0; }
    thead th { color: var(--quiet); font-size: .875rem; border-bottom: 1px solid var(--edge); }
    thead td { border-bottom: 1px solid var(--edge); }
    .end, .number { text-align: end; }
    td.number { padding-inline-end: calc(1.4rem + var(--missing, 0) * 1ch); }
    td.number:last-child { padding-inline-end: calc(var(--missing, 0) * 1ch); }
    .total > * { border-top: 1px solid var(--quiet); }
    .bar { display: inline-block; width: 9rem; height: .5em; margin-inline-start: .8em;
      background: var(--track); border-radius: 1em; overflow: hidden; }
    td > .bar { margin-inline-start: 0; }
    .bar > span { display: block; height: 100%; background: var(--bar); }
    """

  private static let figures = """
    .beside { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; align-items: flex-start; }
    .beside > div { min-width: 0; max-width: 100%; }
    .beside > div > :first-child, h2 + * { margin-top: 0; }
    h2 + .beside > div > :first-child { margin-top: 0; }
    .beside > div:last-child { flex: 1 1 22rem; }
    figure { margin: 1em 0; width: max(var(--width), 17rem); max-width: 100%; }
    .picture { overflow-x: auto; }
    svg { display: block; max-width: max(100%, var(--least)); height: auto; }
    figcaption { margin-top: .5em; color: var(--quiet); font-size: .875rem; line-height: 1.45; }
    figcaption p { margin: 0; max-width: 60ch; }
    """

  /// Pictures say for each colour that is another on a dark ground which it is.
  private static let figuresOnDark = """
    [style*="--fill:"] { fill: var(--fill); } [style*="--stroke:"] { stroke: var(--stroke); }
    """

  private static let paper = """
    @media print { body { padding: 0; max-width: none; } article { border: 0; padding: 0;
      break-inside: avoid-page; } h2.typed { margin-inline: 0; padding-inline: 0; } }
    """
}

extension Color {
  /// The colour as a style sheet writes it.
  var css: String {
    switch self {
    case .usual, .basic, .indexed: "currentColor"
    case .rgb(let value):
      "#" + String(repeating: "0", count: 6 - String(value, radix: 16).count)
        + String(value, radix: 16)
    }
  }
}
