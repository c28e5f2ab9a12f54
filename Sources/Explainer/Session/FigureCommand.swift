import Core
import Lab
import Presentation

/// `figure save FILE`: the figures of the last reply that had any, as a file.
let figureCommand = AlwaysCommand(
  CommandDeclaration(
    "figure", .learn, .usesFiles,
    [CommandForm(.word("save", note: "as a file"), .required(file))],
    summary: "save the last figure as a picture",
    details: [
      "The name's ending says how: \(code: ".svg") stays sharp at any size, \(code: ".png") is made of pixels, \(code: ".txt") is plain text.",
      "Where a reply shows several figures, all go into one picture.",
    ],
    examples: ["figure save three.svg"]),
  run: { session, arguments, host throws(SessionError) in
    let path = try arguments.given(file) ?? ""
    guard let kind = FigureFile.allCases.first(where: { path.lowercased().hasSuffix($0.ending) })
    else { throw .unknownPicture(path) }
    let figures = session.figures
    guard !figures.isEmpty else { throw .noFigure(to: .save) }
    let bytes = kind.bytes(figures)
    let what =
      figures.count == 1 ? "the figure" : "\(Number.grouped(figures.count)) figures in one picture"
    do throws(LabError) {
      return try FileWriting(path, isOurs: kind.isOurs).write(
        bytes, "Wrote \(what)",
        facts: [
          "bytes": .integer(bytes.count), "figures": .integer(figures.count),
          "format": .text(kind.rawValue),
        ], host)
    } catch { throw .lab(error) }
  })

private let file = Parameter.text("file", as: "FILE")
  .suggesting(fileSuggestions(FigureFile.allCases.map(\.ending)))

/// The forms in which figures leave the terminal.
enum FigureFile: String, CaseIterable {
  case svg, png, txt

  /// How a file's name ends.
  var ending: String { "." + rawValue }

  /// Figures as a file.
  func bytes(_ figures: [Figure]) -> [UInt8] {
    let told = figures.map(\.sentence).joined(separator: "\n")
    switch self {
    case .svg:
      let title = "\(counted(figures.count, "figure")) from nn-repl"
      return Array(Figure.sheet(figures).svg(title: title, description: told).utf8)
    case .png:
      let pixmap = Figure.sheet(figures).pixmap()
      return PNGFile.encoded(
        rgba: pixmap.bytes, width: pixmap.width, height: pixmap.height, description: told)
    case .txt:
      return Array(TextRenderer(.pipe).render(Reply(figures.map(Block.figure))).utf8)
    }
  }

  /// Whether this program wrote a file of the form; plain text does not tell.
  func isOurs(_ file: [UInt8]) -> Bool {
    switch self {
    case .svg: Graphic.isSVGOfOurs(file)
    case .png: PNGFile.isOurs(file)
    case .txt: false
    }
  }
}
